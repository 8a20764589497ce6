package io.clv.ledger;

import java.util.Arrays;

/**
 * Cuts the keys into consecutive ranges of about equally many rows, so that the ranges in order are the keys in order.
 * The leading bits do where keys are spread evenly, as numbers handed out in sequence are; else the cuts are the
 * quantiles of a sample. A single key with very many rows makes a long range either way.
 */
final class KeyRanges {

    private static final int SAMPLE = 1 << 14;

    /**
     * How much longer than the mean, and than by quantiles, the longest range may be before the leading bits are given
     * up: finding a key's place between cuts costs several times as much.
     */
    private static final int TOLERANCE = 8;

    private final long least;
    private final int shift;
    private final int count;
    private final long[] cuts;

    private KeyRanges(long least, int shift, int count, long[] cuts) {
        this.least = least;
        this.shift = shift;
        this.count = count;
        this.cuts = cuts;
    }

    /** About {@code 2^bits} ranges. */
    static KeyRanges of(KeyedRows rows, RowRange range, int bits) {
        int keyBits = Packing.bits(range.leastKey(), range.greatestKey());
        int used = Math.min(bits, keyBits);
        KeyRanges byBits = new KeyRanges(range.leastKey(), keyBits - used, 1 << used, new long[0]);
        if (used == 0) {
            return new KeyRanges(range.leastKey(), 0, 1, new long[0]);
        }
        long[] sample = sample(rows.keys());
        KeyRanges byCuts = new KeyRanges(range.leastKey(), 0, 1 << used, quantiles(sample, 1 << used));
        int fair = Math.max(sample.length / byBits.count, byCuts.longest(sample));
        return byBits.longest(sample) > TOLERANCE * fair ? byCuts : byBits;
    }

    private static long[] sample(long[] keys) {
        int size = Math.min(SAMPLE, keys.length);
        long[] sample = new long[size];
        for (int i = 0; i < size; i++) {
            sample[i] = keys[(int) ((long) i * keys.length / size)];
        }
        Arrays.sort(sample);
        return sample;
    }

    private static long[] quantiles(long[] sample, int count) {
        long[] cuts = new long[count - 1];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = sample[(int) ((long) (i + 1) * sample.length / count)];
        }
        return cuts;
    }

    private int longest(long[] sample) {
        int[] sizes = new int[count];
        int longest = 0;
        for (long key : sample) {
            longest = Math.max(longest, ++sizes[of(key)]);
        }
        return longest;
    }

    int count() {
        return count;
    }

    /** Whether a key's range has to be searched for, so that it is worth keeping. */
    boolean searched() {
        return cuts.length > 0;
    }

    /** How many of the low bits of {@code key - least} may differ within a range. */
    int bitsWithin(int keyBits) {
        return cuts.length == 0 && count > 1 ? shift : keyBits;
    }

    /** The number of the range that holds a key. */
    int of(long key) {
        if (cuts.length == 0) {
            return count == 1 ? 0 : (int) ((key - least) >>> shift);
        }
        int at = 0;
        for (int step = count >> 1; step > 0; step >>= 1) {
            at += cuts[at + step - 1] <= key ? step : 0;
        }
        return at;
    }
}
