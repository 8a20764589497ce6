package io.clv.cohort;

/** How much of a cohort was seen at an age. */
public enum Observation {

    /** All of its customers, to the end of the period. */
    COMPLETE,

    /**
     * Those of its customers who came long enough ago; the others are not that old yet. Only cohorts that are not made
     * by the time of the first purchase have such ages. Shares and means are of those who were seen.
     */
    OF_SOME,

    /**
     * A part of the period, which the end of observation cuts short. Counts and sums are those so far, and can only
     * grow but for refunds; no average takes them in.
     */
    CUT_SHORT,

    /** Nobody is that old yet. */
    NONE
}
