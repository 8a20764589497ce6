package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Data that other packages answer with NaN or without end. */
class PathologicalFitTest {

    static Tally simulated(TransactionModel model, int customers, double from, double to) {
        return simulated(model, 0, customers, from, to);
    }

    /** Customers numbered from the first, who have been observed for eight different times. */
    static Tally simulated(TransactionModel model, long first, int customers, double from, double to) {
        return histories(customers, from, to, (i, age) -> Latents.purchases(model, 1, first + i, age));
    }

    /** The same as models draw them. */
    static Tally drawn(TransactionModel model, long seed, int customers, double from, double to) {
        return histories(customers, from, to, (i, age) -> model.simulate(seed, i, age));
    }

    private interface Purchases {
        double[] of(int customer, double age);
    }

    private static Tally histories(int customers, double from, double to, Purchases purchases) {
        double[] x = new double[customers];
        double[] last = new double[customers];
        double[] age = new double[customers];
        for (int i = 0; i < customers; i++) {
            age[i] = from + (to - from) * (i % 8) / 7;
            double[] times = purchases.of(i, age[i]);
            x[i] = times.length;
            last[i] = times.length == 0 ? 0 : times[times.length - 1];
        }
        return Tally.of(x, last, age, ChronoUnit.WEEKS);
    }

    /** Data such as the family's process makes. */
    static Tally typical(TransactionFamily<?> family, int customers) {
        return family.process() == PurchaseProcess.CONTINUOUS_TIME
                ? simulated(ParetoNbd.of(0.55, 10.6, 0.6, 11.7), customers, 27, 39)
                : simulated(BgBb.of(1.2, 2, 0.7, 15), customers, 93, 100);
    }

    private static Tally nobodyCameBack() {
        double[] age = new double[200];
        Arrays.setAll(age, i -> 30 + i % 20);
        return Tally.of(new double[200], new double[200], age, ChronoUnit.WEEKS);
    }

    static Tally allJustBought() {
        Tally some = simulated(Nbd.of(2, 10), 500, 39, 39);
        double[][] columns = new double[4][some.rows()];
        for (int row = 0; row < some.rows(); row++) {
            columns[0][row] = some.x(row);
            columns[1][row] = some.x(row) == 0 ? 0 : some.age(row);
            columns[2][row] = some.age(row);
            columns[3][row] = some.weight(row);
        }
        return Tally.of(columns[0], columns[1], columns[2], columns[3], ChronoUnit.WEEKS);
    }

    private static Tally allCameBackAndJustBought() {
        double[] x = new double[300];
        double[] age = new double[300];
        Arrays.setAll(x, i -> 1 + i % 7);
        Arrays.setAll(age, i -> 27 + i % 13);
        return Tally.of(x, age, age, ChronoUnit.WEEKS);
    }

    static Stream<Arguments> data() {
        return Stream.of(
                Arguments.of("nobody came back", nobodyCameBack()),
                Arguments.of(
                        "one customer",
                        Tally.of(new double[] {3}, new double[] {20}, new double[] {39}, ChronoUnit.WEEKS)),
                Arguments.of(
                        "one customer of no age",
                        Tally.of(new double[] {0}, new double[] {0}, new double[] {0}, ChronoUnit.WEEKS)),
                Arguments.of("ten customers", simulated(ParetoNbd.of(0.55, 10.6, 0.6, 11.7), 10, 27, 39)),
                Arguments.of("nearly Poisson", simulated(ParetoNbd.of(1e5, 1e6, 1e-6, 1e9), 2000, 27, 39)),
                Arguments.of("nobody leaves", simulated(Nbd.of(2, 10), 2000, 27, 39)),
                Arguments.of("all just bought", allJustBought()),
                Arguments.of("all came back and just bought", allCameBackAndJustBought()),
                Arguments.of("thousands of purchases", simulated(ParetoNbd.of(5, 0.02, 1, 30), 500, 27, 39)),
                Arguments.of("gone at once", simulated(ParetoNbd.of(0.5, 1, 1, 1e-3), 500, 27, 39)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("data")
    void endInAFiniteAnswerWithADiagnosis(String name, Tally tally) {
        Fit<Nbd> nested = Nbd.family().fit(tally);
        for (TransactionFamily<?> family : ContinuousTime.families()) {
            for (Prior prior : List.of(Prior.NONE, Prior.WEAK)) {
                Fit<? extends TransactionModel> fit =
                        family.fit(tally, FitOptions.defaults().prior(prior));
                assertThat(fit.logLikelihood()).isFinite();
                assertThat(fit.parameters().values()).allMatch(value -> value > 0 && Double.isFinite(value));
                // Five parameters have two starts more.
                assertThat(fit.evaluations()).isLessThan(family.parameterNames().size() > 4 ? 400 : 300);
                assertThat(fit.model().expectedTransactions(0, 0, 39, 39)).isFinite();
                assertThat(fit.model().expectedTransactions(3, 20, 39, 39)).isFinite();
                assertThat(fit.standardErrors().isPresent())
                        .isEqualTo(fit.diagnosis().converged());
                if (prior.equals(Prior.NONE)) {
                    assertThat(fit.logLikelihood())
                            .as(fit.toString())
                            .isGreaterThanOrEqualTo(
                                    nested.logLikelihood() - 1e-11 * Math.abs(nested.logLikelihood()) - 1e-9);
                } else {
                    assertThat(fit.diagnosis()).hasToString("converged");
                    assertThat(fit.evaluations()).isLessThan(100);
                }
            }
        }
    }

    @Test
    void whereNobodyCameBackTheRateTendsToNothing() {
        Fit<Nbd> fit = Nbd.family().fit(nobodyCameBack());
        assertThat(fit.diagnosis()).hasToString("at-boundary (r -> 0, alpha -> infinity)");
        assertThat(fit.logLikelihood()).isBetween(-1e-9, 0.0);
        assertThat(fit.standardErrors()).isEmpty();
        assertThat(fit.covariance()).isEmpty();
        assertThat(fit.interval("r", io.clv.quantity.Ratio.percent(95))).isEmpty();
    }

    @Test
    void whereAllJustBoughtNobodyLeaves() {
        Fit<BgNbd> fit = BgNbd.family().fit(allJustBought());
        assertThat(fit.diagnosis().kind()).isEqualTo(Diagnosis.Kind.AT_BOUNDARY);
        assertThat(fit.diagnosis().directions()).contains("a -> 0");
        assertThat(fit.model().probabilityAlive(2, 20, 39)).isEqualTo(1);
    }

    @Test
    void anAgeOfZeroTellsNothing() {
        Fit<Nbd> fit =
                Nbd.family().fit(Tally.of(new double[] {0}, new double[] {0}, new double[] {0}, ChronoUnit.WEEKS));
        assertThat(fit.diagnosis()).hasToString("not-identified (r, alpha)");
    }

    @Test
    void spendOfHeavyTailIsDiagnosedByTheModel() {
        GammaGamma truth = GammaGamma.of(2, 0.7, 10);
        List<Double> scales = List.of(1.0, 1e6);
        for (double scale : scales) {
            int customers = 2000;
            double[] x = new double[customers];
            double[] mean = new double[customers];
            double[] weight = new double[customers];
            for (int i = 0; i < customers; i++) {
                double[] amounts = truth.simulate(4, i, 1 + i % 5);
                x[i] = amounts.length;
                mean[i] = scale * Arrays.stream(amounts).average().orElseThrow();
                weight[i] = 1;
            }
            Fit<GammaGamma> fit = GammaGamma.family().fit(SpendTally.of(x, mean, weight));
            assertThat(fit.diagnosis().converged()).isTrue();
            assertThat(fit.model().hasFiniteMean()).isFalse();
            assertThat(fit.notes().get(1))
                    .isEqualTo("the mean spend of all customers is infinite at these parameters, " + fit.model()
                            + ": there is none to expect of a customer without purchases");
            assertThat(fit.parameter("q")).isBetween(0.6, 0.8);
            assertThat(fit.parameter("v") / scale).isBetween(7.0, 14.0);
        }
    }

    @Test
    void amountsAMillionTimesAsLargeOnlyScale() {
        GammaGamma truth = GammaGamma.of(6, 4, 15);
        double[] x = new double[1000];
        double[] mean = new double[1000];
        double[] large = new double[1000];
        double[] weight = new double[1000];
        for (int i = 0; i < x.length; i++) {
            double[] amounts = truth.simulate(4, i, 1 + i % 5);
            x[i] = amounts.length;
            mean[i] = Arrays.stream(amounts).average().orElseThrow();
            large[i] = 1e6 * mean[i];
            weight[i] = 1;
        }
        Fit<GammaGamma> fit = GammaGamma.family().fit(SpendTally.of(x, mean, weight));
        Fit<GammaGamma> scaled = GammaGamma.family().fit(SpendTally.of(x, large, weight));
        assertThat(fit.diagnosis()).hasToString("converged");
        assertThat(scaled.diagnosis()).hasToString("converged");
        assertThat(scaled.parameter("p")).isCloseTo(fit.parameter("p"), within(1e-9 * fit.parameter("p")));
        assertThat(scaled.parameter("q")).isCloseTo(fit.parameter("q"), within(1e-9 * fit.parameter("q")));
        assertThat(scaled.parameter("v")).isCloseTo(1e6 * fit.parameter("v"), within(1e-3 * fit.parameter("v")));
        assertThat(scaled.logLikelihood() + 1000 * Math.log(1e6)).isCloseTo(fit.logLikelihood(), within(1e-7));
    }

    @Test
    void ofCustomersWithoutPurchasesAnInfiniteMeanTellsNothing() {
        GammaGamma truth = GammaGamma.of(2, 0.7, 10);
        double[] x = new double[500];
        double[] mean = new double[500];
        double[] weight = new double[500];
        Arrays.fill(weight, 1);
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 4;
            mean[i] = i % 4 == 0
                    ? 0
                    : Arrays.stream(truth.simulate(4, i, i % 4)).average().orElseThrow();
        }
        Fit<GammaGamma> fit = GammaGamma.family().fit(SpendTally.of(x, mean, weight));
        assertThat(fit.notes()).contains("customers left out for want of a repeat purchase: 125; they get none");
        Fit<GammaGamma> read = GammaGamma.family().parse(fit.toText());
        assertThat(read).isEqualTo(fit);
    }

    @Test
    void equalSpendOfAllIsAtABoundary() {
        double[] x = {2, 3, 4, 5};
        double[] mean = {10, 10, 10, 10};
        Fit<GammaGamma> fit = GammaGamma.family().fit(SpendTally.of(x, mean, new double[] {1, 1, 1, 1}));
        assertThat(fit.diagnosis()).hasToString("at-boundary (p -> infinity, q -> infinity)");
        assertThat(fit.model().expectedSpend(2, 10)).isBetween(9.9, 10.1);
    }
}
