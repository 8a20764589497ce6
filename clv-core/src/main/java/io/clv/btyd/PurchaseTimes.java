package io.clv.btyd;

import java.util.Arrays;

/** The purchase times of one customer as they are drawn, ascending; for use again and again by one thread. */
final class PurchaseTimes {

    private static final int MOST = 10_000_000;

    private double[] times = new double[8];
    private int size;

    void clear() {
        size = 0;
    }

    void add(double time) {
        if (size == times.length) {
            grow(time);
        }
        times[size++] = time;
    }

    private void grow(double time) {
        if (size == MOST) {
            throw new ArithmeticException(
                    "a simulated customer must make at most 10000000 purchases, but made more by time " + time);
        }
        times = Arrays.copyOf(times, Math.min(2 * size, MOST));
    }

    int size() {
        return size;
    }

    double get(int purchase) {
        return times[purchase];
    }

    double[] toArray() {
        return Arrays.copyOf(times, size);
    }
}
