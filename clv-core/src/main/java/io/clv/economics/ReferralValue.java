package io.clv.economics;

import io.clv.ltv.CustomerValues;
import io.clv.ltv.RetentionCurve;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is worth for those whom he brings: {@code sum over k of r S(k-1) d(k) (s V + (1 - s) C - R)}. Who is
 * there at the start of period k, S(k-1), makes r referrals that become customers, counted at its end. The share s of
 * them would not have come otherwise and brings a newcomer's value V; the others would have, and save the cost C of
 * winning them; each costs the reward R. After Kumar, Petersen and Leone, Driving Profitability by Encouraging Customer
 * Referrals (Journal of Marketing, 2010), whose two types of referral these are; there the cost saved counts for both,
 * here it is left out where V is before the cost of acquisition, which already counts the newcomer as won for nothing.
 *
 * <p>A referral counts once: only those whom the customer brings himself are counted, not whom they bring in turn,
 * which is their own referral value. And a newcomer's value that is counted here must not be added to his own: a base's
 * value and its referral value overlap in every newcomer who is in both.
 */
public final class ReferralValue {

    private ReferralValue() {}

    /**
     * Starts an estimate.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what the value of referrals needs. Not safe to share between threads. */
    public static final class Builder {

        private @Nullable Pace referrals;
        private @Nullable RetentionCurve staying;
        private @Nullable NewcomerValue newcomer;
        private @Nullable Ratio attributable;
        private @Nullable Money saved;
        private @Nullable Money reward;
        private @Nullable DiscountRate discount;
        private @Nullable Span span;

        private Builder() {}

        /**
         * Says how many who become customers a customer brings while he is there.
         *
         * @param pace such as 0.2 a year
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder referrals(Pace pace) {
            requireUnset("referrals", referrals);
            referrals = pace;
            return this;
        }

        /**
         * Says how long customers stay.
         *
         * @param curve who is still there, whose periods are those of the sum
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder staying(RetentionCurve curve) {
            requireUnset("retention", staying);
            staying = curve;
            return this;
        }

        /**
         * Says what a newcomer is worth.
         *
         * @param estimate the lifetime value as profit; a cost of acquisition in it is left out
         * @return this builder
         * @throws IllegalArgumentException if the value is residual or revenue, or was set already
         */
        public Builder newcomer(Estimate estimate) {
            return newcomer(NewcomerValue.of(estimate));
        }

        /**
         * Says what a newcomer is worth, as the mean of a base of newcomers.
         *
         * @param newcomers their lifetime values as profit, valued without a cost of acquisition
         * @return this builder
         * @throws IllegalArgumentException if the values are residual or revenue, there is no customer, or the value
         *     was set already
         */
        public Builder newcomer(CustomerValues newcomers) {
            return newcomer(NewcomerValue.of(newcomers));
        }

        private Builder newcomer(NewcomerValue value) {
            requireUnset("newcomer's value", newcomer);
            newcomer = value;
            return this;
        }

        /**
         * Says how many of the referred would not have come otherwise.
         *
         * @param share from 0% to 100%
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder attributable(Ratio share) {
            requireUnset("attributable share", attributable);
            if (share.value() < 0 || share.value() > 1) {
                throw new IllegalArgumentException("attributable share must be between 0% and 100%, but was " + share);
            }
            attributable = share;
            return this;
        }

        /**
         * Says what it would have cost to win those who would have come otherwise; nothing if it is not said.
         *
         * @param cac the cost of acquisition that is saved
         * @return this builder
         * @throws IllegalArgumentException if it is negative, or was set already
         */
        public Builder savedAcquisition(Money cac) {
            requireUnset("saved acquisition", saved);
            saved = notNegative("saved cost of acquisition", cac);
            return this;
        }

        /**
         * Says what is paid for each referral that becomes a customer, to either side; nothing if it is not said.
         *
         * @param money the reward
         * @return this builder
         * @throws IllegalArgumentException if it is negative, or was set already
         */
        public Builder reward(Money money) {
            requireUnset("reward", reward);
            reward = notNegative("reward of a referral", money);
            return this;
        }

        private static Money notNegative(String name, Money money) {
            if (money.isNegative()) {
                throw new IllegalArgumentException(name + " must not be negative, but was " + money);
            }
            return money;
        }

        /**
         * Says what waiting takes off; nothing if it is not said.
         *
         * @param rate the discount rate
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder discountedAt(DiscountRate rate) {
            requireUnset("discount", discount);
            discount = rate;
            return this;
        }

        /**
         * Says how far ahead referrals count; {@value MarginCurve#YEARS} years if it is not said.
         *
         * @param time a whole number of the retention's periods, up to {@value MarginCurve#YEARS} years
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder over(Span time) {
            requireUnset("horizon", span);
            span = time;
            return this;
        }

        private static void requireUnset(String name, @Nullable Object previous) {
            if (previous != null) {
                throw new IllegalArgumentException(name + " was already set");
            }
        }

        /**
         * Makes the estimate, whose parts are the newcomers' value, the cost of acquisition saved and the rewards.
         *
         * @return what a newcomer is worth for his referrals: profit, lifetime from acquisition
         * @throws IllegalArgumentException if the referrals, the retention, the newcomer's value or the attributable
         *     share was not set, the horizon is no whole number of periods or too long, or the currencies differ
         */
        public Estimate estimate() {
            Pace pace = referrals;
            RetentionCurve curve = staying;
            NewcomerValue value = newcomer;
            Ratio share = attributable;
            if (pace == null || curve == null || value == null || share == null) {
                throw new IllegalArgumentException("referral value still needs: "
                        + Wording.missing(
                                "referrals",
                                pace,
                                "retention",
                                curve,
                                "newcomer's value",
                                value,
                                "attributable share",
                                share));
            }
            DiscountRate rate = discount == null ? DiscountRate.none() : discount;
            double expected = expected(pace, curve, rate);
            Money zero = Money.zero(value.currency());
            Money saves = saved == null ? zero : zero.plus(saved);
            Money costs = reward == null ? zero : zero.plus(reward);
            Estimate.Builder estimate = Estimate.builder("referral", value.currency())
                    .measure(Measure.PROFIT)
                    .discount(rate)
                    .horizon(Horizon.over(span == null ? Span.years(MarginCurve.YEARS) : span))
                    .input("referrals", pace)
                    .input("retention", curve)
                    .input("newcomer", Money.ofRounded(value.amount(), value.currency()))
                    .input("attributable", share)
                    .part("newcomers", expected * share.value() * value.amount());
            if (saved != null) {
                estimate.input("cost of acquisition saved", saves)
                        .part("acquisition saved", expected * (1 - share.value()) * saves.toDouble());
            }
            if (reward != null) {
                estimate.input("reward", costs).part("rewards", -expected * costs.toDouble());
            }
            return estimate.assumption(Wording.number(expected) + " referrals that become customers, "
                            + (rate.isNone() ? "not discounted" : "discounted") + ", while the customer stays")
                    .assumption("whom the referred bring in turn counts as theirs")
                    .assumption("the value of a newcomer is counted here or as his own, never both")
                    .build();
        }

        private double expected(Pace pace, RetentionCurve curve, DiscountRate rate) {
            int periods = periods(curve);
            double each = pace.per(curve.unit()).count();
            CompensatedSum sum = new CompensatedSum();
            for (int k = 1; k <= periods; k++) {
                sum.add(each * curve.survival(k - 1) * rate.factor(Span.of(k, curve.unit())));
            }
            return sum.value();
        }

        private int periods(RetentionCurve curve) {
            if (span == null) {
                return (int) Math.ceil(Span.years(MarginCurve.YEARS).in(curve.unit()));
            }
            double periods = span.in(curve.unit());
            long whole = Math.round(periods);
            if (whole < 1
                    || Math.abs(periods - whole) > 1e-9 * whole
                    || span.in(ChronoUnit.YEARS) > MarginCurve.YEARS) {
                throw new IllegalArgumentException("horizon of referrals must be a whole number of "
                        + Wording.singular(curve.unit()) + "s up to " + MarginCurve.YEARS + " years, but was " + span);
            }
            return (int) whole;
        }
    }
}
