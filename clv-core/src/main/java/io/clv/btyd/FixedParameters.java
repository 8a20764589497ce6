package io.clv.btyd;

import io.clv.numerics.Objective;

/** An objective in which some parameters are held where they are: a simpler model nested in a richer one. */
final class FixedParameters implements Objective {

    private final Objective full;
    private final double[] point;
    private final int[] free;

    FixedParameters(Objective full, double[] point, int[] free) {
        this.full = full;
        this.point = point;
        this.free = free;
    }

    double[] whole(double[] part) {
        double[] whole = point.clone();
        for (int i = 0; i < free.length; i++) {
            whole[free[i]] = part[i];
        }
        return whole;
    }

    double[] part(double[] whole) {
        double[] part = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            part[i] = whole[free[i]];
        }
        return part;
    }

    @Override
    public double at(double[] part, double[] gradient, double[][] hessian) {
        int n = point.length;
        double[] fullGradient = new double[n];
        double[][] fullHessian = new double[hessian.length == 0 ? 0 : n][n];
        double value = full.at(whole(part), fullGradient, fullHessian);
        for (int i = 0; i < free.length; i++) {
            gradient[i] = fullGradient[free[i]];
            for (int j = 0; j < hessian.length; j++) {
                hessian[i][j] = fullHessian[free[i]][free[j]];
            }
        }
        return value;
    }
}
