package io.clv.quantity;

import java.time.temporal.ChronoUnit;

/**
 * Money per unit of time, such as a subscription of USD 49.00 a month. It converts linearly.
 *
 * <p>Text form: {@code "USD 49.00 per month"}; {@link #parse} also reads {@code "USD 49/month"}.
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
     */
    public static MoneyRate parse(String text) {
        int slash = text.indexOf('/');
        int per = text.indexOf(" per ");
        int at = slash > 0 ? slash : per;
        if (at < 0) {
            throw new IllegalArgumentException(
                    "money rate must name its unit, as in 'USD 49 per month', but was '" + text.strip() + "'");
        }
        int unitStart = at == slash ? at + 1 : at + " per ".length();
        return new MoneyRate(Money.parse(text.substring(0, at)), TimeUnits.parse(text.substring(unitStart)));
    }

    /**
     * The unrounded amount, in major units of the currency, that one of another unit holds.
     *
     * @param other days, weeks, months or years
     * @return the amount as a number
     */
    public double in(ChronoUnit other) {
        return amount.toDouble() * TimeUnits.ratio(other, unit);
    }

    @Override
    public String toString() {
        return amount + " per " + TimeUnits.singular(unit);
    }
}
