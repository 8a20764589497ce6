package io.clv.btyd;

import io.clv.task.Parallelism;
import io.clv.task.Progress;

/**
 * How to fit. The result does not depend on the parallelism.
 *
 * @param prior what is known of the parameters beforehand
 * @param parallelism the threads that evaluate the likelihood
 * @param progress hears of each evaluation, of an unknown total
 */
public record FitOptions(Prior prior, Parallelism parallelism, Progress progress) {

    private static final FitOptions DEFAULTS = new FitOptions(Prior.NONE, Parallelism.sequential(), Progress.none());

    /**
     * Maximum likelihood, on the calling thread, in silence.
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
        return new FitOptions(value, parallelism, progress);
    }

    /**
     * These options with other threads.
     *
     * @param value the parallelism
     * @return new options
     */
    public FitOptions parallelism(Parallelism value) {
        return new FitOptions(prior, value, progress);
    }

    /**
     * These options with another listener.
     *
     * @param value the listener
     * @return new options
     */
    public FitOptions progress(Progress value) {
        return new FitOptions(prior, parallelism, value);
    }
}
