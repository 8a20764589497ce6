package io.clv.numerics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The limited-memory quasi-Newton method of Liu and Nocedal (1989), for objectives that give no second derivatives. The
 * line search brackets a step that meets Wolfe's weak conditions by doubling and halving (Lewis and Overton 2013).
 */
public final class Lbfgs {

    private static final int MEMORY = 8;
    private static final int MAX_ITERATIONS = 500;
    private static final int MAX_TRIALS = 60;
    /** No step is longer than this at first; the parameters are logs. */
    private static final double LONGEST_STEP = 3;

    private static final double DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;
    private static final double TOLERANCE = 1e-14;

    private Lbfgs() {}

    @SuppressWarnings("ArrayRecordComponent") // private to the recursion
    private record Pair(double[] step, double[] change, double product) {}

    /**
     * Minimises a function from a point.
     *
     * @param f the function, with its gradient
     * @param start where to begin; f must be finite there
     * @return the end, without second derivatives
     */
    public static Minimum minimize(Objective f, double[] start) {
        int n = start.length;
        double[][] none = new double[0][];
        double[] point = start.clone();
        double[] gradient = new double[n];
        double value = f.at(point, gradient, none);
        int evaluations = 1;
        Deque<Pair> pairs = new ArrayDeque<>();
        int idle = 0;
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double[] direction = direction(pairs, gradient);
            double slope = dot(direction, gradient);
            if (!(slope < 0)) {
                return new Minimum(point, value, gradient, none, evaluations, true);
            }
            double size = Math.min(1, LONGEST_STEP / TrustRegion.norm(direction));
            double low = 0;
            double high = Double.POSITIVE_INFINITY;
            double[] next = point;
            double[] nextGradient = gradient;
            double nextValue = value;
            boolean found = false;
            for (int trial = 0; trial < MAX_TRIALS && !found; trial++) {
                next = plus(point, size, direction);
                nextGradient = new double[n];
                nextValue = f.at(next, nextGradient, none);
                evaluations++;
                if (!(nextValue <= value + DECREASE * size * slope)) {
                    high = size;
                } else if (dot(direction, nextGradient) < CURVATURE * slope) {
                    low = size;
                } else {
                    found = true;
                }
                if (!found) {
                    size = high < Double.POSITIVE_INFINITY ? 0.5 * (low + high) : 2 * low;
                }
            }
            if (!found) {
                return new Minimum(point, value, gradient, none, evaluations, true);
            }
            remember(pairs, minus(next, point), minus(nextGradient, gradient));
            idle = value - nextValue <= TOLERANCE * (Math.abs(value) + 1) ? idle + 1 : 0;
            point = next;
            value = nextValue;
            gradient = nextGradient;
            if (idle == 2) {
                return new Minimum(point, value, gradient, none, evaluations, true);
            }
        }
        return new Minimum(point, value, gradient, none, evaluations, false);
    }

    private static double[] direction(Deque<Pair> pairs, double[] gradient) {
        double[] q = gradient.clone();
        double[] shares = new double[pairs.size()];
        int i = shares.length;
        for (Iterator<Pair> latest = pairs.descendingIterator(); latest.hasNext(); ) {
            Pair pair = latest.next();
            i--;
            shares[i] = dot(pair.step, q) / pair.product;
            add(q, -shares[i], pair.change);
        }
        Pair last = pairs.peekLast();
        double scale = last == null
                ? 1 / Math.max(1, TrustRegion.norm(gradient))
                : last.product / dot(last.change, last.change);
        for (int k = 0; k < q.length; k++) {
            q[k] *= -scale;
        }
        for (Pair pair : pairs) {
            add(q, -shares[i] - dot(pair.change, q) / pair.product, pair.step);
            i++;
        }
        return q;
    }

    private static void remember(Deque<Pair> pairs, double[] step, double[] change) {
        double product = dot(step, change);
        if (product > 1e-300) {
            pairs.add(new Pair(step, change, product));
            if (pairs.size() > MEMORY) {
                pairs.remove();
            }
        }
    }

    private static double[] plus(double[] point, double size, double[] direction) {
        double[] sum = point.clone();
        add(sum, size, direction);
        return sum;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = a.clone();
        add(difference, -1, b);
        return difference;
    }

    private static void add(double[] to, double factor, double[] vector) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * vector[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
