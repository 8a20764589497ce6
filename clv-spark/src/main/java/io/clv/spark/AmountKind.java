package io.clv.spark;

/** In what form a column of amounts comes to a task. */
enum AmountKind {

    /** A {@code long}. */
    WHOLE,

    /** A decimal. */
    DECIMAL,

    /** A decimal as text. */
    TEXT
}
