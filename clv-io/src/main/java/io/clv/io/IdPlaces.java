package io.clv.io;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The ids met so far, each once and in the order they came, found by their characters, so that a customer's second row
 * makes no string. In a large log each look at memory counts, so short ids of ASCII letters are packed into two numbers
 * that lie side by side, and found by these alone.
 */
final class IdPlaces {

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final int HALF = 8;
    private static final int ASCII = 128;

    private @Nullable String[] ids = new @Nullable String[FIRST_CAPACITY];
    private int size;

    // Open addressing; a place in the tables is 1 more than in the ids, so that 0 is free.
    private long[] packedKeys = new long[2 * FIRST_CAPACITY];
    private int[] packedPlaces = new int[FIRST_CAPACITY];
    private int packedSize;
    private int[] longPlaces = new int[FIRST_CAPACITY];
    private int longSize;

    /** The place of the id that is the first characters, of which there is one at least. */
    int of(char[] id, int length) {
        int half = Math.min(length, HALF);
        long first = length <= 2 * HALF ? packed(id, 0, half) : 0;
        long second = first != 0 ? packed(id, half, length) : 0;
        return first != 0 && (second != 0 || half == length)
                ? packedPlace(first, second, id, length)
                : longPlace(id, length);
    }

    /** The ids by their places. */
    String[] ids() {
        return Arrays.copyOf(ids, size, String[].class);
    }

    private int add(char[] id, int length) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size] = new String(id, 0, length);
        return ++size;
    }

    /**
     * The characters in a number, or 0 if there is none or one is not ASCII; a log has no NUL, so that no two texts
     * share a number.
     */
    private static long packed(char[] id, int from, int to) {
        long key = 0;
        for (int i = from; i < to; i++) {
            if (id[i] >= ASCII) {
                return 0;
            }
            key = key << 8 | id[i];
        }
        return key;
    }

    private int packedPlace(long first, long second, char[] id, int length) {
        int slot = slotOf(first, second);
        int place = packedPlaces[slot];
        if (place == 0) {
            place = add(id, length);
            put(slot, first, second, place);
            if (++packedSize > packedPlaces.length / 2) {
                growPacked();
            }
        }
        return place - 1;
    }

    private void put(int slot, long first, long second, int place) {
        packedKeys[2 * slot] = first;
        packedKeys[2 * slot + 1] = second;
        packedPlaces[slot] = place;
    }

    /** Where the key is, or where it would go. */
    private int slotOf(long first, long second) {
        int mask = packedPlaces.length - 1;
        long mixed = (first * 0x9E3779B97F4A7C15L ^ second) * 0xC2B2AE3D27D4EB4FL;
        int slot = (int) (mixed >>> 32) & mask;
        while (packedKeys[2 * slot] != 0 && (packedKeys[2 * slot] != first || packedKeys[2 * slot + 1] != second)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void growPacked() {
        long[] keys = packedKeys;
        int[] places = packedPlaces;
        packedKeys = new long[keys.length * 2];
        packedPlaces = new int[places.length * 2];
        for (int i = 0; i < places.length; i++) {
            if (places[i] != 0) {
                put(slotOf(keys[2 * i], keys[2 * i + 1]), keys[2 * i], keys[2 * i + 1], places[i]);
            }
        }
    }

    private int longPlace(char[] id, int length) {
        int mask = longPlaces.length - 1;
        int slot = spread(hash(id, length)) & mask;
        while (longPlaces[slot] != 0) {
            if (isSame(ids[longPlaces[slot] - 1], id, length)) {
                return longPlaces[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        int place = add(id, length);
        longPlaces[slot] = place;
        if (++longSize > longPlaces.length / 2) {
            growLong();
        }
        return place - 1;
    }

    private void growLong() {
        int[] old = longPlaces;
        longPlaces = new int[old.length * 2];
        int mask = longPlaces.length - 1;
        for (int place : old) {
            if (place != 0) {
                int slot = spread(String.valueOf(ids[place - 1]).hashCode()) & mask;
                while (longPlaces[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                longPlaces[slot] = place;
            }
        }
    }

    /** That of a string of the same characters, so that growing need not read them again. */
    private static int hash(char[] id, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + id[i];
        }
        return hash;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }

    private static boolean isSame(@Nullable String known, char[] id, int length) {
        if (known == null || known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != id[i]) {
                return false;
            }
        }
        return true;
    }
}
