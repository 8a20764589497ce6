package io.clv.btyd;

import io.clv.numerics.BetaFunctions;
import io.clv.numerics.ExponentialIntegral;
import io.clv.numerics.GammaFunctions;
import io.clv.numerics.LogConcave;

/**
 * The models a second time, by adaptive quadrature of their definitions in other variables and by sums over single
 * purchases: slow, and without a formula in common with the library but the definitions.
 */
final class SlowModels {

    /** Below this logit p counts as 0 beside anything. */
    private static final double FAR = -300;

    /** Leaving at t_x + e^v, in v, relative to leaving at t_x. */
    private static final LogConcave.Exponent LEAVING =
            (v, a, p, b, q, none) -> v - p * Math.log1p(Math.exp(v) / a) - q * Math.log1p(Math.exp(v) / b);

    /** {@code Beta(a, b)} in logit p, times the purchases of one with that p. */
    private static final LogConcave.Exponent PURCHASES = (y, r, a, b, w, none) -> beta(y, a, b)
            + (y < FAR ? Math.log(r * w) : Math.log(-Math.expm1(-r * Math.log1p(w * share(y)))) - logShare(y));

    private static final LogConcave.Exponent DISCOUNTED = (y, r, a, b, z, none) -> beta(y, a, b)
            + (y < FAR ? Math.log(r / z) : Math.log(r * ExponentialIntegral.scaled(r + 1, z / share(y))) - logShare(y));

    private static final LogConcave.Exponent LIFETIME = (y, r, a, b, z, none) -> beta(y, a, b)
            + (y < FAR ? -Math.log(z) : Math.log(ExponentialIntegral.scaledUpTo(r, z / share(y), 700)) - logShare(y));

    private static final LogConcave.Exponent DISCOUNTED_UP_TO = (y, r, a, b, z, w) -> {
        double p = share(y);
        double discounted = y < FAR
                ? Math.log(r * (z == 0 ? w : -Math.expm1(-z * w) / z))
                : Math.log(r * ExponentialIntegral.scaledUpTo(r + 1, z / p, Math.log1p(w * p))) - logShare(y);
        return beta(y, a, b) + discounted;
    };

    private SlowModels() {}

    private static double logShare(double y) {
        return y < 0 ? y - Math.log1p(Math.exp(y)) : -Math.log1p(Math.exp(-y));
    }

    private static double share(double y) {
        return Math.exp(logShare(y));
    }

    private static double beta(double y, double a, double b) {
        return a * logShare(y) + b * logShare(-y);
    }

    /** The log of the odds of having left, Pareto/NBD. */
    static double paretoLogOdds(double r, double alpha, double s, double beta, int x, double tx, double age) {
        if (age == tx) {
            return Double.NEGATIVE_INFINITY;
        }
        double a = alpha + tx;
        double b = beta + tx;
        double length = age - tx;
        double end = Math.log(length);
        double left = Math.log(s / b) + LogConcave.logIntegral(LEAVING, Math.min(end, 0), end, a, r + x, b, s + 1, 0);
        return left + (r + x) * Math.log1p(length / a) + s * Math.log1p(length / b);
    }

    static double paretoLogLikelihood(double r, double alpha, double s, double beta, int x, double tx, double age) {
        double odds = paretoLogOdds(r, alpha, s, beta, x, tx, age);
        double alive = GammaFunctions.logGamma(r + x)
                - GammaFunctions.logGamma(r)
                - r * Math.log1p(age / alpha)
                - x * Math.log(alpha + age)
                - s * Math.log1p(age / beta);
        return alive + logOnePlus(odds);
    }

    static double paretoAlive(double r, double alpha, double s, double beta, int x, double tx, double age) {
        return 1 / (1 + Math.exp(paretoLogOdds(r, alpha, s, beta, x, tx, age)));
    }

    /** The time to be there up to t, by quadrature over it. */
    static double paretoLifetime(double s, double scale, double t) {
        double end = Math.log(t);
        return Math.exp(LogConcave.logIntegral(LEAVING, Math.min(end, Math.log(scale)), end, 1, 0, scale, s, 0));
    }

    private static double logOnePlus(double odds) {
        return odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds));
    }

    /** {@code ln E[(1 - p)^coins]} coin by coin. */
    static double logStays(double a, double b, int coins) {
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < coins; i++) {
            double term = -Math.log1p(a / (b + i));
            double next = sum + term;
            lost += (sum - next) + term;
            sum = next;
        }
        return sum + lost;
    }

    static double geometricLogLikelihood(
            double r, double alpha, double a, double b, int first, int x, double tx, double age) {
        int coins = x + first;
        double alive = GammaFunctions.logGamma(r + x)
                - GammaFunctions.logGamma(r)
                - r * Math.log1p(age / alpha)
                - x * Math.log(alpha + age)
                + logStays(a, b, coins);
        if (coins == 0) {
            return alive;
        }
        double left = GammaFunctions.logGamma(r + x)
                - GammaFunctions.logGamma(r)
                - r * Math.log1p(tx / alpha)
                - x * Math.log(alpha + tx)
                + logStays(a, b, coins - 1)
                + Math.log(a / (a + b + (coins - 1)));
        double larger = Math.max(alive, left);
        return larger + Math.log1p(Math.exp(Math.min(alive, left) - larger));
    }

    static double geometricPurchases(double r, double a, double b, double w) {
        return Math.exp(integral(PURCHASES, r, a, b, w, 0) - BetaFunctions.logBeta(a, b));
    }

    static double geometricDiscounted(double r, double a, double b, double z) {
        return Math.exp(integral(DISCOUNTED, r, a, b, z, 0) - BetaFunctions.logBeta(a, b));
    }

    static double geometricLifetime(double r, double a, double b, double z) {
        return Math.exp(integral(LIFETIME, r, a, b, z, 0) - BetaFunctions.logBeta(a, b));
    }

    static double geometricDiscounted(double r, double a, double b, double z, double w) {
        return Math.exp(integral(DISCOUNTED_UP_TO, r, a, b, z, w) - BetaFunctions.logBeta(a, b));
    }

    private static double integral(LogConcave.Exponent f, double r, double a, double b, double third, double fourth) {
        return LogConcave.logIntegral(f, Math.log(a / b), Double.POSITIVE_INFINITY, r, a, b, third, fourth);
    }
}
