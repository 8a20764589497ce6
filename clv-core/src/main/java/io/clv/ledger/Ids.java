package io.clv.ledger;

import java.util.Arrays;

/** Distinct customer ids in ascending order; the position of an id is its customer's code. */
abstract class Ids {

    private Ids() {}

    abstract int size();

    abstract String text(int code);

    /** The code of the id with this text, or -1. */
    abstract int indexOf(String id);

    /** The ids of some codes, which ascend. */
    abstract Ids select(int[] codes);

    static Ids ofNumbers(long[] ascending) {
        return new Numbers(ascending);
    }

    static Ids ofTexts(String[] ascending) {
        return new Texts(ascending);
    }

    static String requireText(String name, String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank, but was '" + id + "'");
        }
        return id;
    }

    private static final class Numbers extends Ids {
        private final long[] ascending;

        Numbers(long[] ascending) {
            this.ascending = ascending;
        }

        @Override
        int size() {
            return ascending.length;
        }

        @Override
        String text(int code) {
            return Long.toString(ascending[code]);
        }

        @Override
        int indexOf(String id) {
            long number;
            try {
                number = Long.parseLong(id);
            } catch (NumberFormatException e) {
                return -1;
            }
            int code = Arrays.binarySearch(ascending, number);
            // "007" and "+7" are no text of the number 7.
            return code >= 0 && text(code).equals(id) ? code : -1;
        }

        @Override
        Ids select(int[] codes) {
            return new Numbers(
                    Arrays.stream(codes).mapToLong(code -> ascending[code]).toArray());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbers numbers && Arrays.equals(ascending, numbers.ascending);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ascending);
        }
    }

    private static final class Texts extends Ids {
        private final String[] ascending;

        Texts(String[] ascending) {
            this.ascending = ascending;
        }

        @Override
        int size() {
            return ascending.length;
        }

        @Override
        String text(int code) {
            return ascending[code];
        }

        @Override
        int indexOf(String id) {
            return Math.max(-1, Arrays.binarySearch(ascending, id, CodePoints.ORDER));
        }

        @Override
        Ids select(int[] codes) {
            return new Texts(
                    Arrays.stream(codes).mapToObj(code -> ascending[code]).toArray(String[]::new));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Texts texts && Arrays.equals(ascending, texts.ascending);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ascending);
        }
    }
}
