package io.clv.io;

/**
 * A column that says something of a customer beside the transaction.
 *
 * @param name its name as it was asked for
 * @param kind what its cells are
 */
record FurtherColumn(String name, Kind kind) {

    /** What cells can be. */
    enum Kind {
        MONEY,
        NUMBER,
        CATEGORY,
        DAY
    }
}
