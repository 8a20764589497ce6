package io.clv.numerics;

import java.util.Arrays;

/**
 * Where {@link GompertzIntegral#logLeaving} looked, and what weight each place has in it: the mean of any function of
 * the time of leaving is a sum over these nodes. A workspace, not safe to share between threads.
 */
public final class GompertzNodes {

    private double[] times = new double[64];
    private double[] exposures = new double[64];
    private double[] silences = new double[64];
    private double[] weights = new double[64];
    private int size;
    private double sum;
    private double log;

    /** An empty workspace. */
    public GompertzNodes() {}

    /**
     * Integrates {@code (1 + u/a)^-p f(u)} over u up to a length, f the density of the lifetime.
     *
     * @param p positive
     * @param a positive
     * @param s positive
     * @param beta positive
     * @param length positive
     */
    public void integrate(double p, double a, double s, double beta, double length) {
        size = 0;
        double m = GompertzIntegral.origin(a, beta);
        double end = GompertzLife.lift(1 / m, length);
        log = Math.log(s * (m / beta)) + GompertzIntegral.walk(true, false, 0, end, 0, p, a, 0, s, beta, m, this);
        sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weights[i];
        }
    }

    void add(double time, double exposure, double silence, double weight) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            exposures = Arrays.copyOf(exposures, 2 * size);
            silences = Arrays.copyOf(silences, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
        }
        times[size] = time;
        exposures[size] = exposure;
        silences[size] = silence;
        weights[size++] = weight;
    }

    void rescale(double factor) {
        for (int i = 0; i < size; i++) {
            weights[i] *= factor;
        }
    }

    /**
     * The log of the integral.
     *
     * @return as {@link GompertzIntegral#logLeaving} gives it
     */
    public double log() {
        return log;
    }

    /**
     * How many nodes there are.
     *
     * @return above 0
     */
    public int size() {
        return size;
    }

    /**
     * The time of a node, u.
     *
     * @param i from 0
     * @return positive, in units of 1/b
     */
    public double time(int i) {
        return times[i];
    }

    /**
     * {@link GompertzLife#exposure} at a node.
     *
     * @param i from 0
     * @return positive
     */
    public double exposure(int i) {
        return exposures[i];
    }

    /**
     * {@code ln(1 + u/a)} at a node.
     *
     * @param i from 0
     * @return positive
     */
    public double silence(int i) {
        return silences[i];
    }

    /**
     * The weight of a node.
     *
     * @param i from 0
     * @return not negative; they sum to 1
     */
    public double weight(int i) {
        return weights[i] / sum;
    }
}
