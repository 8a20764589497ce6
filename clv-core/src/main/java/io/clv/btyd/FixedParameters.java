package io.clv.btyd;

import io.clv.numerics.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An objective in which some parameters are held at a value: a simpler model nested in a richer one. */
final class FixedParameters implements Objective {

    private final LogScale full;
    private final double[] point;
    private final int[] free;

    private FixedParameters(LogScale full, double[] point, int[] free) {
        this.full = full;
        this.point = point;
        this.free = free;
    }

    /** Holds the named parameters, by their values. */
    static FixedParameters of(LogScale full, List<String> names, Map<String, Double> held) {
        double[] point = new double[names.size()];
        int[] free = new int[names.size() - held.size()];
        int at = 0;
        for (int i = 0; i < point.length; i++) {
            Double value = held.get(names.get(i));
            if (value == null) {
                free[at++] = i;
            } else {
                point[i] = full.scale().place(i, value);
            }
        }
        return new FixedParameters(full, point, free);
    }

    int size() {
        return free.length;
    }

    <T> List<T> part(List<T> whole) {
        List<T> part = new ArrayList<>(free.length);
        for (int i : free) {
            part.add(whole.get(i));
        }
        return part;
    }

    double[] part(double[] whole) {
        double[] part = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            part[i] = whole[free[i]];
        }
        return part;
    }

    double[] lower() {
        return part(full.lower());
    }

    double[] upper() {
        return part(full.upper());
    }

    double[] whole(double[] part) {
        double[] whole = point.clone();
        for (int i = 0; i < free.length; i++) {
            whole[free[i]] = part[i];
        }
        return whole;
    }

    /** A covariance of all parameters: what is held does not vary. */
    double[][] whole(double[][] part) {
        double[][] whole = new double[point.length][point.length];
        for (int i = 0; i < free.length; i++) {
            for (int j = 0; j < free.length; j++) {
                whole[free[i]][free[j]] = part[i][j];
            }
        }
        return whole;
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
