package io.clv.examples.cli;

import io.clv.quantity.CalendarGrid;
import java.time.temporal.ChronoUnit;

/** What cohorts and ages may be counted in. */
enum CohortPeriod {
    DAYS(ChronoUnit.DAYS, 1),
    WEEKS(ChronoUnit.WEEKS, 1),
    MONTHS(ChronoUnit.MONTHS, 1),
    QUARTERS(ChronoUnit.MONTHS, 3),
    YEARS(ChronoUnit.YEARS, 1);

    private final ChronoUnit unit;
    private final int each;

    CohortPeriod(ChronoUnit unit, int each) {
        this.unit = unit;
        this.each = each;
    }

    ChronoUnit unit() {
        return unit;
    }

    /** How many of the unit make one. */
    int each() {
        return each;
    }

    CalendarGrid grid() {
        return CalendarGrid.of(unit);
    }
}
