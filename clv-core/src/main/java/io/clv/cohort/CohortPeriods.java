package io.clv.cohort;

import io.clv.quantity.CalendarGrid;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** So many consecutive periods of a grid taken for one, as three months for a quarter. */
record CohortPeriods(CalendarGrid grid, int each) {

    private static final int MONTHS_OF_A_QUARTER = 3;
    private static final int MONTHS_OF_A_YEAR = 12;

    CohortPeriods {
        if (each < 1) {
            throw new IllegalArgumentException("periods to be taken together must be at least 1, but were " + each);
        }
        if (grid.unit() == ChronoUnit.MONTHS && MONTHS_OF_A_YEAR % each != 0) {
            throw new IllegalArgumentException(
                    "months to be taken together must divide a year, as 3 do, but were " + each);
        }
    }

    /** The number of the period that holds a period of the grid. */
    int indexOf(int gridPeriod) {
        return Math.floorDiv(gridPeriod, each);
    }

    LocalDate startOf(int index) {
        return grid.startOf(Math.multiplyExact(index, each));
    }

    LocalDate endOf(int index) {
        return grid.endOf(Math.addExact(Math.multiplyExact(index, each), each - 1));
    }

    /** The last period that is over on a date. */
    int lastOver(LocalDate observedThrough) {
        int last = indexOf(grid.indexOf(observedThrough));
        return endOf(last).isAfter(observedThrough) ? last - 1 : last;
    }

    /** "2025", "2025-Q1", "2025-03"; the first day of all others. */
    String label(int index) {
        String start = startOf(index).toString();
        if (grid.unit() == ChronoUnit.YEARS && each == 1) {
            return year(start);
        }
        if (grid.unit() == ChronoUnit.MONTHS && each == 1) {
            return start.substring(0, start.length() - 3);
        }
        if (isQuarters()) {
            return year(start) + "-Q" + (1 + Math.floorMod(index, MONTHS_OF_A_YEAR / MONTHS_OF_A_QUARTER));
        }
        return start;
    }

    private static String year(String date) {
        return date.substring(0, date.length() - "-01-01".length());
    }

    private boolean isQuarters() {
        return grid.unit() == ChronoUnit.MONTHS && each == MONTHS_OF_A_QUARTER;
    }

    /** "months", "quarters", "periods of 2 weeks". */
    String plural() {
        String unit = grid.unit().name().toLowerCase(Locale.ROOT);
        return each == 1 ? unit : isQuarters() ? "quarters" : "periods of " + each + " " + unit;
    }

    /** "month", "quarter", "period of 2 weeks". */
    String singular() {
        String unit = grid.unit().name().toLowerCase(Locale.ROOT);
        return each == 1
                ? unit.substring(0, unit.length() - 1)
                : isQuarters() ? "quarter" : "period of " + each + " " + unit;
    }
}
