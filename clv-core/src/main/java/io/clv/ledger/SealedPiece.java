package io.clv.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a range of days as counts. A period that the range cuts in two stands apart, since rows from outside the
 * range may come to it; so it is of constant size, however many rows there were.
 *
 * @param range the days
 * @param rows how many rows there were, at least one
 * @param refundsIgnored how many of them were refunds that do not count
 * @param sumIgnored the sum of those
 * @param head the period that the first day cuts, if there are rows in it
 * @param closed the periods that lie within the range
 * @param tail the period that the last day cuts, if it is another and there are rows in it
 */
record SealedPiece(
        DayRange range,
        long rows,
        long refundsIgnored,
        ExactAmount sumIgnored,
        @Nullable PeriodCell head,
        ClosedPeriods closed,
        @Nullable PeriodCell tail)
        implements Piece {

    @Override
    public int firstDay() {
        return range.first();
    }

    @Override
    public void addTo(PieceSink sink, LedgerOptions options) {
        sink.addRows(rows, refundsIgnored, sumIgnored);
        if (head != null) {
            sink.add(head);
        }
        // Nothing closed is no news: the head's period may go on in the next piece.
        if (!closed.equals(ClosedPeriods.NONE)) {
            sink.add(closed);
        }
        if (tail != null) {
            sink.add(tail);
        }
    }
}
