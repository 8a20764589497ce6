package io.clv.spark;

import java.io.Serializable;

/**
 * Sums in twice the digits of a {@code double} (Knuth's two-sum): partitions finish in any order, and what they add up
 * to does not tell.
 */
final class ExactlyAdded implements Serializable {

    private static final long serialVersionUID = 1;

    private double[] sums = {};
    private double[] lost = {};

    ExactlyAdded add(double... terms) {
        if (sums.length == 0) {
            sums = new double[terms.length];
            lost = new double[terms.length];
        }
        for (int i = 0; i < terms.length; i++) {
            add(i, terms[i]);
        }
        return this;
    }

    ExactlyAdded add(ExactlyAdded other) {
        return other.sums.length == 0 ? this : add(other.sums).add(other.lost);
    }

    private void add(int i, double term) {
        double sum = sums[i] + term;
        double part = sum - sums[i];
        // An infinite term has no remainder; the sum is infinite.
        double remainder = (sums[i] - (sum - part)) + (term - part);
        sums[i] = sum;
        lost[i] += Double.isFinite(sum) ? remainder : 0;
    }

    int size() {
        return sums.length;
    }

    double get(int i) {
        return sums[i] + lost[i];
    }
}
