package io.clv.btyd;

import java.util.Arrays;

/**
 * Numbers for distinct triples, from 0 in order of appearance. A hash table that is no larger than the triples found so
 * far need, beside their values, so that both stay in the processor's cache where many rows have few triples.
 */
final class RowKeys {

    private static final int WIDTH = 3;
    private static final int FIRST_SLOTS = 1024;

    /** A hash and, in the low half, the number plus 1; 0 where there is none. */
    private long[] slots = new long[FIRST_SLOTS];

    private double[] values = new double[FIRST_SLOTS];
    private int size;

    /** The number of a triple: the one it has, or the next. */
    int number(int x, double second, double third) {
        int hash = hash(x, second, third);
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (long found = slots[slot]; found != 0; found = slots[slot]) {
            if ((int) (found >>> 32) == hash && isAt((int) found - 1, x, second, third)) {
                return (int) found - 1;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = (long) hash << 32 | (size + 1);
        keep(x, second, third);
        if (2 * size > mask) {
            grow();
        }
        return size - 1;
    }

    private boolean isAt(int number, int x, double second, double third) {
        int at = WIDTH * number;
        return values[at] == x && values[at + 1] == second && values[at + 2] == third;
    }

    private void keep(int x, double second, double third) {
        int at = WIDTH * size;
        if (at + WIDTH > values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        values[at] = x;
        values[at + 1] = second;
        values[at + 2] = third;
        size++;
    }

    private void grow() {
        long[] smaller = slots;
        slots = new long[4 * smaller.length];
        int mask = slots.length - 1;
        for (long each : smaller) {
            if (each != 0) {
                int slot = (int) (each >>> 32) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = each;
            }
        }
    }

    /** A time in whole units is a double with its low bits all 0, which a product alone would leave so. */
    private static int hash(int x, double second, double third) {
        long bits = (Double.doubleToRawLongBits(second) + x) * 0x9E3779B97F4A7C15L;
        bits = (bits ^ bits >>> 32 ^ Double.doubleToRawLongBits(third)) * 0xC2B2AE3D27D4EB4FL;
        bits = (bits ^ bits >>> 29) * 0xD6E8FEB86659FD93L;
        return (int) (bits >>> 32);
    }
}
