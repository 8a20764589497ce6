package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import io.clv.task.Parallelism;
import io.clv.task.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to fit. The result does not depend on the parallelism.
 *
 * @param prior what is known of the parameters beforehand
 * @param parallelism the threads that evaluate the likelihood
 * @param progress hears of each evaluation, of an unknown total
 * @param held the parameters that are not fitted but held at a value, by name
 * @param earlier fits to begin at, the latest first
 */
public record FitOptions(
        Prior prior, Parallelism parallelism, Progress progress, Map<String, Double> held, List<Fit<?>> earlier) {

    private static final FitOptions DEFAULTS =
            new FitOptions(Prior.NONE, Parallelism.sequential(), Progress.none(), Map.of(), List.of());

    /**
     * Copies the held parameters and the earlier fits.
     *
     * @param prior what is known of the parameters beforehand
     * @param parallelism the threads that evaluate the likelihood
     * @param progress hears of each evaluation, of an unknown total
     * @param held the parameters that are not fitted but held at a value, by name
     * @param earlier fits to begin at, the latest first
     * @throws IllegalArgumentException if a value is not finite
     */
    public FitOptions {
        held.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + " must be finite, but was " + value);
            }
        });
        held = ImmutableMap.copyOf(held);
        earlier = List.copyOf(earlier);
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
        return new FitOptions(value, parallelism, progress, held, earlier);
    }

    /**
     * These options with other threads.
     *
     * @param value the parallelism
     * @return new options
     */
    public FitOptions parallelism(Parallelism value) {
        return new FitOptions(prior, value, progress, held, earlier);
    }

    /**
     * These options with another listener.
     *
     * @param value the listener
     * @return new options
     */
    public FitOptions progress(Progress value) {
        return new FitOptions(prior, parallelism, value, held, earlier);
    }

    /** These options for a model that has only some of the parameters they are of. */
    FitOptions of(List<String> names) {
        Map<String, Double> theirs = new LinkedHashMap<>(held);
        theirs.keySet().retainAll(names);
        return new FitOptions(prior.of(names), parallelism, progress, theirs, earlier);
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
        return new FitOptions(prior, parallelism, progress, more, earlier);
    }

    /**
     * These options with a fit to begin at: of the same customers some time ago, before new transactions came. It ends
     * at the same maximum as a fit that begins anew, by fewer evaluations of the likelihood. A maximum that is found so
     * is taken where it is one (converged), is not below what a fit anew would begin at nor below any simpler model,
     * and rests on a thousand customers; otherwise the fit begins anew as well, and the better end counts.
     *
     * <p>May be called for a fit of purchases and one of spend, and each is used where it fits: an earlier fit in
     * another unit, or without one of the parameters, is passed over.
     *
     * @param fit the earlier fit
     * @return new options
     */
    public FitOptions startingAt(Fit<?> fit) {
        List<Fit<?>> more = new ArrayList<>(List.of(fit));
        more.addAll(earlier);
        return new FitOptions(prior, parallelism, progress, held, more);
    }

    /** Where a fit begins by an earlier one, if any has all parameters in the unit. */
    Optional<double[]> start(List<String> names, String unit) {
        return earlier.stream()
                .filter(fit ->
                        fit.unitText().equals(unit) && fit.parameters().keySet().containsAll(names))
                .findFirst()
                .map(fit -> names.stream().mapToDouble(fit::parameter).toArray());
    }
}
