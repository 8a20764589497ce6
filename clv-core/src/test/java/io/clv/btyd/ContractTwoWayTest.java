package io.clv.btyd;

import static io.clv.btyd.RenewalMoment.JUST_BEFORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clv.numerics.CompensatedSum;
import io.clv.numerics.LogConcave;
import io.clv.numerics.LogUniform;
import org.junit.jupiter.api.Test;

/**
 * The contract models a second time, on inputs drawn over many orders of magnitude: by adaptive quadrature over a
 * customer's chance to leave, and by sums renewal by renewal.
 */
class ContractTwoWayTest {

    /** Beta(a, b) in logit theta, times the p-th power of {@code d / (d + theta)}. */
    private static final LogConcave.Exponent LIFETIME =
            (y, a, b, d, p, none) -> a * logShare(y) + b * logShare(-y) - p * Math.log1p(Math.exp(logShare(y)) / d);

    /** Beta(a, b) in logit theta, times {@code (1 - theta)^x}. */
    private static final LogConcave.Exponent SURVIVAL =
            (y, a, b, x, none, unused) -> a * logShare(y) + (b + x) * logShare(-y);

    private final LogUniform draw = new LogUniform(11);

    private static double logShare(double y) {
        return y < 0 ? y - Math.log1p(Math.exp(y)) : -Math.log1p(Math.exp(-y));
    }

    private static double logIntegral(LogConcave.Exponent exponent, double a, double b, double third, double fourth) {
        return LogConcave.logIntegral(exponent, Math.log(a / b), Double.POSITIVE_INFINITY, a, b, third, fourth, 0);
    }

    private static void assertSame(String what, double actual, double expected, double accepted) {
        assertThat(actual).as(what).isCloseTo(expected, within(accepted * Math.abs(expected) + 1e-300));
    }

    @Test
    void theSortedByQuadrature() {
        for (int i = 0; i < 3000; i++) {
            double alpha = draw.next(1e-3, 1e3);
            double beta = draw.next(1e-3, 1e6);
            double d = draw.next(1e-9, 10);
            int renewals = draw.whole(1_000_000);
            ShiftedBetaGeometric model = ShiftedBetaGeometric.of(alpha, beta);
            String what = model + " after " + renewals + " at " + d;
            double ahead = beta + renewals + 1;
            double all = logIntegral(LIFETIME, alpha, ahead, d, 0);
            double once = logIntegral(LIFETIME, alpha, ahead, d, 1);
            double twice = logIntegral(LIFETIME, alpha, ahead, d, 2);
            double retention = (beta + renewals) / (alpha + beta + renewals);
            double residual = retention * (1 + d) / d * Math.exp(once - all);
            assertSame(what, model.discountedExpectedResidualLifetime(renewals, d, JUST_BEFORE), residual, 1e-11);
            double elasticity = (1 + d) / d * Math.exp(twice - once);
            assertSame(what, model.retentionElasticity(renewals, d), elasticity, 1e-11);
            if (alpha > 1) {
                double lifetime = (beta + renewals) / (alpha - 1);
                BetaDiscreteWeibull summed = BetaDiscreteWeibull.of(alpha, beta, 1);
                assertSame(what, summed.expectedResidualLifetime(renewals).orElseThrow(), lifetime, 1e-12);
            }
        }
    }

    @Test
    void survivalByQuadratureAndCoinByCoin() {
        for (int i = 0; i < 3000; i++) {
            double alpha = draw.next(1e-3, 1e3);
            double beta = draw.next(1e-3, 1e6);
            double c = draw.next(0.05, 20);
            int renewals = draw.whole(10_000);
            ShiftedBetaGeometric sorted = ShiftedBetaGeometric.of(alpha, beta);
            double coins = SlowModels.logStays(alpha, beta, renewals);
            assertSame(sorted + " after " + renewals, sorted.logSurvival(renewals), coins, 1e-13);
            BetaDiscreteWeibull model = BetaDiscreteWeibull.of(alpha, beta, c);
            double log = logIntegral(SURVIVAL, alpha, beta, Math.pow(renewals, c), 0)
                    - logIntegral(SURVIVAL, alpha, beta, 0, 0);
            assertThat(model.logSurvival(renewals))
                    .as(model + " after " + renewals)
                    .isCloseTo(log, within(1e-11 * Math.max(1, Math.abs(log))));
        }
    }

    @Test
    void theChangingRenewalByRenewal() {
        for (int i = 0; i < 300; i++) {
            double alpha = draw.next(1e-3, 1e2);
            double beta = draw.next(1e-3, 1e5);
            double c = draw.next(0.02, 20);
            double d = draw.next(1e-3, 1);
            int renewals = draw.whole(100_000);
            BetaDiscreteWeibull model = BetaDiscreteWeibull.of(alpha, beta, c);
            CompensatedSum payments = new CompensatedSum();
            CompensatedSum delays = new CompensatedSum();
            for (int k = 1; k * Math.log1p(d) < 45; k++) {
                double payment = Math.exp(model.logStay(renewals, k) - k * Math.log1p(d));
                payments.add(payment);
                delays.add(k * payment);
            }
            if (payments.value() > 1e-290) {
                String what = model + " after " + renewals + " at " + d;
                double residual = payments.value() * (1 + d);
                assertSame(what, model.discountedExpectedResidualLifetime(renewals, d, JUST_BEFORE), residual, 1e-12);
                double elasticity = delays.value() / payments.value();
                assertSame(what, model.retentionElasticity(renewals, d), elasticity, 1e-12);
            }
        }
    }

    @Test
    void nothingLeavesTheNumbers() {
        for (int i = 0; i < 2000; i++) {
            BetaDiscreteWeibull model =
                    BetaDiscreteWeibull.of(draw.next(1e-30, 1e30), draw.next(1e-30, 1e30), draw.next(1e-6, 1e6));
            double d = draw.next(1e-30, 1e6);
            int renewals = draw.whole(Integer.MAX_VALUE);
            String what = model + " after " + renewals + " at " + d;
            double residual = model.discountedExpectedResidualLifetime(renewals, d, JUST_BEFORE);
            assertThat(residual).as(what).isBetween(0.0, (1 + d) / d * (1 + 1e-9));
            assertThat(model.retentionElasticity(renewals, d)).as(what).isBetween(1.0, (1 + d) / d * (1 + 1e-9));
            assertThat(model.survival(renewals)).as(what).isBetween(0.0, 1.0);
            assertThat(model.expectedResidualLifetime(renewals).orElse(residual))
                    .as(what)
                    .isGreaterThanOrEqualTo(residual * (1 - 1e-9));
        }
    }
}
