package io.clv.numerics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Newton's method in a trust region (More and Sorensen 1983): each step minimises the quadratic model of the function
 * within a radius that grows and shrinks with the model's success. With exact second derivatives it converges
 * quadratically, and where the function is not convex, or flat for ever, it still descends. Within bounds a step ends
 * at the first bound that it meets, and the next go along it for as long as the function falls beyond.
 */
public final class TrustRegion {

    private static final double FIRST_RADIUS = 2;
    private static final double LARGEST_RADIUS = 8;
    private static final double SMALLEST_RADIUS = 1e-12;
    /** A predicted decrease below this share of the value is not seen above rounding. */
    private static final double TOLERANCE = 1e-13;

    private static final int MAX_EVALUATIONS = 200;

    private TrustRegion() {}

    /**
     * Minimises a function from a point. After the decrease to come has sunk below rounding one last full step is
     * taken, which by quadratic convergence leaves the point as accurate as the gradient allows.
     *
     * @param f the function, with both derivatives
     * @param start where to begin; f must be finite there
     * @return the end
     */
    public static Minimum minimize(Objective f, double[] start) {
        double[] farthest = new double[start.length];
        Arrays.fill(farthest, Double.POSITIVE_INFINITY);
        double[] lowest = new double[start.length];
        Arrays.fill(lowest, Double.NEGATIVE_INFINITY);
        return minimize(f, start, lowest, farthest);
    }

    /**
     * As {@link #minimize(Objective, double[])}, within bounds. The end's derivatives are those of the function, also
     * where a bound keeps it from falling farther.
     *
     * @param f the function, with both derivatives
     * @param start where to begin, within the bounds; f must be finite there
     * @param lower the least of each coordinate
     * @param upper the most of each
     * @return the end
     */
    public static Minimum minimize(Objective f, double[] start, double[] lower, double[] upper) {
        int n = start.length;
        double[] point = start.clone();
        double[] gradient = new double[n];
        double[][] hessian = new double[n][n];
        double value = f.at(point, gradient, hessian);
        int evaluations = 1;
        double radius = FIRST_RADIUS;
        while (evaluations < MAX_EVALUATIONS && radius > SMALLEST_RADIUS) {
            double[] step = stepAlongBounds(point, gradient, hessian, radius, lower, upper);
            boolean last = predictedDecrease(gradient, hessian, step) <= TOLERANCE * (Math.abs(value) + 1);
            double within = shareWithin(point, step, lower, upper);
            double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                double bound = step[i] < 0 ? lower[i] : upper[i];
                // Where the step was cut at this bound the sum might stop a rounding short of it.
                next[i] = within < 1 && within * Math.abs(step[i]) >= Math.abs(bound - point[i])
                        ? bound
                        : point[i] + within * step[i];
                step[i] = next[i] - point[i];
            }
            double predicted = predictedDecrease(gradient, hessian, step);
            boolean small = predicted <= TOLERANCE * (Math.abs(value) + 1);
            double[] nextGradient = new double[n];
            double[][] nextHessian = new double[n][n];
            double nextValue = f.at(next, nextGradient, nextHessian);
            evaluations++;
            double decrease = value - nextValue;
            // A last step is judged by the model, since rounding hides what it gains.
            boolean taken = small ? decrease >= -10 * TOLERANCE * (Math.abs(value) + 1) : decrease > 1e-4 * predicted;
            if (taken) {
                point = next;
                value = nextValue;
                gradient = nextGradient;
                hessian = nextHessian;
            }
            if (last) {
                return new Minimum(point, value, gradient, hessian, evaluations, true);
            }
            double length = norm(step);
            if (within < 1 && taken) {
                continue;
            }
            if (!(decrease > 0.1 * predicted)) {
                radius = 0.25 * Math.min(radius, length);
            } else if (decrease > 0.75 * predicted && length > 0.8 * radius) {
                radius = Math.min(2 * radius, LARGEST_RADIUS);
            }
        }
        return new Minimum(point, value, gradient, hessian, evaluations, radius <= SMALLEST_RADIUS);
    }

    /** The step in the coordinates whose step no bound stops at once; nothing in the others. */
    private static double[] stepAlongBounds(
            double[] point, double[] gradient, double[][] hessian, double radius, double[] lower, double[] upper) {
        int[] free = IntStream.range(0, point.length).toArray();
        double[] whole = step(SymmetricMatrix.decompose(hessian), gradient, radius);
        while (true) {
            double[] tried = whole;
            int[] kept = Arrays.stream(free)
                    .filter(i -> tried[i] <= 0 || point[i] < upper[i])
                    .filter(i -> tried[i] >= 0 || point[i] > lower[i])
                    .toArray();
            if (kept.length == free.length) {
                return whole;
            }
            free = kept;
            whole = stepAlong(free, gradient, hessian, radius);
        }
    }

    private static double[] stepAlong(int[] free, double[] gradient, double[][] hessian, double radius) {
        double[] whole = new double[gradient.length];
        if (free.length == 0) {
            return whole;
        }
        double[] slopes = new double[free.length];
        double[][] curvatures = new double[free.length][free.length];
        for (int i = 0; i < free.length; i++) {
            slopes[i] = gradient[free[i]];
            for (int j = 0; j < free.length; j++) {
                curvatures[i][j] = hessian[free[i]][free[j]];
            }
        }
        double[] part = step(SymmetricMatrix.decompose(curvatures), slopes, radius);
        for (int i = 0; i < free.length; i++) {
            whole[free[i]] = part[i];
        }
        return whole;
    }

    /** The share of a step up to the first bound on its way. */
    private static double shareWithin(double[] point, double[] step, double[] lower, double[] upper) {
        double share = 1;
        for (int i = 0; i < step.length; i++) {
            double room = (step[i] < 0 ? lower[i] : upper[i]) - point[i];
            if (Math.abs(step[i]) > Math.abs(room)) {
                share = Math.min(share, Math.abs(room / step[i]));
            }
        }
        return share;
    }

    /** The minimiser of g'p + p'Hp/2 over the ball, by the secular equation in the eigenvectors' frame. */
    private static double[] step(SymmetricMatrix hessian, double[] gradient, double radius) {
        int n = gradient.length;
        double[] along = new double[n];
        for (int k = 0; k < n; k++) {
            double[] vector = hessian.vector(k);
            for (int i = 0; i < n; i++) {
                along[k] += vector[i] * gradient[i];
            }
        }
        double smallest = hessian.value(hessian.smallest());
        double shift = 0;
        if (smallest <= 0 || length(hessian, along, 0) > radius) {
            shift = shift(hessian, along, smallest, radius);
        }
        double[] step = new double[n];
        for (int k = 0; k < n; k++) {
            double curvature = hessian.value(k) + shift;
            double size = along[k] == 0 ? 0 : -along[k] / curvature;
            double[] vector = hessian.vector(k);
            for (int i = 0; i < n; i++) {
                step[i] += size * vector[i];
            }
        }
        return step;
    }

    /** The shift of all eigenvalues at which the step's length is within a hundredth of the radius, or just below. */
    private static double shift(SymmetricMatrix hessian, double[] along, double smallest, double radius) {
        double low = Math.max(0, -smallest);
        double gap = Math.max(norm(along) / radius, 1e-300);
        double high = low + gap;
        for (int i = 0; i < 200; i++) {
            double middle = low > 0 && high / low > 4 ? Math.sqrt(low * high) : 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            double length = length(hessian, along, middle);
            if (length > radius) {
                low = middle;
            } else {
                high = middle;
                if (length > 0.99 * radius) {
                    break;
                }
            }
        }
        return high;
    }

    private static double length(SymmetricMatrix hessian, double[] along, double shift) {
        double squares = 0;
        for (int k = 0; k < along.length; k++) {
            if (along[k] != 0) {
                double size = along[k] / (hessian.value(k) + shift);
                squares += size * size;
            }
        }
        return Math.sqrt(squares);
    }

    private static double predictedDecrease(double[] gradient, double[][] hessian, double[] step) {
        double decrease = 0;
        for (int i = 0; i < step.length; i++) {
            double curved = 0;
            for (int j = 0; j < step.length; j++) {
                curved += hessian[i][j] * step[j];
            }
            decrease -= step[i] * (gradient[i] + 0.5 * curved);
        }
        return decrease;
    }

    static double norm(double[] vector) {
        double squares = 0;
        for (double each : vector) {
            squares += each * each;
        }
        return Math.sqrt(squares);
    }
}
