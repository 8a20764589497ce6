package io.clv.quantity;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Real calendar periods, numbered: days, weeks with their first day, months or years, in a zone. Purchases are
 * collapsed into such periods, and cohorts and renewals are counted in them; lengths of time in mean units are
 * {@link Span}s.
 *
 * <p>Period 0 holds 1970-01-01. Numbers are consecutive, so the difference of two is the number of periods between.
 *
 * @param unit days, weeks, months or years
 * @param firstDay the first day of a week; of no effect for the other units
 * @param zone the zone in which an instant is a date
 */
public record CalendarGrid(ChronoUnit unit, DayOfWeek firstDay, ZoneId zone) {

    /** The epoch day of the last Monday before or on 1970-01-01, a Thursday. */
    private static final int EPOCH_MONDAY = -3;

    private static final int EPOCH_YEAR = 1970;

    /**
     * Checks the unit.
     *
     * @param unit days, weeks, months or years
     * @param firstDay the first day of a week
     * @param zone the zone in which an instant is a date
     * @throws IllegalArgumentException if the unit is another
     */
    public CalendarGrid {
        TimeUnits.require(unit);
    }

    /**
     * The grid of a unit, with weeks from Monday, in UTC.
     *
     * @param unit days, weeks, months or years
     * @return the grid
     * @throws IllegalArgumentException if the unit is another
     */
    public static CalendarGrid of(ChronoUnit unit) {
        return new CalendarGrid(unit, DayOfWeek.MONDAY, ZoneOffset.UTC);
    }

    /**
     * Calendar days, in UTC.
     *
     * @return the grid
     */
    public static CalendarGrid days() {
        return of(ChronoUnit.DAYS);
    }

    /**
     * Weeks that begin on a day of the week, in UTC.
     *
     * @param firstDay the first day of each week
     * @return the grid
     */
    public static CalendarGrid weeks(DayOfWeek firstDay) {
        return new CalendarGrid(ChronoUnit.WEEKS, firstDay, ZoneOffset.UTC);
    }

    /**
     * Calendar months, in UTC.
     *
     * @return the grid
     */
    public static CalendarGrid months() {
        return of(ChronoUnit.MONTHS);
    }

    /**
     * Calendar years, in UTC.
     *
     * @return the grid
     */
    public static CalendarGrid years() {
        return of(ChronoUnit.YEARS);
    }

    /**
     * The same periods in another zone.
     *
     * @param other the zone in which an instant is a date
     * @return the grid
     */
    public CalendarGrid in(ZoneId other) {
        return new CalendarGrid(unit, firstDay, other);
    }

    /**
     * The number of the period that holds a date.
     *
     * @param date a date of the grid's zone
     * @return the period's number
     */
    public int indexOf(LocalDate date) {
        return indexOfEpochDay(date.toEpochDay());
    }

    /**
     * The number of the period that holds an instant.
     *
     * @param instant a moment
     * @return the period's number
     */
    public int indexOf(Instant instant) {
        return indexOf(LocalDate.ofInstant(instant, zone));
    }

    /**
     * The number of the period that holds a day counted from 1970-01-01.
     *
     * @param epochDay the day
     * @return the period's number
     * @throws ArithmeticException if the number is beyond an {@code int}
     */
    public int indexOfEpochDay(long epochDay) {
        return switch (unit) {
            case DAYS -> Math.toIntExact(epochDay);
            case WEEKS -> Math.toIntExact(Math.floorDiv(epochDay - firstWeekStart(), 7));
            case MONTHS -> {
                LocalDate date = LocalDate.ofEpochDay(epochDay);
                yield (date.getYear() - EPOCH_YEAR) * 12 + date.getMonthValue() - 1;
            }
            default -> LocalDate.ofEpochDay(epochDay).getYear() - EPOCH_YEAR;
        };
    }

    /**
     * The first date of a period.
     *
     * @param index the period's number
     * @return its first day
     */
    public LocalDate startOf(int index) {
        return switch (unit) {
            case DAYS -> LocalDate.ofEpochDay(index);
            case WEEKS -> LocalDate.ofEpochDay(index * 7L + firstWeekStart());
            case MONTHS -> LocalDate.of(EPOCH_YEAR, 1, 1).plusMonths(index);
            default -> LocalDate.of(EPOCH_YEAR, 1, 1).plusYears(index);
        };
    }

    /**
     * The last date of a period.
     *
     * @param index the period's number
     * @return its last day
     */
    public LocalDate endOf(int index) {
        return startOf(index + 1).minusDays(1);
    }

    /** The epoch day on which week 0 begins: the last first-day-of-week before or on 1970-01-01. */
    private int firstWeekStart() {
        int start = EPOCH_MONDAY + firstDay.getValue() - 1;
        return start > 0 ? start - 7 : start;
    }

    @Override
    public String toString() {
        String periods = TimeUnits.plural(unit) + (unit == ChronoUnit.WEEKS ? " from " + firstDay : "");
        return periods + " in " + zone;
    }
}
