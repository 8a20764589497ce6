package io.clv.quantity;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import java.time.temporal.ChronoUnit;

/** The four units a rate or a length may have, with the JDK's own mean lengths: a year is 365.2425 days. */
final class TimeUnits {

    private static final ImmutableMap<String, ChronoUnit> BY_NAME = ImmutableMap.<String, ChronoUnit>builder()
            .put("day", ChronoUnit.DAYS)
            .put("days", ChronoUnit.DAYS)
            .put("week", ChronoUnit.WEEKS)
            .put("weeks", ChronoUnit.WEEKS)
            .put("month", ChronoUnit.MONTHS)
            .put("months", ChronoUnit.MONTHS)
            .put("year", ChronoUnit.YEARS)
            .put("years", ChronoUnit.YEARS)
            .buildOrThrow();

    private TimeUnits() {}

    static ChronoUnit require(ChronoUnit unit) {
        if (!BY_NAME.containsValue(unit)) {
            throw new IllegalArgumentException(
                    "unit must be one of DAYS, WEEKS, MONTHS, YEARS, but was " + unit.name());
        }
        return unit;
    }

    static ChronoUnit parse(String text) {
        ChronoUnit unit = BY_NAME.get(Ascii.toLowerCase(text.strip()));
        if (unit == null) {
            throw new IllegalArgumentException(
                    "unit must be one of days, weeks, months, years, but was '" + text.strip() + "'");
        }
        return unit;
    }

    /** How many {@code to} make one {@code from}. */
    static double ratio(ChronoUnit from, ChronoUnit to) {
        return convert(1, from, to);
    }

    /**
     * A length counted in {@code from}, counted in {@code to}. Multiplied before it is divided, so that whole numbers
     * of both come out whole: a factor of 1/7 would be rounded already. Infinite where it does not fit.
     */
    static double convert(double length, ChronoUnit from, ChronoUnit to) {
        return from == to ? length : length * seconds(from) / seconds(to);
    }

    private static double seconds(ChronoUnit unit) {
        return require(unit).getDuration().toSeconds();
    }

    static String singular(ChronoUnit unit) {
        String plural = plural(unit);
        return plural.substring(0, plural.length() - 1);
    }

    static String plural(ChronoUnit unit) {
        return Ascii.toLowerCase(require(unit).name());
    }
}
