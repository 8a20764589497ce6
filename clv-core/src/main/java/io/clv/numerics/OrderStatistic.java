package io.clv.numerics;

/** The value of a rank among others, found without sorting all of them. */
public final class OrderStatistic {

    /** Below this it is faster to sort. */
    private static final int FEW = 12;

    private OrderStatistic() {}

    /**
     * Puts the value of a rank where it would stand if a part of an array were sorted: what stands before it is not
     * larger, what stands behind it not smaller (Hoare 1961). What equals a pivot is set apart, as most draws of a
     * customer are often one number: no purchase.
     *
     * @param values reordered in place; no NaN among them
     * @param from the first of the part, included
     * @param to the last of the part, excluded
     * @param rank the place, in the part
     * @return the value there
     */
    public static double select(double[] values, int from, int to, int rank) {
        int low = from;
        int high = to - 1;
        while (high - low >= FEW) {
            double pivot = medianOfThree(values[low], values[(low + high) >>> 1], values[high]);
            int less = low;
            int more = high;
            int at = low;
            while (at <= more) {
                double value = values[at];
                if (value < pivot) {
                    values[at++] = values[less];
                    values[less++] = value;
                } else if (value > pivot) {
                    values[at] = values[more];
                    values[more--] = value;
                } else {
                    at++;
                }
            }
            if (rank < less) {
                high = less - 1;
            } else if (rank > more) {
                low = more + 1;
            } else {
                return values[rank];
            }
        }
        sort(values, low, high);
        return values[rank];
    }

    private static double medianOfThree(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private static void sort(double[] values, int low, int high) {
        for (int i = low + 1; i <= high; i++) {
            double value = values[i];
            int at = i;
            while (at > low && values[at - 1] > value) {
                values[at] = values[at - 1];
                at--;
            }
            values[at] = value;
        }
    }
}
