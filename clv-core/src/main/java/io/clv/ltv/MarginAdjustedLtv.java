package io.clv.ltv;

import com.google.common.collect.ImmutableSet;
import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The margin-adjusted formula:
 *
 * <pre>{@code
 * (revenue per unit x gross margin - cost to serve - retention spend) x lifespan - acquisition cost
 * }</pre>
 *
 * with {@code lifespan = 1/c} in the churn's unit where a churn is given: margin per user / churn. Undiscounted, of a
 * newcomer's whole life; the cost of acquisition is a part of its own.
 *
 * <p>A horizon H caps a lifespan. Beside a churn it counts the time that is expected within it, {@code (1 - (1-c)^H)/c}
 * units, as customers leave before the horizon too.
 *
 * <p>Without a gross margin the result is revenue, and costs are refused: profit needs a margin.
 */
public final class MarginAdjustedLtv extends Formula {

    private static final ImmutableSet<Input<?>> ACCEPTED = ImmutableSet.<Input<?>>builder()
            .addAll(REVENUE)
            .addAll(COSTS)
            .add(Input.LIFESPAN, Input.CHURN, Input.HORIZON)
            .build();

    /** The formula, with all inputs from a profile. */
    public MarginAdjustedLtv() {}

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
        return "margin-adjusted";
    }

    @Override
    public String description() {
        return "margin less running costs, x lifespan or / churn, less acquisition cost";
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
        UnitMargin margin = UnitMargin.of(inputs, unit, false);
        ExpectedLife life = ExpectedLife.of(inputs, inputs.get(Input.HORIZON).orElse(Horizon.forever()));
        List<String> assumptions = new ArrayList<>();
        assumptions.add(STEADY);
        assumptions.addAll(life.assumptions());
        margin.addTo(assumptions);
        return Plan.level(
                margin,
                life.in(unit),
                Basis.LIFETIME_FROM_ACQUISITION,
                life.horizon(),
                DiscountRate.none(),
                assumptions);
    }

    /** Collects the inputs of the formula, each once. Not safe to share between threads. */
    public static final class Builder extends MarginBuilder<Builder> {

        private Builder() {
            super(new MarginAdjustedLtv());
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
    }
}
