package io.clv.ltv;

import io.clv.quantity.Estimate;
import io.clv.quantity.Money;
import java.util.Set;

/** A model that only the tests' service file declares: visits x revenue of a visit. */
public final class VisitsModel implements NamedLtvModel {

    private static final Input<Integer> VISITS = Input.of("visits", Integer::valueOf);
    private static final Input<Double> REVENUE_PER_VISIT = Input.of("revenue-per-visit", Double::valueOf);

    @Override
    public String name() {
        return "test-visits";
    }

    @Override
    public Set<Input<?>> accepts() {
        return Set.of(VISITS, REVENUE_PER_VISIT);
    }

    @Override
    public Estimate estimate(CustomerProfile profile) {
        return Estimate.builder(name(), profile.currency())
                .part("revenue", profile.require(VISITS) * profile.require(REVENUE_PER_VISIT))
                .input("currency", Money.zero(profile.currency()))
                .build();
    }
}
