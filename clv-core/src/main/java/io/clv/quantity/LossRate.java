package io.clv.quantity;

import java.time.temporal.ChronoUnit;

/**
 * A share lost per unit of time, such as a churn of 5% a month. What remains compounds, so over k units the loss is
 * {@code 1 - (1 - c)^k}: 5% a month is 46.0% a year, not 60%. Gains compound differently and are a {@link GrowthRate}.
 *
 * <p>Text form: {@code "5% per month"}; {@link #parse} also reads {@code "5%/month"} and {@code "0.05 per month"}.
 *
 * @param share the share lost in one unit, from 0 to 1
 * @param unit days, weeks, months or years
 */
public record LossRate(double share, ChronoUnit unit) {

    /**
     * Checks the share and the unit.
     *
     * @param share the share lost in one unit
     * @param unit days, weeks, months or years
     * @throws IllegalArgumentException if the share is not in [0, 1], or the unit is another
     */
    public LossRate {
        share = Numbers.requireFinite("loss rate", share);
        TimeUnits.require(unit);
        if (share < 0 || share > 1) {
            throw new IllegalArgumentException("loss rate must be between 0% and 100% per " + TimeUnits.singular(unit)
                    + ", but was " + Numbers.percentText(share));
        }
    }

    /**
     * A loss of {@code share} in every unit.
     *
     * @param share the share lost in one unit, 0.05 for 5%
     * @param unit days, weeks, months or years
     * @return the loss rate
     * @throws IllegalArgumentException if the share is not in [0, 1], or the unit is another
     */
    public static LossRate of(double share, ChronoUnit unit) {
        return new LossRate(share, unit);
    }

    /**
     * Churn from counts: customers lost in a period over customers active at its start.
     *
     * @param lost customers lost in the period
     * @param activeBefore customers active at its start
     * @param unit the length of the period
     * @return the loss rate
     * @throws IllegalArgumentException if nobody was active, or more were lost than were active, or a count is negative
     */
    public static LossRate ofCounts(long lost, long activeBefore, ChronoUnit unit) {
        if (activeBefore <= 0) {
            throw new IllegalArgumentException("active before must be positive, but was " + activeBefore);
        }
        if (lost < 0 || lost > activeBefore) {
            throw new IllegalArgumentException(
                    "lost must be between 0 and active before (" + activeBefore + "), but was " + lost);
        }
        return new LossRate((double) lost / activeBefore, unit);
    }

    /**
     * The loss rate under which a share {@code lost} goes in a span of any length, such as a churn counted over a
     * window of 60 days: {@code 1 - (1 - lost)^(1/k)} for k units. Relative error below 1e-15.
     *
     * @param lost the share lost over the whole span
     * @param span the length it was counted over; positive
     * @return the loss rate per the span's own unit
     * @throws IllegalArgumentException if the share is not in [0, 1] or the span is zero
     */
    public static LossRate over(Ratio lost, Span span) {
        if (lost.value() < 0 || lost.value() > 1) {
            throw new IllegalArgumentException("share lost must be between 0% and 100%, but was " + lost);
        }
        if (span.length() == 0) {
            throw new IllegalArgumentException("span must be longer than zero, but was " + span);
        }
        return new LossRate(compounded(lost.value(), 1 / span.length()), span.unit());
    }

    /**
     * Reads {@code "5% per month"} or {@code "5%/month"}.
     *
     * @param text the text form
     * @return the loss rate
     * @throws IllegalArgumentException if the text has another form, or the share is out of range
     */
    public static LossRate parse(String text) {
        PerUnit parts = PerUnit.parse("loss rate", "5% per month", text);
        return new LossRate(Numbers.parseShare("loss rate", parts.amount()), parts.unit());
    }

    /**
     * The same loss in another unit: {@code 1 - (1 - c)^k}, where k is the number of this rate's units in one of the
     * other. Relative error below 1e-15, tested on shares from 1e-30 to 1 - 1e-15.
     *
     * @param other days, weeks, months or years
     * @return the loss rate per that unit
     * @throws IllegalArgumentException if the unit is another
     */
    public LossRate per(ChronoUnit other) {
        return other == unit ? this : new LossRate(compounded(share, TimeUnits.ratio(other, unit)), other);
    }

    /**
     * The share lost over a whole span: {@code 1 - (1 - c)^k}, where k is the span in this rate's units. Relative error
     * below 1e-15.
     *
     * @param span how long
     * @return the share that is gone after it
     * @throws ArithmeticException if the span has more of this rate's units than a double can count
     */
    public Ratio over(Span span) {
        return Ratio.of(compounded(share, span.in(unit)));
    }

    /**
     * The share that stays through one unit: {@code 1 - c}.
     *
     * @return the retention per unit
     */
    public Ratio retention() {
        return Ratio.of(1 - share);
    }

    /**
     * The mean number of units a customer stays when this loss is constant and counted at the end of each: {@code 1/c}.
     *
     * @return the expected lifespan
     * @throws IllegalArgumentException if nothing is ever lost, because the lifespan is then infinite
     * @throws ArithmeticException if it is finite and beyond a double
     */
    public Span meanLifespan() {
        if (share == 0) {
            throw new IllegalArgumentException(
                    "lifespan is infinite at a loss rate of 0%; give a horizon or a lifespan instead");
        }
        double units = 1 / share;
        if (Double.isInfinite(units)) {
            throw Numbers.beyondDouble("the mean lifespan at a loss rate of " + this);
        }
        return Span.of(units, unit);
    }

    /** The share lost in {@code units} at {@code share} in each; both ends apart, where a logarithm has no product. */
    private static double compounded(double share, double units) {
        if (share == 0 || units == 0) {
            return 0;
        }
        return share == 1 ? 1 : -Math.expm1(units * Math.log1p(-share));
    }

    @Override
    public String toString() {
        return Numbers.percentText(share) + " per " + TimeUnits.singular(unit);
    }
}
