package io.clv.btyd;

import io.clv.numerics.BetaFunctions;
import io.clv.numerics.ExponentialIntegral;
import io.clv.numerics.GammaFunctions;
import io.clv.numerics.LogConcave;

/**
 * What lies ahead of one who is there, a second time: by adaptive quadrature over the log of the time of leaving or of
 * a purchase, where the library has closed forms, continued fractions and series.
 */
final class SlowAhead {

    /** Being there at e^v, discounted. */
    private static final LogConcave.Exponent THERE =
            (v, delta, s, scale, none, noOther) -> v - delta * Math.exp(v) - s * grown(v, scale);

    /** A purchase at e^v, relative to one at once, of one who is still there. */
    private static final LogConcave.Exponent NEXT =
            (v, a, p, b, s, power) -> power * v - (p + 1) * grown(v, a) - s * grown(v, b);

    /** The nth purchase at e^v, and being there then. */
    private static final LogConcave.Exponent NTH =
            (v, a, p, n, b, s) -> n * (v - Math.log(a)) - (p + n) * grown(v, a) - s * grown(v, b);

    /** Leaving at e^v after n purchases. */
    private static final LogConcave.Exponent LEAVING =
            (v, a, p, n, b, s) -> v + n * (v - Math.log(a)) - (p + n) * grown(v, a) - (s + 1) * grown(v, b);

    private static final LogConcave.Exponent THERE_UP_TO = (y, r, a, b, z, w) -> {
        double p = SlowModels.share(y);
        return SlowModels.beta(y, a, b)
                + (y < SlowModels.FAR
                        ? Math.log(-Math.expm1(-z * w) / z)
                        : Math.log(ExponentialIntegral.scaledUpTo(r, z / p, Math.log1p(w * p)))
                                - SlowModels.logShare(y));
    };

    private SlowAhead() {}

    /** {@code ln (1 + e^v / a)}, for any v. */
    private static double grown(double v, double a) {
        double log = v - Math.log(a);
        return log > 40 ? log : Math.log1p(Math.exp(log));
    }

    private static double integral(
            LogConcave.Exponent f, double near, double t, double a, double b, double c, double d, double e) {
        double end = Math.log(t);
        return LogConcave.logIntegral(f, Math.min(end, Math.log(near)), end, a, b, c, d, e);
    }

    /** The discounted time to be there of one whose rate of leaving is Gamma(s, scale) distributed. */
    static double paretoLifetime(double s, double scale, double delta, double t) {
        return Math.exp(integral(THERE, Math.min(scale, 1 / delta), t, delta, s, scale, 0, 0));
    }

    static double paretoPurchase(double p, double a, double s, double b, double t) {
        return Math.exp(Math.log(p / a) + integral(NEXT, Math.min(a, b), t, a, p, b, s, 1));
    }

    static double paretoMeanTime(double p, double a, double s, double b) {
        double forEver = Double.POSITIVE_INFINITY;
        return Math.exp(integral(NEXT, Math.min(a, b), forEver, a, p, b, s, 2)
                - integral(NEXT, Math.min(a, b), forEver, a, p, b, s, 1));
    }

    static double paretoCount(double p, double a, double s, double b, int n, double t) {
        double counts = logOrders(p, n);
        double stayed = n * Math.log(t / a) - (p + n) * Math.log1p(t / a) - s * Math.log1p(t / b);
        double left = Math.log(s / b) + integral(LEAVING, Math.min(a, b), t, a, p, n, b, s);
        return Math.exp(counts + stayed) + Math.exp(counts + left);
    }

    private static double logOrders(double p, int n) {
        return GammaFunctions.logPochhammer(p, n) - GammaFunctions.logGamma(n + 1.0);
    }

    /** n purchases at a rate that is Gamma(p, a) distributed. */
    static double count(double p, double a, int n, double t) {
        return Math.exp(logOrders(p, n) + n * Math.log(t / a) - (p + n) * Math.log1p(t / a));
    }

    /** n coins kept and n purchases; or the nth lost and time for n. */
    static double geometricCount(double p, double scale, double a, double b, int n, double t) {
        double stays = Math.exp(SlowModels.logStays(a, b, n)) * count(p, scale, n, t);
        double atLeast = logOrders(p, n) + Math.log(n) + integral(NTH, scale, t, scale, p, n, scale, 0);
        return stays + a / (a + b + (n - 1)) * Math.exp(SlowModels.logStays(a, b, n - 1) + atLeast);
    }

    /** The mean over p, Beta(a, b) distributed, of the integral of {@code e^(-zu) (1 + pu)^-r} up to w. */
    static double geometricLifetime(double r, double a, double b, double z, double w) {
        double log = LogConcave.logIntegral(THERE_UP_TO, Math.log(a / b), Double.POSITIVE_INFINITY, r, a, b, z, w);
        return Math.exp(log - BetaFunctions.logBeta(a, b));
    }
}
