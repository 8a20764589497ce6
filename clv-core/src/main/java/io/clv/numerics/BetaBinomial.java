package io.clv.numerics;

/** Successes among trials whose chance is Beta(a, b) distributed over customers. */
public final class BetaBinomial {

    private BetaBinomial() {}

    /**
     * {@code ln [C(m, n) B(a + n, b + m - n) / B(a, b)]}, as {@code c(a, n) + c(b, m - n) - c(a + b, m)} with
     * {@code c(z, k) = ln [(z)_k / k!]}, which is about {@code (z - 1) ln k}: the large logs of the binomial
     * coefficient never arise.
     *
     * @param a positive
     * @param b positive
     * @param n successes, whole and not negative
     * @param m trials, whole and not below n
     * @return the log of the probability, within 1e-15 of the largest of the three and 1
     */
    public static double logProbability(double a, double b, double n, double m) {
        if (n == 0) {
            return BetaFunctions.logBetaRatio(a, b, m);
        }
        if (n == m) {
            return BetaFunctions.logBetaRatio(b, a, m);
        }
        return logCoefficient(a, n) + logCoefficient(b, m - n) - logCoefficient(a + b, m);
    }

    private static double logCoefficient(double z, double k) {
        if (z == 1) {
            return 0;
        }
        return z < 1 ? BetaFunctions.logBetaRatio(1 - z, z, k) : -BetaFunctions.logBetaRatio(z - 1, 1, k);
    }
}
