package io.clv.ledger;

import java.util.Arrays;

/** Gives each distinct {@code long} a code, 0, 1, 2 in order of appearance: an open hash table without boxes. */
final class NumberCodes {

    /** 2^64 divided by the golden ratio: its multiples spread over the high bits. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final int SMALLEST_BITS = 6;

    private static final int MOST_BITS = 30;

    private int bits = SMALLEST_BITS;

    /** The code plus one at each place of the table, 0 where it is free. */
    private int[] places = new int[1 << bits];

    private long[] numbers = new long[1 << (SMALLEST_BITS - 1)];
    private int size;

    int codeOf(long number) {
        int place = place(number);
        if (places[place] != 0) {
            return places[place] - 1;
        }
        if (size == numbers.length) {
            grow();
            place = place(number);
        }
        numbers[size] = number;
        places[place] = ++size;
        return size - 1;
    }

    /** The distinct numbers, the number of code c at c. */
    long[] numbers() {
        return Arrays.copyOf(numbers, size);
    }

    /** The place of a number, or the free place where it belongs. */
    private int place(long number) {
        long mixed = (number ^ (number >>> 32)) * GOLDEN;
        int place = (int) (mixed >>> (Long.SIZE - bits));
        while (places[place] != 0 && numbers[places[place] - 1] != number) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private void grow() {
        if (bits == MOST_BITS) {
            throw new IllegalArgumentException("a ledger holds at most " + numbers.length + " customers");
        }
        numbers = Arrays.copyOf(numbers, numbers.length * 2);
        bits++;
        places = new int[1 << bits];
        for (int code = 0; code < size; code++) {
            places[place(numbers[code])] = code + 1;
        }
    }
}
