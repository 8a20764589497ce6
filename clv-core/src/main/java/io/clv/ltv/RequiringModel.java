package io.clv.ltv;

import io.clv.quantity.Estimate;
import java.util.Set;

/** A model behind a check of its inputs. */
record RequiringModel(Set<Input<?>> requires, LtvModel model) implements LtvModel {

    @Override
    public Estimate estimate(CustomerProfile profile) {
        check("", profile);
        return model.estimate(profile);
    }

    @Override
    public CustomerValues value(CustomerBase base) {
        for (int row = 0; row < base.size(); row++) {
            CustomerProfile profile = base.profile(row);
            // What no customer has is no fault of the first.
            boolean named = base.inputs().containsAll(requires);
            check(named ? "customer " + base.customers().id(row) + ": " : "", profile);
        }
        return model.value(base);
    }

    @Override
    public boolean reads(Input<?> input) {
        return model.reads(input);
    }

    private void check(String whose, CustomerProfile profile) {
        Needs.check(
                whose + (model instanceof NamedLtvModel named ? "the " + named.name() + " model" : "the model"),
                requires,
                profile);
    }
}
