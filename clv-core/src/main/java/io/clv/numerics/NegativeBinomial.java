package io.clv.numerics;

/**
 * The number of events in a time t at a rate that is Gamma(r, alpha) distributed over customers: {@code P(n) = Gamma(r
 * + n) / (Gamma(r) n!) (alpha / (alpha + t))^r (t / (alpha + t))^n}.
 */
public final class NegativeBinomial {

    /** Below this many events the product form is as accurate, and faster. */
    private static final int FEW = 10;

    /** n! for few events. Their logarithm by the library's log-gamma would leave an object to collect. */
    private static final double[] FACTORIAL = {1, 1, 2, 6, 24, 120, 720, 5040, 40_320, 362_880};

    private NegativeBinomial() {}

    /**
     * {@code ln P(n)}. For many events by Loader's saddle point form (2000), in which nothing cancels.
     *
     * @param r the shape, positive
     * @param alpha the rate, positive
     * @param n how many events, not negative
     * @param t the time, not negative; at 0 there are no events
     * @return the log probability, within 1e-14 of max(1, |value|); minus infinity where it is impossible
     */
    public static double logProbability(double r, double alpha, double n, double t) {
        if (n == 0) {
            return -r * Math.log1p(t / alpha);
        }
        if (t == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (n < FEW) {
            return GammaFunctions.logPochhammer(r, n)
                    - Math.log(FACTORIAL[(int) n])
                    - r * Math.log1p(t / alpha)
                    - n * Math.log1p(alpha / t);
        }
        double trials = r + n;
        double p = t / (alpha + t);
        double q = alpha / (alpha + t);
        return GammaFunctions.stirling(trials)
                - GammaFunctions.stirling(n)
                - GammaFunctions.stirling(r)
                - deviance(n, trials * p)
                - deviance(r, trials * q)
                + 0.5 * (Math.log(r / trials) - Math.log(n))
                - GammaFunctions.HALF_LOG_TWO_PI;
    }

    /**
     * The probability of at least n events: {@code P(n) 2F1(1, r + n; n + 1; q)} for {@code q = t / (alpha + t)}, or,
     * where that is more than about a half, what {@code P(n) n/r 2F1(1, r + n; r + 1; 1 - q)} leaves of 1: the two
     * continued fractions of the incomplete beta function {@code I_q(n, r)} (Didonato and Morris 1992).
     *
     * @param r the shape, positive
     * @param alpha the rate, positive
     * @param n how many events, not negative
     * @param t the time, not negative
     * @return the probability, within a relative 1e-13
     */
    public static double atLeast(double r, double alpha, double n, double t) {
        if (n == 0) {
            return 1;
        }
        if (t == 0) {
            return 0;
        }
        double q = t / (alpha + t);
        double here = Math.exp(logProbability(r, alpha, n, t));
        if (q < (n + 1) / (n + r + 2)) {
            return here * Hypergeometric.oneB(r + n, n + 1, q);
        }
        return 1 - here * (n / r) * Hypergeometric.oneB(r + n, r + 1, alpha / (alpha + t));
    }

    /** Loader's bd0: {@code x ln(x / m) + m - x}. */
    static double deviance(double x, double m) {
        double difference = x - m;
        if (Math.abs(difference) >= 0.1 * (x + m)) {
            return x * Math.log(x / m) - difference;
        }
        double v = difference / (x + m);
        double sum = difference * v;
        double term = 2 * x * v;
        double square = v * v;
        for (int j = 1; ; j++) {
            term *= square;
            double next = sum + term / (2 * j + 1);
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
    }
}
