package io.clv.btyd;

import io.clv.task.Parallelism;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A number for each row, the same for rows that are the same in x and two times: what is computed once for a number
 * serves all its rows.
 */
final class RowCodes {

    /** Rows that one task evaluates; some milliseconds of the slowest functions. */
    private static final int BLOCK = 256;

    private final int[] codes;
    private final int[] first;

    private RowCodes(int[] codes, int[] first) {
        this.codes = codes;
        this.first = first;
    }

    /** Numbers in order of appearance. */
    static RowCodes of(int[] x, double[] second, double[] third) {
        RowKeys keys = new RowKeys();
        int[] codes = new int[x.length];
        int[] first = new int[1024];
        int count = 0;
        for (int row = 0; row < codes.length; row++) {
            codes[row] = keys.number(x[row], second[row], third[row]);
            if (codes[row] == count) {
                if (count == first.length) {
                    first = Arrays.copyOf(first, 2 * count);
                }
                first[count++] = row;
            }
        }
        return new RowCodes(codes, Arrays.copyOf(first, count));
    }

    /** Numbers that tell rows apart by one more column too. */
    RowCodes and(double[] column) {
        return of(codes, column, new double[codes.length]);
    }

    /** How many distinct rows there are. */
    int distinct() {
        return first.length;
    }

    int code(int row) {
        return codes[row];
    }

    /** The first rows of their kind, in order. */
    int[] firstRows() {
        return first.clone();
    }

    /** The function at every row, asked only at the first row of each kind. */
    double[] evaluate(IntToDoubleFunction atRow, Parallelism parallelism) {
        double[] values = new double[first.length];
        parallelism.run((values.length + BLOCK - 1) / BLOCK, block -> {
            int end = Math.min(values.length, (block + 1) * BLOCK);
            for (int code = block * BLOCK; code < end; code++) {
                values[code] = atRow.applyAsDouble(first[code]);
            }
        });
        double[] all = new double[codes.length];
        for (int row = 0; row < all.length; row++) {
            all[row] = values[codes[row]];
        }
        return all;
    }
}
