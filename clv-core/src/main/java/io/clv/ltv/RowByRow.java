package io.clv.ltv;

import io.clv.quantity.Estimate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A base valued by one estimate after the other, for models that know no columns. */
final class RowByRow {

    private RowByRow() {}

    static CustomerValues value(LtvModel model, CustomerBase base) {
        int size = base.size();
        if (size == 0) {
            return empty(model instanceof NamedLtvModel named ? named.name() : "given", base);
        }
        Set<Input<?>> used = new LinkedHashSet<>();
        Estimate first = model.estimate(base.watched(used));
        requireSame(
                "currency", base.currency(), first.currency(), base.customers().id(0));
        Set<String> shared = new LinkedHashSet<>(first.assumptions());
        double[] amounts = new double[size];
        amounts[0] = first.amount();
        for (int row = 1; row < size; row++) {
            Estimate estimate = model.estimate(base.profile(row));
            requireAlike(first, estimate, base.customers().id(row));
            List<String> own = estimate.assumptions();
            if (!own.equals(first.assumptions())) {
                shared.retainAll(own);
            }
            amounts[row] = estimate.amount();
        }
        CustomerValues.Builder values = CustomerValues.builder(first.model(), base.customers())
                .amounts(amounts)
                .basis(first.basis())
                .measure(first.measure())
                .horizon(first.horizon())
                .discount(first.discount());
        shared.forEach(values::assumption);
        base.assumptions(used).forEach(values::assumption);
        return values.build();
    }

    /** The values of nobody. */
    static CustomerValues empty(String name, CustomerBase base) {
        return CustomerValues.builder(name, base.customers())
                .amounts(new double[0])
                .assumption("there is no customer to value")
                .build();
    }

    /** Values of two kinds in one column would add up to a number that means nothing. */
    private static void requireAlike(Estimate first, Estimate estimate, String id) {
        requireSame("basis", first.basis().label(), estimate.basis().label(), id);
        requireSame("measure", first.measure().label(), estimate.measure().label(), id);
        requireSame("horizon", first.horizon(), estimate.horizon(), id);
        requireSame("discount", first.discount(), estimate.discount(), id);
        requireSame("currency", first.currency(), estimate.currency(), id);
    }

    private static void requireSame(String name, Object first, Object other, String id) {
        if (!first.equals(other)) {
            throw new IllegalArgumentException(name + " must be " + first + " for all customers of a base, but was "
                    + other + " for customer " + id);
        }
    }
}
