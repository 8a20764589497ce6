package io.clv.scenario;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;

/**
 * What a few points of retention are worth, with the arithmetic shown. A customer who has just paid brings a margin m
 * at the end of each period that he stays through, and is worth (Gupta and Lehmann 2003)
 *
 * <pre>{@code
 * m r / (1 + i - r)
 * }</pre>
 *
 * <p>with the retention r and the discount i per period. From 80% to 85% at 10% that is 2.6667 m to 3.4 m, 27.5% more.
 * That 5 points raise profits by 25% to 95% is often quoted (Reichheld and Schefter 2000): these are other industries'
 * figures, for profits and not for this formula; what they are here follows from r and i alone.
 *
 * @param from the retention as it is
 * @param to the retention to come
 * @param discount the discount rate
 * @param unit the period
 */
public record RetentionLift(Ratio from, Ratio to, DiscountRate discount, ChronoUnit unit) {

    /**
     * Checks that both have a value.
     *
     * @param from the retention as it is
     * @param to the retention to come
     * @param discount the discount rate
     * @param unit the period: days, weeks, months or years
     * @throws IllegalArgumentException if a retention is not above 0% and at most 100%, or the discount is negative or,
     *     where a retention is 100%, none
     */
    public RetentionLift {
        require(from, discount, unit);
        require(to, discount, unit);
    }

    private static void require(Ratio retention, DiscountRate discount, ChronoUnit unit) {
        if (!(retention.value() > 0 && retention.value() <= 1)) {
            throw new IllegalArgumentException("retention must be above 0% and at most 100%, but was " + retention);
        }
        double rate = discount.effective(unit);
        if (rate < 0) {
            throw new IllegalArgumentException("discount must not be negative, but was " + discount);
        }
        if (!(1 + rate - retention.value() > 0)) {
            throw new IllegalArgumentException(
                    "a retention of " + retention + " needs a discount above 0, but it was " + discount);
        }
    }

    /** What a margin of 1 per period is worth. */
    private double multiple(Ratio retention) {
        return retention.value() / (1 + discount.effective(unit) - retention.value());
    }

    /**
     * What a margin of 1 per period is worth as it is.
     *
     * @return r / (1 + i - r)
     */
    public double multipleBefore() {
        return multiple(from);
    }

    /**
     * What a margin of 1 per period is worth with the retention to come.
     *
     * @return r / (1 + i - r)
     */
    public double multipleAfter() {
        return multiple(to);
    }

    /**
     * How much more a customer is worth.
     *
     * @return the share, such as 0.275; negative if the retention falls
     */
    public double relativeChange() {
        return multipleAfter() / multipleBefore() - 1;
    }

    /**
     * By how many percent a customer's value changes for each percent of the retention as it is: {@code (1 + i) / (1 +
     * i - r)}, for small changes.
     *
     * @return the elasticity, at least 1
     */
    public double elasticity() {
        double growth = 1 + discount.effective(unit);
        return growth / (growth - from.value());
    }

    /**
     * What the lift is worth on a customer, and so the most that it may cost.
     *
     * @param margin of a period
     * @return the difference, rounded half to even
     * @throws ArithmeticException if it is more than money can hold
     */
    public Money worth(Money margin) {
        return margin.times(Ratio.of(multipleAfter() - multipleBefore()), RoundingMode.HALF_EVEN);
    }

    /**
     * The arithmetic.
     *
     * @return a few lines of English
     */
    public String explain() {
        return "a margin of 1 per " + Wording.singular(unit) + " from a customer who has just paid, kept with " + from
                + " and discounted at " + Wording.number(100 * discount.effective(unit), 4) + "% per "
                + Wording.singular(unit) + ": " + term(from) + "\n"
                + "kept with " + to + ": " + term(to) + "\n"
                + "more by " + Wording.number(multipleAfter(), 4) + " / " + Wording.number(multipleBefore(), 4)
                + " - 1 = " + Wording.percent(OptionalDouble.of(relativeChange())) + "\n"
                + "1% of retention is worth about " + Wording.number(elasticity(), 2)
                + "% of value: (1 + i) / (1 + i - r)\n";
    }

    private String term(Ratio retention) {
        String rate = Wording.number(discount.effective(unit), 6);
        String kept = Wording.number(retention.value(), 6);
        return kept + " / (1 + " + rate + " - " + kept + ") = " + Wording.number(multiple(retention), 4);
    }
}
