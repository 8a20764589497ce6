package io.clv.numerics;

/** Successes among trials whose chance is Beta(a, b) distributed over customers. */
public final class BetaBinomial {

    private BetaBinomial() {}

    /**
     * {@code ln [C(m, n) B(a + n, b + m - n) / B(a, b)]}. Between no and all successes it is Loader's saddle point form
     * (2000) carried over: Stirling's formulas of the nine gamma functions leave the deviances of the table of a, n, b
     * and m - n from independence, none of them negative, so that the large logs of the binomial coefficient never
     * arise.
     *
     * @param a positive
     * @param b positive
     * @param n successes, whole and not negative
     * @param m trials, whole and not below n
     * @return the log of the probability, within 1e-14 of max(1, |value|)
     */
    public static double logProbability(double a, double b, double n, double m) {
        if (n == 0) {
            return BetaFunctions.logBetaRatio(a, b, m);
        }
        if (n == m) {
            return BetaFunctions.logBetaRatio(b, a, m);
        }
        double rest = m - n;
        double prior = a + b;
        double all = prior + m;
        double successes = (a + n) / all;
        double failures = (b + rest) / all;
        double deviance = NegativeBinomial.deviance(a, prior * successes)
                + NegativeBinomial.deviance(b, prior * failures)
                + NegativeBinomial.deviance(n, m * successes)
                + NegativeBinomial.deviance(rest, m * failures);
        double corrections = rest(a, n) + rest(b, rest) - rest(prior, m);
        double spread = a / (a + n) * (b / (b + rest)) * (all / prior) * (m / (n * rest));
        return corrections - deviance + 0.5 * Math.log(spread) - GammaFunctions.HALF_LOG_TWO_PI;
    }

    /** What Stirling's formula leaves of {@code ln [Gamma(z + k) / (Gamma(z) k!)]}. */
    private static double rest(double z, double k) {
        return GammaFunctions.stirling(z + k) - GammaFunctions.stirling(z) - GammaFunctions.stirling(k);
    }
}
