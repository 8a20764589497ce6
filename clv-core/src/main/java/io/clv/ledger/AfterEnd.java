package io.clv.ledger;

/** What becomes of rows that are dated after the end of observation. */
public enum AfterEnd {

    /** They are not yet observed: counted in {@link Exclusions} and left out. */
    LEAVE_OUT,

    /** The first is refused, with its row, customer and date. */
    REJECT
}
