package io.clv.btyd;

import io.clv.task.Parallelism;
import io.clv.task.Progress;

/**
 * How to draw from a posterior. The draws depend on the seed, not on the parallelism.
 *
 * @param prior what is known of the parameters beforehand; proper
 * @param draws how many draws of equal weight are kept
 * @param seed of the draws
 * @param parallelism the threads that evaluate the likelihood
 * @param progress hears of each evaluation, of an unknown total
 */
public record PosteriorOptions(Prior prior, int draws, long seed, Parallelism parallelism, Progress progress) {

    /**
     * Checks the prior and the number of draws.
     *
     * @param prior what is known of the parameters beforehand
     * @param draws how many draws of equal weight are kept
     * @param seed of the draws
     * @param parallelism the threads that evaluate the likelihood
     * @param progress hears of each evaluation
     * @throws IllegalArgumentException if the prior is not proper, or there are fewer than 20 draws
     */
    public PosteriorOptions {
        if (!prior.isProper()) {
            throw new IllegalArgumentException("prior of a posterior must say something of every parameter, but was "
                    + prior + ", under which the posterior's integral has no end");
        }
        if (draws < 20) {
            throw new IllegalArgumentException("draws must be at least 20, but were " + draws);
        }
    }

    /**
     * The weak prior, 400 draws, seed 1, the calling thread, in silence.
     *
     * @return the defaults
     */
    public static PosteriorOptions defaults() {
        return new PosteriorOptions(Prior.WEAK, 400, 1, Parallelism.sequential(), Progress.none());
    }

    /**
     * These options with another prior.
     *
     * @param value the prior
     * @return new options
     * @throws IllegalArgumentException if it is not proper
     */
    public PosteriorOptions prior(Prior value) {
        return new PosteriorOptions(value, draws, seed, parallelism, progress);
    }

    /**
     * These options with another number of draws.
     *
     * @param value how many
     * @return new options
     * @throws IllegalArgumentException if there are fewer than 20
     */
    public PosteriorOptions draws(int value) {
        return new PosteriorOptions(prior, value, seed, parallelism, progress);
    }

    /**
     * These options with another seed.
     *
     * @param value the seed
     * @return new options
     */
    public PosteriorOptions seed(long value) {
        return new PosteriorOptions(prior, draws, value, parallelism, progress);
    }

    /**
     * These options with other threads.
     *
     * @param value the parallelism
     * @return new options
     */
    public PosteriorOptions parallelism(Parallelism value) {
        return new PosteriorOptions(prior, draws, seed, value, progress);
    }

    /**
     * These options with another listener.
     *
     * @param value the listener
     * @return new options
     */
    public PosteriorOptions progress(Progress value) {
        return new PosteriorOptions(prior, draws, seed, parallelism, value);
    }

    /** How the fit is made from which the draws start. */
    FitOptions fitOptions() {
        return FitOptions.defaults().prior(prior).parallelism(parallelism).progress(progress);
    }
}
