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
 * @param effectiveDraws the number of independent draws that those which the kept ones are taken from are to be worth;
 *     150 or fewer take a quarter of the evaluations of the likelihood, and tell the tails less well
 */
public record PosteriorOptions(
        Prior prior, int draws, long seed, Parallelism parallelism, Progress progress, int effectiveDraws) {

    private static final int USUAL = 450;

    /**
     * Checks the prior and the number of draws.
     *
     * @param prior what is known of the parameters beforehand
     * @param draws how many draws of equal weight are kept
     * @param seed of the draws
     * @param parallelism the threads that evaluate the likelihood
     * @param progress hears of each evaluation
     * @param effectiveDraws the number of independent draws to be reached
     * @throws IllegalArgumentException if the prior is not proper, or there are fewer than 20 draws, or they are to be
     *     worth fewer than 20 or more than 450
     */
    public PosteriorOptions {
        if (!prior.isProper()) {
            throw new IllegalArgumentException("prior of a posterior must say something of every parameter, but was "
                    + prior + ", under which the posterior's integral has no end");
        }
        if (draws < 20) {
            throw new IllegalArgumentException("draws must be at least 20, but were " + draws);
        }
        if (effectiveDraws < 20 || effectiveDraws > USUAL) {
            throw new IllegalArgumentException(
                    "draws must be worth 20 to " + USUAL + " independent ones, but were " + effectiveDraws);
        }
    }

    /**
     * Draws that are worth 450 independent ones.
     *
     * @param prior what is known of the parameters beforehand
     * @param draws how many draws of equal weight are kept
     * @param seed of the draws
     * @param parallelism the threads that evaluate the likelihood
     * @param progress hears of each evaluation
     * @throws IllegalArgumentException if the prior is not proper, or there are fewer than 20 draws
     */
    public PosteriorOptions(Prior prior, int draws, long seed, Parallelism parallelism, Progress progress) {
        this(prior, draws, seed, parallelism, progress, USUAL);
    }

    /**
     * The weak prior, 400 draws worth 450 independent ones, seed 1, the calling thread, in silence.
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
        return new PosteriorOptions(value, draws, seed, parallelism, progress, effectiveDraws);
    }

    /**
     * These options with another number of draws.
     *
     * @param value how many
     * @return new options
     * @throws IllegalArgumentException if there are fewer than 20
     */
    public PosteriorOptions draws(int value) {
        return new PosteriorOptions(prior, value, seed, parallelism, progress, effectiveDraws);
    }

    /**
     * These options with another seed.
     *
     * @param value the seed
     * @return new options
     */
    public PosteriorOptions seed(long value) {
        return new PosteriorOptions(prior, draws, value, parallelism, progress, effectiveDraws);
    }

    /**
     * These options with other threads.
     *
     * @param value the parallelism
     * @return new options
     */
    public PosteriorOptions parallelism(Parallelism value) {
        return new PosteriorOptions(prior, draws, seed, value, progress, effectiveDraws);
    }

    /**
     * These options with another listener.
     *
     * @param value the listener
     * @return new options
     */
    public PosteriorOptions progress(Progress value) {
        return new PosteriorOptions(prior, draws, seed, parallelism, value, effectiveDraws);
    }

    /**
     * These options with another effective number of draws.
     *
     * @param value the number of independent draws that those which the kept ones are taken from are to be worth
     * @return new options
     * @throws IllegalArgumentException if it is below 20 or above 450
     */
    public PosteriorOptions effectiveDraws(int value) {
        return new PosteriorOptions(prior, draws, seed, parallelism, progress, value);
    }

    /** How the fit is made from which the draws start. */
    FitOptions fitOptions() {
        return FitOptions.defaults().prior(prior).parallelism(parallelism).progress(progress);
    }
}
