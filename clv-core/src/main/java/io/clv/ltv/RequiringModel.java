package io.clv.ltv;

import io.clv.quantity.Estimate;
import java.util.Set;

/** A model behind a check of its inputs. */
record RequiringModel(Set<Input<?>> requires, LtvModel model) implements LtvModel {

    @Override
    public Estimate estimate(CustomerProfile profile) {
        check(profile);
        return model.estimate(profile);
    }

    @Override
    public CustomerValues value(CustomerBase base) {
        if (base.size() > 0) {
            check(base.profile(0));
        }
        return model.value(base);
    }

    private void check(CustomerProfile profile) {
        Needs.check(
                model instanceof NamedLtvModel named ? "the " + named.name() + " model" : "the model",
                requires,
                profile);
    }
}
