package io.clv.ledger;

import java.util.Arrays;
import java.util.OptionalLong;

/** Distinct customer ids in ascending order, held as their keys; the position of an id is its customer's code. */
final class Ids {

    private final Keys keys;
    private final long[] ascending;

    /** Takes ownership of the keys. */
    Ids(Keys keys, long[] ascending) {
        this.keys = keys;
        this.ascending = ascending;
    }

    static Ids ofTexts(String[] ascending) {
        long[] places = new long[ascending.length];
        Arrays.setAll(places, place -> place);
        return new Ids(Keys.ofDictionary(ascending), places);
    }

    static Ids ofNumbers(long[] ascending) {
        return new Ids(Keys.NUMBERS, ascending);
    }

    static String requireText(String name, String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank, but was '" + id + "'");
        }
        return id;
    }

    int size() {
        return ascending.length;
    }

    /** Whether the ids are numbers, each its own key. */
    boolean areNumbers() {
        return keys == Keys.NUMBERS;
    }

    long key(int code) {
        return ascending[code];
    }

    String text(int code) {
        return keys.text(ascending[code]);
    }

    /** The code of the id with this text, or -1. */
    int indexOf(String id) {
        OptionalLong key = keys.keyOf(id);
        return key.isEmpty() ? -1 : Math.max(-1, Arrays.binarySearch(ascending, key.getAsLong()));
    }

    /** The ids of some codes, which ascend. */
    Ids select(int[] codes) {
        return new Ids(
                keys, Arrays.stream(codes).mapToLong(code -> ascending[code]).toArray());
    }

    /** Equal where the texts are, however each side holds them; but numbers never equal text. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Ids ids) || ids.size() != size()) {
            return false;
        }
        if (keys == ids.keys) {
            return Arrays.equals(ascending, ids.ascending);
        }
        if (keys == Keys.NUMBERS || ids.keys == Keys.NUMBERS) {
            return false;
        }
        for (int code = 0; code < size(); code++) {
            if (!text(code).equals(ids.text(code))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return size() == 0 ? 0 : 31 * size() + text(size() / 2).hashCode();
    }
}
