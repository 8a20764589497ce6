package io.clv.btyd;

/** Sorts row numbers by a comparison of rows, merging, so that no number is boxed. */
final class RowOrder {

    private static final int SHORT = 8;

    private RowOrder() {}

    /** Compares two rows. */
    interface Comparison {
        int compare(int row, int other);
    }

    static int[] sorted(int rows, Comparison comparison) {
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        sort(order, new int[rows], 0, rows, comparison);
        return order;
    }

    private static void sort(int[] order, int[] spare, int from, int to, Comparison comparison) {
        if (to - from <= SHORT) {
            for (int i = from + 1; i < to; i++) {
                int row = order[i];
                int at = i;
                while (at > from && comparison.compare(order[at - 1], row) > 0) {
                    order[at] = order[at - 1];
                    at--;
                }
                order[at] = row;
            }
            return;
        }
        int middle = (from + to) >>> 1;
        sort(order, spare, from, middle, comparison);
        sort(order, spare, middle, to, comparison);
        if (comparison.compare(order[middle - 1], order[middle]) <= 0) {
            return;
        }
        System.arraycopy(order, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        int at = from;
        while (left < middle) {
            boolean takeRight = right < to && comparison.compare(order[right], spare[left]) < 0;
            order[at++] = takeRight ? order[right++] : spare[left++];
        }
    }
}
