package io.clv.scenario;

import io.clv.quantity.Ratio;
import java.util.function.Function;

/**
 * A driver of value, moved to either side.
 *
 * @param name what readers call it
 * @param down the change to the one side
 * @param up the change to the other
 */
public record Swing(String name, Change down, Change up) {

    /**
     * Checks the name.
     *
     * @param name what readers call it
     * @param down the change to the one side
     * @param up the change to the other
     * @throws IllegalArgumentException if the name is blank
     */
    public Swing {
        if (name.isBlank()) {
            throw new IllegalArgumentException("swing must have a name, but had '" + name + "'");
        }
    }

    /**
     * As much down as up: {@code Swing.around("price", percent(5), Change::price)}.
     *
     * @param name what readers call it
     * @param step how far to either side
     * @param change makes the change of a step
     * @return the swing
     * @throws IllegalArgumentException if the name is blank, the step is not above 0, or the change cannot be so large
     */
    public static Swing around(String name, Ratio step, Function<Ratio, Change> change) {
        if (!(step.value() > 0)) {
            throw new IllegalArgumentException("step of a swing must be above 0%, but was " + step);
        }
        return new Swing(name, change.apply(Ratio.of(-step.value())), change.apply(step));
    }
}
