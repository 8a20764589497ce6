package io.clv.ledger;

/** Whether ids may stand on one side of a join only. */
public enum IdPolicy {

    /** They may: an attribute of an unknown id is a prospect's, a customer without attributes has none. */
    ALLOW,

    /** They are refused, with how many there are and the first of them. */
    REJECT
}
