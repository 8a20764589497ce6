package io.clv.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;

/**
 * Makes a log of text ids that are UTF-8 bytes, one after the other: an open hash table over the bytes, so that an id
 * becomes a string once for each customer and not for each row.
 */
final class Utf8Log {

    private static final int SMALLEST_BITS = 6;
    private static final int MOST_BITS = 30;

    private final byte[] utf8;
    private final int[] offsets;
    private int bits = SMALLEST_BITS;

    /** The code plus one at each place of the table, 0 where it is free. */
    private int[] places = new int[1 << bits];

    /** The first row of each code, and the hash of its id. */
    private int[] firstRow = new int[1 << (SMALLEST_BITS - 1)];

    private int[] hashes = new int[firstRow.length];
    private int size;

    private Utf8Log(byte[] utf8, int[] offsets) {
        this.utf8 = utf8;
        this.offsets = offsets;
    }

    /** Keeps {@code days} and {@code amounts}; reads the ids only. */
    static Log of(Currency currency, byte[] utf8, int[] offsets, int[] days, long[] amounts) {
        requireOffsets(utf8, offsets);
        return new Utf8Log(utf8, offsets).log(currency, days, amounts);
    }

    private static void requireOffsets(byte[] utf8, int[] offsets) {
        if (offsets[0] < 0) {
            throw new IllegalArgumentException("offsets must begin at 0 or more, but began at " + offsets[0]);
        }
        for (int row = 1; row < offsets.length; row++) {
            if (offsets[row] < offsets[row - 1]) {
                throw new IllegalArgumentException("offsets must not descend, but after row " + row + " came "
                        + offsets[row] + " after " + offsets[row - 1]);
            }
        }
        int last = offsets[offsets.length - 1];
        if (last > utf8.length) {
            throw new IllegalArgumentException(
                    "offsets must end within the " + utf8.length + " bytes of the ids, but ended at " + last);
        }
    }

    private Log log(Currency currency, int[] days, long[] amounts) {
        int[] codes = new int[days.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codeOf(row);
        }
        String[] ids = new String[size];
        for (int code = 0; code < size; code++) {
            ids[code] = text(firstRow[code]);
        }
        String[] ascending = ids.clone();
        Arrays.sort(ascending, CodePoints.ORDER);
        long[] place = new long[size];
        for (int code = 0; code < size; code++) {
            place[code] = Arrays.binarySearch(ascending, ids[code], CodePoints.ORDER);
        }
        long[] keys = new long[codes.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = place[codes[row]];
        }
        return new Log(currency, new KeyedRows(keys, days, amounts), Keys.ofDictionary(ascending));
    }

    private int codeOf(int row) {
        int hash = hash(row);
        int place = place(row, hash);
        if (places[place] != 0) {
            return places[place] - 1;
        }
        if (size == firstRow.length) {
            grow();
            place = place(row, hash);
        }
        firstRow[size] = row;
        hashes[size] = hash;
        places[place] = ++size;
        return size - 1;
    }

    private int hash(int row) {
        int hash = 1;
        for (int i = offsets[row]; i < offsets[row + 1]; i++) {
            hash = 31 * hash + utf8[i];
        }
        // The multiple of 2^32 divided by the golden ratio spreads over the high bits, which choose the place.
        return (hash ^ (hash >>> 16)) * 0x9E3779B9;
    }

    /** The place of a row's id, or the free place where it belongs. */
    private int place(int row, int hash) {
        int place = hash >>> (Integer.SIZE - bits);
        while (places[place] != 0 && !isSame(places[place] - 1, row, hash)) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private boolean isSame(int code, int row, int hash) {
        int first = firstRow[code];
        return hashes[code] == hash
                && Arrays.equals(utf8, offsets[first], offsets[first + 1], utf8, offsets[row], offsets[row + 1]);
    }

    private void grow() {
        if (bits == MOST_BITS) {
            throw new IllegalArgumentException("a ledger holds at most " + size + " customers");
        }
        firstRow = Arrays.copyOf(firstRow, firstRow.length * 2);
        hashes = Arrays.copyOf(hashes, hashes.length * 2);
        bits++;
        places = new int[1 << bits];
        for (int code = 0; code < size; code++) {
            places[place(firstRow[code], hashes[code])] = code + 1;
        }
    }

    private String text(int row) {
        int from = offsets[row];
        try {
            // Unlike the constructor of a string, a decoder refuses what is malformed: two such ids are not one.
            String id = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8, from, offsets[row + 1] - from))
                    .toString();
            return Ids.requireText("customer of row " + (row + 1L), id);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "customer of row " + (row + 1L) + " must be UTF-8, but was bytes "
                            + Arrays.toString(Arrays.copyOfRange(utf8, from, offsets[row + 1])),
                    e);
        }
    }
}
