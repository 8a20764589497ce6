package io.clv.ledger;

import io.clv.quantity.CalendarGrid;
import java.time.LocalDate;

/**
 * Days in a row, both ends included. The least first day there is stands for the beginning of time.
 *
 * @param first the first epoch day
 * @param last the last epoch day, not before the first
 */
record DayRange(int first, int last) {

    static final int BEGINNING = Integer.MIN_VALUE;

    static DayRange through(int last) {
        return new DayRange(BEGINNING, last);
    }

    static DayRange of(LocalDate first, LocalDate last) {
        int from = EpochDays.of("first", first);
        int to = EpochDays.of("last", last);
        if (from > to) {
            throw new IllegalArgumentException("first must not be after last, " + last + ", but was " + first);
        }
        return new DayRange(from, to);
    }

    boolean holds(int day) {
        return first <= day && day <= last;
    }

    boolean overlaps(DayRange other) {
        return first <= other.last && other.first <= last;
    }

    /** Whether the two make one range together. */
    boolean meets(DayRange other) {
        return first <= other.last + 1L && other.first <= last + 1L;
    }

    DayRange hull(DayRange other) {
        return new DayRange(Math.min(first, other.first), Math.max(last, other.last));
    }

    /** Whether the first day's period began before it, so that rows from before the range may share it. */
    boolean cutsFirstPeriod(CalendarGrid grid) {
        return first != BEGINNING && grid.indexOfEpochDay(first - 1L) == grid.indexOfEpochDay(first);
    }

    /** Whether the last day's period goes on after it, so that rows from after the range may share it. */
    boolean cutsLastPeriod(CalendarGrid grid) {
        return last != Integer.MAX_VALUE && grid.indexOfEpochDay(last + 1L) == grid.indexOfEpochDay(last);
    }

    @Override
    public String toString() {
        String through = "through " + LocalDate.ofEpochDay(last);
        return first == BEGINNING ? through : "from " + LocalDate.ofEpochDay(first) + " " + through;
    }
}
