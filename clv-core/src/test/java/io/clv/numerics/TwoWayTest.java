package io.clv.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Two evaluations of different method, over inputs drawn at random far beyond what fitted models give. */
class TwoWayTest {

    private static final int DRAWS = 10_000;

    @Test
    void purchasesByCountAndByQuadratureAgree() {
        LogUniform draw = new LogUniform(41);
        LogitExpectation.Function purchases = (p, q, r, w, third, fourth) -> -Math.expm1(-r * Math.log1p(w * p)) / p;
        for (int i = 0; i < DRAWS; i++) {
            double w = draw.next(1e-6, 5);
            double r = draw.next(1e-3, 150 / (1 + w));
            double a = draw.next(1e-3, 1e3);
            double b = draw.next(1e-3, 1e5);
            double byCount = BetaMixture.purchasesByCount(r, a, b, w);
            double byQuadrature = LogitExpectation.of(purchases, a, b, (r + 1) * w, r, r, w, 0, 0);
            assertRelative(byCount, byQuadrature, 2e-12, "r=%s a=%s b=%s w=%s", r, a, b, w);
        }
    }

    @Test
    void aSeriesAsAnIntegralIsTheSumOfItsTerms() {
        LogUniform draw = new LogUniform(44);
        for (int i = 0; i < DRAWS / 20; i++) {
            int k = draw.choice(3) == 0 ? 0 : draw.whole(100);
            double a = k + draw.next(1e-3, 10);
            double b = draw.next(1e-3, 1e5);
            double g = 1 + draw.next(1e-3, 10);
            double d = k + draw.next(1e-3, 1e5);
            int count = 30_000 + draw.choice(30_000);
            CompensatedSum sum = new CompensatedSum();
            double largest = 0;
            double term = 1;
            for (int j = 0; j < count; j++) {
                sum.add(term);
                largest = Math.max(largest, term);
                term *= (b + j) / (a + b + j) * ((d + j) / (g + d + j)) * ((k + 1.0 + j) / (1 + j));
            }
            if (largest < 1e290) {
                double log = Math.log(sum.value());
                assertThat(BetaSeries.logSum(k, a, b, g, d, a + g - k - 1, count))
                        .as("k=%s a=%s b=%s g=%s d=%s count=%s", k, a, b, g, d, count)
                        .isCloseTo(log, within(1e-12 * Math.max(1, log)));
            }
        }
    }

    @Test
    void discountedPurchasesOfAVeryLongHorizonAreThoseOfAnInfiniteOne() {
        LogUniform draw = new LogUniform(42);
        for (int i = 0; i < DRAWS / 10; i++) {
            double r = draw.next(1e-2, 1e3);
            double a = draw.next(1e-2, 1e2);
            double b = draw.next(1e-2, 1e3);
            double z = draw.next(1e-3, 1e2);
            double far = 60 / z;
            assertRelative(
                    BetaMixture.discountedPurchases(r, a, b, z, far),
                    BetaMixture.discountedPurchases(r, a, b, z),
                    2e-12,
                    "purchases r=%s a=%s b=%s z=%s",
                    r,
                    a,
                    b,
                    z);
            assertRelative(
                    BetaMixture.discountedLifetime(r, a, b, z, far),
                    BetaMixture.discountedLifetime(r, a, b, z),
                    2e-12,
                    "lifetime r=%s a=%s b=%s z=%s",
                    r,
                    a,
                    b,
                    z);
        }
    }

    @Test
    void theExponentialIntegralIsItsQuadrature() {
        LogUniform draw = new LogUniform(43);
        for (int i = 0; i < DRAWS; i++) {
            double s = draw.next(1e-3, 1e3);
            double z = draw.next(1e-6, 1e4);
            // beyond t = 1 + 60/z nothing is left
            double length = Math.log1p(60 / z);
            assertRelative(
                    ExponentialIntegral.scaled(s, z),
                    ExponentialIntegral.scaledUpTo(s, z, length),
                    2e-13,
                    "s=%s z=%s",
                    s,
                    z);
        }
    }

    @Test
    void theParetoIntegralIsThatOfAdaptiveQuadrature() {
        LogUniform draw = new LogUniform(44);
        // in v = ln t, where it is log-concave
        LogConcave.Exponent integrand =
                (v, a, p, b, q, unused) -> v - p * Math.log1p(Math.exp(v) / a) - q * Math.log1p(Math.exp(v) / b);
        for (int i = 0; i < DRAWS; i++) {
            double a = draw.next(1e-3, 1e5);
            double b = draw.choice(10) == 0 ? a : draw.next(1e-3, 1e5);
            double p = draw.next(1e-3, 1e5);
            double q = draw.next(1, 1e3);
            double length = draw.next(1e-5, 1e5);
            double expected = LogConcave.logIntegral(
                    integrand,
                    Math.min(Math.log(length), Math.log(Math.min(a / p, b / q))),
                    Math.log(length),
                    a,
                    p,
                    b,
                    q,
                    0);
            double actual = ParetoIntegral.log(a, p, b, q, length);
            assertThat(Math.abs(actual - expected) / Math.max(1, Math.abs(expected)))
                    .as("a=%s p=%s b=%s q=%s length=%s", a, p, b, q, length)
                    .isLessThan(1e-12);
        }
    }

    @Test
    void theStepFunctionsAreDifferences() {
        LogUniform draw = new LogUniform(45);
        for (int i = 0; i < DRAWS; i++) {
            double a = draw.next(1e-3, 1e3);
            double n = draw.next(1e-3, 1e5);
            double difference = GammaFunctions.logGamma(a + n) - GammaFunctions.logGamma(a);
            double scale = Math.abs(GammaFunctions.logGamma(a + n)) + Math.abs(GammaFunctions.logGamma(a)) + 1;
            assertThat(Math.abs(GammaFunctions.logPochhammer(a, n) - difference) / scale)
                    .as("a=%s n=%s", a, n)
                    .isLessThan(2e-15);
            double harmonic = GammaFunctions.digamma(a + n) - GammaFunctions.digamma(a);
            assertThat(Math.abs(GammaFunctions.harmonicSum(a, n) - harmonic) / (1 / a + Math.log(a + n + 2)))
                    .as("a=%s n=%s", a, n)
                    .isLessThan(2e-15);
            double squares = GammaFunctions.trigamma(a) - GammaFunctions.trigamma(a + n);
            assertThat(Math.abs(GammaFunctions.harmonicSquares(a, n) - squares) / GammaFunctions.trigamma(a))
                    .as("a=%s n=%s", a, n)
                    .isLessThan(2e-15);
        }
    }

    @Test
    void theNegativeBinomialSumsToItsTail() {
        LogUniform draw = new LogUniform(46);
        for (int i = 0; i < 200; i++) {
            double r = draw.next(1e-2, 1e2);
            double alpha = draw.next(1e-1, 1e3);
            double t = alpha * draw.next(1e-3, 1);
            int n = draw.whole(50);
            double sum = 0;
            for (int k = n; k < n + 3000; k++) {
                sum += Math.exp(NegativeBinomial.logProbability(r, alpha, k, t));
            }
            assertRelative(
                    NegativeBinomial.atLeast(r, alpha, n, t), sum, 1e-11, "r=%s alpha=%s n=%s t=%s", r, alpha, n, t);
        }
    }

    private static void assertRelative(double actual, double expected, double accepted, String text, Object... inputs) {
        if (Math.abs(actual) < 1e-290 && Math.abs(expected) < 1e-290) {
            return;
        }
        assertThat(Math.abs(actual - expected) / Math.abs(expected))
                .as(text + " gave " + actual + " and " + expected, inputs)
                .isLessThanOrEqualTo(accepted);
    }
}
