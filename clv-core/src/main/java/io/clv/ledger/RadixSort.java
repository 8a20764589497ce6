package io.clv.ledger;

import java.util.Arrays;

/**
 * Sorts a stretch of packed rows by a range of their bits, least significant digit first, between the stretch and a
 * scratch of the same length that fits the cache with it. All histograms are made in one reading. Stable, without a
 * branch that depends on the data. One instance serves one thread.
 */
final class RadixSort {

    /** Wider digits need fewer passes but write to more places at once than the cache's ways can hold. */
    private static final int DIGIT_BITS = 9;

    /** As many bits as four passes sort, which cost less than finding ranks does. */
    static final int CHEAP_BITS = 4 * DIGIT_BITS;

    /** Below this length the digits' own cost is larger than that of a sort by comparison, of all bits. */
    private static final int SHORT = 64;

    private int[] counts = new int[0];

    /**
     * Sorts {@code rows[from, to)} by the bits {@code [low, high)}, given that the bits above are equal in all of them.
     *
     * @return true if the result stands in {@code scratch} from {@code scratchFrom} on, false if in place
     */
    boolean sort(long[] rows, int from, int to, long[] scratch, int scratchFrom, int low, int high) {
        int length = to - from;
        if (length < 2 || high <= low) {
            return false;
        }
        if (length < SHORT) {
            sortUnsigned(rows, from, to);
            return false;
        }
        int passes = (high - low + DIGIT_BITS - 1) / DIGIT_BITS;
        int digit = (high - low + passes - 1) / passes;
        int size = 1 << digit;
        if (counts.length < passes * size) {
            counts = new int[passes * size];
        }
        count(rows, from, to, low, high, digit, passes);
        long[] source = rows;
        long[] target = scratch;
        int sourceFrom = from;
        int targetFrom = scratchFrom;
        for (int pass = 0; pass < passes; pass++) {
            int shift = low + pass * digit;
            int base = pass * size;
            int mask = (1 << Math.min(digit, high - shift)) - 1;
            if (counts[base + ((int) (source[sourceFrom] >>> shift) & mask)] == length) {
                continue;
            }
            startsFromCounts(base, mask, targetFrom);
            scatter(source, sourceFrom, sourceFrom + length, target, shift, mask, base);
            long[] swap = source;
            source = target;
            target = swap;
            int swapFrom = sourceFrom;
            sourceFrom = targetFrom;
            targetFrom = swapFrom;
        }
        return source != rows;
    }

    private static void sortUnsigned(long[] rows, int from, int to) {
        for (int i = from; i < to; i++) {
            rows[i] ^= Long.MIN_VALUE;
        }
        Arrays.sort(rows, from, to);
        for (int i = from; i < to; i++) {
            rows[i] ^= Long.MIN_VALUE;
        }
    }

    private void count(long[] rows, int from, int to, int low, int high, int digit, int passes) {
        int size = 1 << digit;
        int[] histogram = counts;
        Arrays.fill(histogram, 0, passes * size, 0);
        int lastMask = (1 << (high - low - (passes - 1) * digit)) - 1;
        int mask = size - 1;
        if (passes == 3) {
            int middle = low + digit;
            int top = low + 2 * digit;
            for (int i = from; i < to; i++) {
                long row = rows[i];
                histogram[(int) (row >>> low) & mask]++;
                histogram[size + ((int) (row >>> middle) & mask)]++;
                histogram[2 * size + ((int) (row >>> top) & lastMask)]++;
            }
            return;
        }
        for (int pass = 0; pass < passes; pass++) {
            int shift = low + pass * digit;
            int base = pass * size;
            int own = pass == passes - 1 ? lastMask : mask;
            for (int i = from; i < to; i++) {
                histogram[base + ((int) (rows[i] >>> shift) & own)]++;
            }
        }
    }

    private void startsFromCounts(int base, int mask, int start) {
        int at = start;
        for (int i = base; i <= base + mask; i++) {
            int count = counts[i];
            counts[i] = at;
            at += count;
        }
    }

    private void scatter(long[] source, int from, int to, long[] target, int shift, int mask, int base) {
        int[] next = counts;
        for (int i = from; i < to; i++) {
            long row = source[i];
            target[next[base + ((int) (row >>> shift) & mask)]++] = row;
        }
    }
}
