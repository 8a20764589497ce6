package io.clv.lifecycle;

import io.clv.ledger.PeriodTable;

/** The first and last days of the periods of a table, by their places from its first period on. */
final class PeriodDays {

    private final int first;
    private final int[] starts;
    private final int[] ends;
    private final int end;

    PeriodDays(PeriodTable table) {
        first = table.firstPeriod();
        starts = new int[table.lastPeriod() - first + 1];
        ends = new int[starts.length];
        for (int at = 0; at < starts.length; at++) {
            starts[at] = (int) table.grid().startOf(first + at).toEpochDay();
            ends[at] = (int) table.grid().endOf(first + at).toEpochDay();
        }
        end = (int) table.observedThrough().toEpochDay();
    }

    /** The number of the first period. */
    int first() {
        return first;
    }

    int start(int at) {
        return starts[at];
    }

    /** The end of observation. */
    int end() {
        return end;
    }

    /** The least number of days from something in one period to something in a later one. */
    int between(int earlier, int later) {
        return starts[later] - ends[earlier];
    }
}
