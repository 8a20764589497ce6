package io.clv.spark;

/** In what form a column of dates comes to a task. */
enum DateKind {

    /** An {@code int} of days from 1970-01-01. */
    EPOCH_DAYS,

    /** A {@code long} of microseconds from 1970-01-01T00:00Z. */
    EPOCH_MICROS,

    /** As in 1997-01-31. */
    TEXT
}
