package io.clv.quantity;

import java.time.temporal.ChronoUnit;

/**
 * Money per unit of time, such as a subscription of USD 49.00 a month. It converts linearly.
 *
 * <p>Text form: {@code "USD 49.00 per month"}; {@link #parse} also reads {@code "USD 49/month"} and {@code "USD 49 a
 * month"}.
 *
 * @param amount the money of one unit
 * @param unit days, weeks, months or years
 */
public record MoneyRate(Money amount, ChronoUnit unit) {

    /**
     * Checks the unit.
     *
     * @param amount the money of one unit
     * @param unit days, weeks, months or years
     * @throws IllegalArgumentException if the unit is another
     */
    public MoneyRate {
        TimeUnits.require(unit);
    }

    /**
     * Money in every unit.
     *
     * @param amount the money of one unit
     * @param unit days, weeks, months or years
     * @return the rate
     * @throws IllegalArgumentException if the unit is another
     */
    public static MoneyRate of(Money amount, ChronoUnit unit) {
        return new MoneyRate(amount, unit);
    }

    /**
     * Reads {@code "USD 49.00 per month"} or {@code "USD 49/month"}.
     *
     * @param text the text form
     * @return the rate
     * @throws IllegalArgumentException if the text has another form
     * @throws ArithmeticException if the amount is beyond what money can hold
     */
    public static MoneyRate parse(String text) {
        PerUnit parts = PerUnit.parse("money rate", "USD 49 per month", text);
        return new MoneyRate(Money.parse(parts.amount()), parts.unit());
    }

    /**
     * The unrounded amount, in major units of the currency, that one of another unit holds.
     *
     * @param other days, weeks, months or years
     * @return the amount as a number
     * @throws IllegalArgumentException if the unit is another
     */
    public double in(ChronoUnit other) {
        return TimeUnits.convert(amount.toDouble(), other, unit);
    }

    @Override
    public String toString() {
        return amount + " per " + TimeUnits.singular(unit);
    }
}
