package io.clv.btyd;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A model nested in a richer one, as a fit of the richer one finds it.
 *
 * @param start where the fit begins: all parameters of the richer model in their conventional order
 * @param held the parameters that make it the simpler model, name to value; the others are free
 */
public record SimplerModel(List<Double> start, Map<String, Double> held) {

    /**
     * Copies both.
     *
     * @param start where the fit begins
     * @param held the parameters that make it the simpler model
     */
    public SimplerModel {
        start = List.copyOf(start);
        held = Map.copyOf(held);
    }

    double[] parameters() {
        return start.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static SimplerModel from(double[] start, Map<String, Double> held) {
        return new SimplerModel(Arrays.stream(start).boxed().toList(), held);
    }
}
