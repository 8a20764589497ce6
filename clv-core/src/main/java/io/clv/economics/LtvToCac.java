package io.clv.economics;

import io.clv.ltv.CustomerValues;
import io.clv.quantity.Estimate;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import java.util.Optional;

/**
 * What a newcomer brings over a whole life against what it cost to win him: LTV:CAC, and the return ROI = (LTV - CAC) /
 * CAC.
 *
 * <p>Both are ratios of means, so that a few large customers may carry many that lose money. A ratio of 3 or more is
 * usual among healthy subscription businesses; below 1 each customer loses money; above 5 more could be spent on
 * winning customers at a profit. The value is before the cost of acquisition, which would otherwise count twice.
 */
public final class LtvToCac {

    /** The ratio that is usually asked for. */
    public static final double USUAL_TARGET = 3;

    /** A ratio above this hints at customers who could have been won and were not. */
    public static final double UNDERINVESTED = 5;

    private final NewcomerValue value;
    private final Money cac;
    private final double cacAmount;

    private LtvToCac(NewcomerValue value, Money cac, double cacAmount) {
        if (cacAmount <= 0) {
            throw new IllegalArgumentException("CAC must be above zero, but was " + cac);
        }
        if (!value.currency().equals(cac.currency())) {
            throw new IllegalArgumentException("LTV and CAC must be in one currency, but were in "
                    + value.currency().getCurrencyCode() + " and "
                    + cac.currency().getCurrencyCode());
        }
        this.value = value;
        this.cac = cac;
        this.cacAmount = cacAmount;
    }

    /**
     * Of a newcomer's value.
     *
     * @param newcomer the lifetime value as profit; a cost of acquisition in it is left out
     * @param cac the loaded cost of acquisition of a customer
     * @return the ratio
     * @throws IllegalArgumentException if the value is residual or revenue, the cost is not above zero, or the
     *     currencies differ
     */
    public static LtvToCac of(Estimate newcomer, Money cac) {
        return new LtvToCac(NewcomerValue.of(newcomer), cac, cac.toDouble());
    }

    /**
     * Of the mean value of a base of newcomers.
     *
     * @param newcomers their lifetime values as profit; a cost of acquisition in them is left out
     * @param cac the loaded cost of acquisition of a customer
     * @return the ratio
     * @throws IllegalArgumentException if the values are residual or revenue, there is no customer, the cost is not
     *     above zero, or the currencies differ
     */
    public static LtvToCac of(CustomerValues newcomers, Money cac) {
        return new LtvToCac(NewcomerValue.of(newcomers), cac, cac.toDouble());
    }

    /** With a CAC that is not rounded to the minor unit; empty where nobody came, or those who came cost nothing. */
    static Optional<LtvToCac> of(NewcomerValue value, AcquisitionCost cost) {
        if (cost.customers() == 0 || cost.loaded().isZero()) {
            return Optional.empty();
        }
        double each = cost.cacAmount().orElseThrow();
        return Optional.of(new LtvToCac(value, Money.ofRounded(each, cost.currency()), each));
    }

    /**
     * What a newcomer is worth.
     *
     * @return the mean lifetime value, before the cost of acquisition
     */
    public Money ltv() {
        return Money.ofRounded(value.amount(), value.currency());
    }

    /**
     * What a newcomer costs.
     *
     * @return the loaded cost of acquisition
     */
    public Money cac() {
        return cac;
    }

    /**
     * LTV / CAC, of unrounded amounts.
     *
     * @return below 1 where customers lose money
     */
    public double ratio() {
        return value.amount() / cacAmount;
    }

    /**
     * The return on what was spent to win a customer: (LTV - CAC) / CAC.
     *
     * @return 2 for a ratio of 3
     */
    public double roi() {
        return (value.amount() - cacAmount) / cacAmount;
    }

    /**
     * What is left of a customer after the cost of acquisition.
     *
     * @return LTV - CAC
     */
    public Money net() {
        return Money.ofRounded(value.amount() - cacAmount, value.currency());
    }

    /**
     * The interval of the ratio, where the value has one; the cost is taken as known.
     *
     * @return the value's interval / CAC, or empty
     */
    public Optional<Interval> interval() {
        return value.interval()
                .map(interval -> new Interval(
                        interval.low() / cacAmount, interval.high() / cacAmount, interval.level(), interval.of()));
    }

    /**
     * The ratio in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder()
                .append("LTV:CAC ")
                .append(Wording.number(ratio()))
                .append(": ")
                .append(ltv())
                .append(" for ")
                .append(cac)
                .append(", return ")
                .append(Wording.percent(roi()))
                .append('\n');
        interval()
                .ifPresent(interval -> text.append(interval.level())
                        .append(" interval of the ")
                        .append(interval.of().label())
                        .append(": ")
                        .append(Wording.number(interval.low()))
                        .append(" to ")
                        .append(Wording.number(interval.high()))
                        .append('\n'));
        return text.append(verdict())
                .append('\n')
                .append("the value is of ")
                .append(value.source())
                .append(", before the cost of acquisition\n")
                .toString();
    }

    private String verdict() {
        double ratio = ratio();
        if (ratio < 1) {
            return "each customer loses " + Money.ofRounded(cacAmount - value.amount(), value.currency());
        }
        if (ratio < USUAL_TARGET) {
            return "each customer earns " + net() + ", less than the usual target of 3 asks for";
        }
        return ratio <= UNDERINVESTED
                ? "each customer earns " + net() + ", and the usual target of 3 is met"
                : "each customer earns " + net()
                        + "; above 5, customers could probably be won at a profit who were not";
    }

    @Override
    public String toString() {
        return Wording.number(ratio()) + " (" + ltv() + " for " + cac + ")";
    }
}
