package io.clv.ledger;

/** Takes the pieces of one customer's history apart, in order of time. */
interface PieceSink {

    /** What a piece holds in rows, and the refunds among them that do not count. */
    void addRows(long rows, long refundsIgnored, ExactAmount sumIgnored);

    /** A part of a period; the next part may be of the same one. */
    void add(PeriodCell cell);

    /** Periods of which no other part comes before or after. */
    void add(ClosedPeriods periods);
}
