package io.clv.quantity;

import java.time.temporal.ChronoUnit;

/**
 * A length of time in a unit: 3 years, 90 days. Units convert with the JDK's own mean lengths, a year of 365.2425 days
 * and a month of a twelfth of that; real calendar periods are the business of {@link CalendarGrid}.
 *
 * <p>Text form: {@code "3 years"}. Two spans are equal when length and unit are; {@link #compareTo} orders by duration.
 *
 * @param length how many units, not negative
 * @param unit days, weeks, months or years
 */
public record Span(double length, ChronoUnit unit) implements Comparable<Span> {

    /**
     * Checks the length and the unit.
     *
     * @param length how many units
     * @param unit days, weeks, months or years
     * @throws IllegalArgumentException if the length is negative or not finite, or the unit is another
     */
    public Span {
        length = Numbers.requireFinite("span", length);
        TimeUnits.require(unit);
        if (length < 0) {
            throw new IllegalArgumentException(
                    "span must not be negative, but was " + Numbers.text(length) + " " + TimeUnits.plural(unit));
        }
    }

    /**
     * A span of {@code length} units.
     *
     * @param length how many units
     * @param unit days, weeks, months or years
     * @return the span
     * @throws IllegalArgumentException if the length is negative or not finite, or the unit is another
     */
    public static Span of(double length, ChronoUnit unit) {
        return new Span(length, unit);
    }

    /**
     * Days.
     *
     * @param length how many
     * @return the span
     */
    public static Span days(double length) {
        return new Span(length, ChronoUnit.DAYS);
    }

    /**
     * Weeks of seven days.
     *
     * @param length how many
     * @return the span
     */
    public static Span weeks(double length) {
        return new Span(length, ChronoUnit.WEEKS);
    }

    /**
     * Months of mean length.
     *
     * @param length how many
     * @return the span
     */
    public static Span months(double length) {
        return new Span(length, ChronoUnit.MONTHS);
    }

    /**
     * Years of mean length.
     *
     * @param length how many
     * @return the span
     */
    public static Span years(double length) {
        return new Span(length, ChronoUnit.YEARS);
    }

    /**
     * Reads {@code "3 years"}, {@code "1 year"} or {@code "90 days"}.
     *
     * @param text the text form
     * @return the span
     * @throws IllegalArgumentException if the text has another form, or the length is negative
     */
    public static Span parse(String text) {
        return parse("span", "a number and a unit, as in '12 months'", text);
    }

    /** Reads a span that goes by another name where it stands. */
    static Span parse(String name, String form, String text) {
        String stripped = text.strip();
        int at = stripped.length();
        while (at > 0 && Character.isLetter(stripped.charAt(at - 1))) {
            at--;
        }
        if (at == 0 || at == stripped.length()) {
            throw new IllegalArgumentException(name + " must be " + form + ", but was '" + stripped + "'");
        }
        return new Span(Numbers.parse(name, stripped.substring(0, at)), TimeUnits.parse(stripped.substring(at)));
    }

    /**
     * The length counted in another unit.
     *
     * @param other days, weeks, months or years
     * @return how many of them
     * @throws IllegalArgumentException if the unit is another
     * @throws ArithmeticException if there are more than a double can count
     */
    public double in(ChronoUnit other) {
        double converted = TimeUnits.convert(length, unit, other);
        if (Double.isInfinite(converted)) {
            throw Numbers.beyondDouble(this + " in " + TimeUnits.plural(other));
        }
        return converted;
    }

    /**
     * The same span in another unit.
     *
     * @param other days, weeks, months or years
     * @return the span in that unit
     * @throws IllegalArgumentException if the unit is another
     * @throws ArithmeticException if there are more than a double can count
     */
    public Span to(ChronoUnit other) {
        return other == unit ? this : new Span(in(other), other);
    }

    @Override
    public int compareTo(Span other) {
        return Double.compare(
                TimeUnits.convert(length, unit, ChronoUnit.DAYS),
                TimeUnits.convert(other.length, other.unit, ChronoUnit.DAYS));
    }

    @Override
    public String toString() {
        return Numbers.text(length) + " " + (length == 1 ? TimeUnits.singular(unit) : TimeUnits.plural(unit));
    }
}
