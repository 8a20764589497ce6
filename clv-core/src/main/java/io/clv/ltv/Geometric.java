package io.clv.ltv;

/**
 * Sums of {@code e^(lambda k)} and {@code k e^(lambda k)} over {@code k = 0 .. n-1}, n possibly infinite, without the
 * cancellation of the textbook forms near lambda = 0. Relative error below 1e-14 for |lambda n| up to 700.
 */
final class Geometric {

    private Geometric() {}

    /** {@code (1 - q^n)/(1 - q)} with q = e^lambda; for infinite n lambda must be negative. */
    static double sum(double lambda, double n) {
        if (n <= 0) {
            return 0;
        }
        if (n == Double.POSITIVE_INFINITY) {
            return -1 / Math.expm1(lambda);
        }
        return lambda == 0 ? n : Math.expm1(lambda * n) / Math.expm1(lambda);
    }

    /** {@code sum k q^k}; for infinite n it is {@code q/(1-q)^2}, else it is doubled up, all terms positive. */
    static double linearSum(double lambda, double n) {
        if (n <= 1 || lambda == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        if (n == Double.POSITIVE_INFINITY) {
            double complement = Math.expm1(lambda);
            return Math.exp(lambda) / (complement * complement);
        }
        double count = 0;
        double level = 0;
        double linear = 0;
        long terms = (long) n;
        for (long bit = Long.highestOneBit(terms); bit != 0; bit >>= 1) {
            double shift = Math.exp(lambda * count);
            linear += shift * (linear + count * level);
            level += shift * level;
            count *= 2;
            if ((terms & bit) != 0) {
                double term = Math.exp(lambda * count);
                linear += count * term;
                level += term;
                count++;
            }
        }
        return linear;
    }
}
