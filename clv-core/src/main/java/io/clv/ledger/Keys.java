package io.clv.ledger;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * How the ids of a log stand for numbers whose order is the order of the ids, numbers by value and text by code point.
 */
abstract class Keys {

    /** Ids that are numbers: each is its own key. */
    static final Keys NUMBERS = new Numbers();

    private Keys() {}

    /** The id of a key. */
    abstract String text(long key);

    /** The key that an id has, if it can have one here; no row need have it. */
    abstract OptionalLong keyOf(String id);

    /** Keys that are places in a list of ids in ascending order. */
    static Keys ofDictionary(String[] ascending) {
        return new Dictionary(ascending);
    }

    static Keys ofPacking(TextPacking packing) {
        return new Packed(packing);
    }

    private static final class Numbers extends Keys {
        @Override
        String text(long key) {
            return Long.toString(key);
        }

        @Override
        OptionalLong keyOf(String id) {
            try {
                long number = Long.parseLong(id);
                // "007" and "+7" are no text of the number 7.
                return text(number).equals(id) ? OptionalLong.of(number) : OptionalLong.empty();
            } catch (NumberFormatException e) {
                return OptionalLong.empty();
            }
        }
    }

    private static final class Dictionary extends Keys {
        private final String[] ascending;

        Dictionary(String[] ascending) {
            this.ascending = ascending;
        }

        @Override
        String text(long key) {
            return ascending[(int) key];
        }

        @Override
        OptionalLong keyOf(String id) {
            int place = Arrays.binarySearch(ascending, id, CodePoints.ORDER);
            return place < 0 ? OptionalLong.empty() : OptionalLong.of(place);
        }
    }

    private static final class Packed extends Keys {
        private final TextPacking packing;

        Packed(TextPacking packing) {
            this.packing = packing;
        }

        @Override
        String text(long key) {
            return packing.text(key);
        }

        @Override
        OptionalLong keyOf(String id) {
            long key = packing.keyOf(id);
            return key < 0 ? OptionalLong.empty() : OptionalLong.of(key);
        }
    }
}
