package io.clv.ltv;

import com.google.common.collect.ImmutableSet;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The discounted formula: a margin in every period, as long as the customer stays, each discounted to now. With m the
 * margin of a period after running costs, S(k) the share of customers left after k periods, and d the discount rate per
 * period:
 *
 * <pre>{@code
 * sum over k of m S(k) / (1 + d)^k - acquisition cost      (first payment now)
 * }</pre>
 *
 * and at the other {@link DiscountConvention}s as they say. A period is the unit of the revenue, or of the pace of
 * orders. Retention is constant, {@code S(k) = (1-c)^k}, summed in closed form, or a {@link RetentionCurve}.
 *
 * <p>Relative error below 1e-12; an open-ended curve is followed until what remains is below 1e-13. The sum over all
 * time needs {@code (1-c)/(1+d) < 1} in the end, and is refused otherwise.
 *
 * <p>The discount rate must be said; {@link DiscountRate#none()} says that there is none. Basis: a newcomer's whole
 * life, and under {@link DiscountConvention#FIRST_EXCLUDED} what is left to a customer who has just paid.
 */
public final class DiscountedLtv extends Formula {

    private static final ImmutableSet<Input<?>> ACCEPTED = ImmutableSet.<Input<?>>builder()
            .addAll(REVENUE)
            .addAll(COSTS)
            .add(Input.CHURN, Input.RETENTION, Input.DISCOUNT, Input.HORIZON, Input.CONVENTION)
            .build();

    /** The formula, with all inputs from a profile. */
    public DiscountedLtv() {}

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
        return "discounted";
    }

    @Override
    public String description() {
        return "margin of each period x share of customers left, discounted";
    }

    @Override
    public Set<Input<?>> accepts() {
        return ACCEPTED;
    }

    @Override
    public Set<Input<?>> requires() {
        return Set.of(Input.DISCOUNT);
    }

    @Override
    void needs(Needs needs) {
        needs.either(Input.CHURN, Input.RETENTION).input(Input.DISCOUNT);
    }

    @Override
    Plan plan(Inputs inputs, ChronoUnit unit) {
        UnitMargin margin = UnitMargin.of(inputs, unit, false);
        Timetable timetable = Timetable.of(name(), inputs, Span.of(1, unit));
        PaymentStream payments = new PaymentStream(timetable.schedule(), 0);
        List<String> assumptions = new ArrayList<>();
        assumptions.add("one payment each " + Wording.singular(unit) + ", always the same");
        assumptions.addAll(timetable.assumptions());
        margin.addTo(assumptions);
        return Plan.level(
                margin,
                payments.level(),
                timetable.basis(),
                timetable.schedule().horizon(),
                timetable.schedule().discount(),
                assumptions);
    }

    /** Collects the inputs of the formula, each once. Not safe to share between threads. */
    public static final class Builder extends StreamBuilder<Builder> {

        private Builder() {
            super(new DiscountedLtv());
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
