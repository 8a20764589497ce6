package io.clv.ledger;

import java.util.Arrays;

/**
 * The distinct keys of a stretch of rows and their ranks, by an open hash table that fits the cache. Serves one thread.
 */
final class LocalRanks {

    /** 2^64 divided by the golden ratio: its multiples spread over the high bits. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The code plus one at each place, 0 where it is free. */
    private int[] places = new int[0];

    private long[] keys = new long[0];
    private int[] codes = new int[0];
    private int[] ranks = new int[0];
    private int bits;
    private int size;

    /**
     * Ranks the keys of {@code column[from, to)}, a key being the bits under {@code mask} once the row is shifted.
     *
     * @return the distinct keys in ascending order
     */
    long[] rank(long[] column, int from, int to, int shift, long mask) {
        int length = to - from;
        bits = Math.max(6, Packing.bits(0, length / 4));
        places = cleared(places, 1 << bits);
        size = 0;
        if (codes.length < length) {
            codes = new int[length];
        }
        for (int i = 0; i < length; i++) {
            codes[i] = codeOf((column[from + i] >>> shift) & mask);
        }
        long[] ascending = Arrays.copyOf(keys, size);
        Arrays.sort(ascending);
        if (ranks.length < size) {
            ranks = new int[keys.length];
        }
        for (int rank = 0; rank < size; rank++) {
            ranks[places[place(ascending[rank])] - 1] = rank;
        }
        return ascending;
    }

    /** The rank of the key of the row at {@code offset} in the stretch last ranked. */
    int rankOf(int offset) {
        return ranks[codes[offset]];
    }

    private int codeOf(long key) {
        int place = place(key);
        if (places[place] != 0) {
            return places[place] - 1;
        }
        if (size * 2 > 1 << bits) {
            grow();
            place = place(key);
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, Math.max(64, size * 2));
        }
        keys[size] = key;
        places[place] = ++size;
        return size - 1;
    }

    private int place(long key) {
        int place = (int) (((key ^ (key >>> 32)) * GOLDEN) >>> (Long.SIZE - bits));
        int mask = (1 << bits) - 1;
        while (places[place] != 0 && keys[places[place] - 1] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        bits++;
        places = cleared(places, 1 << bits);
        for (int code = 0; code < size; code++) {
            places[place(keys[code])] = code + 1;
        }
    }

    private static int[] cleared(int[] array, int length) {
        if (array.length < length) {
            return new int[length];
        }
        Arrays.fill(array, 0, length, 0);
        return array;
    }
}
