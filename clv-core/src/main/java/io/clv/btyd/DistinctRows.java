package io.clv.btyd;

import java.util.Arrays;

/**
 * Finds the rows of a table that are the same in x and two times, and adds up their weights; distinct rows are then put
 * in order, so that the result does not depend on the order of the input. Weights that are not whole are added in order
 * of size for the same reason.
 */
final class DistinctRows {

    private final int[] x;
    private final double[] second;
    private final double[] third;
    private final double[] weight;

    private DistinctRows(int[] x, double[] second, double[] third, double[] weight) {
        this.x = x;
        this.second = second;
        this.third = third;
        this.weight = weight;
    }

    static DistinctRows of(int[] x, double[] second, double[] third, double[] weight) {
        DistinctRows all = new DistinctRows(x, second, third, weight);
        for (double each : weight) {
            if (each != Math.rint(each)) {
                return all.sortedAndMerged();
            }
        }
        return all.hashed().sortedAndMerged();
    }

    /** So many rows of zeros, to be filled in. */
    static DistinctRows empty(int rows) {
        return new DistinctRows(new int[rows], new double[rows], new double[rows], new double[rows]);
    }

    int rows() {
        return x.length;
    }

    int[] x() {
        return x;
    }

    double[] second() {
        return second;
    }

    double[] third() {
        return third;
    }

    double[] weight() {
        return weight;
    }

    /** One row for each distinct one, in order of appearance. */
    private DistinctRows hashed() {
        RowCodes codes = RowCodes.of(x, second, third);
        DistinctRows distinct = taken(codes.firstRows());
        Arrays.fill(distinct.weight, 0);
        for (int row = 0; row < x.length; row++) {
            distinct.weight[codes.code(row)] += weight[row];
        }
        return distinct;
    }

    private boolean same(int row, int other) {
        return x[row] == x[other] && second[row] == second[other] && third[row] == third[other];
    }

    private DistinctRows sortedAndMerged() {
        DistinctRows sorted = taken(RowOrder.sorted(x.length, this::compare));
        int count = 0;
        for (int row = 0; row < sorted.rows(); row++) {
            if (count > 0 && sorted.same(count - 1, row)) {
                sorted.weight[count - 1] += sorted.weight[row];
            } else {
                sorted.x[count] = sorted.x[row];
                sorted.second[count] = sorted.second[row];
                sorted.third[count] = sorted.third[row];
                sorted.weight[count] = sorted.weight[row];
                count++;
            }
        }
        return new DistinctRows(
                Arrays.copyOf(sorted.x, count),
                Arrays.copyOf(sorted.second, count),
                Arrays.copyOf(sorted.third, count),
                Arrays.copyOf(sorted.weight, count));
    }

    private int compare(int row, int other) {
        int order = Integer.compare(x[row], x[other]);
        order = order != 0 ? order : Double.compare(second[row], second[other]);
        order = order != 0 ? order : Double.compare(third[row], third[other]);
        return order != 0 ? order : Double.compare(weight[row], weight[other]);
    }

    private DistinctRows taken(int[] order) {
        int n = order.length;
        DistinctRows taken = empty(n);
        for (int i = 0; i < n; i++) {
            taken.x[i] = x[order[i]];
            taken.second[i] = second[order[i]];
            taken.third[i] = third[order[i]];
            taken.weight[i] = weight[order[i]];
        }
        return taken;
    }
}
