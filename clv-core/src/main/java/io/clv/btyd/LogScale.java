package io.clv.btyd;

import io.clv.numerics.Objective;
import io.clv.task.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The objective as the optimiser sees it: minus the log-likelihood, and minus the log prior, by the logs of the
 * parameters. On that scale parameters are free, and a change of unit only shifts them.
 */
final class LogScale implements Objective {

    /** Farther than e^100 from its scale a parameter is not looked for. */
    static final double FAR = 100;

    private final String stage;
    private final FitObjective objective;
    private final double[] centre;
    /** Logs of the medians, and the precisions of the logs, 0 where nothing is known. */
    private final double[] priorCentre;

    private final double[] precision;
    private final Progress progress;
    private int evaluations;

    LogScale(String stage, FitObjective objective, List<String> names, double[] centre, FitOptions options) {
        this.stage = stage;
        this.objective = objective;
        this.centre = centre;
        this.priorCentre = centre.clone();
        this.precision = new double[centre.length];
        for (int i = 0; i < centre.length; i++) {
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

    Derivatives likelihood(double[] logs) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted after " + evaluations + " evaluations of the likelihood");
        }
        Derivatives derivatives = objective.at(exp(logs));
        evaluations++;
        progress.at(stage, evaluations, -1);
        return derivatives;
    }

    static double[] exp(double[] logs) {
        double[] values = new double[logs.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(logs[i]);
        }
        return values;
    }

    /** The value alone. */
    double at(double[] logs) {
        return at(logs, new double[logs.length], new double[0][]);
    }

    @Override
    public double at(double[] logs, double[] gradient, double[][] hessian) {
        for (int i = 0; i < logs.length; i++) {
            if (!(Math.abs(logs[i] - centre[i]) <= FAR)) {
                Arrays.fill(gradient, 0);
                return Double.POSITIVE_INFINITY;
            }
        }
        Derivatives likelihood = likelihood(logs);
        double[] values = exp(logs);
        double value = -likelihood.value();
        for (int i = 0; i < logs.length; i++) {
            gradient[i] = -likelihood.gradient(i) * values[i];
            for (int j = 0; j < hessian.length; j++) {
                hessian[i][j] = -likelihood.hessian(i, j) * values[i] * values[j] + (i == j ? gradient[i] : 0);
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
