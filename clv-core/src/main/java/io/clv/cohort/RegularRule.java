package io.clv.cohort;

import io.clv.ledger.PeriodTable;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;

/**
 * Who is a regular.
 *
 * @param purchases so many days with a purchase, the first included
 * @param within so long after the first
 */
record RegularRule(int purchases, Span within) {

    /** Longer than any log. */
    private static final int MOST_DAYS = 1_000_000_000;

    RegularRule {
        if (purchases < 2) {
            throw new IllegalArgumentException(
                    "purchases of a regular must be at least 2, the first included, but were " + purchases);
        }
        if (within.in(ChronoUnit.DAYS) < 1) {
            throw new IllegalArgumentException("span of a regular must be at least a day, but was " + within);
        }
    }

    int days() {
        return (int) Math.min(MOST_DAYS, Math.floor(within.in(ChronoUnit.DAYS)));
    }

    /** Whether a customer whose first purchase is in a cell was seen for long enough. */
    boolean canTell(PeriodTable table, int first) {
        return (long) table.lastPeriod() - table.period(first) >= days();
    }

    boolean isMet(PeriodTable table, int customer, int first) {
        int count = 0;
        for (int cell = first;
                cell < table.cellsEnd(customer) && table.period(cell) - table.period(first) <= days();
                cell++) {
            count += table.purchases(cell) > 0 ? 1 : 0;
        }
        return count >= purchases;
    }

    @Override
    public String toString() {
        return "at least " + purchases + " purchases within " + within + " of the first, that one included";
    }
}
