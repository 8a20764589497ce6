package io.clv.quantity;

import java.time.temporal.ChronoUnit;

/**
 * How often something happens: a count per unit of time, such as 4 orders a year. It converts linearly (4 a year are
 * 1/3 a month), which is what sets it apart from a {@link LossRate} and a {@link GrowthRate}. The word frequency is
 * kept for x, the number of repeat purchases of a customer.
 *
 * <p>Text form: {@code "4 per year"}; {@link #parse} also reads {@code "4/year"} and {@code "4 a year"}.
 *
 * @param count events in one unit, not negative
 * @param unit days, weeks, months or years
 */
public record Pace(double count, ChronoUnit unit) {

    /**
     * Checks the count and the unit.
     *
     * @param count events in one unit
     * @param unit days, weeks, months or years
     * @throws IllegalArgumentException if the count is negative or not finite, or the unit is another
     */
    public Pace {
        count = Numbers.requireFinite("pace", count);
        TimeUnits.require(unit);
        if (count < 0) {
            throw new IllegalArgumentException(
                    "pace must not be negative, but was " + Numbers.text(count) + " per " + TimeUnits.singular(unit));
        }
    }

    /**
     * A pace of {@code count} events in every unit.
     *
     * @param count events in one unit
     * @param unit days, weeks, months or years
     * @return the pace
     * @throws IllegalArgumentException if the count is negative or not finite, or the unit is another
     */
    public static Pace of(double count, ChronoUnit unit) {
        return new Pace(count, unit);
    }

    /**
     * Events a day.
     *
     * @param count how many
     * @return the pace
     */
    public static Pace perDay(double count) {
        return new Pace(count, ChronoUnit.DAYS);
    }

    /**
     * Events a week.
     *
     * @param count how many
     * @return the pace
     */
    public static Pace perWeek(double count) {
        return new Pace(count, ChronoUnit.WEEKS);
    }

    /**
     * Events a month.
     *
     * @param count how many
     * @return the pace
     */
    public static Pace perMonth(double count) {
        return new Pace(count, ChronoUnit.MONTHS);
    }

    /**
     * Events a year.
     *
     * @param count how many
     * @return the pace
     */
    public static Pace perYear(double count) {
        return new Pace(count, ChronoUnit.YEARS);
    }

    /**
     * Reads {@code "4 per year"}, {@code "4/year"} or {@code "4 a year"}.
     *
     * @param text the text form
     * @return the pace
     * @throws IllegalArgumentException if the text has another form, or the count is negative
     */
    public static Pace parse(String text) {
        PerUnit parts = PerUnit.parse("pace", "4 per year", text);
        return new Pace(Numbers.parse("pace", parts.amount()), parts.unit());
    }

    /**
     * The same pace in another unit.
     *
     * @param other days, weeks, months or years
     * @return the pace per that unit
     * @throws IllegalArgumentException if the unit is another
     * @throws ArithmeticException if the count is beyond a double
     */
    public Pace per(ChronoUnit other) {
        double converted = TimeUnits.convert(count, other, unit);
        if (Double.isInfinite(converted)) {
            throw Numbers.beyondDouble(this + " counted per " + TimeUnits.singular(other));
        }
        return new Pace(converted, other);
    }

    /**
     * The number of events a span holds at this pace.
     *
     * @param span how long
     * @return the expected count
     * @throws ArithmeticException if it is beyond a double
     */
    public double over(Span span) {
        double events = count * span.in(unit);
        if (Double.isInfinite(events)) {
            throw Numbers.beyondDouble(this + " over " + span);
        }
        return events;
    }

    @Override
    public String toString() {
        return Numbers.text(count) + " per " + TimeUnits.singular(unit);
    }
}
