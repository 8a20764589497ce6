package io.clv.ltv;

import io.clv.quantity.Horizon;
import io.clv.quantity.LossRate;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;

/**
 * What the builders of formulas with a margin have.
 *
 * @param <B> the builder itself
 */
abstract class MarginBuilder<B extends MarginBuilder<B>> extends RevenueBuilder<B> {

    MarginBuilder(Formula formula) {
        super(formula);
    }

    /**
     * Sets what is left of revenue after the cost of what was sold. Without it the estimate is revenue, and says so.
     *
     * @param margin such as {@code percent(30)}; at most 100%
     * @return this builder
     * @throws IllegalArgumentException if it was set before
     */
    public B grossMargin(Ratio margin) {
        return set(Input.GROSS_MARGIN, margin);
    }

    /**
     * Sets what an active customer costs per unit of time, beside the goods.
     *
     * @param rate the money per unit
     * @return this builder
     * @throws IllegalArgumentException if it was set before, or other money is in another currency
     */
    public B costToServe(MoneyRate rate) {
        return set(Input.COST_TO_SERVE, rate);
    }

    /**
     * Sets what an active customer costs per unit of time, beside the goods.
     *
     * @param money the money of one unit as text, such as {@code "USD 5"}
     * @param unit days, weeks, months or years
     * @return this builder
     * @throws IllegalArgumentException if the text is not money, or as {@link #costToServe(MoneyRate)}
     */
    public B costToServe(String money, ChronoUnit unit) {
        return setRate(Input.COST_TO_SERVE, money, unit);
    }

    /**
     * Sets what is spent per unit of time to keep an active customer.
     *
     * @param rate the money per unit
     * @return this builder
     * @throws IllegalArgumentException if it was set before, or other money is in another currency
     */
    public B retentionSpend(MoneyRate rate) {
        return set(Input.RETENTION_SPEND, rate);
    }

    /**
     * Sets what is spent per unit of time to keep an active customer.
     *
     * @param money the money of one unit as text, such as {@code "USD 2"}
     * @param unit days, weeks, months or years
     * @return this builder
     * @throws IllegalArgumentException if the text is not money, or as {@link #retentionSpend(MoneyRate)}
     */
    public B retentionSpend(String money, ChronoUnit unit) {
        return setRate(Input.RETENTION_SPEND, money, unit);
    }

    /**
     * Sets what it cost to win the customer; a part of its own in the estimate.
     *
     * @param money the money
     * @return this builder
     * @throws IllegalArgumentException if it was set before, or other money is in another currency
     */
    public B acquisitionCost(Money money) {
        return set(Input.ACQUISITION_COST, money);
    }

    /**
     * Sets what it cost to win the customer; a part of its own in the estimate.
     *
     * @param money the money as text, such as {@code "USD 300"}
     * @return this builder
     * @throws IllegalArgumentException if the text is not money, or as {@link #acquisitionCost(Money)}
     */
    public B acquisitionCost(String money) {
        return setMoney(Input.ACQUISITION_COST, money);
    }

    /**
     * Sets the share of customers lost per unit of time, the same throughout: {@code percent(3).lossPer(MONTHS)}, or
     * from counts {@code LossRate.ofCounts(lost, activeBefore, MONTHS)}.
     *
     * @param rate the churn
     * @return this builder
     * @throws IllegalArgumentException if it or an alternative of it was set before
     */
    public B churn(LossRate rate) {
        return set(Input.CHURN, rate);
    }

    /**
     * Counts value up to a span from now only.
     *
     * @param span how far ahead; positive
     * @return this builder
     * @throws IllegalArgumentException if the span is zero, or a horizon was set before
     */
    public B over(Span span) {
        return set(Input.HORIZON, Horizon.over(span));
    }

    /**
     * Counts value without end, as is done when no horizon is set; for a model that is not to take the profile's.
     *
     * @return this builder
     * @throws IllegalArgumentException if a horizon was set before
     */
    public B forever() {
        return set(Input.HORIZON, Horizon.forever());
    }
}
