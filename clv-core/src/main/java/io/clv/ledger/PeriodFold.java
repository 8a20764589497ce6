package io.clv.ledger;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Folds the periods of one customer, whose parts come in order of time, to counts. */
final class PeriodFold {

    private final boolean dropping;
    private final LongConsumer gaps;
    private ClosedPeriods closed = ClosedPeriods.NONE;
    private @Nullable PeriodCell open;

    /** A fold that tells {@code gaps} the number of periods between successive purchases. */
    PeriodFold(RefundPolicy refunds, LongConsumer gaps) {
        this.dropping = refunds == RefundPolicy.NET_DROPPING_PERIODS;
        this.gaps = gaps;
    }

    void add(PeriodCell cell) {
        PeriodCell before = open;
        if (before != null && before.period() == cell.period()) {
            open = before.plus(cell);
        } else {
            closeOpen();
            open = cell;
        }
    }

    void add(ClosedPeriods periods) {
        closeOpen();
        closed = closed.then(periods);
    }

    private void closeOpen() {
        if (open != null) {
            ClosedPeriods period = ClosedPeriods.of(open, dropping);
            if (closed.purchases() > 0 && period.purchases() > 0) {
                gaps.accept((long) period.first() - closed.last());
            }
            closed = closed.then(period);
            open = null;
        }
    }

    /** What all parts so far come to, once nothing more can come; and begins anew. */
    ClosedPeriods close() {
        closeOpen();
        ClosedPeriods all = closed;
        closed = ClosedPeriods.NONE;
        return all;
    }
}
