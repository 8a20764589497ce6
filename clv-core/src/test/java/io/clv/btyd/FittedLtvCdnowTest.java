package io.clv.btyd;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.Clv;
import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.ltv.LtvModel;
import io.clv.quantity.Basis;
import io.clv.quantity.Measure;
import io.clv.task.Parallelism;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pipeline on CDNOW against arithmetic that knows nothing of it. */
class FittedLtvCdnowTest {

    private static final double WEEKS_A_YEAR = 365.2425 / 7;
    private static final double DELTA = Math.log(1.15) / WEEKS_A_YEAR;

    private static CustomerTable customers;

    @BeforeAll
    static void read() {
        customers = Cdnow.sample().summarize(Cdnow.CALIBRATED, Cdnow.in(ChronoUnit.WEEKS));
    }

    private static double spend(GammaGamma model, int row) {
        int x = customers.frequency(row);
        return x == 0 ? model.expectedSpend(0, 0) : model.expectedSpend(x, customers.monetaryValue(row));
    }

    @Test
    void ofOneYear() {
        GammaGamma spend = GammaGamma.fit(customers).model();
        for (TransactionFamily<?> family : ContinuousTime.families()) {
            TransactionModel model = family.fit(customers).model();
            CustomerValues values = Clv.fit(customers)
                    .transactions(family)
                    .spend(GammaGamma.family())
                    .grossMargin(percent(30))
                    .discountedAt(annually(percent(15)))
                    .over(years(1))
                    .value();
            double total = 0;
            for (int row = 0; row < customers.size(); row++) {
                int x = customers.frequency(row);
                double last = customers.recency(row);
                double age = customers.age(row);
                double dert = model.discountedExpectedTransactions(x, last, age, DELTA, WEEKS_A_YEAR);
                double value = 0.3 * spend(spend, row) * dert;
                total += value;
                assertThat(values.amount(row)).isCloseTo(value, within(1e-12 * Math.max(1, value)));
                assertThat(values.get(Column.P_ALIVE, row)).isEqualTo(model.probabilityAlive(x, last, age));
                assertThat(values.get(Column.EXPECTED_SPEND, row)).isEqualTo(spend(spend, row));
                double expected = model.expectedTransactions(x, last, age, WEEKS_A_YEAR);
                assertThat(values.get(Column.EXPECTED_TRANSACTIONS, row))
                        .isCloseTo(expected, within(1e-12 * Math.max(1, expected)));
            }
            assertThat(values.totalAmount()).as(family.name()).isCloseTo(total, within(1e-9 * total));
            assertThat(values.model()).isEqualTo(family.name());
            assertThat(values.basis()).isEqualTo(Basis.RESIDUAL_AFTER_OBSERVATION);
            assertThat(values.measure()).isEqualTo(Measure.PROFIT);
        }
    }

    @Test
    void withoutEndAndWithACost() {
        GammaGamma spend = GammaGamma.fit(customers).model();
        double costAWeek = 0.1 * 12 / WEEKS_A_YEAR;
        for (TransactionFamily<?> family : ContinuousTime.families()) {
            TransactionModel model = family.fit(customers).model();
            FittedLtv fitted = Clv.fit(customers)
                    .transactions(family)
                    .spend(GammaGamma.family())
                    .grossMargin(percent(30))
                    .costToServe("USD 0.10", ChronoUnit.MONTHS)
                    .discountedAt(annually(percent(15)))
                    .forever()
                    .model();
            CustomerValues values = fitted.value(customers);
            CustomerValues oneByOne = ((LtvModel) fitted::estimate).value(CustomerBase.of(customers));
            for (int row = 0; row < customers.size(); row++) {
                int x = customers.frequency(row);
                double last = customers.recency(row);
                double age = customers.age(row);
                double value = 0.3 * spend(spend, row) * model.discountedExpectedTransactions(x, last, age, DELTA)
                        - costAWeek * model.discountedExpectedLifetime(x, last, age, DELTA);
                assertThat(values.amount(row)).isCloseTo(value, within(1e-11 * Math.max(1, value)));
                assertThat(oneByOne.amount(row)).isEqualTo(values.amount(row));
            }
            assertThat(values.has(Column.EXPECTED_TRANSACTIONS)).isFalse();
        }
    }

    @Test
    void threadsChangeNothing() {
        LtvFitting alone = Clv.fit(customers)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .discountedAt(annually(percent(15)))
                .forever();
        LtvFitting together = Clv.fit(customers)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .discountedAt(annually(percent(15)))
                .forever()
                .parallelism(Parallelism.of(3));
        CustomerValues one = alone.value();
        CustomerValues three = together.value();

        for (int row = 0; row < customers.size(); row++) {
            assertThat(three.amount(row)).isEqualTo(one.amount(row));
        }
        assertThat(three.assumptions()).isEqualTo(one.assumptions());
    }

    @Test
    void inWords() {
        CustomerValues values = Clv.fit(customers)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .grossMargin(percent(30))
                .discountedAt(annually(percent(15)))
                .over(years(1))
                .value();

        assertThat(values.explain()).isEqualTo("""
                        USD 21376.73 for 2,357 customers, USD 9.07 on average: profit, residual after observation, by the bg-nbd model
                        over 1 year, discounted at 15% per year
                        assumes purchases follow the bg-nbd model with r 0.2426, alpha 4.414, a 0.7929, b 2.426 in weeks, fitted to 2,357 customers: log-likelihood -9582.43, converged
                        assumes spend on a purchase follows the gamma-gamma model with p 6.25, q 3.744, v 15.44 in USD, fitted to 946 customers: log-likelihood -4055.92, converged
                        assumes spend on a purchase is independent of frequency: their correlation is 0.114
                        assumes 1,411 customers without a repeat purchase get the mean spend of all, USD 35.17
                        assumes P(alive) is 1 for the 1,411 customers without a repeat purchase, by the nature of the bg-nbd model, whatever the data say
                        assumes gross margin 30% for every customer
                        assumes discounting is continuous: a purchase counts by the moment it is made
                        """);
    }
}
