package io.clv.numerics;

/**
 * Newton's method in a trust region (More and Sorensen 1983): each step minimises the quadratic model of the function
 * within a radius that grows and shrinks with the model's success. With exact second derivatives it converges
 * quadratically, and where the function is not convex, or flat for ever, it still descends.
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
        int n = start.length;
        double[] point = start.clone();
        double[] gradient = new double[n];
        double[][] hessian = new double[n][n];
        double value = f.at(point, gradient, hessian);
        int evaluations = 1;
        double radius = FIRST_RADIUS;
        while (evaluations < MAX_EVALUATIONS && radius > SMALLEST_RADIUS) {
            double[] step = step(SymmetricMatrix.decompose(hessian), gradient, radius);
            double predicted = predictedDecrease(gradient, hessian, step);
            boolean last = predicted <= TOLERANCE * (Math.abs(value) + 1);
            double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                next[i] = point[i] + step[i];
            }
            double[] nextGradient = new double[n];
            double[][] nextHessian = new double[n][n];
            double nextValue = f.at(next, nextGradient, nextHessian);
            evaluations++;
            double decrease = value - nextValue;
            // The last step is judged by the model, since rounding hides what it gains.
            boolean taken = last ? decrease >= -10 * TOLERANCE * (Math.abs(value) + 1) : decrease > 1e-4 * predicted;
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
            if (!(decrease > 0.1 * predicted)) {
                radius = 0.25 * Math.min(radius, length);
            } else if (decrease > 0.75 * predicted && length > 0.8 * radius) {
                radius = Math.min(2 * radius, LARGEST_RADIUS);
            }
        }
        return new Minimum(point, value, gradient, hessian, evaluations, radius <= SMALLEST_RADIUS);
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
