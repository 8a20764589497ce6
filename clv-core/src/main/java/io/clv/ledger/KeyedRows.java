package io.clv.ledger;

/** A transaction log in columns, as the engines of the hot loop read it; nobody writes to them. */
final class KeyedRows {

    private final long[] keys;
    private final int[] days;
    private final long[] amounts;

    /** Takes ownership of the columns. */
    KeyedRows(long[] keys, int[] days, long[] amounts) {
        this.keys = keys;
        this.days = days;
        this.amounts = amounts;
    }

    int size() {
        return keys.length;
    }

    /** One key a row, in the order of the customers' ids. */
    long[] keys() {
        return keys;
    }

    /** Epoch days. */
    int[] days() {
        return days;
    }

    /** Minor units of the one currency. */
    long[] amounts() {
        return amounts;
    }
}
