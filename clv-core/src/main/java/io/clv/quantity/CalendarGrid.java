package io.clv.quantity;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Real calendar periods, numbered: days, weeks with their first day, months or years, in a zone. Purchases are
 * collapsed into such periods, and cohorts and renewals are counted in them; lengths of time in mean units are
 * {@link Span}s.
 *
 * <p>Period 0 holds 1970-01-01. Numbers are consecutive, so the difference of two is the number of periods between.
 *
 * <p>Text form: {@code "months in UTC"} or {@code "weeks from Sunday in Europe/Berlin"}. Grids that number alike are
 * equal: what has no effect is not kept.
 *
 * @param unit days, weeks, months or years
 * @param firstDay the first day of a week; Monday for the other units, where it has no effect
 * @param zone the zone in which an instant is a date, an offset where it is always the same
 */
public record CalendarGrid(ChronoUnit unit, DayOfWeek firstDay, ZoneId zone) {

    /** The epoch day of the last Monday before or on 1970-01-01, a Thursday. */
    private static final int EPOCH_MONDAY = -3;

    private static final int EPOCH_YEAR = 1970;

    private static final long EPOCH_MONTH = EPOCH_YEAR * 12L;

    private static final Pattern FORM =
            Pattern.compile("(\\S+)(?:\\s+from\\s+(\\S+))?(?:\\s+in\\s+(\\S+))?", Pattern.CASE_INSENSITIVE);

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
        firstDay = unit == ChronoUnit.WEEKS ? firstDay : DayOfWeek.MONDAY;
        zone = zone.normalized();
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
     * Reads {@code "months"}, {@code "weeks from Sunday"} or {@code "days in Europe/Berlin"}. Weeks begin on Monday and
     * the zone is UTC unless the text says otherwise.
     *
     * @param text the text form
     * @return the grid
     * @throws IllegalArgumentException if the text has another form
     */
    public static CalendarGrid parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "grid must be periods, as in 'weeks from Monday in UTC', but was '" + text.strip() + "'");
        }
        ChronoUnit unit = TimeUnits.parse(matcher.group(1));
        String day = matcher.group(2);
        String zone = matcher.group(3);
        if (day != null && unit != ChronoUnit.WEEKS) {
            throw new IllegalArgumentException("only weeks have a first day, but was '" + text.strip() + "'");
        }
        return new CalendarGrid(
                unit, day == null ? DayOfWeek.MONDAY : parseDay(day), zone == null ? ZoneOffset.UTC : parseZone(zone));
    }

    private static DayOfWeek parseDay(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (Ascii.equalsIgnoreCase(day.name(), text)) {
                return day;
            }
        }
        throw new IllegalArgumentException(
                "first day must be one of " + Joiner.on(", ").join(DayOfWeek.values()) + ", but was '" + text + "'");
    }

    private static ZoneId parseZone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "zone must be a time zone such as Europe/Berlin, but was '" + text + "'", e);
        }
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
     * @throws ArithmeticException if the number is beyond an {@code int}
     */
    public int indexOf(LocalDate date) {
        return indexOfEpochDay(date.toEpochDay());
    }

    /**
     * The number of the period that holds an instant.
     *
     * @param instant a moment
     * @return the period's number
     * @throws ArithmeticException if the number is beyond an {@code int}
     */
    public int indexOf(Instant instant) {
        return indexOf(LocalDate.ofInstant(instant, zone));
    }

    /**
     * The number of the period that holds a day counted from 1970-01-01.
     *
     * @param epochDay the day
     * @return the period's number
     * @throws DateTimeException if the day is beyond what a {@link LocalDate} can hold
     * @throws ArithmeticException if the number is beyond an {@code int}
     */
    public int indexOfEpochDay(long epochDay) {
        long index = switch (unit) {
            case DAYS -> epochDay;
            case WEEKS -> Math.floorDiv(epochDay - firstWeekStart(), 7);
            case MONTHS -> LocalDate.ofEpochDay(epochDay).getLong(ChronoField.PROLEPTIC_MONTH) - EPOCH_MONTH;
            default -> LocalDate.ofEpochDay(epochDay).getYear() - EPOCH_YEAR;
        };
        if (index != (int) index) {
            throw new ArithmeticException("number " + index + " of " + this + " is beyond the range of an int");
        }
        return (int) index;
    }

    /**
     * The first date of a period.
     *
     * @param index the period's number
     * @return its first day
     * @throws DateTimeException if that is beyond what a {@link LocalDate} can hold
     */
    public LocalDate startOf(int index) {
        return switch (unit) {
            case DAYS -> LocalDate.ofEpochDay(index);
            case WEEKS -> LocalDate.ofEpochDay(index * 7L + firstWeekStart());
            case MONTHS -> LocalDate.EPOCH.plusMonths(index);
            default -> LocalDate.EPOCH.plusYears(index);
        };
    }

    /**
     * The last date of a period.
     *
     * @param index the period's number
     * @return its last day
     * @throws DateTimeException if that is beyond what a {@link LocalDate} can hold
     */
    public LocalDate endOf(int index) {
        LocalDate start = startOf(index);
        return switch (unit) {
            case DAYS -> start;
            case WEEKS -> start.plusDays(6);
            case MONTHS -> start.withDayOfMonth(start.lengthOfMonth());
            default -> start.withDayOfYear(start.lengthOfYear());
        };
    }

    /** The epoch day on which week 0 begins: the last first-day-of-week before or on 1970-01-01. */
    private int firstWeekStart() {
        int start = EPOCH_MONDAY + firstDay.getValue() - 1;
        return start > 0 ? start - 7 : start;
    }

    @Override
    public String toString() {
        String from =
                unit == ChronoUnit.WEEKS ? " from " + firstDay.getDisplayName(TextStyle.FULL, Locale.ENGLISH) : "";
        return TimeUnits.plural(unit) + from + " in " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone);
    }
}
