package io.clv.ltv;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.Ratio;
import java.time.temporal.ChronoUnit;

/**
 * What the builders of formulas that follow payments through time have.
 *
 * @param <B> the builder itself
 */
abstract class StreamBuilder<B extends StreamBuilder<B>> extends MarginBuilder<B> {

    StreamBuilder(Formula formula) {
        super(formula);
    }

    /**
     * Sets the share of customers kept, period by period. A curve in another unit than the payments is followed at
     * their times.
     *
     * @param curve the retention curve
     * @return this builder
     * @throws IllegalArgumentException if it or an alternative of it was set before
     */
    public B retention(RetentionCurve curve) {
        return set(Input.RETENTION, curve);
    }

    /**
     * Sets the share of customers kept in every period.
     *
     * @param retention such as {@code percent(80)}
     * @param unit the period: a day, week, month or year
     * @return this builder
     * @throws IllegalArgumentException if the retention is not between 0% and 100%, the unit is another, or it or an
     *     alternative of it was set before
     */
    public B retention(Ratio retention, ChronoUnit unit) {
        return retention(RetentionCurve.constant(retention, unit));
    }

    /**
     * Sets what waiting takes off money: {@code annually(percent(10))}.
     *
     * @param rate the discount rate
     * @return this builder
     * @throws IllegalArgumentException if it was set before
     */
    public B discountedAt(DiscountRate rate) {
        return set(Input.DISCOUNT, rate);
    }

    /**
     * Sets at which moment of a period its payment counts; {@link DiscountConvention#FIRST_PAYMENT_NOW} where it is not
     * set.
     *
     * @param convention the convention
     * @return this builder
     * @throws IllegalArgumentException if it was set before
     */
    public B convention(DiscountConvention convention) {
        return set(Input.CONVENTION, convention);
    }
}
