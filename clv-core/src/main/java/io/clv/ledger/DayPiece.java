package io.clv.ledger;

/**
 * The rows of one day, as much as any policy of refunds and any calendar can ask for.
 *
 * @param day the epoch day
 * @param purchases the rows that are no refunds
 * @param refunds the rows that are
 * @param bought the sum of the purchases
 * @param returned the sum of the refunds, below zero if there are any
 */
record DayPiece(int day, long purchases, long refunds, ExactAmount bought, ExactAmount returned) implements Piece {

    static DayPiece of(int day, long minorUnits) {
        ExactAmount amount = ExactAmount.of(minorUnits);
        return minorUnits < 0
                ? new DayPiece(day, 0, 1, ExactAmount.ZERO, amount)
                : new DayPiece(day, 1, 0, amount, ExactAmount.ZERO);
    }

    /** The same day with more rows. */
    DayPiece plus(DayPiece other) {
        return new DayPiece(
                day,
                RowCounts.sum(purchases, other.purchases),
                RowCounts.sum(refunds, other.refunds),
                bought.plus(other.bought),
                returned.plus(other.returned));
    }

    @Override
    public int firstDay() {
        return day;
    }

    @Override
    public long rows() {
        return purchases + refunds;
    }

    @Override
    public void addTo(PieceSink sink, LedgerOptions options) {
        int period = options.grid().indexOfEpochDay(day);
        if (options.refunds() == RefundPolicy.IGNORE) {
            sink.addRows(rows(), refunds, returned);
            if (purchases > 0) {
                sink.add(new PeriodCell(period, true, false, bought));
            }
        } else {
            sink.addRows(rows(), 0, ExactAmount.ZERO);
            sink.add(new PeriodCell(period, purchases > 0, refunds > 0, bought.plus(returned)));
        }
    }
}
