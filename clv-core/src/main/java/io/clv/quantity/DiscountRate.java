package io.clv.quantity;

import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a year's (or another unit's) wait takes off money. Given as an effective rate per unit, 10% a year, or as a
 * continuous one, and convertible into every other form by the one number behind it, the continuous rate {@code delta =
 * ln(1 + d)} per unit: over k units money is worth {@code e^(-delta k)} of itself. A library that takes a bare number
 * applies it to whatever its time unit happens to be; here the unit is part of the value.
 *
 * <p>Text form: {@code "10% per year"} or {@code "9.5% per year, continuous"}; {@link #parse} reads a bare
 * {@code "10%"} as a year's.
 *
 * @param rate the rate per unit, above -1 when it is effective
 * @param unit days, weeks, months or years
 * @param continuous whether the rate is continuous, not effective per unit
 */
public record DiscountRate(double rate, ChronoUnit unit, boolean continuous) {

    private static final Pattern FORM = Pattern.compile("(.+?)(,?\\s*continuous)?", Pattern.CASE_INSENSITIVE);

    /**
     * Checks the rate and the unit.
     *
     * @param rate the rate per unit
     * @param unit days, weeks, months or years
     * @param continuous whether the rate is continuous, not effective per unit
     * @throws IllegalArgumentException if the rate is not finite, an effective one is not above -1, or the unit is
     *     another
     */
    public DiscountRate {
        rate = Numbers.requireFinite("discount rate", rate);
        TimeUnits.require(unit);
        if (!continuous && rate <= -1) {
            throw new IllegalArgumentException("discount rate must be above -100% per " + TimeUnits.singular(unit)
                    + ", but was " + Numbers.percentText(rate));
        }
    }

    /**
     * No discounting: later money is worth as much.
     *
     * @return the rate of zero
     */
    public static DiscountRate none() {
        return new DiscountRate(0, ChronoUnit.YEARS, false);
    }

    /**
     * An annual effective rate: {@code annually(percent(10))}.
     *
     * @param rate the share that a year adds to money put by: at 10%, 1.00 now is worth 1.10 then
     * @return the rate
     * @throws IllegalArgumentException if it is not above -100%
     */
    public static DiscountRate annually(Ratio rate) {
        return new DiscountRate(rate.value(), ChronoUnit.YEARS, false);
    }

    /**
     * An effective rate per unit, such as 0.8% a month.
     *
     * @param rate the rate per unit
     * @param unit days, weeks, months or years
     * @return the rate
     * @throws IllegalArgumentException if it is not above -100%, or the unit is another
     */
    public static DiscountRate effective(Ratio rate, ChronoUnit unit) {
        return new DiscountRate(rate.value(), unit, false);
    }

    /**
     * A continuous rate per unit, the delta of the probability models.
     *
     * @param rate the continuous rate per unit
     * @param unit days, weeks, months or years
     * @return the rate
     * @throws IllegalArgumentException if the unit is another
     */
    public static DiscountRate continuously(Ratio rate, ChronoUnit unit) {
        return new DiscountRate(rate.value(), unit, true);
    }

    /**
     * Reads {@code "10%"} (a year), {@code "0.8% per month"} or {@code "9.5% per year, continuous"}.
     *
     * @param text the text form
     * @return the rate
     * @throws IllegalArgumentException if the text has another form
     */
    public static DiscountRate parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "discount rate must be a rate, as in '10% per year', but was '" + text.strip() + "'");
        }
        String rate = matcher.group(1);
        PerUnit parts = PerUnit.find(rate).orElseGet(() -> new PerUnit(rate, ChronoUnit.YEARS));
        return new DiscountRate(
                Numbers.parseShare("discount rate", parts.amount()), parts.unit(), matcher.group(2) != null);
    }

    /**
     * The effective rate per unit: {@code (1 + d)^k - 1}. Relative error below 1e-15 max(1, k |ln(1+d)|).
     *
     * @param other days, weeks, months or years
     * @return the share that one such unit adds to money put by
     * @throws IllegalArgumentException if the unit is another
     * @throws ArithmeticException if it is beyond a double
     */
    public double effective(ChronoUnit other) {
        double effective = !continuous && other == unit ? rate : Math.expm1(continuous(other));
        if (Double.isInfinite(effective)) {
            throw Numbers.beyondDouble(this + " as an effective rate per " + TimeUnits.singular(other));
        }
        return effective;
    }

    /**
     * The continuous rate per unit: {@code ln(1 + d) k}. Relative error below 1e-15.
     *
     * @param other days, weeks, months or years
     * @return delta per such unit
     * @throws IllegalArgumentException if the unit is another
     * @throws ArithmeticException if it is beyond a double
     */
    public double continuous(ChronoUnit other) {
        double delta = delta() * TimeUnits.ratio(other, unit);
        if (Double.isInfinite(delta)) {
            throw Numbers.beyondDouble(this + " as a continuous rate per " + TimeUnits.singular(other));
        }
        return delta;
    }

    /**
     * What a unit of money due after the span is worth now: {@code e^(-delta k)}. Relative error below 1e-15 max(1,
     * delta k).
     *
     * @param wait how long
     * @return the present value of 1
     * @throws ArithmeticException if it is beyond a double, which takes a negative rate
     */
    public double factor(Span wait) {
        double factor = Math.exp(-delta() * wait.in(unit));
        if (Double.isInfinite(factor)) {
            throw Numbers.beyondDouble(this + " over " + wait);
        }
        return factor;
    }

    /** The continuous rate per this rate's own unit. */
    private double delta() {
        return continuous ? rate : Math.log1p(rate);
    }

    /**
     * Whether later money is worth as much as money now.
     *
     * @return true at a rate of zero
     */
    public boolean isNone() {
        return rate == 0;
    }

    @Override
    public String toString() {
        return Numbers.percentText(rate) + " per " + TimeUnits.singular(unit) + (continuous ? ", continuous" : "");
    }
}
