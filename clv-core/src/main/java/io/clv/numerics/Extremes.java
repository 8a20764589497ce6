package io.clv.numerics;

import java.util.Arrays;

/**
 * The kth smallest and the kth largest of many values, where k is small: one pass with the k best so far in order, into
 * which but few of the values are put. Reused by one thread.
 */
public final class Extremes {

    /** Up to here it is faster than {@link OrderStatistic}. */
    private static final int FEW = 40;

    private final int rank;
    private final double[] best;
    private double low;
    private double high;

    /**
     * Looks for extremes of a rank.
     *
     * @param rank k, from 1
     */
    public Extremes(int rank) {
        this.rank = rank;
        this.best = new double[Math.min(rank, FEW)];
    }

    /**
     * Finds them.
     *
     * @param values at least k; may be reordered; no NaN among them
     */
    public void find(double[] values) {
        if (rank > best.length) {
            low = OrderStatistic.select(values, 0, values.length, rank - 1);
            high = OrderStatistic.select(values, 0, values.length, values.length - rank);
        } else {
            low = smallest(values, 1);
            high = -smallest(values, -1);
        }
    }

    /** The kth smallest of the values times a sign. */
    private double smallest(double[] values, int sign) {
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        double worst = Double.POSITIVE_INFINITY;
        for (double each : values) {
            double value = sign * each;
            if (value < worst) {
                int at = best.length - 1;
                while (at > 0 && best[at - 1] > value) {
                    best[at] = best[at - 1];
                    at--;
                }
                best[at] = value;
                worst = best[best.length - 1];
            }
        }
        return worst;
    }

    /**
     * The kth smallest of the values that were last looked at.
     *
     * @return one of them
     */
    public double low() {
        return low;
    }

    /**
     * The kth largest of the values that were last looked at.
     *
     * @return one of them
     */
    public double high() {
        return high;
    }
}
