package io.clv.segment;

import java.util.Arrays;

/** The least values of classes: a value is in the class of the highest floor that it reaches. */
final class Floors {

    private static final double TOLERANCE = 1e-9;

    private final double[] ascending;

    private Floors(double[] ascending) {
        this.ascending = ascending;
    }

    static Floors at(double[] ascending) {
        return new Floors(ascending.clone());
    }

    /**
     * A value reaches the floor of a share if at least that share of all values lies strictly below it, so that equal
     * values are in one class.
     */
    static Floors aboveShares(double[] sorted, double[] shares) {
        double[] floors = new double[shares.length];
        for (int i = 0; i < floors.length; i++) {
            int below = (int) Math.ceil(shares[i] * sorted.length - TOLERANCE);
            floors[i] = below == 0 || sorted.length == 0
                    ? Double.NEGATIVE_INFINITY
                    : Math.nextUp(sorted[Math.min(below, sorted.length) - 1]);
        }
        return new Floors(floors);
    }

    /** As {@link #aboveShares}, for classes that are equal in number. */
    static Floors equal(double[] values, int classes) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] shares = new double[classes - 1];
        Arrays.setAll(shares, i -> (i + 1.0) / classes);
        return aboveShares(sorted, shares);
    }

    /** From 0 to the number of floors. */
    int classOf(double value) {
        int reached = 0;
        while (reached < ascending.length && value >= ascending[reached]) {
            reached++;
        }
        return reached;
    }
}
