package io.clv.btyd;

import io.clv.numerics.Minimum;
import io.clv.numerics.Objective;
import io.clv.numerics.SymmetricMatrix;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks where the likelihood does not fall about the best point: in the directions of little curvature, and along each
 * parameter that lies in them. A direction that is level on one side only leads to a boundary; one that is level on
 * both is not identified.
 */
final class Flatness {

    /** A curvature above this falls by more than {@link #LEVEL} within {@link #NEAR}. */
    private static final double CURVED = 2e-3;

    /** A fall of the log-likelihood by less is no evidence. */
    private static final double LEVEL = 0.01;

    /** Four units of log: a factor of 55. */
    private static final double NEAR = 4;

    private static final double[] FARTHER = {8, 16, 32, 44};

    /** A factor of 1e10 from the scale of the data. */
    private static final double EXTREME = 23;

    /** Nearer than this to where {@link LogScale} looks no farther. */
    private static final double WALL = 0.1;

    /** What rounding leaves of a curvature that is zero, as a share of the largest one. */
    private static final double ROUNDING = 1e-11;

    /** A smaller share of the largest curvature than this may be rounding, however large it is. */
    private static final double NOISE = 1e-13;

    private static final String ZERO = " -> 0";
    private static final String INFINITY = " -> infinity";
    private static final String MINUS_INFINITY = " -> -infinity";

    private final Objective objective;
    private final double[] best;
    private final double value;
    private final List<String> names;
    private final double[] centre;
    private final double[] reach;
    private final Set<String> realParameters;
    private final Set<String> limits = new LinkedHashSet<>();
    private final Set<String> untold = new LinkedHashSet<>();

    private Flatness(
            Objective objective,
            double[] best,
            double value,
            List<String> names,
            double[] centre,
            double[] reach,
            Set<String> realParameters) {
        this.centre = centre;
        this.reach = reach;
        this.objective = objective;
        this.best = best;
        this.value = value;
        this.names = names;
        this.realParameters = realParameters;
    }

    static Diagnosis diagnose(
            Objective objective,
            Minimum best,
            double[][] hessian,
            List<String> names,
            double[] centre,
            double[] reach,
            Set<String> realParameters) {
        SymmetricMatrix curvatures = SymmetricMatrix.decompose(hessian);
        int n = names.size();
        double told = Math.max(CURVED, NOISE * largest(curvatures, n));
        List<double[]> flat = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (!(curvatures.value(i) > told)) {
                flat.add(curvatures.vector(i));
            }
        }
        Flatness flatness = new Flatness(objective, best.point(), best.value(), names, centre, reach, realParameters);
        if (flat.isEmpty() && best.settled() && !flatness.isStopped()) {
            return Diagnosis.CONVERGED;
        }
        flat.forEach(flatness::look);
        for (int i = 0; i < n && flat.size() > 1; i++) {
            double within = 0;
            for (double[] direction : flat) {
                within += direction[i] * direction[i];
            }
            if (within > 0.8) {
                double[] axis = new double[n];
                axis[i] = 1;
                flatness.look(axis);
            }
        }
        flatness.reconcile(centre);
        if (flatness.limits.isEmpty() && flatness.untold.isEmpty()) {
            flatness.addRidge(curvatures);
        }
        boolean definite = curvatures.value(curvatures.smallest()) > 0;
        return flatness.diagnosis(best.settled() && definite);
    }

    private void reconcile(double[] centre) {
        for (String name : names) {
            // Level towards both ends, each in company of another parameter: not told.
            if (limits.contains(limit(name, false)) && limits.contains(limit(name, true))) {
                limits.remove(limit(name, false));
                limits.remove(limit(name, true));
                untold.add(name);
            }
        }
        for (int i = 0; i < best.length; i++) {
            // It stopped only because no farther is looked: a level way back is not where it tends to.
            if (isStopped(i)) {
                limits.remove(limit(names.get(i), best[i] < centre[i]));
            }
            if (isExtreme(centre, i) && !isLimit(names.get(i))) {
                limits.add(limit(names.get(i), best[i] > centre[i]));
            }
        }
        untold.removeIf(this::isLimit);
    }

    private boolean isLimit(String name) {
        return limits.contains(limit(name, false)) || limits.contains(limit(name, true));
    }

    /**
     * So far out that it is level all around, or that rounding has the last word, a parameter went for a reason: from
     * the centre on the likelihood rose. A parameter of any sign has no scale to be far from.
     */
    private boolean isExtreme(double[] centre, int i) {
        return Math.abs(best[i] - centre[i]) > EXTREME && !realParameters.contains(names.get(i));
    }

    /** At the end of what is looked at nothing is a maximum, however steep the likelihood is elsewhere. */
    private boolean isStopped() {
        return IntStream.range(0, best.length).anyMatch(this::isStopped);
    }

    private boolean isStopped(int i) {
        return Math.abs(best[i] - centre[i]) > reach[i] - WALL && !realParameters.contains(names.get(i));
    }

    private Diagnosis diagnosis(boolean maximum) {
        if (!limits.isEmpty()) {
            return new Diagnosis(
                    Diagnosis.Kind.AT_BOUNDARY,
                    names.stream()
                            .flatMap(name -> Stream.of(limit(name, false), limit(name, true)))
                            .filter(limits::contains)
                            .toList());
        }
        if (!untold.isEmpty() || !maximum) {
            return new Diagnosis(
                    Diagnosis.Kind.NOT_IDENTIFIED,
                    names.stream().filter(untold::contains).toList());
        }
        return Diagnosis.CONVERGED;
    }

    private void look(double[] direction) {
        boolean ahead = level(direction, NEAR);
        boolean behind = level(direction, -NEAR);
        for (double step : FARTHER) {
            if (ahead && behind) {
                boolean farAhead = level(direction, step);
                boolean farBehind = level(direction, -step);
                if (farAhead != farBehind) {
                    ahead = farAhead;
                    behind = farBehind;
                }
            }
        }
        if (ahead && behind) {
            addNames(direction);
        } else if (ahead || behind) {
            addLimits(direction, ahead ? 1 : -1);
        }
    }

    private boolean level(double[] direction, double step) {
        double[] point = best.clone();
        for (int i = 0; i < point.length; i++) {
            // Farther than is looked is no farther: a parameter that came so far stays, and its company moves alone.
            double moved = point[i] + step * direction[i];
            point[i] = Math.max(centre[i] - reach[i], Math.min(centre[i] + reach[i], moved));
        }
        return objective.at(point, new double[point.length], new double[0][]) - value < LEVEL;
    }

    private void addNames(double[] direction) {
        for (int i = 0; i < direction.length; i++) {
            if (counts(direction, i)) {
                untold.add(names.get(i));
            }
        }
    }

    private void addLimits(double[] direction, int side) {
        for (int i = 0; i < direction.length; i++) {
            if (counts(direction, i)) {
                limits.add(limit(names.get(i), side * direction[i] > 0));
            }
        }
    }

    /** A level ridge that bends is left by every straight line, and shows only in a curvature that is all rounding. */
    private void addRidge(SymmetricMatrix curvatures) {
        int smallest = curvatures.smallest();
        if (Math.abs(curvatures.value(smallest)) <= Math.min(CURVED, ROUNDING * largest(curvatures, best.length))) {
            addNames(curvatures.vector(smallest));
        }
    }

    private static double largest(SymmetricMatrix curvatures, int n) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(curvatures.value(i)));
        }
        return largest;
    }

    private String limit(String name, boolean upper) {
        String lower = realParameters.contains(name) ? MINUS_INFINITY : ZERO;
        return name + (upper ? INFINITY : lower);
    }

    private static boolean counts(double[] direction, int i) {
        double largest = 0;
        for (double each : direction) {
            largest = Math.max(largest, Math.abs(each));
        }
        return Math.abs(direction[i]) > 0.3 * largest;
    }
}
