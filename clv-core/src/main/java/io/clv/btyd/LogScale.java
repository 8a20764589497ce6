package io.clv.btyd;

import io.clv.numerics.Objective;
import io.clv.task.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The objective as the optimiser sees it: minus the log-likelihood, and minus the log prior, by the logs of the
 * parameters, or by what is free already ({@link ParameterScale}).
 */
final class LogScale implements Objective {

    /** So far within what is looked at fits stay, that where one ends may be held, or begun at, after rounding. */
    private static final double INSIDE = 1e-9;

    private final String stage;
    private final FitObjective objective;
    private final ParameterScale scale;
    /**
     * The logs of what parameters are likely to be near: 1, or what sets their scale, or 1 by it; 0 for coefficients.
     */
    private final double[] centre;

    private final double[] reach;

    /** Logs of the medians, and the precisions of the logs, 0 where nothing is known. */
    private final double[] priorCentre;

    private final double[] precision;
    private final Progress progress;
    private int evaluations;

    LogScale(String stage, FitObjective objective, ModelFamily<?> family, FitOptions options) {
        this.stage = stage;
        this.objective = objective;
        this.scale = ParameterScale.of(family);
        List<String> names = family.parameterNames();
        this.centre = new double[names.size()];
        for (int i = 0; i < centre.length; i++) {
            double typical = Math.log(objective.moments().meanScale());
            centre[i] = family.scaledParameters().contains(names.get(i))
                    ? typical
                    : family.inverseParameters().contains(names.get(i)) ? -typical : 0;
        }
        this.reach = names.stream().mapToDouble(family::reach).toArray();
        this.priorCentre = centre.clone();
        this.precision = new double[centre.length];
        for (int i = 0; i < centre.length; i++) {
            if (scale.isReal(i)) {
                double deviation = options.prior().coefficientDeviation();
                precision[i] = 1 / (deviation * deviation);
                continue;
            }
            Optional<Prior.LogNormal> known = options.prior().of(names.get(i), Math.exp(centre[i]));
            if (known.isPresent()) {
                priorCentre[i] = Math.log(known.get().median());
                precision[i] = 1 / (known.get().deviation() * known.get().deviation());
            }
        }
        this.progress = options.progress();
    }

    int evaluations() {
        return evaluations;
    }

    Moments moments() {
        return objective.moments();
    }

    double[] centre() {
        return centre.clone();
    }

    /** How far from the centre each parameter is looked for. */
    double[] reach() {
        return reach.clone();
    }

    boolean isLookedAt(int i, double place) {
        return Math.abs(place - centre[i]) <= reach[i];
    }

    /** The least that a fit ends at of each parameter. */
    double[] lower() {
        double[] lower = centre.clone();
        Arrays.setAll(lower, i -> centre[i] - reach[i] + INSIDE);
        return lower;
    }

    /** The most. */
    double[] upper() {
        double[] upper = centre.clone();
        Arrays.setAll(upper, i -> centre[i] + reach[i] - INSIDE);
        return upper;
    }

    ParameterScale scale() {
        return scale;
    }

    Derivatives likelihood(double[] logs) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted after " + evaluations + " evaluations of the likelihood");
        }
        Derivatives derivatives = objective.at(scale.values(logs));
        evaluations++;
        progress.at(stage, evaluations, -1);
        return derivatives;
    }

    /** The value alone. */
    double at(double[] logs) {
        return at(logs, new double[logs.length], new double[0][]);
    }

    @Override
    public double at(double[] logs, double[] gradient, double[][] hessian) {
        for (int i = 0; i < logs.length; i++) {
            if (!isLookedAt(i, logs[i])) {
                Arrays.fill(gradient, 0);
                return Double.POSITIVE_INFINITY;
            }
        }
        Derivatives likelihood = likelihood(logs);
        double[] values = scale.values(logs);
        double value = -likelihood.value();
        for (int i = 0; i < logs.length; i++) {
            double slope = scale.slope(i, values[i]);
            gradient[i] = -likelihood.gradient(i) * slope;
            for (int j = 0; j < hessian.length; j++) {
                hessian[i][j] = -likelihood.hessian(i, j) * slope * scale.slope(j, values[j]);
            }
            if (hessian.length > 0 && !scale.isReal(i)) {
                hessian[i][i] += gradient[i];
            }
            double off = logs[i] - priorCentre[i];
            value += 0.5 * precision[i] * off * off;
            gradient[i] += precision[i] * off;
            if (hessian.length > 0) {
                hessian[i][i] += precision[i];
            }
        }
        return value;
    }
}
