package io.clv.btyd;

import io.clv.numerics.BetaFunctions;
import io.clv.numerics.ExponentialIntegral;
import io.clv.numerics.GammaFunctions;
import io.clv.numerics.GaussKronrod;
import io.clv.numerics.LogConcave;
import io.clv.numerics.NegativeBinomial;

/**
 * The models a second time, by adaptive quadrature of their definitions in other variables and by sums over single
 * purchases: slow, and without a formula in common with the library but the definitions.
 */
final class SlowModels {

    /** Below this logit p counts as 0 beside anything. */
    static final double FAR = -300;

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

    static double logShare(double y) {
        return y < 0 ? y - Math.log1p(Math.exp(y)) : -Math.log1p(Math.exp(-y));
    }

    static double share(double y) {
        return Math.exp(logShare(y));
    }

    static double beta(double y, double a, double b) {
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

    /** Leaving at e^v, in v: the density of a lifetime that ends then, and the silence up to it. */
    private static final LogConcave.Exponent MORTALITY = (v, p, a, b, s, beta) ->
            v + Math.log(s * b / beta) + grown(v, b) - (s + 1) * exposed(v, b, beta) - p * Math.log1p(Math.exp(v) / a);

    /** Being there at e^v, in v, discounted. */
    private static final LogConcave.Exponent BEING_THERE =
            (v, d, none, b, s, beta) -> v - s * exposed(v, b, beta) - d * Math.exp(v);

    /** The next purchase at e^v, in v. */
    private static final LogConcave.Exponent NEXT = (v, p, a, b, s, beta) ->
            v + Math.log(p / a) - (p + 1) * Math.log1p(Math.exp(v) / a) - s * exposed(v, b, beta);

    private static double grown(double v, double b) {
        return b * Math.exp(v);
    }

    private static double exposed(double v, double b, double beta) {
        double grown = grown(v, b);
        return grown < 1
                ? Math.log1p(Math.expm1(grown) / beta)
                : grown + Math.log1p((beta - 1) * Math.exp(-grown)) - Math.log(beta);
    }

    static double gompertzLogLikelihood(
            double r, double alpha, double b, double s, double beta, int x, double tx, double age) {
        double stayed = gompertzLogStayed(r, alpha, b, s, beta, x, tx, age);
        double left = gompertzLogLeft(r, alpha, b, s, beta, x, tx, age);
        double larger = Math.max(stayed, left);
        return GammaFunctions.logGamma(r + x)
                - GammaFunctions.logGamma(r)
                - r * Math.log1p(tx / alpha)
                - x * Math.log(alpha + tx)
                - (tx == 0 ? 0 : s * exposed(Math.log(tx), b, beta))
                + larger
                + Math.log1p(Math.exp(Math.min(stayed, left) - larger));
    }

    static double gompertzAlive(double r, double alpha, double b, double s, double beta, int x, double tx, double age) {
        return 1
                / (1
                        + Math.exp(gompertzLogLeft(r, alpha, b, s, beta, x, tx, age)
                                - gompertzLogStayed(r, alpha, b, s, beta, x, tx, age)));
    }

    private static double gompertzLogStayed(
            double r, double alpha, double b, double s, double beta, int x, double tx, double age) {
        double silence = -(r + x) * Math.log1p((age - tx) / (alpha + tx));
        return age == tx ? silence : silence - s * exposed(Math.log(age - tx), b, gompertzLater(b, beta, tx));
    }

    private static double gompertzLogLeft(
            double r, double alpha, double b, double s, double beta, int x, double tx, double age) {
        return onGrid(MORTALITY, Math.log(age - tx), r + x, alpha + tx, b, s, gompertzLater(b, beta, tx));
    }

    /** {@code 1 + (beta - 1) e^-bt}. */
    static double gompertzLater(double b, double beta, double t) {
        double gone = Math.exp(-b * t);
        return beta > 0.5 ? 1 + (beta - 1) * gone : beta * gone - Math.expm1(-b * t);
    }

    static double gompertzLifetime(double b, double s, double later, double delta, double t) {
        return Math.exp(onGrid(BEING_THERE, Math.log(t), delta, 0, b, s, later));
    }

    static double gompertzPurchase(double p, double a, double b, double s, double later, double t) {
        return Math.exp(onGrid(NEXT, Math.log(t), p, a, b, s, later));
    }

    /** n purchases by t: of one who stays, and of one who leaves, by quadrature over when. */
    static double gompertzCount(double p, double a, double b, double s, double later, int n, double t) {
        double end = Math.log(t);
        LogConcave.Exponent leaving = (v, none, noOther, b1, s1, beta) ->
                MORTALITY.exponent(v, 0, 1, b1, s1, beta) + negativeBinomial(p, a, n, v);
        return Math.exp(negativeBinomial(p, a, n, end) - s * exposed(end, b, later))
                + Math.exp(onGrid(leaving, end, 0, 0, b, s, later));
    }

    private static double negativeBinomial(double p, double a, int n, double logTime) {
        return NegativeBinomial.logProbability(p, a, n, Math.exp(logTime));
    }

    /**
     * The log of an integral up to {@code end}, or to where nothing is left, of a function with any number of peaks:
     * looked at four times in each e-fold, and integrated wherever one of the looks finds anything.
     */
    private static double onGrid(LogConcave.Exponent f, double end, double a, double b, double c, double d, double e) {
        if (end == Double.NEGATIVE_INFINITY) {
            return end;
        }
        double last = Math.min(end, 80);
        double first = Math.min(last, 0) - 120;
        int looks = (int) Math.ceil(4 * (last - first));
        double step = (last - first) / looks;
        double[] seen = new double[looks + 1];
        double height = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= looks; i++) {
            seen[i] = f.exponent(first + i * step, a, b, c, d, e);
            height = Math.max(height, seen[i]);
        }
        double sum = 0;
        for (int i = 0; i < looks; i++) {
            if (Math.max(seen[i], seen[i + 1]) > height - 44) {
                double from = first + i * step;
                sum += GaussKronrod.integrate(f, from, from + step, 1e-13, a, b, c, d, e, height);
            }
        }
        return height + Math.log(sum);
    }
}
