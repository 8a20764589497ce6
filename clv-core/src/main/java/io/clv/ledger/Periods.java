package io.clv.ledger;

import io.clv.quantity.CalendarGrid;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The period of each day of a log. Days are their own period; the longer periods of a log of human length stand in a
 * table, because asking the calendar for every row would cost more than everything else.
 */
final class Periods {

    /** The longest log, in days, whose periods stand in a table: some three thousand years. */
    private static final int LONGEST_TABLE = 1 << 20;

    private final CalendarGrid grid;
    private final int firstDay;
    private final int @Nullable [] table;

    private Periods(CalendarGrid grid, int firstDay, int @Nullable [] table) {
        this.grid = grid;
        this.firstDay = firstDay;
        this.table = table;
    }

    static Periods of(CalendarGrid grid, int firstDay, int lastDay) {
        long length = (long) lastDay - firstDay + 1;
        if (grid.unit() == ChronoUnit.DAYS || length > LONGEST_TABLE) {
            return new Periods(grid, firstDay, null);
        }
        int[] table = new int[(int) Math.max(0, length)];
        for (int i = 0; i < table.length; i++) {
            table[i] = grid.indexOfEpochDay((long) firstDay + i);
        }
        return new Periods(grid, firstDay, table);
    }

    int of(int day) {
        if (table != null) {
            return table[day - firstDay];
        }
        return grid.unit() == ChronoUnit.DAYS ? day : grid.indexOfEpochDay(day);
    }
}
