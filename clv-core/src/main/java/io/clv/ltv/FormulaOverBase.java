package io.clv.ltv;

import io.clv.numerics.CompensatedSum;
import io.clv.quantity.DiscountRate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A base valued by a formula in columns: customers whose inputs are the same, revenue aside, share a {@link Plan}. One
 * plan serves the whole base unless inputs were set customer by customer.
 */
final class FormulaOverBase {

    private final Formula formula;
    private final InputSheet set;
    private final CustomerBase base;
    /** What is given customer by customer and goes into the plan. */
    private final List<Input<?>> differing;
    /** Whether revenue is given customer by customer, and so is not always read off the table. */
    private final boolean ownRevenue;

    private final Map<List<@Nullable Object>, Planned> plans = new HashMap<>();
    private final Map<Input<?>, Object> ofModel = new LinkedHashMap<>();
    private final Set<Input<?>> ofBase = new LinkedHashSet<>();
    /** Filled in for one customer after the other. */
    private double[] parts = new double[0];

    FormulaOverBase(Formula formula, InputSheet set, CustomerBase base) {
        this.formula = formula;
        this.set = set;
        this.base = base;
        ownRevenue = Formula.REVENUE.stream().anyMatch(base.each()::has);
        differing = formula.accepts().stream()
                .filter(input -> !Formula.REVENUE.contains(input))
                .filter(input -> base.each().has(input) && !set.has(input) && !set.hides(input))
                .toList();
    }

    /** A plan, and the revenue where that is not given customer by customer. */
    private record Planned(Plan plan, Optional<Revenues> revenues) {}

    CustomerValues value() {
        if (base.size() == 0) {
            formula.checked(set, base.common());
            return RowByRow.empty(formula.name(), base);
        }
        boolean alike = differing.isEmpty() && !ownRevenue;
        double[] amounts = new double[base.size()];
        CompensatedSum acquisition = new CompensatedSum();
        Planned first = ofRow(0);
        Optional<DiscountRate> discount = Optional.of(first.plan().discount());
        Set<String> shared = new LinkedHashSet<>(first.plan().assumptions());
        for (int row = 0; row < amounts.length; row++) {
            int known = plans.size();
            Planned planned = alike ? first : ofRow(row);
            if (plans.size() > known) {
                discount = agreed(first.plan(), planned.plan(), discount, row);
                shared.retainAll(planned.plan().assumptions());
            }
            amounts[row] = planned.plan().evaluate(revenue(planned, row), parts);
            planned.plan().margin().acquisition().ifPresent(acquisition::add);
        }
        CustomerValues.Builder values = CustomerValues.builder(formula.name(), base.customers())
                .amounts(amounts)
                .acquisitionCost(acquisition.value())
                .basis(first.plan().basis())
                .measure(first.plan().margin().measure())
                .horizon(first.plan().horizon());
        discount.ifPresentOrElse(values::discount, values::discountOfEach);
        shared.forEach(values::assumption);
        ofModel.forEach((input, value) -> BaseWording.forEveryone(input, value).ifPresent(values::assumption));
        base.assumptions(ofBase).forEach(values::assumption);
        return values.build();
    }

    private Planned ofRow(int row) {
        return RowByRow.ofCustomer(base, row, () -> planned(row));
    }

    private Planned planned(int row) {
        List<@Nullable Object> key = new ArrayList<>();
        CustomerProfile profile = base.profile(row);
        if (ownRevenue) {
            key.add(formula.checked(set, profile).revenueUnit());
        }
        for (Input<?> input : differing) {
            key.add(base.each().get(input, row));
        }
        Planned known = plans.get(key);
        if (known == null) {
            known = plan(profile);
            plans.put(key, known);
        }
        return known;
    }

    private Planned plan(CustomerProfile profile) {
        Inputs inputs = formula.checked(set, profile);
        Optional<Revenues> revenues = ownRevenue ? Optional.empty() : Optional.of(Revenues.of(inputs, base));
        Plan plan = formula.plan(inputs, revenues.map(Revenues::unit).orElseGet(inputs::revenueUnit));
        revenues.ifPresent(all -> ofBase.addAll(all.perCustomer()));
        note(inputs);
        parts = new double[Math.max(parts.length, plan.parts().size())];
        return new Planned(plan, revenues);
    }

    private double revenue(Planned planned, int row) {
        if (planned.revenues().isPresent()) {
            return planned.revenues().get().of(row);
        }
        Inputs inputs = new Inputs(set, base.profile(row));
        double revenue = inputs.revenuePer(inputs.revenueUnit());
        note(inputs);
        return revenue;
    }

    /** Notes what was read, for the sentences that say what the values rest on. */
    private void note(Inputs inputs) {
        inputs.read().forEach((input, value) -> {
            if (inputs.isSet(input)) {
                ofModel.put(input, value);
            } else {
                ofBase.add(input);
            }
        });
    }

    private Optional<DiscountRate> agreed(Plan first, Plan plan, Optional<DiscountRate> soFar, int row) {
        String id = base.customers().id(row);
        RowByRow.requireSame("basis", first.basis().label(), plan.basis().label(), id);
        RowByRow.requireSame(
                "measure",
                first.margin().measure().label(),
                plan.margin().measure().label(),
                id);
        RowByRow.requireSame("horizon", first.horizon(), plan.horizon(), id);
        return RowByRow.commonDiscount(base, soFar, plan.discount(), row);
    }
}
