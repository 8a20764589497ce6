package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.numerics.Lbfgs;
import io.clv.numerics.Minimum;
import io.clv.numerics.Objective;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GGompertzNbdTest {

    private static final double R = 0.553;
    private static final double ALPHA = 10.578;
    private static final double S = 0.606;
    private static final double BETA = 11.669;

    @Test
    void whereMortalityDoesNotGrowItIsParetoNbd() {
        double b = 1e-14;
        GGompertzNbd limit = GGompertzNbd.of(R, ALPHA, b, S, BETA * b);
        ParetoNbd pareto = ParetoNbd.of(R, ALPHA, S, BETA);
        assertSame(limit.logLikelihood(3, 20, 39), pareto.logLikelihood(3, 20, 39));
        assertSame(limit.probabilityAlive(3, 20, 39), pareto.probabilityAlive(3, 20, 39));
        assertSame(limit.expectedTransactions(3, 20, 39, 39), pareto.expectedTransactions(3, 20, 39, 39));
        assertSame(limit.probabilityOfCount(3, 20, 39, 5, 39), pareto.probabilityOfCount(3, 20, 39, 5, 39));
        assertSame(limit.probabilityOfPurchase(3, 20, 39, 39), pareto.probabilityOfPurchase(3, 20, 39, 39));
        assertSame(
                limit.discountedExpectedTransactions(3, 20, 39, 0.0027),
                pareto.discountedExpectedTransactions(3, 20, 39, 0.0027));
        assertSame(
                limit.discountedExpectedLifetime(3, 20, 39, 0.0027, 52),
                pareto.discountedExpectedLifetime(3, 20, 39, 0.0027, 52));
        assertThat(limit.timeToNextPurchase(3, 20, 39, 0.3).orElseThrow())
                .isCloseTo(pareto.timeToNextPurchase(3, 20, 39, 0.3).orElseThrow(), within(1e-9));
    }

    private static void assertSame(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-11 * Math.abs(expected)));
    }

    /** beta = 1 makes {@code S(t) = e^(-s b t)}: everybody leaves at the rate s b. */
    @Test
    void withABetaOfOneLifetimesAreExponential() {
        double b = 0.4;
        double s = 0.2;
        GGompertzNbd model = GGompertzNbd.of(R, ALPHA, b, s, 1);
        double rate = (R + 3) / (ALPHA + 39);
        double alive = model.probabilityAlive(3, 20, 39);
        double delta = 0.0027;
        assertSame(model.discountedExpectedTransactions(3, 20, 39, delta), alive * rate / (s * b + delta));
        assertSame(model.discountedExpectedLifetime(3, 20, 39, delta), alive / (s * b + delta));
        assertSame(model.expectedTransactions(3, 20, 39, 26), alive * rate * -Math.expm1(-s * b * 26) / (s * b));
    }

    /**
     * Adler (2022): r/alpha (S(t) t + integral of tau f(tau)). The paper's own formula lacks the second part's factor.
     */
    @Test
    void theExpectationIsThatOfTheErratum() {
        double b = 0.05;
        double t = 60;
        GGompertzNbd model = GGompertzNbd.of(R, ALPHA, b, S, BETA);
        int steps = 200_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double tau = t * (i + 0.5) / steps;
            sum += tau * Math.exp(b * tau) * Math.pow(BETA + Math.expm1(b * tau), -S - 1);
        }
        double stayed = Math.pow(BETA / (BETA + Math.expm1(b * t)), S) * t;
        double left = b * S * Math.pow(BETA, S) * sum * t / steps;
        assertThat(model.expectedTransactionsOfNewCustomer(t)).isCloseTo(R / ALPHA * (stayed + left), within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"5, 0.01, 0.5", "100, 1e-3, 1e-3", "100, 1e3, 1e3", "40, 0.3, 1e40", "1e8, 1e-8, 1e-40"})
    void lateTimesDoNotOverflow(double b, double s, double beta) {
        GGompertzNbd model = GGompertzNbd.of(0.5, 10, b, s, beta);
        for (double age : new double[] {39, 1000, 1e5}) {
            assertThat(model.logLikelihood(3, 0.5 * age, age)).isFinite();
            assertThat(model.probabilityAlive(3, 0.5 * age, age)).isBetween(0.0, 1.0);
            assertThat(model.expectedTransactions(3, 0.5 * age, age, 1e5)).isBetween(0.0, 4e4);
            assertThat(model.probabilityOfCount(3, 0.5 * age, age, 2, 100)).isBetween(0.0, 1.0);
            assertThat(model.probabilityOfNoFurtherPurchase(3, 0.5 * age, age)).isBetween(0.0, 1.0);
            assertThat(model.meanTimeToNextPurchase(3, 0.5 * age, age).orElseThrow())
                    .isPositive();
            assertThat(model.discountedExpectedLifetime(3, 0.5 * age, age, 0.01))
                    .isBetween(0.0, 100.0);
        }
    }

    /** Leavers early, leavers late: the integral over the time of leaving has two peaks, far apart. */
    @Test
    void bothPeaksCount() {
        GGompertzNbd model = GGompertzNbd.of(0.5, 10, 3, 0.02, 1e12);
        for (double age : new double[] {5, 9, 10, 39}) {
            assertSame(
                    model.logLikelihood(2, 0.01, age),
                    SlowModels.gompertzLogLikelihood(0.5, 10, 3, 0.02, 1e12, 2, 0.01, age));
        }
    }

    @Test
    void itsBIsARate() {
        TransactionFamily<GGompertzNbd> family = GGompertzNbd.family();
        assertThat(family.scaledParameters()).containsExactly("alpha");
        assertThat(family.inverseParameters()).containsExactly("b");
        assertThat(ParetoNbd.family().inverseParameters()).isEmpty();
        assertThat(GGompertzNbd.of(1, 2, 3, 4, 5).parameters())
                .containsExactly(
                        Map.entry("r", 1.0),
                        Map.entry("alpha", 2.0),
                        Map.entry("b", 3.0),
                        Map.entry("s", 4.0),
                        Map.entry("beta", 5.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GGompertzNbd.of(1, 2, 0, 4, 5))
                .withMessage("b must be finite and above 0, but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> family.of(1, 2, 3, 4))
                .withMessage("ggompertz-nbd must have 5 parameters (r, alpha, b, s, beta), but had 4");
    }

    @Test
    void aFitFindsTheParametersThatMadeTheData() {
        GGompertzNbd truth = GGompertzNbd.of(0.8, 8, 0.15, 0.5, 20);
        Fit<GGompertzNbd> fit = GGompertzNbd.family().fit(PathologicalFitTest.simulated(truth, 10_000, 27, 78));
        assertThat(fit.diagnosis()).hasToString("converged");
        truth.parameters()
                .forEach((name, value) -> assertThat(Math.log(fit.parameter(name)))
                        .as(name)
                        .isCloseTo(
                                Math.log(value),
                                within(4 * fit.standardError(name).orElseThrow() / fit.parameter(name))));
        assertThat(fit.standardError("b").orElseThrow()).isLessThan(0.05);
    }

    @Test
    void aFitNeverEndsBelowParetoNbdOrNbd() {
        for (TransactionModel truth : List.of(
                Nbd.of(1, 10),
                ParetoNbd.of(0.55, 10.6, 0.6, 11.7),
                BgNbd.of(0.5, 8, 0.8, 2.5),
                GGompertzNbd.of(0.5, 10, 0.3, 0.3, 500))) {
            for (int customers : new int[] {30, 300}) {
                for (Tally tally : List.of(
                        PathologicalFitTest.simulated(truth, customers, 27, 39),
                        PathologicalFitTest.drawn(truth, 1, customers, 27, 39),
                        PathologicalFitTest.drawn(truth, 5, customers, 27, 39))) {
                    double fit = GGompertzNbd.family().fit(tally).logLikelihood();
                    assertThat(fit)
                            .isGreaterThanOrEqualTo(
                                    ParetoNbd.family().fit(tally).logLikelihood() - 1e-8);
                    assertThat(fit)
                            .isGreaterThanOrEqualTo(Nbd.family().fit(tally).logLikelihood() - 1e-8);
                }
            }
        }
    }

    /** The slow likelihood, climbed by its differences from elsewhere, has its top at the same place. */
    @Test
    void anotherWayUpLeadsToTheSameTop() {
        Tally whole = PathologicalFitTest.simulated(GGompertzNbd.of(1, 30, 0.15, 0.5, 20), 3000, 39, 39);
        double[][] columns = new double[4][whole.rows()];
        for (int row = 0; row < whole.rows(); row++) {
            columns[0][row] = whole.x(row);
            columns[1][row] = whole.x(row) == 0 ? 0 : 3 * Math.ceil(whole.last(row) / 3);
            columns[2][row] = whole.age(row);
            columns[3][row] = whole.weight(row);
        }
        Tally tally = Tally.of(columns[0], columns[1], columns[2], columns[3], ChronoUnit.WEEKS);
        assertThat(tally.rows()).isLessThan(100);
        Fit<GGompertzNbd> fit = GGompertzNbd.family().fit(tally);
        assertThat(fit.diagnosis()).hasToString("converged");
        Objective slow = (logs, gradient, hessian) -> {
            double step = 1e-5;
            for (int i = 0; i < logs.length; i++) {
                double[] moved = logs.clone();
                moved[i] += step;
                double up = slowly(tally, moved);
                moved[i] -= 2 * step;
                gradient[i] = (up - slowly(tally, moved)) / (2 * step);
            }
            return slowly(tally, logs);
        };
        double[] start = {Math.log(0.5), Math.log(5), Math.log(0.1), Math.log(1), Math.log(10)};
        Minimum top = Lbfgs.minimize(slow, start);
        assertThat(-top.value()).isCloseTo(fit.logLikelihood(), within(1e-5));
        int i = 0;
        for (double value : fit.parameters().values()) {
            assertThat(top.point()[i++]).isCloseTo(Math.log(value), within(2e-2));
        }
    }

    private static double slowly(Tally tally, double[] logs) {
        double sum = 0;
        for (int row = 0; row < tally.rows(); row++) {
            sum -= tally.weight(row)
                    * SlowModels.gompertzLogLikelihood(
                            Math.exp(logs[0]),
                            Math.exp(logs[1]),
                            Math.exp(logs[2]),
                            Math.exp(logs[3]),
                            Math.exp(logs[4]),
                            tally.x(row),
                            tally.last(row),
                            tally.age(row));
        }
        return sum;
    }
}
