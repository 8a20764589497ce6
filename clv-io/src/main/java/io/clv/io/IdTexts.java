package io.clv.io;

import org.jspecify.annotations.Nullable;

/**
 * The texts of ids met so far, found by their characters, so that a customer's second row makes no string. In a large
 * log each look at memory counts, so short ids of ASCII letters are packed into a number and found by that alone.
 */
final class IdTexts {

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final int PACKED_LENGTH = 8;
    private static final int ASCII = 128;

    private long[] packedKeys = new long[FIRST_CAPACITY];
    private @Nullable String[] packedTexts = new @Nullable String[FIRST_CAPACITY];
    private int packedSize;
    private @Nullable String[] longTexts = new @Nullable String[FIRST_CAPACITY];
    private int longSize;

    /** The text of the first characters, of which there is one at least. */
    String of(char[] id, int length) {
        long key = length <= PACKED_LENGTH ? packed(id, length) : 0;
        return key != 0 ? packedText(key, id, length) : longText(id, length);
    }

    /** The characters in a number, or 0 if one is not ASCII; a log has no NUL, so that no two texts share a number. */
    private static long packed(char[] id, int length) {
        long key = 0;
        for (int i = 0; i < length; i++) {
            if (id[i] >= ASCII) {
                return 0;
            }
            key = key << 8 | id[i];
        }
        return key;
    }

    private String packedText(long key, char[] id, int length) {
        int slot = slotOf(key);
        String known = packedTexts[slot];
        if (known == null) {
            known = new String(id, 0, length);
            packedKeys[slot] = key;
            packedTexts[slot] = known;
            if (++packedSize > packedKeys.length / 2) {
                growPacked();
            }
        }
        return known;
    }

    /** Where the key is, or where it would go. */
    private int slotOf(long key) {
        int mask = packedKeys.length - 1;
        int slot = spread(Long.hashCode(key * 0x9E3779B97F4A7C15L)) & mask;
        while (packedKeys[slot] != key && packedKeys[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void growPacked() {
        long[] keys = packedKeys;
        @Nullable String[] texts = packedTexts;
        packedKeys = new long[keys.length * 2];
        packedTexts = new @Nullable String[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int slot = slotOf(keys[i]);
                packedKeys[slot] = keys[i];
                packedTexts[slot] = texts[i];
            }
        }
    }

    private String longText(char[] id, int length) {
        int mask = longTexts.length - 1;
        int slot = spread(hash(id, length)) & mask;
        for (String known = longTexts[slot]; known != null; known = longTexts[slot]) {
            if (isSame(known, id, length)) {
                return known;
            }
            slot = (slot + 1) & mask;
        }
        String text = new String(id, 0, length);
        longTexts[slot] = text;
        if (++longSize > longTexts.length / 2) {
            growLong();
        }
        return text;
    }

    private void growLong() {
        @Nullable String[] old = longTexts;
        longTexts = new @Nullable String[old.length * 2];
        int mask = longTexts.length - 1;
        for (String text : old) {
            if (text != null) {
                int slot = spread(text.hashCode()) & mask;
                while (longTexts[slot] != null) {
                    slot = (slot + 1) & mask;
                }
                longTexts[slot] = text;
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

    private static boolean isSame(String known, char[] id, int length) {
        if (known.length() != length) {
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
