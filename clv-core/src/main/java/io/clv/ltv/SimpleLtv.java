package io.clv.ltv;

import com.google.common.collect.ImmutableSet;
import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.LossRate;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The simple formula: {@code average order value x orders per year x lifespan in years}, or for a service
 * {@code revenue per user x lifespan}. USD 300 a year for 5 years are USD 1,500.
 *
 * <p>Units convert linearly. Where a churn is given instead of a lifespan, the lifespan is {@code 1/c} in the churn's
 * unit. The result is revenue of a newcomer's whole life, undiscounted, and says so.
 */
public final class SimpleLtv extends Formula {

    private static final ImmutableSet<Input<?>> ACCEPTED = ImmutableSet.<Input<?>>builder()
            .addAll(REVENUE)
            .add(Input.LIFESPAN, Input.CHURN)
            .build();

    /** The formula, with all inputs from a profile. */
    public SimpleLtv() {}

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
        return "simple";
    }

    @Override
    public String description() {
        return "average order value x orders x lifespan, as revenue";
    }

    @Override
    public Set<Input<?>> accepts() {
        return ACCEPTED;
    }

    @Override
    void needs(Needs needs) {
        needs.either(Input.LIFESPAN, Input.CHURN);
    }

    @Override
    Plan plan(Inputs inputs, ChronoUnit unit) {
        ExpectedLife life = ExpectedLife.of(inputs, Horizon.forever());
        UnitMargin revenue = UnitMargin.ofRevenue();
        List<String> assumptions = new ArrayList<>();
        assumptions.add(STEADY);
        assumptions.addAll(life.assumptions());
        revenue.addTo(assumptions);
        return Plan.level(
                revenue,
                life.in(unit),
                Basis.LIFETIME_FROM_ACQUISITION,
                life.horizon(),
                DiscountRate.none(),
                assumptions);
    }

    /** Collects the inputs of the formula, each once. Not safe to share between threads. */
    public static final class Builder extends RevenueBuilder<Builder> {

        private Builder() {
            super(new SimpleLtv());
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Sets how long a customer stays.
         *
         * @param span such as {@code years(3)}
         * @return this builder
         * @throws IllegalArgumentException if it or a churn was set before
         */
        public Builder lifespan(Span span) {
            return set(Input.LIFESPAN, span);
        }

        /**
         * Sets the churn, of which the lifespan is {@code 1/c}.
         *
         * @param rate the share of customers lost per unit of time
         * @return this builder
         * @throws IllegalArgumentException if it or a lifespan was set before
         */
        public Builder churn(LossRate rate) {
            return set(Input.CHURN, rate);
        }
    }
}
