package io.clv.numerics;

import java.util.Arrays;

/**
 * The upper tail of importance weights as a generalised Pareto distribution, fitted by the empirical Bayes estimate of
 * Zhang and Stephens (2009) with the weak prior of Vehtari et al. (2024), who read its shape as a diagnosis: above 0.7
 * an average over the weights cannot be trusted at any practicable number of draws.
 */
final class ParetoTail {

    /** As many imagined observations of shape 0.5 steady the estimate of a short tail. */
    private static final int PRIOR_WEIGHT = 10;

    private static final int FEWEST = 5;

    private final double shape;
    private final double scale;

    private ParetoTail(double shape, double scale) {
        this.shape = shape;
        this.scale = scale;
    }

    /** k-hat: the larger, the heavier the tail. */
    double shape() {
        return shape;
    }

    /** The value below which a share of the tail lies. */
    private double quantile(double share) {
        double log = -Math.log1p(-share);
        return shape == 0 ? scale * log : scale * Math.expm1(shape * log) / shape;
    }

    /**
     * Puts expected order statistics of the fitted tail in place of the largest weights, none above the largest.
     *
     * @param weights not negative, at least one positive; changed
     * @return the shape of the tail
     */
    static double smooth(double[] weights) {
        int n = weights.length;
        int length = (int) Math.ceil(Math.min(0.2 * n, 3 * Math.sqrt(n)));
        if (length < FEWEST) {
            return Double.POSITIVE_INFINITY;
        }
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        // A stable sort, so that equal weights keep the order in which they were drawn.
        Arrays.sort(order, (i, j) -> Double.compare(weights[i], weights[j]));
        double cut = weights[order[n - length - 1]];
        double largest = weights[order[n - 1]];
        if (!(largest - cut > 1e-12 * largest)) {
            // Equal weights are draws from the target itself.
            return 0;
        }
        double[] beyond = new double[length];
        for (int i = 0; i < length; i++) {
            beyond[i] = weights[order[n - length + i]] - cut;
        }
        ParetoTail tail = fit(beyond);
        for (int i = 0; i < length; i++) {
            weights[order[n - length + i]] = Math.min(largest, cut + tail.quantile((i + 0.5) / length));
        }
        return tail.shape;
    }

    /** Fits to what lies beyond a cut, in ascending order. */
    static ParetoTail fit(double[] beyond) {
        int n = beyond.length;
        int grid = 30 + (int) Math.sqrt(n);
        double quartile = beyond[Math.max(0, (int) (n / 4.0 + 0.5) - 1)];
        if (!(quartile > 0)) {
            quartile = beyond[n - 1] / n;
        }
        double[] theta = new double[grid];
        double[] profile = new double[grid];
        for (int j = 0; j < grid; j++) {
            theta[j] = 1 / beyond[n - 1] + (1 - Math.sqrt(grid / (j + 0.5))) / (3 * quartile);
            double k = meanLog(theta[j], beyond);
            profile[j] = n * (Math.log(-theta[j] / k) - k - 1);
        }
        double best = Arrays.stream(profile).max().getAsDouble();
        double sum = 0;
        double weighted = 0;
        for (int j = 0; j < grid; j++) {
            double weight = Math.exp(profile[j] - best);
            sum += weight;
            weighted += weight * theta[j];
        }
        double chosen = weighted / sum;
        double k = meanLog(chosen, beyond);
        double shape = (k * n + 0.5 * PRIOR_WEIGHT) / (n + PRIOR_WEIGHT);
        return new ParetoTail(shape, -k / chosen);
    }

    private static double meanLog(double theta, double[] beyond) {
        double sum = 0;
        for (double x : beyond) {
            sum += Math.log1p(-theta * x);
        }
        return sum / beyond.length;
    }
}
