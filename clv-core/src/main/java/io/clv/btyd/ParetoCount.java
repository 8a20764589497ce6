package io.clv.btyd;

import io.clv.numerics.LogConcave;
import io.clv.numerics.NegativeBinomial;

/**
 * The number of purchases by time t under Pareto/NBD: negative binomial, mixed over the time of leaving.
 *
 * <p>With {@code u = ln(tau / t)} for a customer who leaves at tau, {@code P(n) = NB(n; t) (1 + t/beta)^-s [1 + s t /
 * (beta + t) I]}, where I is the integral over u below 0 of {@code e^u} and the value at tau of {@code NB(n; tau) (1 +
 * tau/beta)^-(s+1)}, relative to that at t. The integrand is log-concave; nothing is subtracted, so that many purchases
 * cost no digits. (Fader and Hardie 2006 give the same probability by two 2F1's.)
 */
final class ParetoCount {

    private static final LogConcave.Exponent LEAVING = (u, n, r, alphaByT, s, betaByT) -> {
        double tau = Math.exp(u);
        double missed = -Math.expm1(u);
        return (n + 1) * u
                + (r + n) * Math.log1p(missed / (alphaByT + tau))
                + (s + 1) * Math.log1p(missed / (betaByT + tau));
    };

    private ParetoCount() {}

    static double probability(double r, double alpha, double s, double beta, int n, double t) {
        if (t == 0) {
            return n == 0 ? 1 : 0;
        }
        double logStayed = NegativeBinomial.logProbability(r, alpha, n, t) - s * Math.log1p(t / beta);
        double logLeft =
                Math.log(s * t / (beta + t)) + LogConcave.logIntegral(LEAVING, -1, 0, n, r, alpha / t, s, beta / t);
        double larger = Math.max(0, logLeft);
        return Math.exp(logStayed + larger) * (Math.exp(-larger) + Math.exp(logLeft - larger));
    }
}
