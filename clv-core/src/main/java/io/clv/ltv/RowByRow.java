package io.clv.ltv;

import io.clv.numerics.CompensatedSum;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Estimate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A base valued by one estimate after the other, for models that know no columns. */
final class RowByRow {

    private RowByRow() {}

    static CustomerValues value(LtvModel model, CustomerBase base) {
        int size = base.size();
        if (size == 0) {
            return empty(model instanceof NamedLtvModel named ? named.name() : "given", base);
        }
        Set<Input<?>> used = new LinkedHashSet<>();
        Estimate first = estimate(model, base, 0, used);
        requireSame(
                "currency", base.currency(), first.currency(), base.customers().id(0));
        Optional<DiscountRate> discount = Optional.of(first.discount());
        Set<String> shared = new LinkedHashSet<>(first.assumptions());
        double[] amounts = new double[size];
        amounts[0] = first.amount();
        CompensatedSum acquisition = new CompensatedSum();
        acquisition.add(acquisitionCost(first));
        for (int row = 1; row < size; row++) {
            Estimate estimate = estimate(model, base, row, used);
            requireAlike(first, estimate, base.customers().id(row));
            discount = commonDiscount(base, discount, estimate.discount(), row);
            List<String> own = estimate.assumptions();
            if (!own.equals(first.assumptions())) {
                shared.retainAll(own);
            }
            amounts[row] = estimate.amount();
            acquisition.add(acquisitionCost(estimate));
        }
        CustomerValues.Builder values = CustomerValues.builder(first.model(), base.customers())
                .amounts(amounts)
                .acquisitionCost(acquisition.value())
                .basis(first.basis())
                .measure(first.measure())
                .horizon(first.horizon());
        discount.ifPresentOrElse(values::discount, values::discountOfEach);
        shared.forEach(values::assumption);
        base.assumptions(used).forEach(values::assumption);
        return values.build();
    }

    private static double acquisitionCost(Estimate estimate) {
        return 0.0 - estimate.partAmounts().getOrDefault(Estimate.ACQUISITION_COST, 0.0);
    }

    private static Estimate estimate(LtvModel model, CustomerBase base, int row, Set<Input<?>> used) {
        // Where all have the same inputs, the first customer shows which of them are used.
        boolean watched = row == 0 || !base.each().isEmpty();
        CustomerProfile profile = watched
                ? new CustomerProfile(base.currency(), new WatchedRow(new BaseRow(base, row), used))
                : base.profile(row);
        return ofCustomer(base, row, () -> model.estimate(profile));
    }

    /** Names the customer in a refusal, where inputs differ by customer. */
    static <T> T ofCustomer(CustomerBase base, int row, Supplier<T> valuation) {
        try {
            return valuation.get();
        } catch (IllegalArgumentException e) {
            if (base.each().isEmpty()) {
                throw e;
            }
            throw new IllegalArgumentException("customer " + base.customers().id(row) + ": " + e.getMessage(), e);
        }
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
        requireSame("currency", first.currency(), estimate.currency(), id);
    }

    /** The discount that all have so far; none once two differ, which only a discount set customer by customer may. */
    static Optional<DiscountRate> commonDiscount(
            CustomerBase base, Optional<DiscountRate> soFar, DiscountRate discount, int row) {
        if (soFar.isEmpty() || soFar.get().equals(discount)) {
            return soFar;
        }
        if (!base.differs(Input.DISCOUNT)) {
            requireSame("discount", soFar.get(), discount, base.customers().id(row));
        }
        return Optional.empty();
    }

    static void requireSame(String name, Object first, Object other, String id) {
        if (!first.equals(other)) {
            throw new IllegalArgumentException(name + " must be " + first + " for all customers of a base, but was "
                    + other + " for customer " + id);
        }
    }
}
