package io.clv.btyd;

import io.clv.numerics.Lbfgs;
import io.clv.numerics.Minimum;
import io.clv.numerics.SymmetricMatrix;
import io.clv.numerics.TrustRegion;
import java.util.List;
import java.util.Map;

/**
 * Fits a family to an objective, on the scale of the logs of the parameters: from each start, and from the simpler
 * model nested in the family, by Newton's method in a trust region; without second derivatives by a quasi-Newton
 * method.
 */
final class MaximumLikelihood {

    /** A later start replaces an earlier end only if it is better by more than rounding. */
    private static final double BETTER = 1e-9;

    private MaximumLikelihood() {}

    static <M> Fit<M> fit(
            ModelFamily<M> family, FitObjective objective, String unit, FitOptions options, List<String> notes) {
        Moments moments = objective.moments();
        if (!(moments.customers() > 0)) {
            throw new IllegalArgumentException("a fit must have at least one customer, but had none");
        }
        List<String> names = family.parameterNames();
        double[] centre = new double[names.size()];
        for (int i = 0; i < centre.length; i++) {
            centre[i] = family.scaledParameters().contains(names.get(i)) ? Math.log(moments.meanScale()) : 0;
        }
        LogScale scale = new LogScale("fit " + family.name(), objective, centre, options);
        List<double[]> starts = family.starts(moments);
        boolean newton = scale.likelihood(logs(starts.get(0))).hasHessian();
        Minimum best = minimize(scale, logs(starts.get(0)), newton);
        for (double[] start : starts.subList(1, starts.size())) {
            Minimum next = minimize(scale, logs(start), newton);
            if (next.value() < best.value() - BETTER) {
                best = next;
            }
        }
        Map<String, Double> nested = options.prior() == Prior.NONE ? family.nested(moments) : Map.of();
        if (!nested.isEmpty()) {
            Minimum simpler = nested(scale, names, nested, logs(starts.get(0)), newton);
            if (simpler.value() < best.value()) {
                best = simpler;
            }
        }
        double[][] hessian = newton ? hessianAt(scale, best) : Differences.hessian(scale, best.point());
        Diagnosis diagnosis = Flatness.diagnose(scale, best, hessian, names, centre);
        double logLikelihood = scale.likelihood(best.point()).value();
        return new Fit<>(
                family.of(LogScale.exp(best.point())),
                family.name(),
                names,
                LogScale.exp(best.point()),
                unit,
                moments.customers(),
                moments.x(),
                logLikelihood,
                diagnosis,
                diagnosis.converged() ? SymmetricMatrix.decompose(hessian).inverse() : new double[0][],
                options.prior(),
                scale.evaluations(),
                notes);
    }

    private static Minimum minimize(LogScale scale, double[] start, boolean newton) {
        return newton ? TrustRegion.minimize(scale, start) : Lbfgs.minimize(scale, start);
    }

    private static Minimum nested(
            LogScale scale, List<String> names, Map<String, Double> nested, double[] start, boolean newton) {
        double[] point = start.clone();
        int[] free = new int[names.size() - nested.size()];
        int at = 0;
        for (int i = 0; i < point.length; i++) {
            Double fixed = nested.get(names.get(i));
            if (fixed == null) {
                free[at++] = i;
            } else {
                point[i] = Math.log(fixed);
            }
        }
        FixedParameters simpler = new FixedParameters(scale, point, free);
        Minimum end = newton
                ? TrustRegion.minimize(simpler, simpler.part(point))
                : Lbfgs.minimize(simpler, simpler.part(point));
        return new Minimum(
                simpler.whole(end.point()),
                end.value(),
                end.gradient(),
                end.hessian(),
                end.evaluations(),
                end.settled());
    }

    private static double[][] hessianAt(LogScale scale, Minimum best) {
        int n = best.point().length;
        if (best.hessian().length == n) {
            return best.hessian();
        }
        double[][] hessian = new double[n][n];
        scale.at(best.point(), new double[n], hessian);
        return hessian;
    }

    private static double[] logs(double[] values) {
        double[] logs = new double[values.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(values[i]);
        }
        return logs;
    }
}
