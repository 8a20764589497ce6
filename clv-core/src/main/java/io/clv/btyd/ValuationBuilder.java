package io.clv.btyd;

import io.clv.ltv.Input;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What turns expected purchases into money, whether the models are still to be fitted or were fitted before.
 *
 * @param <B> the builder itself
 */
abstract class ValuationBuilder<B extends ValuationBuilder<B>> {

    private final Terms terms = new Terms();
    private boolean firstIncluded;
    private @Nullable Parallelism parallelism;
    private @Nullable IntervalRequest wanted;

    abstract B self();

    final Terms terms() {
        return terms;
    }

    final boolean firstIncluded() {
        return firstIncluded;
    }

    final Parallelism threads(Parallelism unlessSet) {
        return parallelism == null ? unlessSet : parallelism;
    }

    final Optional<IntervalRequest> wanted() {
        return Optional.ofNullable(wanted);
    }

    private <T> B set(Input<T> input, T value) {
        terms.set(input, value);
        return self();
    }

    private static Money money(Input<?> input, String text) {
        try {
            return Money.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(input + ": " + e.getMessage(), e);
        }
    }

    /**
     * Counts a customer's first purchase in what is known of the spend: x + 1 purchases with the mean of all of them.
     * Without it the first is left out, as the authors of the Gamma-Gamma model do, since it often differs. Spend must
     * be fitted in the same way.
     *
     * @return this builder
     */
    public B spendIncludesFirstPurchase() {
        firstIncluded = true;
        return self();
    }

    /**
     * Sets what is left of revenue after the cost of what was sold. Without it the values are revenue, and say so.
     *
     * @param margin such as {@code percent(30)}; at most 100%
     * @return this builder
     * @throws IllegalArgumentException if it was set before, or is above 100%
     */
    public B grossMargin(Ratio margin) {
        CustomerTerms.requireAtMostAll(margin);
        return set(Input.GROSS_MARGIN, margin);
    }

    /**
     * Sets what a customer costs per unit of time, beside the goods, as long as he is one.
     *
     * @param rate the money per unit
     * @return this builder
     * @throws IllegalArgumentException if it was set before, is negative, or other money is in another currency
     */
    public B costToServe(MoneyRate rate) {
        CustomerTerms.requireNotNegative(Input.COST_TO_SERVE, rate.amount(), rate);
        return set(Input.COST_TO_SERVE, rate);
    }

    /**
     * Sets what a customer costs per unit of time, beside the goods, as long as he is one.
     *
     * @param money the money of one unit as text, such as {@code "USD 2"}
     * @param unit days, weeks, months or years
     * @return this builder
     * @throws IllegalArgumentException if the text is not money, or as {@link #costToServe(MoneyRate)}
     */
    public B costToServe(String money, ChronoUnit unit) {
        return costToServe(MoneyRate.of(money(Input.COST_TO_SERVE, money), unit));
    }

    /**
     * Sets what waiting takes off money: {@code annually(percent(15))}. It is applied continuously: a purchase counts
     * by the moment it is made.
     *
     * @param rate the discount rate
     * @return this builder
     * @throws IllegalArgumentException if it was set before, or is negative
     */
    public B discountedAt(DiscountRate rate) {
        CustomerTerms.requireNotNegative(rate);
        return set(Input.DISCOUNT, rate);
    }

    /**
     * Counts value up to a span from now only.
     *
     * @param span how far ahead; positive
     * @return this builder
     * @throws IllegalArgumentException if the span is zero, or a horizon was set before
     */
    public B over(Span span) {
        return horizon(Horizon.over(span));
    }

    /**
     * Counts value without end, which needs a discount rate above 0: undiscounted, the purchases to be expected of a
     * customer may have no finite sum.
     *
     * @return this builder
     * @throws IllegalArgumentException if a horizon was set before
     */
    public B forever() {
        return horizon(Horizon.forever());
    }

    /**
     * Counts value up to a horizon; as {@link #over} or {@link #forever}.
     *
     * @param horizon the horizon
     * @return this builder
     * @throws IllegalArgumentException if a horizon was set before
     */
    public B horizon(Horizon horizon) {
        return set(Input.HORIZON, horizon);
    }

    /**
     * Sets what it costs to win a customer: a part of its own of a newcomer's value, and none of a known customer's.
     *
     * @param money the money
     * @return this builder
     * @throws IllegalArgumentException if it was set before, is negative, or other money is in another currency
     */
    public B acquisitionCost(Money money) {
        CustomerTerms.requireNotNegative(Input.ACQUISITION_COST, money, money);
        return set(Input.ACQUISITION_COST, money);
    }

    /**
     * Sets what it costs to win a customer.
     *
     * @param money the money as text, such as {@code "USD 300"}
     * @return this builder
     * @throws IllegalArgumentException if the text is not money, or as {@link #acquisitionCost(Money)}
     */
    public B acquisitionCost(String money) {
        return acquisitionCost(money(Input.ACQUISITION_COST, money));
    }

    /**
     * Sets what a newcomer's first order brings; without it that is the mean spend of all customers.
     *
     * @param money the money
     * @return this builder
     * @throws IllegalArgumentException if it was set before, is negative, or other money is in another currency
     */
    public B firstOrder(Money money) {
        CustomerTerms.requireNotNegative(Terms.FIRST_ORDER, money, money);
        return set(Terms.FIRST_ORDER, money);
    }

    /**
     * Gives the values of a base intervals, from draws of the parameters' posterior: of every customer, and of the
     * total, which is not the sum of the customers' ({@link CustomerIntervals} tells more). The values themselves stay
     * those of the fit. Where the draws cannot be trusted there is no interval, and the values say why.
     *
     * @param of the mean, where the parameters alone are in doubt, or the outcome: what will happen
     * @param level the probability, such as {@code percent(90)}
     * @return this builder
     * @throws IllegalArgumentException if it was set before, or the level is not between 0% and 100%
     */
    public B intervals(Interval.Of of, Ratio level) {
        if (wanted != null) {
            throw new IllegalArgumentException("intervals were already set to " + wanted);
        }
        wanted = new IntervalRequest(of, level);
        return self();
    }

    /**
     * Sets the threads that value a base; the values do not depend on them. Without it, it is those of the fit.
     *
     * @param threads the parallelism
     * @return this builder
     * @throws IllegalArgumentException if it was set before
     */
    public B parallelism(Parallelism threads) {
        if (parallelism != null) {
            throw new IllegalArgumentException("parallelism was already set to " + parallelism);
        }
        parallelism = threads;
        return self();
    }

    /**
     * The model with what was set; all else comes from a base or a profile.
     *
     * @return the model, which later changes of this builder do not reach
     */
    public abstract FittedLtv model();

    /**
     * The lifetime value of a customer who makes the first purchase now: see {@link FittedLtv#newcomer()}.
     *
     * @return the estimate
     * @throws IllegalArgumentException if something is missing, all of which the message names
     */
    public Estimate newcomer() {
        return model().newcomer();
    }
}
