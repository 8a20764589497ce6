package io.clv.btyd;

import io.clv.numerics.ImportanceSample;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the parameters may be, given the data and a proper prior: draws, found by adaptive mixture importance sampling
 * on the scale of their logs (Cornuet et al. 2012), with Pareto-smoothed weights (Vehtari et al. 2024).
 *
 * <p>Two numbers say how far the draws can be trusted. k-hat above 0.7 says that they cannot; stages of sampling are
 * added until it is not, and if it stays there the posterior is not {@linkplain #isReliable reliable} and gives no
 * interval. The effective sample size of a parameter is the number of independent draws that would tell its mean as
 * well; at least 400 are sought.
 *
 * @param <M> the models
 */
public final class Posterior<M> {

    private final Fit<M> fit;
    private final List<String> names;
    private final ParameterScale scale;
    private final Prior prior;
    private final ImportanceSample sample;
    private final List<M> models;
    private final long seed;

    Posterior(
            Fit<M> fit,
            List<String> names,
            ParameterScale scale,
            Prior prior,
            ImportanceSample sample,
            List<M> models,
            long seed) {
        this.fit = fit;
        this.names = names;
        this.scale = scale;
        this.prior = prior;
        this.sample = sample;
        this.models = models;
        this.seed = seed;
    }

    /** Draws around the mode of the posterior, where the fit with the prior ends. */
    static <M> Posterior<M> of(ModelFamily<M> family, FitObjective objective, Fit<M> mode, PosteriorOptions options) {
        List<String> names = family.parameterNames();
        LogScale scale = new LogScale("posterior " + family.name(), objective, family, options.fitOptions());
        double[] start = new double[names.size()];
        for (int i = 0; i < start.length; i++) {
            start[i] = scale.scale().place(i, mode.parameter(names.get(i)));
        }
        double[][] spread = mode.logCovariance().orElseGet(() -> MaximumLikelihood.covariance(scale, start));
        boolean curved = objective.at(scale.scale().values(start)).hasHessian();
        ImportanceSample sample = ImportanceSample.draw(
                curved ? scale : new DifferencedObjective(scale),
                point ->
                        family.hasFiniteMean(scale.scale().values(point)) ? -scale.at(point) : Double.NEGATIVE_INFINITY,
                start,
                spread,
                options.effectiveDraws(),
                options.seed());
        List<M> models = new ArrayList<>();
        for (int i : sample.resampled(options.draws(), options.seed())) {
            models.add(family.of(scale.scale().values(sample.points()[i])));
        }
        return new Posterior<>(
                mode, names, scale.scale(), options.prior(), sample, List.copyOf(models), options.seed());
    }

    /**
     * The fit under the same prior: the posterior's mode on the scale of the logs.
     *
     * @return the fit
     */
    public Fit<M> mode() {
        return fit;
    }

    /**
     * The prior.
     *
     * @return what was taken to be known
     */
    public Prior prior() {
        return prior;
    }

    /**
     * Models that are equally likely.
     *
     * @return as many as the options asked for, some of them more than once
     */
    public List<M> models() {
        return models;
    }

    /** What the draws were drawn by; what is drawn of customers goes by it too. */
    long seed() {
        return seed;
    }

    /**
     * The shape of the tail of the importance weights.
     *
     * @return k-hat
     */
    public double shape() {
        return sample.shape();
    }

    /**
     * Whether the draws can be trusted.
     *
     * @return whether k-hat is at most 0.7
     */
    public boolean isReliable() {
        return sample.shape() <= ImportanceSample.LARGEST_SHAPE;
    }

    /**
     * How often the likelihood was evaluated, beside the fit.
     *
     * @return the number of evaluations
     */
    public int evaluations() {
        return sample.evaluations();
    }

    /**
     * What the draws are worth for the mean of the log of a parameter.
     *
     * @param parameter its name
     * @return a number of independent draws
     * @throws IllegalArgumentException if there is no such parameter
     */
    public double effectiveSampleSize(String parameter) {
        return sample.effectiveSize(index(parameter));
    }

    /**
     * The mean of the log of a parameter.
     *
     * @param parameter its name
     * @return the mean
     * @throws IllegalArgumentException if there is no such parameter
     */
    public double logMean(String parameter) {
        return sample.mean(index(parameter));
    }

    /**
     * The standard deviation of the log of a parameter.
     *
     * @param parameter its name
     * @return the standard deviation
     * @throws IllegalArgumentException if there is no such parameter
     */
    public double logDeviation(String parameter) {
        return Math.sqrt(sample.variance(index(parameter)));
    }

    /**
     * A credible interval of a parameter, with as much of the posterior below as above it.
     *
     * @param parameter its name
     * @param level the probability that it holds the parameter, between 0% and 100%
     * @return the interval; empty if the draws are not reliable
     * @throws IllegalArgumentException if there is no such parameter, or the level is not between 0% and 100%
     */
    public Optional<ParameterInterval> interval(String parameter, Ratio level) {
        int i = index(parameter);
        if (level.value() <= 0 || level.value() >= 1) {
            throw new IllegalArgumentException("level must be between 0% and 100%, but was " + level);
        }
        if (!isReliable()) {
            return Optional.empty();
        }
        double beyond = 0.5 * (1 - level.value());
        return Optional.of(new ParameterInterval(
                scale.value(i, sample.quantile(i, beyond)), scale.value(i, sample.quantile(i, 1 - beyond)), level));
    }

    private int index(String parameter) {
        int i = names.indexOf(parameter);
        if (i < 0) {
            throw new IllegalArgumentException(
                    "parameter must be one of " + String.join(", ", names) + ", but was '" + parameter + "'");
        }
        return i;
    }

    /**
     * How the draws were found and how far they can be trusted, in words.
     *
     * @return a sentence without a full stop, in English
     */
    public String diagnosis() {
        double least =
                names.stream().mapToDouble(this::effectiveSampleSize).min().orElseThrow();
        String text = String.format(
                Locale.ROOT,
                "posterior under the %s prior by %d evaluations of the likelihood, effective sample size at least %.0f,"
                        + " k-hat %.2f",
                prior,
                evaluations(),
                least,
                shape());
        return isReliable() ? text : text + ": above 0.70, so the draws are not to be trusted and give no interval";
    }

    /** As {@link #diagnosis}. */
    @Override
    public String toString() {
        return fit.family() + " " + names + ": " + diagnosis();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Posterior<?> posterior
                && posterior.fit.equals(fit)
                && Arrays.deepEquals(posterior.sample.points(), sample.points())
                && posterior.models.equals(models);
    }

    @Override
    public int hashCode() {
        return 31 * fit.hashCode() + models.hashCode();
    }
}
