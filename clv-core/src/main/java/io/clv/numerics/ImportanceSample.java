package io.clv.numerics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weighted draws from a density of a few dimensions by adaptive mixture importance sampling (Cornuet, Marin, Mira and
 * Robert 2012): the first stage draws from kernels along the ridges of the density, so that a long or bent tail is not
 * missed; each later one as well, and as often from a multivariate t with the mean and covariance that the draws before
 * it show. All draws are weighed against the mixture of all stages. The largest weights are smoothed, and the shape of
 * their tail, k-hat, says whether they can be trusted (PSIS, Vehtari et al. 2024). Stages are added while k-hat is
 * above 0.7, or the draws are worth too few, up to a limit.
 *
 * @param points the draws
 * @param weights their weights, which sum to 1
 * @param shape k-hat
 * @param evaluations how often the density was evaluated, along the ridges too
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, inside the library
public record ImportanceSample(double[][] points, double[] weights, double shape, int evaluations) {

    /** The shape above which a sample is not to be trusted. */
    public static final double LARGEST_SHAPE = 0.7;

    private static final int[] STAGES = {300, 400, 600};

    private static final int MOST_STAGES = 12;

    /** A proposal a little wider than the target keeps the weights bounded. */
    private static final double SCALE = 1.05;

    /**
     * Draws.
     *
     * @param minusLogDensity with both derivatives
     * @param target the log of the density, which may be zero where the former is not
     * @param mode about where it is highest
     * @param covariance about how wide it is there
     * @param enough the effective number of draws to be reached, within the limit; half the first stage or fewer may
     *     come from that alone, and more take three stages at least
     * @param seed of the draws
     * @return the draws; {@link #shape} above {@link #LARGEST_SHAPE} if the limit was reached before they were good
     */
    public static ImportanceSample draw(
            Objective minusLogDensity,
            LogDensity target,
            double[] mode,
            double[][] covariance,
            double enough,
            long seed) {
        int[] evaluations = {0};
        KernelMixture first = KernelMixture.of(Ridges.of(
                (point, gradient, hessian) -> {
                    evaluations[0]++;
                    return minusLogDensity.at(point, gradient, hessian);
                },
                mode,
                covariance));
        return draw(target, first, enough, seed, evaluations[0]);
    }

    private static ImportanceSample draw(LogDensity target, KernelMixture first, double enough, long seed, int before) {
        int least = 2 * enough <= STAGES[0] ? 1 : STAGES.length;
        Stages stages = new Stages(target, first, RandomStream.of(seed, 0));
        stages.drawFirst(STAGES[0]);
        for (int stage = 1; ; stage++) {
            double[] weights = stages.weights();
            double[] smoothed = weights.clone();
            double shape = ParetoTail.smooth(smoothed);
            normalize(smoothed);
            boolean good = shape <= LARGEST_SHAPE && effectiveSize(smoothed) >= enough;
            if ((stage >= least && good) || stage == MOST_STAGES) {
                double[][] points = stages.points.toArray(new double[0][]);
                return new ImportanceSample(points, smoothed, shape, before + points.length);
            }
            int draws = STAGES[Math.min(stage, STAGES.length - 1)];
            int again = draws / 2;
            stages.draw(adapted(stages.points, weights), draws - again);
            stages.drawFirst(again);
        }
    }

    /** What was drawn so far, and from what. */
    private static final class Stages {

        private record Adapted(Kernel kernel, int draws) {}

        private final LogDensity target;
        private final KernelMixture first;
        private final RandomStream random;
        private final List<Adapted> adapted = new ArrayList<>();
        private final List<double[]> points = new ArrayList<>();
        private final List<Double> densities = new ArrayList<>();
        /** The log density of each point by what the first stage drew from. */
        private final List<Double> byFirst = new ArrayList<>();

        private int drawnFirst;

        Stages(LogDensity target, KernelMixture first, RandomStream random) {
            this.target = target;
            this.first = first;
            this.random = random;
        }

        void drawFirst(int draws) {
            for (int i = 0; i < draws; i++) {
                add(first.draw(random));
            }
            drawnFirst += draws;
        }

        void draw(Kernel kernel, int draws) {
            for (int i = 0; i < draws; i++) {
                add(kernel.draw(random));
            }
            adapted.add(new Adapted(kernel, draws));
        }

        private void add(double[] point) {
            points.add(point);
            densities.add(target.at(point));
            byFirst.add(first.logDensity(point));
        }

        /** Weights against the mixture of all that was drawn from, the largest being 1. */
        double[] weights() {
            double[] logs = new double[points.size()];
            double[] parts = new double[adapted.size() + 1];
            for (int i = 0; i < logs.length; i++) {
                for (int k = 0; k < adapted.size(); k++) {
                    Adapted part = adapted.get(k);
                    parts[k] = Math.log(part.draws()) + part.kernel().logDensity(points.get(i));
                }
                parts[adapted.size()] = Math.log(drawnFirst) + byFirst.get(i);
                logs[i] = densities.get(i) - KernelMixture.logSum(parts);
            }
            return relative(logs);
        }
    }

    private static double[] relative(double[] logs) {
        double top = Arrays.stream(logs).max().getAsDouble();
        if (!Double.isFinite(top)) {
            throw new ArithmeticException("a density must be above 0 somewhere near its mode, but was not");
        }
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.exp(logs[i] - top);
        }
        return logs;
    }

    /** The next stage's kernel, with truncated weights (Ionides 2008), so that one draw cannot shrink it. */
    private static Kernel adapted(List<double[]> points, double[] weights) {
        double cut = CompensatedSum.of(weights) / Math.sqrt(weights.length);
        double[] truncated = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            truncated[i] = Math.min(weights[i], cut);
        }
        normalize(truncated);
        int n = points.get(0).length;
        double[] mean = new double[n];
        for (int i = 0; i < truncated.length; i++) {
            for (int k = 0; k < n; k++) {
                mean[k] += truncated[i] * points.get(i)[k];
            }
        }
        double[][] covariance = new double[n][n];
        for (int i = 0; i < truncated.length; i++) {
            double[] point = points.get(i);
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    covariance[j][k] += truncated[i] * (point[j] - mean[j]) * (point[k] - mean[k]);
                }
            }
        }
        for (int k = 0; k < n; k++) {
            // Keeps the matrix positive definite where a single draw has all the weight.
            covariance[k][k] = covariance[k][k] * (1 + 1e-9) + 1e-12;
        }
        return new Kernel(mean, LowerTriangle.of(covariance, SCALE), 1);
    }

    private static void normalize(double[] weights) {
        double sum = CompensatedSum.of(weights);
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    /** {@code 1 / sum w^2} of weights that sum to 1. */
    private static double effectiveSize(double[] weights) {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return 1 / squares;
    }

    /**
     * The mean of a coordinate.
     *
     * @param coordinate from 0
     * @return the weighted mean
     */
    public double mean(int coordinate) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < weights.length; i++) {
            sum.add(weights[i] * points[i][coordinate]);
        }
        return sum.value();
    }

    /**
     * The variance of a coordinate.
     *
     * @param coordinate from 0
     * @return the weighted mean square about the mean
     */
    public double variance(int coordinate) {
        double mean = mean(coordinate);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < weights.length; i++) {
            double off = points[i][coordinate] - mean;
            sum.add(weights[i] * off * off);
        }
        return sum.value();
    }

    /**
     * What the draws are worth for the mean of a coordinate: the variance of the coordinate over that of its mean.
     *
     * @param coordinate from 0
     * @return a number of independent draws
     */
    public double effectiveSize(int coordinate) {
        double mean = mean(coordinate);
        double error = 0;
        for (int i = 0; i < weights.length; i++) {
            double off = weights[i] * (points[i][coordinate] - mean);
            error += off * off;
        }
        return error > 0 ? variance(coordinate) / error : weights.length;
    }

    /**
     * A quantile of a coordinate: the least drawn value that has at least a share of the weight at or below it.
     *
     * @param coordinate from 0
     * @param share between 0 and 1
     * @return the quantile
     */
    public double quantile(int coordinate, double share) {
        Integer[] order = new Integer[points.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(points[i][coordinate], points[j][coordinate]));
        double reached = 0;
        for (int i : order) {
            reached += weights[i];
            if (reached >= share) {
                return points[i][coordinate];
            }
        }
        return points[order[order.length - 1]][coordinate];
    }

    /**
     * Draws of equal weight: each point as often as its weight says, by systematic resampling.
     *
     * @param count how many
     * @param seed of the one random number it takes
     * @return indices of points, ascending
     */
    public int[] resampled(int count, long seed) {
        double offset = RandomStream.of(seed, 1).uniform();
        int[] chosen = new int[count];
        double reached = weights[0];
        int at = 0;
        for (int i = 0; i < count; i++) {
            double mark = (i + offset) / count;
            while (reached < mark && at < weights.length - 1) {
                reached += weights[++at];
            }
            chosen[i] = at;
        }
        return chosen;
    }
}
