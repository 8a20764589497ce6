package io.clv.ltv;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gathers what is missing, so that one message can name all of it. */
final class Needs {

    private final Inputs inputs;
    private final List<String> missing = new ArrayList<>();

    Needs(Inputs inputs) {
        this.inputs = inputs;
    }

    Needs input(Input<?> input) {
        if (!inputs.has(input)) {
            missing.add(input.toString());
        }
        return this;
    }

    Needs either(Input<?> input, Input<?> alternative) {
        if (!inputs.has(input) && !inputs.has(alternative)) {
            missing.add(input + " (or " + alternative + ")");
        }
        return this;
    }

    /** Revenue, or what it is the product of. */
    Needs revenue() {
        if (inputs.has(Input.REVENUE)) {
            return this;
        }
        boolean valued = inputs.has(Input.AVERAGE_ORDER_VALUE);
        boolean paced = inputs.has(Input.ORDERS);
        if (!valued) {
            missing.add(Input.AVERAGE_ORDER_VALUE.toString());
        }
        if (!paced) {
            missing.add(Input.ORDERS + (valued ? "" : " (or revenue instead of the two)"));
        }
        return this;
    }

    void check(String whose) {
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(whose + " still needs: " + String.join(", ", missing));
        }
    }

    /** What a profile lacks of a set of inputs, in alphabetical order, so that a message is the same on every run. */
    static void check(String whose, Set<Input<?>> required, CustomerProfile profile) {
        List<String> missing = required.stream()
                .filter(input -> !profile.has(input))
                .map(Input::toString)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(whose + " still needs: " + String.join(", ", missing));
        }
    }
}
