package io.clv.ledger;

/**
 * How a row is packed into one {@code long}: key, period and amount side by side from the top, each less its minimum,
 * so that the unsigned order of packed rows is the order by key, then period. Exact, where the three ranges fit 64 bits
 * together.
 *
 * @param keyMin the least key
 * @param keyBits bits of the largest difference from it
 * @param periodMin the least period
 * @param periodBits bits of the largest difference from it
 * @param amountMin the least amount
 * @param amountBits bits of the largest difference from it
 */
record Packing(long keyMin, int keyBits, int periodMin, int periodBits, long amountMin, int amountBits) {

    /** The bits of the difference of two values, taken as unsigned. */
    static int bits(long least, long greatest) {
        return Long.SIZE - Long.numberOfLeadingZeros(greatest - least);
    }

    /** Whether a row fits; a key of all 64 bits would no longer stand in the order of signed numbers. */
    boolean fits() {
        return keyBits < Long.SIZE && keyBits + periodBits + amountBits <= Long.SIZE;
    }

    /** The layout of rows that hold a key's rank among {@code count} in place of the key. */
    Packing withRanks(int count) {
        return new Packing(keyMin, bits(0, Math.max(0, count - 1)), periodMin, periodBits, amountMin, amountBits);
    }

    /** The layout of rows whose key stands beside them, whole. */
    Packing withKeyBeside() {
        return new Packing(0, Long.SIZE, periodMin, periodBits, amountMin, amountBits);
    }

    int keyShift() {
        return periodBits + amountBits;
    }

    long keyMask() {
        return mask(keyBits);
    }

    long payloadMask() {
        return mask(keyShift());
    }

    int periodMask() {
        return (int) mask(periodBits);
    }

    long amountMask() {
        return mask(amountBits);
    }

    /** Java shifts by the low six bits of the distance, so a field of no bits is masked out, not shifted out. */
    private static long mask(int bits) {
        return bits == 0 ? 0 : -1L >>> (Long.SIZE - bits);
    }
}
