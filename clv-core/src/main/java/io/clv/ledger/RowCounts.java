package io.clv.ledger;

/** Counts of rows in a state, which outlives any one log. */
final class RowCounts {

    /** Beyond any log, and so far below the largest {@code long} that counts of two kinds can be added. */
    static final long MOST = 1L << 60;

    private RowCounts() {}

    static long sum(long rows, long more) {
        long sum = rows + more;
        if (sum > MOST) {
            throw new ArithmeticException("a state counts at most " + MOST + " rows, but would have " + sum);
        }
        return sum;
    }
}
