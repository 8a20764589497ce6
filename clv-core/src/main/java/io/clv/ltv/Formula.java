package io.clv.ltv;

import com.google.common.collect.ImmutableSet;
import io.clv.quantity.Estimate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A model in closed form: it says what it needs and turns its inputs, all but the revenue, into a {@link Plan}, by
 * which one customer and whole bases are valued alike.
 */
abstract class Formula implements NamedLtvModel {

    /** What says the revenue. */
    static final ImmutableSet<Input<?>> REVENUE =
            ImmutableSet.of(Input.AVERAGE_ORDER_VALUE, Input.ORDERS, Input.REVENUE);

    /** What is taken off it. */
    static final ImmutableSet<Input<?>> COSTS =
            ImmutableSet.of(Input.GROSS_MARGIN, Input.COST_TO_SERVE, Input.RETENTION_SPEND, Input.ACQUISITION_COST);

    /** What formulas that multiply by a lifespan rest on. */
    static final String STEADY = "revenue keeps its pace as long as the customer stays";

    /** Asks for what the formula cannot do without, beside the revenue. */
    abstract void needs(Needs needs);

    /** Fills in all inputs but the revenue, which is counted in the unit. */
    abstract Plan plan(Inputs inputs, ChronoUnit unit);

    @Override
    public Estimate estimate(CustomerProfile profile) {
        return estimate(new InputSheet(), profile);
    }

    @Override
    public CustomerValues value(CustomerBase base) {
        return value(new InputSheet(), base);
    }

    Estimate estimate(InputSheet set, CustomerProfile profile) {
        Inputs inputs = checked(set, profile);
        ChronoUnit unit = inputs.revenueUnit();
        double revenue = inputs.revenuePer(unit);
        Plan plan = plan(inputs, unit);
        List<String> names = plan.parts();
        double[] parts = new double[names.size()];
        plan.evaluate(revenue, parts);
        Estimate.Builder estimate = Estimate.builder(name(), profile.currency())
                .basis(plan.basis())
                .measure(plan.margin().measure())
                .horizon(plan.horizon())
                .discount(plan.discount());
        for (int i = 0; i < parts.length; i++) {
            estimate.part(names.get(i), parts[i]);
        }
        inputs.read().forEach((input, value) -> estimate.input(input.toString(), Wording.shown(value)));
        plan.assumptions().forEach(estimate::assumption);
        return estimate.build();
    }

    CustomerValues value(InputSheet set, CustomerBase base) {
        return new FormulaOverBase(this, set, base).value();
    }

    /** The inputs, of which none that the formula needs is missing. */
    Inputs checked(InputSheet set, CustomerProfile profile) {
        Inputs inputs = new Inputs(set, profile);
        Needs needs = new Needs(inputs).revenue();
        needs(needs);
        needs.check("the " + name() + " model");
        return inputs;
    }
}
