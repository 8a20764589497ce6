package io.clv.numerics;

import java.util.ArrayList;
import java.util.List;

/**
 * Follows a density from its mode along each coordinate as far as it carries weight, the other coordinates at their
 * best there. Where a density falls off slowly on one side, or bends, draws about the mode alone seldom reach the tail,
 * and nothing in them tells that they missed it. At each place along the way stands a kernel, as wide across as the
 * curvature there says and as long as the step (in the way of the iterated Laplace approximation, Bornkamp 2011). A
 * place costs one evaluation, or a few where the way bends.
 */
final class Ridges {

    /** What is lighter than e^-9 of the mode is not followed. */
    private static final double LIGHT = 9;

    private static final int MOST_PLACES = 30;
    private static final int MOST_CORRECTIONS = 4;

    /** A place whose log density a correction would raise by less is near enough to the best. */
    private static final double NEAR = 0.5;

    /** By which steps grow, so that long tails end. */
    private static final double GROWTH = 1.1;

    /** A kernel's deviations, as shares of the step and of the deviation across. */
    private static final double LENGTH = 0.9;

    private static final double WIDTH = 1.1;

    /** Across the way no deviation is taken for more than ten times the largest about the mode. */
    private static final double FLATTEST = 0.01;

    private final Objective minusLogDensity;
    private final int[] free;
    private final int along;
    private final double[] perDeviation;
    private final double flattest;
    private final List<Place> places = new ArrayList<>();

    /** Where the way passes, with the step that led there, and how it is across. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record Place(double[] point, double[] step, double[][] across, double logWeight) {}

    private Ridges(Objective minusLogDensity, double[][] covariance, int along) {
        this.minusLogDensity = minusLogDensity;
        this.along = along;
        int n = covariance.length;
        free = new int[n - 1];
        for (int i = 0; i < n - 1; i++) {
            free[i] = i < along ? i : i + 1;
        }
        double deviation = Math.sqrt(covariance[along][along]);
        perDeviation = new double[n];
        double widest = 0;
        for (int i = 0; i < n; i++) {
            perDeviation[i] = covariance[i][along] / deviation;
            widest = Math.max(widest, covariance[i][i]);
        }
        flattest = FLATTEST / widest;
    }

    /**
     * Kernels along every coordinate.
     *
     * @param minusLogDensity with both derivatives
     * @param mode where it is least
     * @param covariance about how wide the density is there
     * @return the kernels
     */
    static List<Kernel> of(Objective minusLogDensity, double[] mode, double[][] covariance) {
        List<Kernel> kernels = new ArrayList<>();
        for (int along = 0; along < mode.length; along++) {
            Ridges ridge = new Ridges(minusLogDensity, covariance, along);
            ridge.follow(mode, 1);
            ridge.follow(mode, -1);
            ridge.addKernels(kernels);
        }
        return kernels;
    }

    private void follow(double[] mode, int direction) {
        double[] from = mode;
        double[] step = new double[mode.length];
        for (int i = 0; i < step.length; i++) {
            step[i] = direction * perDeviation[i];
        }
        if (direction > 0) {
            places.add(place(mode.clone(), step));
        }
        double heaviest = places.get(0).logWeight();
        for (int k = 0; k < MOST_PLACES; k++) {
            double[] to = new double[step.length];
            for (int i = 0; i < to.length; i++) {
                to[i] = from[i] + step[i];
            }
            Place place = place(to, step);
            if (!(place.logWeight() > heaviest - LIGHT)) {
                return;
            }
            places.add(place);
            heaviest = Math.max(heaviest, place.logWeight());
            for (int i = 0; i < step.length; i++) {
                step[i] = GROWTH * (place.point()[i] - from[i]);
            }
            from = place.point();
        }
    }

    /** Corrects a point by Newton's steps across the way until it is about the best there. */
    private Place place(double[] point, double[] step) {
        int n = point.length;
        double[] gradient = new double[n];
        double[][] hessian = new double[n][n];
        double[] from = new double[n];
        for (int i = 0; i < n; i++) {
            from[i] = point[i] - step[i];
        }
        for (int corrections = 1; ; corrections++) {
            double value = minusLogDensity.at(point, gradient, hessian);
            if (!Double.isFinite(value)) {
                return new Place(point, step, new double[n][n], Double.NEGATIVE_INFINITY);
            }
            double[][] inverse = across(hessian);
            double gain = 0;
            double[] better = point.clone();
            for (int i = 0; i < free.length; i++) {
                double move = 0;
                for (int j = 0; j < free.length; j++) {
                    move -= inverse[free[i]][free[j]] * gradient[free[j]];
                }
                better[free[i]] += move;
                gain -= 0.5 * move * gradient[free[i]];
            }
            point = better;
            if (gain < NEAR || corrections == MOST_CORRECTIONS) {
                double[] taken = new double[n];
                for (int i = 0; i < n; i++) {
                    taken[i] = point[i] - from[i];
                }
                double logWeight = gain - value + halfLogDeterminant(inverse) + Math.log(Math.abs(step[along]));
                return new Place(point, taken, inverse, logWeight);
            }
        }
    }

    /** The inverse of the curvature across the way; nothing varies along it. */
    private double[][] across(double[][] hessian) {
        double[][] part = new double[free.length][free.length];
        for (int i = 0; i < free.length; i++) {
            for (int j = 0; j < free.length; j++) {
                part[i][j] = hessian[free[i]][free[j]];
            }
        }
        double[][] inverse = SymmetricMatrix.decompose(part).inverseAbove(flattest);
        double[][] whole = new double[hessian.length][hessian.length];
        for (int i = 0; i < free.length; i++) {
            for (int j = 0; j < free.length; j++) {
                whole[free[i]][free[j]] = inverse[i][j];
            }
        }
        return whole;
    }

    private double halfLogDeterminant(double[][] across) {
        double[][] part = new double[free.length][free.length];
        for (int i = 0; i < free.length; i++) {
            for (int j = 0; j < free.length; j++) {
                part[i][j] = across[free[i]][free[j]];
            }
        }
        return LowerTriangle.of(part, 1).logDeterminant();
    }

    /** Shares go by the root of the weight, so that light places are drawn from too. */
    private void addKernels(List<Kernel> kernels) {
        double heaviest = places.stream().mapToDouble(Place::logWeight).max().orElseThrow();
        for (Place place : places) {
            int n = place.point().length;
            double[][] covariance = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    covariance[i][j] =
                            WIDTH * WIDTH * place.across()[i][j] + LENGTH * LENGTH * place.step()[i] * place.step()[j];
                }
            }
            kernels.add(new Kernel(
                    place.point(), LowerTriangle.of(covariance, 1), Math.exp(0.5 * (place.logWeight() - heaviest))));
        }
    }
}
