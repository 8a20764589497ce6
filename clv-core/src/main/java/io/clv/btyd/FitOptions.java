package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import io.clv.task.Parallelism;
import io.clv.task.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How to fit. The result does not depend on the parallelism.
 *
 * @param prior what is known of the parameters beforehand
 * @param parallelism the threads that evaluate the likelihood
 * @param progress hears of each evaluation, of an unknown total
 * @param held the parameters that are not fitted but held at a value, by name
 */
public record FitOptions(Prior prior, Parallelism parallelism, Progress progress, Map<String, Double> held) {

    private static final FitOptions DEFAULTS =
            new FitOptions(Prior.NONE, Parallelism.sequential(), Progress.none(), Map.of());

    /**
     * Copies the held parameters.
     *
     * @param prior what is known of the parameters beforehand
     * @param parallelism the threads that evaluate the likelihood
     * @param progress hears of each evaluation, of an unknown total
     * @param held the parameters that are not fitted but held at a value, by name
     * @throws IllegalArgumentException if a value is not finite
     */
    public FitOptions {
        held.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + " must be finite, but was " + value);
            }
        });
        held = ImmutableMap.copyOf(held);
    }

    /**
     * Maximum likelihood of all parameters, on the calling thread, in silence.
     *
     * @return the defaults
     */
    public static FitOptions defaults() {
        return DEFAULTS;
    }

    /**
     * These options with another prior.
     *
     * @param value the prior
     * @return new options
     */
    public FitOptions prior(Prior value) {
        return new FitOptions(value, parallelism, progress, held);
    }

    /**
     * These options with other threads.
     *
     * @param value the parallelism
     * @return new options
     */
    public FitOptions parallelism(Parallelism value) {
        return new FitOptions(prior, value, progress, held);
    }

    /**
     * These options with another listener.
     *
     * @param value the listener
     * @return new options
     */
    public FitOptions progress(Progress value) {
        return new FitOptions(prior, parallelism, value, held);
    }

    /** These options for a model that has only some of the parameters they are of. */
    FitOptions of(List<String> names) {
        Map<String, Double> theirs = new LinkedHashMap<>(held);
        theirs.keySet().retainAll(names);
        return new FitOptions(prior.of(names), parallelism, progress, theirs);
    }

    /**
     * These options with a parameter held at a value: the fit finds the best of the others beside it. A model so
     * restricted is compared with the free one by {@link LikelihoodRatio}.
     *
     * @param parameter its name; one that is held already moves to the new value
     * @param value its value, in the unit of the data
     * @return new options
     * @throws IllegalArgumentException if the value is not finite; a fit refuses a name that its family does not have,
     *     and a value that is not above 0, but for coefficients of covariates
     */
    public FitOptions fixing(String parameter, double value) {
        Map<String, Double> more = new LinkedHashMap<>(held);
        more.put(parameter, value);
        return new FitOptions(prior, parallelism, progress, more);
    }
}
