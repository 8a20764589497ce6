package io.clv.cohort;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Consecutive dates.
 *
 * @param from the first
 * @param through the last
 */
record Season(LocalDate from, LocalDate through) {

    static Season of(String name, LocalDate from, LocalDate through) {
        if (from.isAfter(through)) {
            throw new IllegalArgumentException(
                    name + " must not begin after it ends, on " + through + ", but begins on " + from);
        }
        return new Season(from, through);
    }

    long days() {
        return ChronoUnit.DAYS.between(from, through) + 1;
    }

    boolean contains(long epochDay) {
        return from.toEpochDay() <= epochDay && epochDay <= through.toEpochDay();
    }

    /** The same dates so many years later; the end of a month stays the end of it. */
    Season later(int years) {
        LocalDate end = through.plusYears(years);
        boolean endOfMonth = through.getDayOfMonth() == through.lengthOfMonth();
        return new Season(from.plusYears(years), endOfMonth ? end.withDayOfMonth(end.lengthOfMonth()) : end);
    }

    /** Whether another is of the same season, in a later year. */
    boolean recursIn(Season other) {
        int years = other.from.getYear() - from.getYear();
        return years > 0 && later(years).equals(other);
    }

    @Override
    public String toString() {
        return from + " to " + through;
    }
}
