package io.clv.btyd;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A family of models with covariates that do not change over time. With z for what the covariates became and a vector
 * of coefficients g for each process,
 *
 * <ul>
 *   <li>{@code alpha e^(-g'z)} for the pace of purchases ("purchases:income"): a positive coefficient makes customers
 *       buy more often;
 *   <li>{@code beta e^(-g'z)} for leaving at any time ("dropout:income"), of Pareto/NBD and GGompertz/NBD: a positive
 *       one makes them leave earlier (Fader and Hardie 2007, and Schweidel et al.);
 *   <li>{@code a e^(g'z)} and {@code b e^(h'z)} with coefficients of their own for leaving after a purchase
 *       ("a:income", "b:income"), of BG/NBD and MBG/NBD (Fader and Hardie 2007). One peer scales both alike, which
 *       cannot move the mean chance to leave, a / (a + b).
 * </ul>
 *
 * <p>Numbers count in standard deviations ({@link CovariateEncoding}), so the coefficients are of that unit.
 *
 * <pre>{@code
 * CovariateEncoding encoding = CovariateEncoding.of(attributes, List.of("income", "channel"));
 * Fit<WithCovariates<BgNbd>> fit = CovariateFamily.of(BgNbd.family(), encoding).fit(CovariateTally.of(attributes, encoding));
 * BgNbd web = fit.model().at(Covariates.of("income", 2.5).and("channel", "web"));
 * }</pre>
 *
 * @param <M> the ordinary models
 */
public final class CovariateFamily<M extends TransactionModel> implements ModelFamily<WithCovariates<M>> {

    private static final String SUFFIX = "+covariates";

    private final ScalableFamily<M> base;
    private final CovariateEncoding encoding;
    private final ImmutableSet<String> shared;
    private final List<String> names;
    private final CovariateDesign design;

    private CovariateFamily(ScalableFamily<M> base, CovariateEncoding encoding, Set<String> shared) {
        this.base = base;
        this.encoding = encoding;
        this.shared = ImmutableSet.copyOf(shared);
        List<String> all = new ArrayList<>(base.parameterNames());
        int[][] places = new int[base.effects().size()][encoding.terms().size()];
        for (int e = 0; e < places.length; e++) {
            String effect = base.effects().get(e).name();
            for (int t = 0; t < places[e].length; t++) {
                String term = encoding.terms().get(t);
                String name = shared.contains(term) ? term : effect + ":" + term;
                if (!all.contains(name)) {
                    all.add(name);
                }
                places[e][t] = all.indexOf(name);
            }
        }
        names = ImmutableList.copyOf(all);
        design = new CovariateDesign(base.parameterNames().size(), base.effects(), places, names.size());
    }

    /**
     * A family with covariates.
     *
     * @param <M> the ordinary models
     * @param base the family without
     * @param encoding how covariates become numbers
     * @return the family
     * @throws IllegalArgumentException if the family takes no covariates
     */
    public static <M extends TransactionModel> CovariateFamily<M> of(
            TransactionFamily<M> base, CovariateEncoding encoding) {
        if (base instanceof ScalableFamily<M> scalable) {
            return new CovariateFamily<>(scalable, encoding, ImmutableSet.of());
        }
        String able = TransactionFamily.all().stream()
                .filter(family -> family instanceof ScalableFamily<?>)
                .map(ModelFamily::name)
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException(base.name() + " takes no covariates; models that do are " + able);
    }

    /**
     * This family with the effects of a covariate held equal: one coefficient for all processes, called after its term
     * alone.
     *
     * @param covariate its name
     * @return the family
     * @throws IllegalArgumentException if there is no such covariate
     */
    public CovariateFamily<M> equal(String covariate) {
        return new CovariateFamily<>(
                base,
                encoding,
                ImmutableSet.<String>builder()
                        .addAll(shared)
                        .addAll(encoding.termsOf(covariate))
                        .build());
    }

    @Override
    public String name() {
        return base.name() + SUFFIX;
    }

    @Override
    public String description() {
        return base.description() + ", by " + String.join(", ", encoding.covariates());
    }

    @Override
    public List<String> parameterNames() {
        return names;
    }

    @Override
    public Set<String> scaledParameters() {
        return base.scaledParameters();
    }

    @Override
    public Set<String> inverseParameters() {
        return base.inverseParameters();
    }

    @Override
    public Set<String> realParameters() {
        return ImmutableSet.copyOf(names.subList(base.parameterNames().size(), names.size()));
    }

    @Override
    public WithCovariates<M> of(double... parameters) {
        if (parameters.length != names.size()) {
            throw new IllegalArgumentException(name() + " must have " + names.size() + " parameters ("
                    + String.join(", ", names) + "), but had " + parameters.length);
        }
        ImmutableMap.Builder<String, Double> all = ImmutableMap.builder();
        for (int i = 0; i < parameters.length; i++) {
            String name = names.get(i);
            if (i < base.parameterNames().size()) {
                Arguments.requireParameter(name, parameters[i]);
            } else if (!Double.isFinite(parameters[i])) {
                throw new IllegalArgumentException(name + " must be finite, but was " + parameters[i]);
            }
            all.put(name, parameters[i]);
        }
        return new WithCovariates<>(base, encoding, design, all.buildOrThrow(), parameters.clone());
    }

    @Override
    public List<double[]> starts(Moments moments) {
        return base.starts(moments).stream().map(this::withoutEffects).toList();
    }

    private double[] withoutEffects(double[] parameters) {
        return Arrays.copyOf(parameters, names.size());
    }

    /**
     * The likelihood of a tally, evaluated with the options' parallelism. Its values and derivatives do not depend on
     * it.
     *
     * @param tally the histories
     * @param options for their parallelism
     * @return the objective
     * @throws IllegalArgumentException if the tally has another encoding
     */
    public FitObjective objective(CovariateTally tally, FitOptions options) {
        if (!tally.encoding().equals(encoding)) {
            throw new IllegalArgumentException(
                    "tally must be encoded as " + encoding + ", but was as " + tally.encoding());
        }
        return new CovariateObjective(tally, base.terms(tally.rows()), design, options.parallelism());
    }

    /**
     * Fits by maximum likelihood.
     *
     * @param tally the histories
     * @return the fit
     * @throws IllegalArgumentException if there is no customer, or the tally has another encoding
     */
    public Fit<WithCovariates<M>> fit(CovariateTally tally) {
        return fit(tally, FitOptions.defaults());
    }

    /**
     * Fits, first without the covariates, so that the fit never ends below that one. {@link FitOptions#fixing} a
     * coefficient at 0 takes it out, for {@link LikelihoodRatio#test}; {@link Prior#shrinking} draws all of them
     * towards 0.
     *
     * @param tally the histories
     * @param options how
     * @return the fit
     * @throws IllegalArgumentException if there is no customer, or the tally has another encoding
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Fit<WithCovariates<M>> fit(CovariateTally tally, FitOptions options) {
        FitObjective objective = objective(tally, options);
        Fit<M> plain = base.fit(tally.withoutCovariates(), options.of(base.parameterNames()));
        double[] first = withoutEffects(
                base.parameterNames().stream().mapToDouble(plain::parameter).toArray());
        List<double[]> starts = ImmutableList.<double[]>builder()
                .add(first)
                .addAll(starts(objective.moments()))
                .build();
        return MaximumLikelihood.fit(this, objective, FitText.unit(tally.rows().unit()), options, List.of(), starts);
    }

    /**
     * Draws from the posterior of the parameters.
     *
     * @param tally the histories
     * @param options how
     * @return the draws, with how far they can be trusted
     * @throws IllegalArgumentException if there is no customer, or the tally has another encoding
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Posterior<WithCovariates<M>> posterior(CovariateTally tally, PosteriorOptions options) {
        FitOptions how = options.fitOptions();
        return Posterior.of(this, objective(tally, how), fit(tally, how), options);
    }

    /**
     * Reads a fit from its text form, with the encoding that is in it.
     *
     * @param text what {@link Fit#toText} gave
     * @return the fit
     * @throws IllegalArgumentException if the text is not one, is of a newer version, or of a model without covariates
     */
    public static Fit<? extends WithCovariates<? extends TransactionModel>> parse(String text) {
        FitText.Facts facts = FitText.Facts.of(text);
        String model = facts.one("model");
        if (!model.endsWith(SUFFIX)) {
            throw new IllegalArgumentException("model must be one with covariates, but was '" + model + "'");
        }
        TransactionFamily<?> plain = TransactionFamily.named(model.substring(0, model.length() - SUFFIX.length()));
        CovariateEncoding encoding = CovariateEncoding.parse(facts.all("covariate"));
        CovariateFamily<?> family = of(plain, encoding);
        for (String covariate : encoding.covariates()) {
            boolean equal = facts.all("parameter").stream()
                    .anyMatch(
                            line -> encoding.termsOf(covariate).stream().anyMatch(term -> line.startsWith(term + " ")));
            family = equal ? family.equal(covariate) : family;
        }
        return FitText.parse(family, text);
    }

    @Override
    public String toString() {
        return name() + " " + encoding;
    }
}
