package io.clv.btyd;

import io.clv.numerics.Objective;

/** Second derivatives by central differences of the first, for objectives that give no others. */
final class Differences {

    /** The cube root of the rounding of a double: the best step on the log scale. */
    private static final double STEP = 6e-6;

    private Differences() {}

    static double[][] hessian(Objective objective, double[] point) {
        int n = point.length;
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] up = gradient(objective, point, i, STEP);
            double[] down = gradient(objective, point, i, -STEP);
            for (int j = 0; j < n; j++) {
                double derivative = (up[j] - down[j]) / (2 * STEP);
                hessian[i][j] += 0.5 * derivative;
                hessian[j][i] += 0.5 * derivative;
            }
        }
        return hessian;
    }

    private static double[] gradient(Objective objective, double[] point, int i, double step) {
        double[] moved = point.clone();
        moved[i] += step;
        double[] gradient = new double[point.length];
        objective.at(moved, gradient, new double[0][]);
        return gradient;
    }
}
