package io.clv.btyd;

import static io.clv.btyd.CustomerIntervals.Quantity.P_ALIVE;
import static io.clv.btyd.CustomerIntervals.Quantity.SPEND;
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
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.ltv.Input;
import io.clv.numerics.ImportanceSample;
import io.clv.quantity.Horizon;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.task.Parallelism;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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

    private static LtvFitting fit() {
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

    @Test
    void termsMayDifferByCustomer() {
        FittedLtv model = FittedLtv.fit(CUSTOMERS)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .over(years(1))
                .model();
        CustomerBase base = BASE.withEach(Input.GROSS_MARGIN, row -> Optional.of(percent(row % 2 == 0 ? 30 : 60)))
                .withEach(Input.DISCOUNT, row -> Optional.of(annually(percent(row % 2 == 0 ? 15 : 0))));
        CustomerBase same = BASE.with(Input.GROSS_MARGIN, percent(60)).with(Input.DISCOUNT, annually(percent(0)));
        for (Interval.Of of : Interval.Of.values()) {
            CustomerIntervals differing = model.intervals(base, of, percent(90));
            CustomerIntervals whole = model.intervals(same, of, percent(90));
            CustomerIntervals usual = MODEL.intervals(BASE, of, percent(90));

            for (int row = 0; row < CUSTOMERS.size(); row += 50) {
                assertThat(differing.customer(VALUE, row)).isEqualTo(usual.customer(VALUE, row));
                assertThat(differing.customer(VALUE, row + 1)).isEqualTo(whole.customer(VALUE, row + 1));
            }
        }
    }

    @Test
    void whatServingCostsIsInDoubtToo() {
        MoneyRate cost = MoneyRate.of(Money.parse("USD 0.10"), ChronoUnit.WEEKS);
        FittedLtv costly = fit().costToServe(cost).over(years(1)).model();
        CustomerIntervals free = MODEL.intervals(BASE, OUTCOME, percent(90));
        CustomerIntervals sure = costly.intervals(BASE, OUTCOME, percent(90));
        CustomerIntervals means = costly.intervals(BASE, MEAN, percent(90));

        assertThat(sure.base(TRANSACTIONS)).isEqualTo(free.base(TRANSACTIONS));
        double[] less = sure.baseDraws(VALUE);
        double[] more = free.baseDraws(VALUE);
        double longest = CUSTOMERS.size() * 0.10 * years(1).in(ChronoUnit.WEEKS);
        for (int draw = 0; draw < 400; draw++) {
            assertThat(more[draw] - less[draw]).isBetween(0.0, longest);
        }
        double mean = Arrays.stream(means.baseDraws(VALUE)).average().orElseThrow();
        assertThat(Arrays.stream(less).average().orElseThrow()).isCloseTo(mean, within(4 * deviation(less) / 20));
    }

    /** Purchases have no finite sum without end; their discounted amounts have. */
    @Test
    void forEverThereAreNoTransactions() {
        FittedLtv model = fit().forever().model();
        CustomerIntervals means = model.intervals(BASE, MEAN, percent(90));
        CustomerIntervals outcomes = model.intervals(BASE, OUTCOME, percent(90));

        double mean = Arrays.stream(means.baseDraws(VALUE)).average().orElseThrow();
        double[] draws = outcomes.baseDraws(VALUE);
        assertThat(Arrays.stream(draws).average().orElseThrow()).isCloseTo(mean, within(4 * deviation(draws) / 20));
        refused(
                () -> outcomes.base(TRANSACTIONS),
                "there is no interval of transactions over a horizon without end; there are those of p_alive, spend,"
                        + " value");
    }

    /** A model that only its interface is known of is asked what this package's own are asked otherwise. */
    @Test
    void anotherModelIsAskedThroughItsInterface() {
        Posterior<BgNbd> posterior = BgNbd.family().posterior(Tally.of(CUSTOMERS), PosteriorOptions.defaults());
        Posterior<GammaGamma> spend =
                GammaGamma.family().posterior(SpendTally.ofRepeatPurchases(CUSTOMERS), PosteriorOptions.defaults());
        List<TransactionModel> veiled =
                posterior.models().stream().map(CustomerIntervalsTest::veiled).toList();
        CustomerTable few = simulated(60);
        DrawnBase own = drawn(few, posterior.models(), spend);
        DrawnBase another = drawn(few, veiled, spend);
        QuantityDraws means = new QuantityDraws(400);
        QuantityDraws sameMeans = new QuantityDraws(400);
        QuantityDraws outcomes = new QuantityDraws(400);
        QuantityDraws otherOutcomes = new QuantityDraws(400);
        double[] total = new double[400];
        double[] otherTotal = new double[400];
        MeanDraws mean = new MeanDraws(own);
        MeanDraws sameMean = new MeanDraws(another);
        OutcomeDraws outcome = new OutcomeDraws(own);
        OutcomeDraws otherOutcome = new OutcomeDraws(another);

        for (int row = 0; row < few.size(); row++) {
            mean.fill(row, means);
            sameMean.fill(row, sameMeans);
            outcome.fill(row, outcomes);
            otherOutcome.fill(row, otherOutcomes);
            for (Quantity quantity : Quantity.values()) {
                assertThat(sameMeans.of(quantity)).containsExactly(means.of(quantity), within(1e-9));
            }
            for (int draw = 0; draw < 400; draw++) {
                total[draw] += outcomes.of(VALUE)[draw];
                otherTotal[draw] += otherOutcomes.of(VALUE)[draw];
            }
        }

        assertThat(Arrays.stream(otherTotal).average().orElseThrow())
                .isCloseTo(Arrays.stream(total).average().orElseThrow(), within(6 * deviation(total) / 20));
        assertThat(deviation(otherTotal)).isCloseTo(deviation(total), within(0.2 * deviation(total)));
    }

    private static DrawnBase drawn(
            CustomerTable customers, List<? extends TransactionModel> models, Posterior<GammaGamma> spend) {
        CustomerBase base = CustomerBase.of(customers);
        Terms terms = new Terms();
        terms.set(Input.COST_TO_SERVE, MoneyRate.of(Money.parse("USD 0.10"), ChronoUnit.WEEKS));
        terms.set(Input.GROSS_MARGIN, percent(30));
        terms.set(Input.DISCOUNT, annually(percent(15)));
        return new DrawnBase(
                base,
                Histories.of(customers),
                new BaseTerms(terms, base, ChronoUnit.WEEKS),
                Ahead.of(models.get(0), Horizon.over(years(1)), ChronoUnit.WEEKS),
                DrawnModels.of(models, base, Shock.none()),
                spend.models().stream().map(each -> Spending.of(each, false)).toList(),
                1,
                EnumSet.allOf(Quantity.class));
    }

    private static TransactionModel veiled(TransactionModel model) {
        return (TransactionModel) Proxy.newProxyInstance(
                TransactionModel.class.getClassLoader(),
                new Class<?>[] {TransactionModel.class},
                (proxy, method, arguments) -> method.invoke(model, arguments));
    }

    @Test
    void refusesWhatThereIsNot() {
        refused(
                () -> MODEL.intervals(BASE, Groups.ofLabels(List.of("a")), MEAN, percent(90)),
                "groups must be of the 1500 customers of the base, but were of 1 rows");
        refused(() -> MODEL.intervals(BASE, MEAN, percent(0)), "level must be above 0% and below 100%, but was 0%");
        refused(
                () -> MODEL.intervals(BASE, MEAN, percent(99.9)),
                "draws must be at least 1999 for an interval at the level 99.9%, but were 400");
        refused(
                () -> fit().over(years(1)).intervals(MEAN, percent(99.9)).model(),
                "draws must be at least 1999 for an interval at the level 99.9%, but were 400");
        refused(
                () -> fit().intervals(MEAN, percent(90)).intervals(OUTCOME, percent(90)),
                "intervals were already set to 90% of the mean");
        refused(
                () -> MODEL.intervals(BASE, GROUPS, MEAN, percent(90)).group(SPEND, 3),
                "group nobody must have a customer to have a mean spend, but has none");
        refused(
                () -> fit().over(years(1))
                        .fitOptions(FitOptions.defaults().prior(Prior.WEAK.with("a", 1, 1)))
                        .posteriorOptions(PosteriorOptions.defaults().prior(Prior.WEAK.with("b", 1, 1)))
                        .model(),
                "prior of the posteriors must be that of the fits, weak a~lognormal(1.0,1.0), but was weak"
                        + " b~lognormal(1.0,1.0)");
        assertThatThrownBy(() -> MODEL.intervals(BASE, MEAN, percent(90)).customer(VALUE, 1500))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void thereIsNoIntervalWithoutPosteriors() {
        @SuppressWarnings("unchecked")
        Fit<BgNbd> purchases = (Fit<BgNbd>) MODEL.transactions();
        FittedLtv loaded = FittedLtv.of(purchases, MODEL.spend())
                .over(years(1))
                .intervals(MEAN, percent(90))
                .model();
        String why = "the posteriors of the models were not given, and the customers whom they were fitted to are not"
                + " known";

        refused(() -> loaded.intervals(BASE, MEAN, percent(90)), "there is no interval: " + why);
        CustomerValues values = loaded.value(BASE);
        assertThat(values.totalInterval()).isEmpty();
        assertThat(values.assumptions())
                .contains("nothing of how sure the values are, as there is no interval: " + why);
        FittedLtv held = fit().fitOptions(FitOptions.defaults().fixing("a", 0.8))
                .over(years(1))
                .model();
        refused(
                () -> held.intervals(BASE, MEAN, percent(90)),
                "there is no interval: a posterior is of all parameters, and the bg-nbd fit holds a");
    }

    /** Better no interval than one that is too narrow. */
    @Test
    void thereIsNoIntervalWhereDrawsCannotBeTrusted() {
        @SuppressWarnings("unchecked")
        Fit<BgNbd> purchases = (Fit<BgNbd>) MODEL.transactions();
        Posterior<GammaGamma> spend =
                GammaGamma.family().posterior(SpendTally.ofRepeatPurchases(CUSTOMERS), PosteriorOptions.defaults());
        Posterior<BgNbd> doubtful = new Posterior<>(
                purchases,
                BgNbd.family().parameterNames(),
                ParameterScale.of(BgNbd.family()),
                Prior.WEAK,
                new ImportanceSample(new double[][] {{0, 1, 0, 1}, {1, 0, 0, 2}}, new double[] {0.5, 0.5}, 0.83, 7100),
                Collections.nCopies(400, purchases.model()),
                1);
        FittedLtv model = FittedLtv.of(purchases, MODEL.spend())
                .posteriors(doubtful, spend)
                .over(years(1))
                .intervals(OUTCOME, percent(90))
                .model();
        String why = "the parameters of bg-nbd have a posterior under the weak prior by 7100 evaluations of the"
                + " likelihood, effective sample size at least 2, k-hat 0.83: above 0.70, so the draws are not to be"
                + " trusted and give no interval";

        CustomerValues values = model.value(BASE);
        assertThat(values.interval(0)).isEmpty();
        assertThat(values.totalInterval()).isEmpty();
        assertThat(values.assumptions())
                .contains("nothing of how sure the values are, as there is no interval: " + why);
        assertThatThrownBy(() -> model.intervals(BASE, MEAN, percent(90)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("there is no interval: " + why);
    }

    @Test
    void posteriorsCanBeGiven() {
        @SuppressWarnings("unchecked")
        Fit<BgNbd> purchases = (Fit<BgNbd>) MODEL.transactions();
        Posterior<BgNbd> posterior = BgNbd.family().posterior(Tally.of(CUSTOMERS), PosteriorOptions.defaults());
        Posterior<GammaGamma> spend =
                GammaGamma.family().posterior(SpendTally.ofRepeatPurchases(CUSTOMERS), PosteriorOptions.defaults());
        FittedLtv given = FittedLtv.of(purchases, MODEL.spend())
                .posteriors(posterior, spend)
                .grossMargin(percent(30))
                .discountedAt(annually(percent(15)))
                .over(years(1))
                .model();

        assertThat(given.intervals(BASE, OUTCOME, percent(90)).base(VALUE))
                .isEqualTo(MODEL.intervals(BASE, OUTCOME, percent(90)).base(VALUE));
        refused(
                () -> FittedLtv.of(purchases, MODEL.spend())
                        .posteriors(posterior, spend)
                        .posteriors(posterior, spend),
                "posteriors were already set");
        Posterior<BgNbd> inDays = BgNbd.family()
                .posterior(
                        Tally.of(
                                new double[] {1, 0, 2},
                                new double[] {3, 0, 9},
                                new double[] {9, 9, 9},
                                ChronoUnit.DAYS),
                        PosteriorOptions.defaults());
        refused(
                () -> FittedLtv.of(purchases, MODEL.spend()).posteriors(inDays, spend),
                "posterior must be of bg-nbd in weeks, but was of bg-nbd in days");
    }

    @Test
    void thePriorOfTheFitIsThatOfThePosterior() {
        FittedLtv model = fit().over(years(1))
                .fitOptions(FitOptions.defaults()
                        .prior(Prior.WEAK.with("r", 0.5, 0.7).with("p", 6, 1)))
                .model();

        assertThat(model.intervals(BASE, MEAN, percent(90)).diagnosis())
                .contains("the parameters of bg-nbd have a posterior under the weak r~lognormal(0.5,0.7) prior by ")
                .contains(
                        "the parameters of gamma-gamma have a posterior under the weak p~lognormal(6.0,1.0) prior by ");
    }

    @Test
    void opportunitiesAreDrawnToo() {
        LocalDate end = LocalDate.of(2025, 12, 31);
        CustomerTable donors = Simulation.builder(
                        BgBb.of(1.2, 0.75, 0.66, 2.78), ChronoUnit.YEARS, Money.currency("USD"))
                .spend(GammaGamma.of(6.25, 3.74, 15.44))
                .customers(300)
                .from(LocalDate.of(2019, 1, 1))
                .observedThrough(end)
                .build()
                .ledger()
                .summarize(end, LedgerOptions.collapse(ChronoUnit.YEARS).unit(ChronoUnit.YEARS));
        FittedLtv model = FittedLtv.fit(donors)
                .transactions(BgBb.family())
                .spend(GammaGamma.family())
                .discountedAt(annually(percent(10)))
                .over(years(5))
                .model();
        CustomerIntervals means = model.intervals(CustomerBase.of(donors), MEAN, percent(90));
        CustomerIntervals outcomes = model.intervals(CustomerBase.of(donors), OUTCOME, percent(90));

        for (Quantity quantity : Quantity.values()) {
            double mean = Arrays.stream(means.baseDraws(quantity)).average().orElseThrow();
            double[] draws = outcomes.baseDraws(quantity);
            assertThat(Arrays.stream(draws).average().orElseThrow())
                    .as(quantity.label())
                    .isCloseTo(mean, within(4 * deviation(draws) / 20));
        }
        refused(
                () -> FittedLtv.fit(donors)
                        .transactions(BgBb.family())
                        .spend(GammaGamma.family())
                        .over(years(1.5))
                        .model()
                        .intervals(CustomerBase.of(donors), OUTCOME, percent(90)),
                "horizon must be a whole number of opportunities, but was 1.5");
    }

    @Test
    void nobodyIsWorthNothingForSure() {
        CustomerTable nobody = Ledger.builder(Money.currency("USD")).build().summarize(END, LedgerOptions.defaults());
        CustomerIntervals sure = MODEL.intervals(CustomerBase.of(nobody), OUTCOME, percent(90));

        assertThat(sure.base(VALUE)).isEqualTo(new Interval(0, 0, percent(90), OUTCOME));
        assertThat(sure).hasToString("90% intervals of the outcome for 0 customers, by 400 draws");
        refused(() -> sure.base(SPEND), "the base must have a customer to have a mean spend, but has none");
    }
}
