package io.clv.ltv;

import io.clv.quantity.Estimate;
import java.util.Set;
import java.util.stream.Collectors;

/** A formula with some inputs set; the others come from the profile. */
record ConfiguredFormula(Formula formula, InputSheet set) implements LtvModel {

    @Override
    public Estimate estimate(CustomerProfile profile) {
        return formula.estimate(set, profile);
    }

    @Override
    public CustomerValues value(CustomerBase base) {
        return formula.value(set, base);
    }

    @Override
    public Set<Input<?>> requires() {
        return formula.requires().stream().filter(input -> !set.has(input)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean reads(Input<?> input) {
        return formula.accepts().contains(input) && !set.has(input) && !set.hides(input);
    }

    @Override
    public String toString() {
        return formula.name() + " with " + set.values();
    }
}
