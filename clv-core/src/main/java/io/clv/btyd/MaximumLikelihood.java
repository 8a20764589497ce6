package io.clv.btyd;

import io.clv.numerics.Lbfgs;
import io.clv.numerics.Minimum;
import io.clv.numerics.SymmetricMatrix;
import io.clv.numerics.TrustRegion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Fits a family to an objective, on the scale of the logs of the positive parameters: from each start, and from the
 * simpler models nested in the family, by Newton's method in a trust region; without second derivatives by a
 * quasi-Newton method. Parameters that are held stay where they are.
 */
final class MaximumLikelihood {

    /** A later start replaces an earlier end only if it is better by more than rounding. */
    private static final double BETTER = 1e-9;

    /** The curvature of the weak prior: the least that a posterior has. */
    private static final double FLATTEST = 1.0 / 9;

    /** What leaving gains over nobody's leaving by less than this may gain as much elsewhere. */
    private static final double FAINT = 4;

    /** Of remote places so many are climbed from. */
    private static final int FOLLOWED = 2;

    /** Unless the likelihood there is lower than the best by more than this. */
    private static final double LOST = 10;

    private MaximumLikelihood() {}

    static <M> Fit<M> fit(
            ModelFamily<M> family, FitObjective objective, String unit, FitOptions options, List<String> notes) {
        return fit(family, objective, unit, options, notes, family.starts(objective.moments()));
    }

    /** As the other, from given starts. */
    static <M> Fit<M> fit(
            ModelFamily<M> family,
            FitObjective objective,
            String unit,
            FitOptions options,
            List<String> notes,
            List<double[]> starts) {
        Moments moments = objective.moments();
        if (!(moments.customers() > 0)) {
            throw new IllegalArgumentException("a fit must have at least one customer, but had none");
        }
        List<String> names = family.parameterNames();
        for (String known : options.prior().given().keySet()) {
            if (!names.contains(known)) {
                throw new IllegalArgumentException(
                        "prior must be of the parameters " + String.join(", ", names) + ", but was of '" + known + "'");
            }
        }
        LogScale scale = new LogScale("fit " + family.name(), objective, family, options);
        requireHeld(names, scale, options.held());
        FixedParameters free = FixedParameters.of(scale, names, options.held());
        boolean newton = scale.likelihood(scale.scale().point(starts.get(0))).hasHessian();
        Optional<Minimum> warm = options.start(names, unit)
                .map(scale.scale()::point)
                .filter(start -> Double.isFinite(scale.at(start)))
                .map(start -> minimize(free, start, newton));
        Optional<Minimum> enough = warm.filter(end -> moments.customers() >= Starts.FEW)
                .filter(end -> diagnose(free, end, hessian(free, end, newton), scale, family)
                        .converged())
                .filter(end -> starts.stream().noneMatch(start -> valueAt(free, scale, start) < end.value() - BETTER));
        Minimum best = enough.orElseGet(() -> minimize(free, scale.scale().point(starts.get(0)), newton));
        boolean simple = false;
        if (options.prior().equals(Prior.NONE)) {
            for (SimplerModel simpler : family.simplerModels(moments)) {
                Minimum end = nested(free, scale, names, simpler.held(), simpler.parameters(), options, newton);
                // What is no better than the simpler model is the simpler model, not some point on the way to it.
                if (end.value() <= best.value() + BETTER) {
                    best = end;
                    simple = true;
                }
            }
        }
        double first = best.value();
        if (enough.isEmpty()) {
            best = better(best, free, scale, starts.subList(1, starts.size()), newton);
            if (warm.isPresent() && warm.get().value() < best.value() - BETTER) {
                best = warm.get();
            }
        }
        simple &= !(best.value() < first);
        Map<String, Double> nested = options.prior().equals(Prior.NONE) ? family.nested(moments) : Map.of();
        double[] simplest = free.whole(best.point());
        boolean faint = false;
        if (!nested.isEmpty()) {
            Minimum end = nested(free, scale, names, nested, starts.get(0), options, newton);
            simplest = free.whole(end.point());
            faint = end.value() - best.value() < FAINT;
            if (end.value() < best.value()) {
                best = end;
            }
        }
        double[][] hessian = hessian(free, best, newton);
        Diagnosis diagnosis = diagnose(free, best, hessian, scale, family);
        boolean doubtful = faint || moments.customers() < Starts.FEW;
        // Of many customers one that ended at a simpler model has its maximum there.
        if (doubtful || !(diagnosis.converged() || simple)) {
            Minimum farther = better(best, free, scale, family.furtherStarts(moments), newton);
            if (doubtful && options.prior().equals(Prior.NONE)) {
                List<double[]> remote =
                        likeliest(simplest, best.value(), scale, names, options.held(), family.remotePlaces(moments));
                farther = better(farther, free, scale, remote, newton);
                for (SimplerModel simpler : family.furtherSimplerModels(moments)) {
                    Minimum end = nested(free, scale, names, simpler.held(), simpler.parameters(), options, newton);
                    if (end.value() < farther.value()) {
                        farther = end;
                    }
                }
            }
            if (farther.value() < best.value()) {
                best = farther;
                hessian = hessian(free, best, newton);
                diagnosis = diagnose(free, best, hessian, scale, family);
            }
        }
        double[] logs = free.whole(best.point());
        double logLikelihood = scale.likelihood(logs).value();
        double[] values = scale.scale().values(logs);
        List<String> all = new ArrayList<>(notes);
        for (int i = 0; i < values.length; i++) {
            Double held = options.held().get(names.get(i));
            if (held != null) {
                values[i] = held;
                all.add(names.get(i) + " was held at " + held + ", and so has no standard error");
            }
        }
        return new Fit<>(
                family.of(values),
                family,
                names,
                values,
                scale.scale(),
                options.held().keySet(),
                unit,
                moments.customers(),
                moments.x(),
                moments.meanScale(),
                logLikelihood,
                diagnosis,
                diagnosis.converged()
                        ? free.whole(SymmetricMatrix.decompose(hessian).inverse())
                        : new double[0][],
                options.prior(),
                scale.evaluations(),
                all);
    }

    /** The covariance that the curvature at a point suggests, its flat directions made as wide as the weak prior. */
    static double[][] covariance(LogScale scale, double[] point) {
        SymmetricMatrix curvature = SymmetricMatrix.decompose(Differences.hessian(scale, point));
        return curvature.inverseAbove(FLATTEST);
    }

    private static void requireHeld(List<String> names, LogScale scale, Map<String, Double> held) {
        held.forEach((name, value) -> {
            int i = names.indexOf(name);
            if (i < 0) {
                throw new IllegalArgumentException(
                        "held parameter must be one of " + String.join(", ", names) + ", but was '" + name + "'");
            }
            if (!scale.scale().isReal(i)) {
                Arguments.requireParameter(name, value);
            }
            if (!scale.isLookedAt(i, scale.scale().place(i, value))) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "%s must be held between %.1e and %.1e, but was held at %s",
                        name,
                        scale.scale().value(i, scale.lower()[i]),
                        scale.scale().value(i, scale.upper()[i]),
                        value));
            }
        });
    }

    private static double valueAt(FixedParameters free, LogScale scale, double[] start) {
        double[] part = free.part(scale.scale().point(start));
        return free.at(part, new double[part.length], new double[0][]);
    }

    private static Minimum minimize(FixedParameters free, double[] start, boolean newton) {
        double[] part = free.part(start);
        if (free.size() == 0) {
            return at(free, part, newton, true);
        }
        return newton ? TrustRegion.minimize(free, part, free.lower(), free.upper()) : Lbfgs.minimize(free, part);
    }

    /** The best where some parameters make a simpler model, as a point of the richer one. */
    private static Minimum nested(
            FixedParameters free,
            LogScale scale,
            List<String> names,
            Map<String, Double> nested,
            double[] start,
            FitOptions options,
            boolean newton) {
        Map<String, Double> held = new LinkedHashMap<>(nested);
        held.putAll(options.held());
        FixedParameters simpler = FixedParameters.of(scale, names, held);
        Minimum end = minimize(simpler, scale.scale().point(start), newton);
        return at(free, free.part(simpler.whole(end.point())), newton, end.settled());
    }

    private static Minimum better(
            Minimum best, FixedParameters free, LogScale scale, List<double[]> starts, boolean newton) {
        Minimum better = best;
        for (double[] start : starts) {
            Minimum next = minimize(free, scale.scale().point(start), newton);
            if (next.value() < better.value() - BETTER) {
                better = next;
            }
        }
        return better;
    }

    /** A point with some parameters moved to where, of the family's remote places, the likelihood is highest. */
    private static List<double[]> likeliest(
            double[] from,
            double best,
            LogScale scale,
            List<String> names,
            Map<String, Double> held,
            List<Map<String, Double>> places) {
        List<Minimum> moved = new ArrayList<>();
        for (Map<String, Double> place : places) {
            double[] point = from.clone();
            place.forEach((name, value) -> {
                int i = names.indexOf(name);
                if (!held.containsKey(name)) {
                    point[i] = scale.scale().place(i, value);
                }
            });
            moved.add(new Minimum(point, scale.at(point), new double[0], new double[0][], 1, false));
        }
        return moved.stream()
                .filter(place -> place.value() < best + LOST)
                .sorted(Comparator.comparingDouble(Minimum::value))
                .limit(FOLLOWED)
                .map(place -> scale.scale().values(place.point()))
                .toList();
    }

    private static Diagnosis diagnose(
            FixedParameters free, Minimum best, double[][] hessian, LogScale scale, ModelFamily<?> family) {
        return Flatness.diagnose(
                free,
                best,
                hessian,
                free.part(family.parameterNames()),
                free.part(scale.centre()),
                free.part(scale.reach()),
                family.realParameters());
    }

    private static double[][] hessian(FixedParameters free, Minimum best, boolean newton) {
        return newton ? best.hessian() : Differences.hessian(free, best.point());
    }

    private static Minimum at(FixedParameters free, double[] point, boolean newton, boolean settled) {
        int n = point.length;
        double[] gradient = new double[n];
        double[][] hessian = new double[newton ? n : 0][n];
        double value = free.at(point, gradient, hessian);
        return new Minimum(point, value, gradient, hessian, 1, settled);
    }
}
