package io.clv.numerics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Hamiltonian Monte Carlo (Neal 2011) on whitened coordinates: slow, and right for every density that is smooth and has
 * one mode. What importance sampling finds is held against it.
 */
public final class HamiltonianChain {

    /** Batches of draws, whose means tell the Monte Carlo error of a mean in spite of correlation. */
    private static final int BATCHES = 40;

    /** Up to as many are taken, so that no period of the density is met time and again. */
    private static final int STEPS = 8;

    /** Of the deviation. */
    private static final double STEP = 0.4;

    private final List<double[]> draws = new ArrayList<>();
    private final Objective minusLogDensity;
    private final double[] centre;
    private final LowerTriangle spread;
    private final RandomStream random;
    /** Where the chain is, whitened. */
    private double[] last;

    private int accepted;

    private HamiltonianChain(Objective minusLogDensity, double[] centre, double[][] covariance, RandomStream random) {
        this.minusLogDensity = minusLogDensity;
        this.centre = centre;
        this.spread = LowerTriangle.of(covariance, 1);
        this.random = random;
        this.last = new double[centre.length];
    }

    /** A mean over the draws, with its Monte Carlo error. */
    public record Mean(double value, double error) {

        /** How many of both errors lie between this mean and another way's. */
        public double errorsFrom(double other, double otherError) {
            return (value - other) / Math.hypot(error, otherError);
        }
    }

    /**
     * A chain.
     *
     * @param minusLogDensity with its gradient; infinite or NaN where there is none
     * @param start about the mode
     * @param covariance about how wide the density is there
     * @param size the number of draws kept; a tenth as many come before
     * @param seed of the draws
     * @return the chain
     */
    public static HamiltonianChain draw(
            Objective minusLogDensity, double[] start, double[][] covariance, int size, long seed) {
        RandomStream random = RandomStream.of(seed, 0);
        HamiltonianChain chain = new HamiltonianChain(minusLogDensity, start, covariance, random);
        chain.run(size / 10);
        chain.draws.clear();
        chain.accepted = 0;
        chain.run(size);
        return chain;
    }

    private void run(int size) {
        int n = last.length;
        double[] z = last;
        double[] gradient = new double[n];
        double energy = potential(z, gradient);
        for (int i = 0; i < size; i++) {
            double[] momentum = new double[n];
            Arrays.setAll(momentum, k -> random.normal());
            double before = energy + 0.5 * square(momentum);
            double step = STEP * (0.8 + 0.4 * random.uniform());
            int steps = 1 + (int) (STEPS * random.uniform());
            double[] to = z.clone();
            double[] slope = gradient.clone();
            double reached = energy;
            for (int leap = 0; leap < steps; leap++) {
                for (int k = 0; k < n; k++) {
                    momentum[k] -= 0.5 * step * slope[k];
                    to[k] += step * momentum[k];
                }
                reached = potential(to, slope);
                for (int k = 0; k < n; k++) {
                    momentum[k] -= 0.5 * step * slope[k];
                }
            }
            // NaN is refused as well.
            if (Math.log(random.uniform()) < before - reached - 0.5 * square(momentum)) {
                z = to;
                gradient = slope;
                energy = reached;
                accepted++;
            }
            draws.add(spread.from(centre, z));
        }
        last = z;
    }

    /** The energy at whitened coordinates and its gradient by them: L' times that by the point. */
    private double potential(double[] z, double[] gradient) {
        int n = z.length;
        double[] plain = new double[n];
        double value = minusLogDensity.at(spread.from(centre, z), plain, new double[0][]);
        for (int k = 0; k < n; k++) {
            double[] unit = new double[n];
            unit[k] = 1;
            double[] column = spread.from(new double[n], unit);
            gradient[k] = 0;
            for (int j = k; j < n; j++) {
                gradient[k] += column[j] * plain[j];
            }
        }
        return value;
    }

    private static double square(double[] vector) {
        double sum = 0;
        for (double component : vector) {
            sum += component * component;
        }
        return sum;
    }

    /** The mean of a coordinate. */
    public Mean mean(int coordinate) {
        return mean(point -> point[coordinate]);
    }

    /** The mean product of two coordinates' distances from their means. */
    public Mean covariance(int one, int other) {
        double meanOne = mean(one).value();
        double meanOther = mean(other).value();
        return mean(point -> (point[one] - meanOne) * (point[other] - meanOther));
    }

    /** The mean of a quantity. */
    public Mean mean(ToDoubleFunction<double[]> quantity) {
        double[] sums = new double[BATCHES];
        int[] sizes = new int[BATCHES];
        double sum = 0;
        for (int i = 0; i < draws.size(); i++) {
            int batch = (int) ((long) i * BATCHES / draws.size());
            double value = quantity.applyAsDouble(draws.get(i));
            sums[batch] += value;
            sizes[batch]++;
            sum += value;
        }
        double mean = sum / draws.size();
        double squares = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            double off = sums[batch] / sizes[batch] - mean;
            squares += off * off;
        }
        return new Mean(mean, Math.sqrt(squares / (BATCHES - 1) / BATCHES));
    }

    /** The share of proposals that were accepted. */
    public double accepted() {
        return (double) accepted / draws.size();
    }
}
