package io.clv.lifecycle;

import io.clv.quantity.Ratio;
import java.time.LocalDate;

/**
 * Dates between which something is expected to happen with a stated probability.
 *
 * @param earliest the first of them
 * @param latest the last of them, not before the first
 * @param level the probability, above 0% and below 100%
 */
public record DateRange(LocalDate earliest, LocalDate latest, Ratio level) {

    /**
     * Checks the order and the level.
     *
     * @param earliest the first date
     * @param latest the last date
     * @param level the probability
     * @throws IllegalArgumentException if the dates are out of order, or the level is not between 0% and 100%
     */
    public DateRange {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException(
                    "latest must not be before earliest (" + earliest + "), but was " + latest);
        }
        requireLevel(level);
    }

    static Ratio requireLevel(Ratio level) {
        if (level.value() <= 0 || level.value() >= 1) {
            throw new IllegalArgumentException("level must be above 0% and below 100%, but was " + level);
        }
        return level;
    }

    /**
     * Whether a date is among them.
     *
     * @param date any date
     * @return true from the first to the last, both included
     */
    public boolean contains(LocalDate date) {
        return !date.isBefore(earliest) && !date.isAfter(latest);
    }

    /** As in "2026-02-20 to 2026-05-01 (80%)". */
    @Override
    public String toString() {
        return earliest + " to " + latest + " (" + level + ")";
    }
}
