package io.clv.ledger;

import org.jspecify.annotations.Nullable;

/** Folds the pieces of one customer that lie within a range of days, in order of time, to one sealed piece. */
final class Sealing implements PieceSink {

    /** No period: they are numbered by {@code int}. */
    private static final long NONE = Long.MIN_VALUE;

    private final DayRange range;
    private final long headPeriod;
    private final long tailPeriod;
    private final PeriodFold between;
    private long rows;
    private long refundsIgnored;
    private ExactAmount sumIgnored = ExactAmount.ZERO;
    private @Nullable PeriodCell head;
    private @Nullable PeriodCell tail;

    Sealing(DayRange range, LedgerOptions options) {
        this.range = range;
        this.headPeriod = range.cutsFirstPeriod(options.grid()) ? options.grid().indexOfEpochDay(range.first()) : NONE;
        this.tailPeriod = range.cutsLastPeriod(options.grid()) ? options.grid().indexOfEpochDay(range.last()) : NONE;
        this.between = new PeriodFold(options.refunds(), gap -> {});
    }

    @Override
    public void addRows(long more, long moreIgnored, ExactAmount sum) {
        rows = RowCounts.sum(rows, more);
        refundsIgnored += moreIgnored;
        sumIgnored = sumIgnored.plus(sum);
    }

    @Override
    public void add(PeriodCell cell) {
        if (cell.period() == headPeriod) {
            head = head == null ? cell : head.plus(cell);
        } else if (cell.period() == tailPeriod) {
            tail = tail == null ? cell : tail.plus(cell);
        } else {
            between.add(cell);
        }
    }

    @Override
    public void add(ClosedPeriods periods) {
        between.add(periods);
    }

    SealedPiece piece() {
        return new SealedPiece(range, rows, refundsIgnored, sumIgnored, head, between.close(), tail);
    }
}
