package io.clv.economics;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * The most that one may pay for a customer, and the rule that says so. It is rounded down: a cent more would break the
 * rule. It bounds what the <em>next</em> customer may cost, the marginal CAC; a mean below it may hide a last customer
 * who was far too dear ({@link CampaignEconomics}).
 *
 * @param most the ceiling, zero or above
 * @param rule what it keeps
 */
public record CostCeiling(Money most, String rule) {

    /** Digits beyond the minor unit in which what a double misses does not count. */
    private static final int NOISE = 6;

    /**
     * Checks the ceiling.
     *
     * @param most the ceiling
     * @param rule what it keeps
     * @throws IllegalArgumentException if the ceiling is negative
     */
    public CostCeiling {
        if (most.isNegative()) {
            throw new IllegalArgumentException("ceiling must not be negative, but was " + most);
        }
    }

    /**
     * The most at a target LTV:CAC: value / ratio.
     *
     * @param newcomer the lifetime value as profit; a cost of acquisition in it is left out
     * @param ratio the target, such as 3; 1 is to break even
     * @return the ceiling, zero where the value is negative
     * @throws IllegalArgumentException if the value is residual or revenue, or the ratio is not finite and above 0
     */
    public static CostCeiling atRatio(Estimate newcomer, double ratio) {
        return atRatio(NewcomerValue.of(newcomer), ratio);
    }

    static CostCeiling atRatio(NewcomerValue value, double ratio) {
        return new CostCeiling(
                down(value.amount() / requireRatio(ratio), value.currency()),
                "LTV:CAC of at least " + Wording.number(ratio));
    }

    static double requireRatio(double ratio) {
        if (!(ratio > 0 && ratio <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("target ratio must be finite and above 0, but was " + ratio);
        }
        return ratio;
    }

    /**
     * The most that is paid back in time: the margin to be expected until then.
     *
     * @param curve the margin to be expected of a customer
     * @param within how long; what is not a whole number of the curve's periods is cut
     * @param discount what waiting takes off
     * @return the ceiling, zero where the margin is negative
     * @throws IllegalArgumentException if the time is beyond {@value MarginCurve#YEARS} years
     */
    public static CostCeiling atPayback(MarginCurve curve, Span within, DiscountRate discount) {
        // Twelve months are a year but for the last bit.
        int periods = (int) Math.floor(within.in(curve.unit()) + 1e-9);
        return new CostCeiling(
                down(curve.cumulative(periods, discount), curve.currency()),
                "paid back within " + within + (discount.isNone() ? "" : ", discounted at " + discount));
    }

    private static Money down(double amount, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        BigDecimal exact = new BigDecimal(Math.max(0, amount)).setScale(digits + NOISE, RoundingMode.HALF_EVEN);
        return Money.of(exact.setScale(digits, RoundingMode.FLOOR), currency);
    }

    /**
     * The lower of two ceilings, which keeps both rules.
     *
     * @param other another ceiling
     * @return the one that binds
     * @throws IllegalArgumentException if the currencies differ
     */
    public CostCeiling and(CostCeiling other) {
        return most.compareTo(other.most) <= 0 ? this : other;
    }

    /**
     * Whether a cost keeps the rule.
     *
     * @param cost of winning a customer
     * @return true up to the ceiling
     * @throws IllegalArgumentException if the currencies differ
     */
    public boolean allows(Money cost) {
        return cost.compareTo(most) <= 0;
    }

    @Override
    public String toString() {
        return "at most " + most + " (" + rule + ")";
    }
}
