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

    /** Numbers in order of appearance, found by hashing. */
    static RowCodes of(int[] x, double[] second, double[] third) {
        int rows = x.length;
        int capacity = Integer.highestOneBit(Math.max(16, Math.min(rows, 1 << 28))) * 4;
        int mask = capacity - 1;
        int[] slots = new int[capacity];
        int[] first = new int[rows];
        int[] codes = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            int slot = hash(x[row], second[row], third[row]) & mask;
            while (slots[slot] != 0) {
                int other = first[slots[slot] - 1];
                if (x[other] == x[row] && second[other] == second[row] && third[other] == third[row]) {
                    break;
                }
                slot = (slot + 1) & mask;
            }
            if (slots[slot] == 0) {
                first[count++] = row;
                slots[slot] = count;
            }
            codes[row] = slots[slot] - 1;
        }
        return new RowCodes(codes, Arrays.copyOf(first, count));
    }

    private static int hash(int x, double second, double third) {
        long bits = Double.doubleToRawLongBits(second) * 0x9E3779B97F4A7C15L
                ^ Double.doubleToRawLongBits(third) * 0xC2B2AE3D27D4EB4FL
                ^ x * 0x165667B19E3779F9L;
        bits *= 0xD6E8FEB86659FD93L;
        return (int) (bits >>> 32);
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
