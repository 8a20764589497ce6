package io.clv.btyd;

import static io.clv.btyd.CustomerIntervals.Quantity.P_ALIVE;
import static io.clv.btyd.CustomerIntervals.Quantity.TRANSACTIONS;
import static io.clv.btyd.CustomerIntervals.Quantity.VALUE;
import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Interval.Of.MEAN;
import static io.clv.quantity.Interval.Of.OUTCOME;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.weeks;
import static io.clv.quantity.Span.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clv.btyd.CustomerIntervals.Quantity;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.LedgerOptions;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.task.Parallelism;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CustomerIntervalsTest {

    private static final LocalDate END = LocalDate.of(2024, 12, 31);

    private static final CustomerTable CUSTOMERS = simulated(1500);

    /** So many that there are two blocks of them. */
    private static CustomerTable simulated(int customers) {
        return Simulation.builder(BgNbd.of(0.7, 6, 0.8, 2.4), ChronoUnit.WEEKS, Money.currency("USD"))
                .spend(GammaGamma.of(6.25, 3.74, 15.44))
                .customers(customers)
                .seed(2025)
                .from(LocalDate.of(2024, 1, 1))
                .comingOver(weeks(26))
                .observedThrough(END)
                .build()
                .ledger()
                .summarize(END, LedgerOptions.collapse(ChronoUnit.DAYS).unit(ChronoUnit.WEEKS));
    }

    private static FittedLtv.Builder fit() {
        return FittedLtv.fit(CUSTOMERS)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .grossMargin(percent(30))
                .discountedAt(annually(percent(15)));
    }

    private static final FittedLtv MODEL = fit().over(years(1)).model();

    private static final CustomerBase BASE = CustomerBase.of(CUSTOMERS);

    private static final Groups GROUPS = Groups.of(
            IntStream.range(0, CUSTOMERS.size()).map(row -> row % 3).toArray(), List.of("a", "b", "c", "nobody"));

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void meansAreTheExpectationsOfEachDraw() {
        CustomerIntervals sure = MODEL.intervals(BASE, GROUPS, MEAN, percent(90));
        int row = 7;
        int x = CUSTOMERS.frequency(row);
        double last = CUSTOMERS.recency(row);
        double age = CUSTOMERS.age(row);
        double delta = annually(percent(15)).continuous(ChronoUnit.WEEKS);
        double year = years(1).in(ChronoUnit.WEEKS);
        List<SpendModel> spend = MODEL.posteriors().spendModels();
        List<?> models = MODEL.posteriors().transactionModels();
        double[] alive = new double[400];
        double[] value = new double[400];
        for (int draw = 0; draw < 400; draw++) {
            BgNbd model = (BgNbd) models.get(draw);
            alive[draw] = model.probabilityAlive(x, last, age);
            double each = x == 0
                    ? spend.get(draw).expectedSpendOfNewCustomer()
                    : spend.get(draw).expectedSpend(x, CUSTOMERS.monetaryValue(row));
            value[draw] = 0.3 * each * model.discountedExpectedTransactions(x, last, age, delta, year);
        }
        Arrays.sort(alive);
        Arrays.sort(value);

        // k = floor(401 x 0.05) = 20
        assertThat(sure.customer(P_ALIVE, row)).isEqualTo(new Interval(alive[19], alive[380], percent(90), MEAN));
        assertThat(sure.customer(VALUE, row).low()).isCloseTo(value[19], within(1e-12 * value[19]));
        assertThat(sure.customer(VALUE, row).high()).isCloseTo(value[380], within(1e-12 * value[380]));
    }

    @Test
    void outcomesAreWiderThanMeansAndAboutAsHigh() {
        CustomerIntervals means = MODEL.intervals(BASE, GROUPS, MEAN, percent(90));
        CustomerIntervals outcomes = MODEL.intervals(BASE, GROUPS, OUTCOME, percent(90));

        for (Quantity quantity : Quantity.values()) {
            double mean = Arrays.stream(means.baseDraws(quantity)).average().orElseThrow();
            double deviation = deviation(outcomes.baseDraws(quantity));
            assertThat(outcomes.base(quantity).width())
                    .as(quantity.label())
                    .isGreaterThan(means.base(quantity).width());
            assertThat(Arrays.stream(outcomes.baseDraws(quantity)).average().orElseThrow())
                    .as(quantity.label())
                    .isCloseTo(mean, within(4 * deviation / 20));
        }
        assertThat(outcomes.base(TRANSACTIONS).low())
                .isEqualTo(Math.rint(outcomes.base(TRANSACTIONS).low()));
    }

    private static double deviation(double[] draws) {
        double mean = Arrays.stream(draws).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(draws).map(d -> (d - mean) * (d - mean)).average().orElseThrow());
    }

    @Test
    void groupsAddUpToTheBaseDrawByDraw() {
        for (Interval.Of of : Interval.Of.values()) {
            CustomerIntervals sure = MODEL.intervals(BASE, GROUPS, of, percent(90));
            double[] sum = new double[400];
            for (int code = 0; code < 4; code++) {
                double[] group = sure.groupDraws(VALUE, code);
                Arrays.setAll(sum, draw -> sum[draw] + group[draw]);
            }
            double[] base = sure.baseDraws(VALUE);
            for (int draw = 0; draw < 400; draw++) {
                assertThat(sum[draw]).isCloseTo(base[draw], within(1e-11 * base[draw]));
            }
            double customers = IntStream.range(0, CUSTOMERS.size())
                    .mapToDouble(row -> sure.customer(VALUE, row).width())
                    .sum();
            assertThat(sure.base(VALUE).width()).isLessThan(customers);
            assertThat(sure.group(VALUE, 3)).isEqualTo(new Interval(0, 0, percent(90), of));
        }
    }

    @Test
    void theSameForAnyNumberOfThreads() {
        for (Interval.Of of : Interval.Of.values()) {
            CustomerIntervals one = MODEL.intervals(BASE, GROUPS, of, percent(80));
            CustomerIntervals three = fit().over(years(1))
                    .parallelism(Parallelism.of(3))
                    .model()
                    .intervals(BASE, GROUPS, of, percent(80));

            for (Quantity quantity : Quantity.values()) {
                assertThat(three.baseDraws(quantity)).isEqualTo(one.baseDraws(quantity));
                assertThat(three.groupDraws(quantity, 1)).isEqualTo(one.groupDraws(quantity, 1));
                assertThat(three.customer(quantity, 1234)).isEqualTo(one.customer(quantity, 1234));
            }
        }
    }

    /** What is drawn of a customer goes by the id, not by the row. */
    @Test
    void otherCustomersDoNotChangeWhatIsDrawnOfOne() {
        CustomerTable fewer = simulated(1400);
        CustomerIntervals all = MODEL.intervals(BASE, OUTCOME, percent(90));
        CustomerIntervals some = MODEL.intervals(CustomerBase.of(fewer), OUTCOME, percent(90));

        for (int row = 0; row < fewer.size(); row += 100) {
            int same = CUSTOMERS.indexOf(fewer.id(row));
            assertThat(some.customer(VALUE, row)).as(fewer.id(row)).isEqualTo(all.customer(VALUE, same));
        }
    }

    @Test
    void valuesCarryTheIntervalsAndStayThoseOfTheFit() {
        CustomerValues plain = MODEL.value(BASE);
        CustomerValues values =
                fit().over(years(1)).intervals(OUTCOME, percent(90)).value();
        CustomerIntervals sure = MODEL.intervals(BASE, OUTCOME, percent(90));

        assertThat(values.total()).isEqualTo(plain.total());
        assertThat(values.totalInterval()).isPresent();
        assertThat(values.totalInterval().orElseThrow().contains(values.totalAmount()))
                .isTrue();
        assertThat(values.interval(3).orElseThrow().of()).isEqualTo(OUTCOME);
        assertThat(values.has(Column.LOW)).isTrue();
        assertThat(plain.has(Column.LOW)).isFalse();
        assertThat(values.assumptions())
                .containsAll(plain.assumptions())
                .contains(
                        "the 90% intervals are of the outcome, by 400 draws: parameters, customers, purchases and spend"
                                + " are all in doubt; the values are those of the fit")
                .anyMatch(sentence ->
                        sentence.startsWith("the parameters of bg-nbd have a posterior under the weak" + " prior by "))
                .anyMatch(sentence -> sentence.startsWith(
                        "the parameters of gamma-gamma have a posterior under the" + " weak prior by "));
        assertThat(sure.diagnosis())
                .startsWith("the 90% intervals are of the outcome")
                .contains("k-hat");
    }
}
