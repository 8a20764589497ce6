package io.clv.btyd;

import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerProfile;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.Input;
import io.clv.ltv.NamedLtvModel;
import io.clv.quantity.Estimate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A family under its name: it fits to the customers of a base and values them. Of one customer alone it can say
 * nothing.
 *
 * @param family how customers buy and leave
 * @param spend what they spend
 */
record FamilyLtv(TransactionFamily<?> family, SpendFamily<?> spend) implements NamedLtvModel {

    @Override
    public String name() {
        return family.name();
    }

    @Override
    public String description() {
        return family.description() + "; fitted to the base, with " + spend.name() + " spend";
    }

    @Override
    public Set<Input<?>> requires() {
        return Set.of(Input.HORIZON);
    }

    @Override
    public Set<Input<?>> accepts() {
        return new LinkedHashSet<>(List.of(Input.GROSS_MARGIN, Input.COST_TO_SERVE, Input.DISCOUNT, Input.HORIZON));
    }

    @Override
    public Estimate estimate(CustomerProfile profile) {
        throw new IllegalArgumentException("the " + name() + " model is fitted to the base that it values, and one"
                + " customer is none; a model fitted before can value one");
    }

    @Override
    public CustomerValues value(CustomerBase base) {
        if (!base.differs(Input.HORIZON) && base.get(Input.HORIZON).isEmpty()) {
            throw new IllegalArgumentException("the " + name() + " model still needs: " + FittedLtv.NO_HORIZON);
        }
        if (base.size() == 0) {
            return CustomerValues.builder(name(), base.customers())
                    .amounts(new double[0])
                    .assumption("there is no customer to value")
                    .build();
        }
        return FittedLtv.fit(base.customers())
                .transactions(family)
                .spend(spend)
                .model()
                .value(base);
    }
}
