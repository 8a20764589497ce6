package io.clv.ltv;

import com.google.common.collect.ImmutableSet;
import io.clv.quantity.GrowthRate;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * The subscription formula: payments of a price that may grow, as long as the customer stays, less costs, discounted.
 * With a the margin of the first period, c the churn, g the expansion and d the discount, all per period, the first
 * payment now and no end:
 *
 * <ul>
 *   <li>no expansion: {@code a / (1 - q)} with {@code q = (1-c)/(1+d)}, undiscounted {@code a/c};
 *   <li>geometric, the price times (1+g) each period: {@code a / (1 - q(1+g))};
 *   <li>linear, an amount e added to the price each period: {@code a/(1-q) + e q/(1-q)^2}, undiscounted {@code a/c +
 *       e(1-c)/c^2}; where e is negative, payments end when the price reaches zero;
 *   <li>the textbook shortcut {@code a/(c - g)}, undiscounted, which leaves {@code c g} out of the geometric form's
 *       {@code a/(c - g + c g)}: a form of its own, and never taken unasked.
 * </ul>
 *
 * An endless sum needs {@code (1-c)(1+g)/(1+d) < 1}, the linear one {@code (1-c)/(1+d) < 1}, and is refused with the
 * reason otherwise. Conventions, horizon and retention curves are as in {@link DiscountedLtv}.
 *
 * <p>A prepaid term is paid at its start, and customers leave at its end only; the churn of a term of n periods is
 * {@code 1 - (1-c)^n}. Running costs and deliveries go on through every term that is paid for, each discounted from its
 * own date; those of the last term that is paid within the horizon count in full, as its payment does. Without a gross
 * margin, a cost to serve or deliveries stand for the whole cost.
 */
public final class SubscriptionLtv extends Formula {

    private static final ImmutableSet<Input<?>> ACCEPTED = ImmutableSet.<Input<?>>builder()
            .addAll(REVENUE)
            .addAll(COSTS)
            .add(Input.CHURN, Input.RETENTION, Input.DISCOUNT, Input.HORIZON, Input.CONVENTION)
            .add(Input.EXPANSION, Input.LINEAR_EXPANSION, Input.SHORTCUT_EXPANSION)
            .add(Input.PREPAID_TERM, Input.DELIVERIES)
            .build();

    /** The formula, with all inputs from a profile. */
    public SubscriptionLtv() {}

    /**
     * Starts to collect inputs.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String name() {
        return "subscription";
    }

    @Override
    public String description() {
        return "payments while the customer stays, with expansion, prepaid terms and deliveries";
    }

    @Override
    public Set<Input<?>> accepts() {
        return ACCEPTED;
    }

    @Override
    void needs(Needs needs) {
        needs.either(Input.CHURN, Input.RETENTION);
    }

    @Override
    Plan plan(Inputs inputs, ChronoUnit unit) {
        return inputs.has(Input.SHORTCUT_EXPANSION)
                ? ExpansionShortcut.plan(inputs, unit)
                : SubscriptionPlan.of(name(), inputs, unit);
    }

    /**
     * The units to procure for subscribers who all start on one day: at each delivery, the subscribers who are expected
     * to have paid for its term times the units of a delivery.
     *
     * @param profile holds the deliveries, the churn or retention, and the prepaid term, or else the unit of the
     *     revenue
     * @param subscribers how many start
     * @param start the day on which they start
     * @param over how far ahead; deliveries due before its end are planned
     * @return the deliveries in the order of their dates
     * @throws IllegalArgumentException if the subscribers are negative, or inputs are missing, all of which the message
     *     names
     */
    public List<PlannedDelivery> procurement(CustomerProfile profile, long subscribers, LocalDate start, Span over) {
        return Procurement.plan(new Inputs(new InputSheet(), profile), subscribers, start, over);
    }

    /** Collects the inputs of the formula, each once. Not safe to share between threads. */
    public static final class Builder extends StreamBuilder<Builder> {

        private Builder() {
            super(new SubscriptionLtv());
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Lets the price grow geometrically, or shrink at a negative rate.
         *
         * @param rate such as {@code percent(1).growthPer(MONTHS)}
         * @return this builder
         * @throws IllegalArgumentException if an expansion was set before
         */
        public Builder expansion(GrowthRate rate) {
            return set(Input.EXPANSION, rate);
        }

        /**
         * Lets the price of a period grow by the same amount each time, or shrink by a negative one until it is zero.
         *
         * @param rate what is added to a period's payment per unit of time
         * @return this builder
         * @throws IllegalArgumentException if an expansion was set before, or other money is in another currency
         */
        public Builder linearExpansion(MoneyRate rate) {
            return set(Input.LINEAR_EXPANSION, rate);
        }

        /**
         * Lets the price of a period grow by the same amount each time, or shrink by a negative one until it is zero.
         *
         * @param money what is added in one unit of time, as text, such as {@code "USD 1"}
         * @param unit days, weeks, months or years
         * @return this builder
         * @throws IllegalArgumentException if the text is not money, or as {@link #linearExpansion(MoneyRate)}
         */
        public Builder linearExpansion(String money, ChronoUnit unit) {
            return setRate(Input.LINEAR_EXPANSION, money, unit);
        }

        /**
         * Takes the textbook shortcut {@code a/(c - g)}, which knows neither discount nor horizon.
         *
         * @param rate the growth rate g, below the churn
         * @return this builder
         * @throws IllegalArgumentException if an expansion, or something that the shortcut does not know, was set
         *     before
         */
        public Builder shortcutExpansion(GrowthRate rate) {
            return set(Input.SHORTCUT_EXPANSION, rate);
        }

        /**
         * Lets customers pay for a term at its start, and leave at its end only. The money of a term is that of the
         * revenue for as long.
         *
         * @param term the length of a term; positive
         * @return this builder
         * @throws IllegalArgumentException if it was set before
         */
        public Builder prepaid(Span term) {
            return set(Input.PREPAID_TERM, term);
        }

        /**
         * Lets every paid term deliver goods.
         *
         * @param deliveries what, when and at what cost
         * @return this builder
         * @throws IllegalArgumentException if it was set before, or other money is in another currency
         */
        public Builder deliveries(Deliveries deliveries) {
            return set(Input.DELIVERIES, deliveries);
        }

        /**
         * The units to procure for subscribers who all start on one day, as
         * {@link SubscriptionLtv#procurement(CustomerProfile, long, LocalDate, Span)}.
         *
         * @param subscribers how many start
         * @param start the day on which they start
         * @param over how far ahead; deliveries due before its end are planned
         * @return the deliveries in the order of their dates
         * @throws IllegalArgumentException if the subscribers are negative, or inputs are missing
         */
        public List<PlannedDelivery> procurement(long subscribers, LocalDate start, Span over) {
            return Procurement.plan(alone(), subscribers, start, over);
        }
    }
}
