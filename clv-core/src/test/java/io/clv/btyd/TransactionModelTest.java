package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every model. */
class TransactionModelTest {

    static List<TransactionModel> models() {
        return List.of(
                Nbd.of(0.385, 12.072),
                ParetoNbd.of(0.553, 10.578, 0.606, 11.669),
                BgNbd.of(0.243, 4.414, 0.793, 2.426),
                MbgNbd.of(0.525, 6.183, 0.891, 1.614),
                GGompertzNbd.of(0.553, 10.578, 0.05, 0.61, 11.67),
                BgBb.of(0.8, 4.2, 0.7, 18));
    }

    /** Those to which any moment is one. Time in opportunities is {@link BgBbTest}'s. */
    static List<TransactionModel> inContinuousTime() {
        return models().stream()
                .filter(model -> TransactionFamily.named(model.name()).process() == PurchaseProcess.CONTINUOUS_TIME)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void countsAreADistributionWhoseMeanIsTheExpectation(TransactionModel model) {
        double sum = 0;
        double mean = 0;
        for (int n = 0; n < 400; n++) {
            double probability = model.probabilityOfCount(3, 20, 39, n, 26);
            sum += probability;
            mean += n * probability;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(mean).isCloseTo(model.expectedTransactions(3, 20, 39, 26), within(1e-11));
    }

    @ParameterizedTest
    @MethodSource("models")
    void someOrNone(TransactionModel model) {
        double some = model.probabilityOfPurchase(3, 20, 39, 26);
        assertThat(some + model.probabilityOfCount(3, 20, 39, 0, 26)).isCloseTo(1, within(1e-13));
        double never = model.probabilityOfNoFurtherPurchase(3, 20, 39);
        assertThat(model.probabilityOfPurchase(3, 20, 39, 1e9)).isCloseTo(1 - never, within(1e-4));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aNewcomerHasNoHistory(TransactionModel model) {
        assertThat(model.expectedTransactionsOfNewCustomer(52)).isEqualTo(model.expectedTransactions(0, 0, 0, 52));
        assertThat(model.probabilityOfCount(2, 52)).isEqualTo(model.probabilityOfCount(0, 0, 0, 2, 52));
        assertThat(model.expectedTransactionsOfNewCustomer(0)).isZero();
        assertThat(model.probabilityOfCount(0, 0)).isEqualTo(1);
        assertThat(model.probabilityOfCount(1, 0)).isZero();
    }

    @ParameterizedTest
    @MethodSource("inContinuousTime")
    void theDensityOfAHistoryIsTheChangeOfItsProbability(TransactionModel model) {
        // P(no repeat purchase by T) is the likelihood of (0, 0, T).
        assertThat(Math.exp(model.logLikelihood(0, 0, 39))).isCloseTo(model.probabilityOfCount(0, 39), within(1e-13));
        // P(exactly one by T) is the integral of the density over its time.
        int steps = 20_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += Math.exp(model.logLikelihood(1, 39 * (i + 0.5) / steps, 39));
        }
        assertThat(sum * 39 / steps).isCloseTo(model.probabilityOfCount(1, 39), within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("models")
    void discountingWithoutARateIsNone(TransactionModel model) {
        assertThat(model.discountedExpectedTransactions(3, 20, 39, 0, 26))
                .isCloseTo(model.expectedTransactions(3, 20, 39, 26), within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aLongHorizonIsNearlyInfinite(TransactionModel model) {
        double delta = 0.0027;
        double far = Math.ceil(50 / delta);
        double forEver = model.discountedExpectedTransactions(3, 20, 39, delta);
        assertThat(model.discountedExpectedTransactions(3, 20, 39, delta, far))
                .isCloseTo(forEver, within(1e-12 * forEver));
        double life = model.discountedExpectedLifetime(3, 20, 39, delta);
        assertThat(model.discountedExpectedLifetime(3, 20, 39, delta, far)).isCloseTo(life, within(1e-12 * life));
        assertThat(model.discountedExpectedTransactions(3, 20, 39, delta, 52)).isLessThan(forEver);
    }

    @ParameterizedTest
    @MethodSource("inContinuousTime")
    void discountedTransactionsAreTheSumOfPeriods(TransactionModel model) {
        double delta = 0.01;
        int steps = 4000;
        double sum = 0;
        double before = 0;
        for (int i = 1; i <= steps; i++) {
            double now = model.expectedTransactions(3, 20, 39, 52.0 * i / steps);
            sum += (now - before) * Math.exp(-delta * 52 * (i - 0.5) / steps);
            before = now;
        }
        assertThat(model.discountedExpectedTransactions(3, 20, 39, delta, 52)).isCloseTo(sum, within(1e-7));
    }

    @ParameterizedTest
    @MethodSource("inContinuousTime")
    void theTimeToTheNextPurchaseIsTheInverseOfItsProbability(TransactionModel model) {
        double ever = 1 - model.probabilityOfNoFurtherPurchase(3, 20, 39);
        for (double part : new double[] {0.01, 0.3, 0.9}) {
            double time = model.timeToNextPurchase(3, 20, 39, part * ever).orElseThrow();
            assertThat(model.probabilityOfPurchase(3, 20, 39, time)).isCloseTo(part * ever, within(1e-12));
        }
        if (ever < 0.999) {
            assertThat(model.timeToNextPurchase(3, 20, 39, 0.5 + 0.5 * ever)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("inContinuousTime")
    void theMeanTimeGivenAReturnIsThatOfItsDistribution(TransactionModel model) {
        double ever = 1 - model.probabilityOfNoFurtherPurchase(8, 35, 39);
        double mean = model.meanTimeToNextPurchase(8, 35, 39).orElseThrow();
        // the integral of P(later than t | return) over t = e^y
        double step = 0.002;
        double sum = 0;
        for (double y = -20; y < 16; y += step) {
            double t = Math.exp(y);
            sum += t * Math.max(0, 1 - model.probabilityOfPurchase(8, 35, 39, t) / ever);
        }
        assertThat(sum * step).isCloseTo(mean, within(1e-6 * mean));
    }

    @Test
    void theMeanTimeIsInfiniteOfOneWhoNeverCameBack() {
        assertThat(BgNbd.of(0.243, 4.414, 0.793, 2.426).meanTimeToNextPurchase(0, 0, 39))
                .isEmpty();
        assertThat(ParetoNbd.of(0.2, 10, 0.6, 11).meanTimeToNextPurchase(0, 0, 39))
                .isEmpty();
        assertThat(ParetoNbd.of(0.553, 10.578, 0.606, 11.669).meanTimeToNextPurchase(0, 0, 39))
                .isPresent();
    }

    @Test
    void aTimeBeyondAllNumbersIsEmpty() {
        assertThat(BgNbd.of(1e-3, 1, 1, 1).timeToNextPurchase(0, 0, 39, 0.9)).isEqualTo(OptionalDouble.empty());
        assertThat(ParetoNbd.of(1e-3, 1, 1e-6, 1e6).timeToNextPurchase(0, 0, 39, 0.9))
                .isEmpty();
    }

    @Test
    void withoutRepeatPurchasesBgNbdKnowsNothing() {
        assertThat(BgNbd.of(0.243, 4.414, 0.793, 2.426).probabilityAlive(0, 0, 39))
                .isEqualTo(1);
        assertThat(MbgNbd.of(0.525, 6.183, 0.891, 1.614).probabilityAlive(0, 0, 39))
                .isLessThan(0.7);
        assertThat(ParetoNbd.of(0.553, 10.578, 0.606, 11.669).probabilityAlive(0, 0, 39))
                .isLessThan(0.7);
    }

    @ParameterizedTest
    @MethodSource("models")
    void simulatedCustomersHaveTheMomentsOfTheModel(TransactionModel model) {
        int customers = 40_000;
        double sum = 0;
        double none = 0;
        double later = 0;
        for (int customer = 0; customer < customers; customer++) {
            double[] times = model.simulate(11, customer, 78);
            int early = 0;
            for (double time : times) {
                assertThat(time).isBetween(0.0, 78.0);
                early += time <= 39 ? 1 : 0;
            }
            sum += early;
            none += early == 0 ? 1 : 0;
            // those with no purchase by 39: what is to come is the conditional expectation
            later += early == 0 ? times.length : 0;
        }
        double expected = model.expectedTransactionsOfNewCustomer(39);
        double variance = 0;
        for (int n = 0; n < 500; n++) {
            variance += (n - expected) * (n - expected) * model.probabilityOfCount(n, 39);
        }
        double p = model.probabilityOfCount(0, 39);
        assertThat(sum / customers).isCloseTo(expected, within(4 * Math.sqrt(variance / customers)));
        assertThat(none / customers).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / customers)));
        assertThat(later / none).isCloseTo(model.expectedTransactions(0, 0, 39, 39), within(0.03));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aCustomerIsDrawnAlikeInAnyCompany(TransactionModel model) {
        assertThat(model.simulate(3, 17, 500))
                .isEqualTo(model.simulate(3, 17, 500))
                .isSorted();
        assertThat(model.simulate(3, 17, 39))
                .isEqualTo(java.util.Arrays.stream(model.simulate(3, 17, 500))
                        .filter(time -> time <= 39)
                        .toArray());
    }

    @Test
    void aCustomerWithoutEndIsRefused() {
        assertThatThrownBy(() -> Nbd.of(1e6, 1e-3).simulate(1, 1, 1e9))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith(
                        "a simulated customer must make at most 10000000 purchases, but made more by time");
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatCannotBeIsRefused(TransactionModel model) {
        assertRefused("x must be a whole number and not negative, but was -1.0", () -> model.logLikelihood(-1, 0, 39));
        assertRefused("t_x must be between 0 and T (39.0), but was 40.0", () -> model.probabilityAlive(2, 40, 39));
        assertRefused("t_x must be between 0 and T (39.0), but was NaN", () -> model.logLikelihood(2, Double.NaN, 39));
        assertRefused("t_x must be 0 where x is 0, but was 3.0", () -> model.expectedTransactions(0, 3, 39, 1));
        assertRefused("t_x must be above 0 where x is above 0 (2), but was 0.0", () -> model.logLikelihood(2, 0, 39));
        assertRefused(
                "T must be finite and not negative, but was Infinity",
                () -> model.probabilityOfCount(0, 0, Double.POSITIVE_INFINITY, 0, 1));
        assertRefused("T must be finite and not negative, but was -1.0", () -> model.simulate(1, 1, -1));
        assertRefused(
                "horizon must be finite and not negative, but was Infinity",
                () -> model.simulate(1, 1, 2, 30, 39, Double.POSITIVE_INFINITY));
        assertRefused("t_x must be between 0 and T (39.0), but was 40.0", () -> model.simulate(1, 1, 2, 40, 39, 5));
        assertRefused(
                "horizon must be finite and not negative, but was -1.0",
                () -> model.expectedTransactions(2, 30, 39, -1));
        assertRefused(
                "horizon must be finite and not negative, but was NaN",
                () -> model.discountedExpectedLifetime(2, 30, 39, 0.1, Double.NaN));
        assertRefused("n must not be negative, but was -1", () -> model.probabilityOfCount(-1, 39));
        assertRefused(
                "delta must be finite and above 0 for an infinite horizon, but was 0.0",
                () -> model.discountedExpectedTransactions(2, 30, 39, 0));
        assertRefused(
                "delta must be finite and above 0 for an infinite horizon, but was 0.0",
                () -> model.discountedExpectedLifetime(2, 30, 39, 0));
        assertRefused(
                "delta must be finite and not negative, but was -0.1",
                () -> model.discountedExpectedTransactions(2, 30, 39, -0.1, 5));
        assertRefused("share must be above 0 and below 1, but was 1.0", () -> model.timeToNextPurchase(2, 30, 39, 1));
    }

    @Test
    void impossibleParametersAreRefused() {
        assertRefused("r must be finite and above 0, but was 0.0", () -> BgNbd.of(0, 1, 1, 1));
        assertRefused("alpha must be finite and above 0, but was NaN", () -> Nbd.of(1, Double.NaN));
        assertRefused(
                "beta must be finite and above 0, but was Infinity",
                () -> ParetoNbd.of(1, 1, 1, Double.POSITIVE_INFINITY));
        assertRefused("b must be finite and above 0, but was -2.0", () -> MbgNbd.of(1, 1, 1, -2));
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void modelsAreValues() {
        assertThat(BgNbd.of(0.243, 4.414, 0.793, 2.426))
                .isEqualTo(BgNbd.of(0.243, 4.414, 0.793, 2.426))
                .hasSameHashCodeAs(BgNbd.of(0.243, 4.414, 0.793, 2.426))
                .isNotEqualTo(MbgNbd.of(0.243, 4.414, 0.793, 2.426))
                .hasToString("bg-nbd{r=0.243, alpha=4.414, a=0.793, b=2.426}");
        assertThat(ParetoNbd.of(1, 2, 3, 4).parameters())
                .containsExactly(
                        java.util.Map.entry("r", 1.0),
                        java.util.Map.entry("alpha", 2.0),
                        java.util.Map.entry("s", 3.0),
                        java.util.Map.entry("beta", 4.0));
    }
}
