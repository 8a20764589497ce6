package io.clv.quantity;

import java.time.temporal.ChronoUnit;

/**
 * A share gained per unit of time, such as an expansion of 1% a month; negative for a contraction. Gains compound as
 * {@code (1 + g)^k - 1}: 1% a month is 12.68% a year. Losses compound differently and are a {@link LossRate}.
 *
 * <p>Text form: {@code "1% per month"}; {@link #parse} also reads {@code "1%/month"} and {@code "0.01 per month"}.
 *
 * @param share the share gained in one unit, above -1
 * @param unit days, weeks, months or years
 */
public record GrowthRate(double share, ChronoUnit unit) {

    /**
     * Checks the share and the unit.
     *
     * @param share the share gained in one unit
     * @param unit days, weeks, months or years
     * @throws IllegalArgumentException if the share is not finite and above -1, or the unit is another
     */
    public GrowthRate {
        share = Numbers.requireFinite("growth rate", share);
        TimeUnits.require(unit);
        if (share <= -1) {
            throw new IllegalArgumentException("growth rate must be above -100% per " + TimeUnits.singular(unit)
                    + ", but was " + Numbers.percentText(share));
        }
    }

    /**
     * A growth of {@code share} in every unit.
     *
     * @param share the share gained in one unit, 0.01 for 1%
     * @param unit days, weeks, months or years
     * @return the growth rate
     * @throws IllegalArgumentException if the share is not finite and above -1, or the unit is another
     */
    public static GrowthRate of(double share, ChronoUnit unit) {
        return new GrowthRate(share, unit);
    }

    /**
     * Reads {@code "1% per month"} or {@code "1%/month"}.
     *
     * @param text the text form
     * @return the growth rate
     * @throws IllegalArgumentException if the text has another form, or the share is out of range
     */
    public static GrowthRate parse(String text) {
        PerUnit parts = PerUnit.parse("growth rate", "1% per month", text);
        return new GrowthRate(Numbers.parseShare("growth rate", parts.amount()), parts.unit());
    }

    /**
     * The same growth in another unit: {@code (1 + g)^k - 1}, where k is the number of this rate's units in one of the
     * other. Relative error below 1e-15 max(1, k |ln(1+g)|), tested on shares from 1e-30 and up to k |ln(1+g)| = 30.
     *
     * @param other days, weeks, months or years
     * @return the growth rate per that unit
     * @throws IllegalArgumentException if the unit is another
     * @throws ArithmeticException if the result is beyond a double, or a contraction so steep that it rounds to -100%
     */
    public GrowthRate per(ChronoUnit other) {
        if (other == unit) {
            return this;
        }
        double gained = compounded(TimeUnits.ratio(other, unit));
        if (Double.isInfinite(gained)) {
            throw Numbers.beyondDouble(this + " compounded per " + TimeUnits.singular(other));
        }
        if (gained == -1) {
            throw new ArithmeticException(this + " compounded per " + TimeUnits.singular(other)
                    + " rounds to -100%, which is no growth rate");
        }
        return new GrowthRate(gained, other);
    }

    /**
     * The share gained over a whole span: {@code (1 + g)^k - 1}, where k is the span in this rate's units.
     *
     * @param span how long
     * @return the share that has been added after it
     * @throws ArithmeticException if the result is beyond a double
     */
    public Ratio over(Span span) {
        double gained = compounded(span.in(unit));
        if (Double.isInfinite(gained)) {
            throw Numbers.beyondDouble(this + " compounded over " + span);
        }
        return Ratio.of(gained);
    }

    private double compounded(double units) {
        return Math.expm1(units * Math.log1p(share));
    }

    @Override
    public String toString() {
        return Numbers.percentText(share) + " per " + TimeUnits.singular(unit);
    }
}
