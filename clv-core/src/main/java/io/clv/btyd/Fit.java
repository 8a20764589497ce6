package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.clv.numerics.InverseNormal;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A fitted model and what is known about how well it is known.
 *
 * <p>Standard errors, covariance and intervals exist only where the likelihood has a maximum; elsewhere
 * {@link #diagnosis} is the reason why not. The parameters are in the fit's unit, and so is the log-likelihood: of the
 * same data in a unit k times as long it is larger by {@link #repeatPurchases} x ln k. Compare likelihoods only of the
 * same data, unit and granularity.
 *
 * @param <M> the model
 */
public final class Fit<M> {

    private final M model;
    private final ModelFamily<M> family;
    private final List<String> names;
    private final double[] values;
    private final ParameterScale scale;
    private final ImmutableSet<String> held;
    private final String unit;
    private final double customers;
    private final double repeatPurchases;
    private final double meanScale;
    private final double logLikelihood;
    private final Diagnosis diagnosis;
    private final double[][] logCovariance;
    private final Prior prior;
    private final int evaluations;
    private final List<String> notes;

    Fit(
            M model,
            ModelFamily<M> family,
            List<String> names,
            double[] values,
            ParameterScale scale,
            Set<String> held,
            String unit,
            double customers,
            double repeatPurchases,
            double meanScale,
            double logLikelihood,
            Diagnosis diagnosis,
            double[][] logCovariance,
            Prior prior,
            int evaluations,
            List<String> notes) {
        this.model = model;
        this.family = family;
        this.names = List.copyOf(names);
        this.values = values;
        this.scale = scale;
        this.held = this.names.stream().filter(held::contains).collect(ImmutableSet.toImmutableSet());
        this.unit = unit;
        this.customers = customers;
        this.repeatPurchases = repeatPurchases;
        this.meanScale = meanScale;
        this.logLikelihood = logLikelihood;
        this.diagnosis = diagnosis;
        this.logCovariance = logCovariance;
        this.prior = prior;
        this.evaluations = evaluations;
        this.notes = List.copyOf(notes);
    }

    /**
     * The model.
     *
     * @return the model at the best parameters
     */
    public M model() {
        return model;
    }

    /**
     * The name of its family.
     *
     * @return such as "bg-nbd"
     */
    public String family() {
        return family.name();
    }

    /**
     * The parameters in their conventional order.
     *
     * @return name to value
     */
    public Map<String, Double> parameters() {
        ImmutableMap.Builder<String, Double> parameters = ImmutableMap.builder();
        for (int i = 0; i < values.length; i++) {
            parameters.put(names.get(i), values[i]);
        }
        return parameters.buildOrThrow();
    }

    /**
     * A parameter.
     *
     * @param name its name
     * @return its value
     * @throws IllegalArgumentException if there is no such parameter
     */
    public double parameter(String name) {
        return values[index(name)];
    }

    private int index(String name) {
        int i = names.indexOf(name);
        if (i < 0) {
            throw new IllegalArgumentException(
                    "parameter must be one of " + String.join(", ", names) + ", but was '" + name + "'");
        }
        return i;
    }

    /**
     * The parameters that were held at a value, not fitted (see {@link FitOptions#fixing}).
     *
     * @return their names in the conventional order; empty if all were fitted
     */
    public Set<String> heldParameters() {
        return held;
    }

    /**
     * How many parameters were fitted.
     *
     * @return those that were not held
     */
    public int freeParameters() {
        return values.length - held.size();
    }

    /**
     * The time unit of the data and of the parameters.
     *
     * @return the unit; empty for a fit of spend, and of contracts, whose unit is the renewal
     */
    public Optional<ChronoUnit> unit() {
        return FitText.timeUnit(unit);
    }

    /**
     * The unit in words: "weeks"; the currency of a fit of spend, "amounts" if that is not known; "renewals" for
     * contracts.
     *
     * @return the unit
     */
    public String unitText() {
        return unit;
    }

    /**
     * How many customers were fitted, by weight.
     *
     * @return the number of customers
     */
    public double customers() {
        return customers;
    }

    /**
     * The sum of their x.
     *
     * @return the number of purchases
     */
    public double repeatPurchases() {
        return repeatPurchases;
    }

    /** The mean of T, or of the mean amounts; not a number where an older text did not tell. */
    double meanScale() {
        return meanScale;
    }

    /**
     * The log-likelihood at the best parameters, without the prior's part.
     *
     * @return the log-likelihood in the fit's unit
     */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * Akaike's criterion, {@code 2 k - 2 ln L} for k free parameters.
     *
     * @return the criterion; less is better
     */
    public double aic() {
        return 2.0 * freeParameters() - 2 * logLikelihood;
    }

    /**
     * Schwarz's criterion, {@code k ln n - 2 ln L} for k free parameters and n customers.
     *
     * @return the criterion; less is better
     */
    public double bic() {
        return freeParameters() * Math.log(customers) - 2 * logLikelihood;
    }

    /**
     * What the fit came to.
     *
     * @return converged, at a boundary, or not identified
     */
    public Diagnosis diagnosis() {
        return diagnosis;
    }

    /**
     * The prior that was used.
     *
     * @return none for maximum likelihood
     */
    public Prior prior() {
        return prior;
    }

    /**
     * How often the likelihood was evaluated, from all starts.
     *
     * @return the number of evaluations
     */
    public int evaluations() {
        return evaluations;
    }

    /**
     * What a reader must know of the data: who was left out, which assumption is doubtful.
     *
     * @return sentences without a full stop, in English
     */
    public List<String> notes() {
        return notes;
    }

    /** This fit with more notes. */
    Fit<M> noting(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Fit<>(
                model,
                family,
                names,
                values,
                scale,
                held,
                unit,
                customers,
                repeatPurchases,
                meanScale,
                logLikelihood,
                diagnosis,
                logCovariance,
                prior,
                evaluations,
                all);
    }

    /**
     * The standard errors of the parameters, by the curvature of the likelihood.
     *
     * @return name to standard error, without the parameters that were held; empty where there is no maximum
     */
    public Optional<Map<String, Double>> standardErrors() {
        if (logCovariance.length == 0) {
            return Optional.empty();
        }
        ImmutableMap.Builder<String, Double> errors = ImmutableMap.builder();
        for (int i = 0; i < values.length; i++) {
            if (!held.contains(names.get(i))) {
                errors.put(names.get(i), standardError(i));
            }
        }
        return Optional.of(errors.buildOrThrow());
    }

    /**
     * The standard error of a parameter.
     *
     * @param name its name
     * @return the standard error; empty where there is no maximum, and for a parameter that was held
     * @throws IllegalArgumentException if there is no such parameter
     */
    public OptionalDouble standardError(String name) {
        int i = index(name);
        return logCovariance.length == 0 || held.contains(name)
                ? OptionalDouble.empty()
                : OptionalDouble.of(standardError(i));
    }

    /**
     * The covariance matrix of the parameters.
     *
     * @return rows and columns in the parameters' order, 0 for one that was held; empty where there is no maximum
     */
    public Optional<double[][]> covariance() {
        return logCovariance().map(covariance -> {
            for (int i = 0; i < values.length; i++) {
                for (int j = 0; j < values.length; j++) {
                    covariance[i][j] *= scale.slope(i, values[i]) * scale.slope(j, values[j]);
                }
            }
            return covariance;
        });
    }

    /**
     * The covariance matrix of the logs of the parameters, on whose scale the likelihood is nearest to a normal one; of
     * coefficients of covariates themselves.
     *
     * @return rows and columns in the parameters' order, 0 for one that was held; empty where there is no maximum
     */
    public Optional<double[][]> logCovariance() {
        if (logCovariance.length == 0) {
            return Optional.empty();
        }
        double[][] copy = new double[values.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = logCovariance[i].clone();
        }
        return Optional.of(copy);
    }

    /**
     * An interval for a parameter.
     *
     * @param parameter its name
     * @param level how often such intervals hold it, between 0% and 100%
     * @return the interval; empty where there is no maximum, and for a parameter that was held
     * @throws IllegalArgumentException if there is no such parameter, or the level is not between 0% and 100%
     */
    public Optional<ParameterInterval> interval(String parameter, Ratio level) {
        int i = index(parameter);
        requireLevel(level);
        if (logCovariance.length == 0 || held.contains(parameter)) {
            return Optional.empty();
        }
        double width = InverseNormal.at(0.5 + 0.5 * level.value()) * Math.sqrt(logCovariance[i][i]);
        double place = scale.place(i, values[i]);
        return Optional.of(new ParameterInterval(scale.value(i, place - width), scale.value(i, place + width), level));
    }

    /**
     * An interval for a positive function of the model, by {@link WaldScale#LOG}.
     *
     * @param quantity the function, such as the purchases that it expects of a customer
     * @param level how often such intervals hold it, between 0% and 100%
     * @return the interval; empty where there is no maximum
     * @throws IllegalArgumentException as {@link #interval(ToDoubleFunction, WaldScale, Ratio)}
     * @throws ArithmeticException as {@link #interval(ToDoubleFunction, WaldScale, Ratio)}
     */
    public Optional<Interval> interval(ToDoubleFunction<? super M> quantity, Ratio level) {
        return interval(quantity, WaldScale.LOG, level);
    }

    /**
     * An interval for any function of the model by the delta method, for those who do not ask for a {@link Posterior}:
     * the function is taken as linear in the logs of the parameters (in coefficients of covariates themselves) on a
     * scale of its own, with {@code g'Cg} as its variance there, g its gradient by central differences and C
     * {@link #logCovariance}. It is an interval of the mean: parameters are uncertain, what customers do by them is
     * not. Few customers have a posterior that is not normal, and then it is too narrow.
     *
     * <pre>{@code
     * fit.interval(model -> model.expectedTransactions(2, 30.4, 38.9, 52), percent(90));
     * fit.interval(model -> model.probabilityAlive(2, 30.4, 38.9), WaldScale.LOGIT, percent(90));
     * }</pre>
     *
     * @param quantity the function
     * @param scale the scale on which it is taken as linear, and so where the interval can lie
     * @param level how often such intervals hold it, between 0% and 100%
     * @return the interval, of {@link Interval.Of#MEAN}; empty where there is no maximum, for which {@link #diagnosis}
     *     is the reason
     * @throws IllegalArgumentException if the level is not between 0% and 100%; or if the function is not finite at or
     *     near the fitted parameters, or has no place on the scale
     * @throws ArithmeticException if an end is beyond a double
     */
    public Optional<Interval> interval(ToDoubleFunction<? super M> quantity, WaldScale scale, Ratio level) {
        requireLevel(level);
        if (logCovariance.length == 0) {
            return Optional.empty();
        }
        return Optional.of(DeltaMethod.of(family, this.scale, values, logCovariance, quantity)
                .interval(scale, level));
    }

    private static void requireLevel(Ratio level) {
        if (level.value() <= 0 || level.value() >= 1) {
            throw new IllegalArgumentException("level must be between 0% and 100%, but was " + level);
        }
    }

    /**
     * How far a value lies from the fitted one, in logs; 0 for a parameter of any sign, whose range has no end near.
     */
    double logsOff(String parameter, double value) {
        int i = index(parameter);
        return scale.isReal(i) ? 0 : Math.abs(Math.log(value / values[i]));
    }

    private double standardError(int i) {
        return scale.slope(i, values[i]) * Math.sqrt(logCovariance[i][i]);
    }

    /**
     * A short text that {@code parse} of the family reads back to an equal fit: parameters, unit and provenance,
     * nothing of a customer.
     *
     * @return some lines, the first naming the format and its version
     */
    public String toText() {
        return FitText.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fit<?> fit && fit.toText().equals(toText());
    }

    @Override
    public int hashCode() {
        return toText().hashCode();
    }

    /** Such as "bg-nbd{r=0.24, ...}, log-likelihood -9582.4 in weeks, converged". */
    @Override
    public String toString() {
        return model + ", log-likelihood " + logLikelihood + " in " + unit + ", " + diagnosis;
    }
}
