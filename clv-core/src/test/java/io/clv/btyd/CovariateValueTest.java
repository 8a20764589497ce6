package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.ledger.LedgerOptions;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerProfile;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.Input;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CovariateValueTest {

    private static final LocalDate END = LocalDate.parse("2025-12-31");

    private static final CustomerTable CUSTOMERS = Simulation.builder(
                    BgNbd.of(0.9, 5, 0.8, 2.4), ChronoUnit.WEEKS, Money.currency("USD"))
            .spend(GammaGamma.of(6.25, 3.74, 15.44))
            .customers(400)
            .from(LocalDate.parse("2025-01-01"))
            .comingOver(Span.of(12, ChronoUnit.WEEKS))
            .observedThrough(END)
            .build()
            .ledger()
            .summarize(END, LedgerOptions.defaults());

    private static final JoinedAttributes ATTRIBUTES = attributes();

    private static JoinedAttributes attributes() {
        Attributes.Builder attributes = Attributes.builder();
        for (int row = 0; row < CUSTOMERS.size(); row++) {
            // Frequent buyers come from the web, so that there is an effect to find.
            boolean often = (CUSTOMERS.frequency(row) + row) % 3 > 0;
            attributes.category("channel", CUSTOMERS.id(row), often ? "web" : "shop");
            attributes.number("income", CUSTOMERS.id(row), row % 7);
        }
        return attributes.build().join(CUSTOMERS, IdPolicy.REJECT, IdPolicy.REJECT);
    }

    private static LtvFitting fitted() {
        return FittedLtv.fit(CUSTOMERS)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .covariates(ATTRIBUTES, List.of("channel", "income"))
                .grossMargin(Ratio.percent(30))
                .costToServe("USD 0.05", ChronoUnit.WEEKS)
                .discountedAt(DiscountRate.annually(Ratio.percent(15)))
                .over(Span.of(1, ChronoUnit.YEARS));
    }

    private static CustomerBase base(FittedLtv model) {
        @SuppressWarnings("unchecked")
        Fit<WithCovariates<BgNbd>> fit = (Fit<WithCovariates<BgNbd>>) model.transactions();
        CovariateEncoding encoding = fit.model().encoding();
        return CustomerBase.of(CUSTOMERS)
                .withEach(FittedLtv.COVARIATES, row -> Optional.of(encoding.of(ATTRIBUTES, row)));
    }

    /** Row by row with each customer's own model, by scalar calls. */
    @Test
    void valuesEachCustomerByHisOwnModel() {
        FittedLtv model = fitted().model();
        CustomerValues values = fitted().value();
        @SuppressWarnings("unchecked")
        Fit<WithCovariates<BgNbd>> fit = (Fit<WithCovariates<BgNbd>>) model.transactions();
        @SuppressWarnings("unchecked")
        Fit<GammaGamma> spend = (Fit<GammaGamma>) model.spend();
        double year = Span.of(1, ChronoUnit.YEARS).in(ChronoUnit.WEEKS);
        double delta = DiscountRate.annually(Ratio.percent(15)).continuous(ChronoUnit.WEEKS);

        for (int row = 0; row < CUSTOMERS.size(); row++) {
            BgNbd own = fit.model().at(fit.model().encoding().of(ATTRIBUTES, row));
            int x = CUSTOMERS.frequency(row);
            double last = CUSTOMERS.recency(row);
            double age = CUSTOMERS.age(row);
            double expected = 0.3
                            * (x == 0
                                    ? spend.model().expectedSpendOfNewCustomer()
                                    : spend.model().expectedSpend(x, CUSTOMERS.monetaryValue(row)))
                            * own.discountedExpectedTransactions(x, last, age, delta, year)
                    - 0.05 * own.discountedExpectedLifetime(x, last, age, delta, year);
            assertThat(values.amount(row)).isCloseTo(expected, within(1e-10 * (1 + Math.abs(expected))));
            assertThat(values.get(CustomerValues.Column.P_ALIVE, row)).isEqualTo(own.probabilityAlive(x, last, age));
        }
        assertThat(values.model()).isEqualTo("bg-nbd+covariates");
        CustomerValues again = model.value(base(model));
        for (int row = 0; row < CUSTOMERS.size(); row++) {
            assertThat(again.amount(row)).isEqualTo(values.amount(row));
        }
    }

    /** In each draw of the parameters a customer has his own model, by the coefficients of that draw. */
    @Test
    void meansAreTheExpectationsOfEachDrawByHisOwnModel() {
        FittedLtv model = fitted().model();
        CustomerIntervals sure = model.intervals(base(model), Interval.Of.MEAN, Ratio.percent(90));
        List<SpendModel> spend = model.posteriors().spendModels();
        List<?> draws = model.posteriors().transactionModels();
        double year = Span.of(1, ChronoUnit.YEARS).in(ChronoUnit.WEEKS);
        double delta = DiscountRate.annually(Ratio.percent(15)).continuous(ChronoUnit.WEEKS);

        for (int row : new int[] {0, 5, 37, 399}) {
            int x = CUSTOMERS.frequency(row);
            double last = CUSTOMERS.recency(row);
            double age = CUSTOMERS.age(row);
            double[] value = new double[draws.size()];
            for (int draw = 0; draw < value.length; draw++) {
                @SuppressWarnings("unchecked")
                WithCovariates<BgNbd> drawn = (WithCovariates<BgNbd>) draws.get(draw);
                BgNbd own = drawn.at(drawn.encoding().of(ATTRIBUTES, row));
                double each = x == 0
                        ? spend.get(draw).expectedSpendOfNewCustomer()
                        : spend.get(draw).expectedSpend(x, CUSTOMERS.monetaryValue(row));
                value[draw] = 0.3 * each * own.discountedExpectedTransactions(x, last, age, delta, year)
                        - 0.05 * own.discountedExpectedLifetime(x, last, age, delta, year);
            }
            Arrays.sort(value);
            Interval interval = sure.customer(CustomerIntervals.Quantity.VALUE, row);
            assertThat(interval.low()).isCloseTo(value[19], within(1e-10 * (1 + Math.abs(value[19]))));
            assertThat(interval.high()).isCloseTo(value[380], within(1e-10 * (1 + Math.abs(value[380]))));
        }
    }

    @Test
    void outcomesAreAboutWhereTheMeansAre() {
        FittedLtv model = fitted().model();
        CustomerBase base = base(model);
        double[] means =
                model.intervals(base, Interval.Of.MEAN, Ratio.percent(90)).baseDraws(CustomerIntervals.Quantity.VALUE);
        double[] outcomes = model.intervals(base, Interval.Of.OUTCOME, Ratio.percent(90))
                .baseDraws(CustomerIntervals.Quantity.VALUE);
        double mean = Arrays.stream(means).average().orElseThrow();
        double square = Arrays.stream(outcomes)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();

        assertThat(Arrays.stream(outcomes).average().orElseThrow())
                .isCloseTo(mean, within(4 * Math.sqrt(square / outcomes.length)));
    }

    @Test
    void oneCustomerIsWorthWhatHeIsInTheBase() {
        FittedLtv model = fitted().model();
        CustomerBase base = base(model);
        CustomerValues values = model.value(base);

        for (int row = 0; row < 20; row++) {
            assertThat(model.estimate(base.profile(row)).amount()).isEqualTo(values.amount(row));
        }
    }

    @Test
    void aNewcomerHasHisOwnCovariatesOrTheUsualOnes() {
        FittedLtv model = fitted().model();
        CustomerProfile web = CustomerProfile.builder(Money.currency("USD"))
                .set(FittedLtv.COVARIATES, Covariates.parse("channel=web, income=3"))
                .build();

        Estimate typical = model.newcomer();
        Estimate known = model.newcomer(web);

        assertThat(typical.assumptions())
                .contains(
                        "the customer has the mean of each number among the covariates, and the most frequent category");
        assertThat(known.explain()).contains("covariates income=3.0, channel=web");
        assertThat(known.assumptions())
                .doesNotContain("the customer has the mean of each number among the covariates, and the most frequent"
                        + " category");
        // The base is the web, and incomes of 0 to 6 have a mean of about 3.
        assertThat(known.amount()).isCloseTo(typical.amount(), within(0.01 * typical.amount()));
    }

    @Test
    void predictionsAskEachCustomersOwnModel() {
        FittedLtv model = fitted().model();
        @SuppressWarnings("unchecked")
        Fit<WithCovariates<BgNbd>> fit = (Fit<WithCovariates<BgNbd>>) model.transactions();
        CovariateEncoding encoding = fit.model().encoding();

        Predictions predictions = Predictions.of(
                row -> fit.model().at(encoding.of(ATTRIBUTES, row)),
                Histories.of(CUSTOMERS),
                52,
                OptionalDouble.of(0.003),
                Parallelism.of(2));

        BgNbd own = fit.model().at(encoding.of(ATTRIBUTES, 5));
        assertThat(predictions.model()).isEmpty();
        assertThat(predictions.model(5)).isEqualTo(own);
        assertThat(predictions.expectedTransactions(5))
                .isEqualTo(
                        own.expectedTransactions(CUSTOMERS.frequency(5), CUSTOMERS.recency(5), CUSTOMERS.age(5), 52));
        assertThat(predictions.totalLogLikelihood()).isCloseTo(fit.logLikelihood(), within(1e-8));
    }

    @Test
    void saysWhatIsMissing() {
        FittedLtv model = fitted().model();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.value(CUSTOMERS))
                .withMessage("customer C001: the model needs covariates, but the base has none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.estimate(CustomerProfile.builder(Money.currency("USD"))
                        .set(Input.FREQUENCY, 0)
                        .set(Input.RECENCY, Span.of(0, ChronoUnit.WEEKS))
                        .set(Input.AGE, Span.of(9, ChronoUnit.WEEKS))
                        .build()))
                .withMessage("the bg-nbd+covariates model still needs: covariates");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fitted().covariates(ATTRIBUTES, List.of("income")))
                .withMessage("covariates were already set to channel, income");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Covariates.parse("income"))
                .withMessage("covariates must be as in 'income=2.5, channel=web', but were 'income'");
    }
}
