package io.clv.btyd;

import java.util.List;

/**
 * Where parameters are looked for: positive ones by their logs, on which scale they are free and a change of unit only
 * shifts them; those of any sign, the coefficients of covariates, as they are.
 */
final class ParameterScale {

    private final boolean[] real;

    private ParameterScale(boolean[] real) {
        this.real = real;
    }

    static ParameterScale of(ModelFamily<?> family) {
        List<String> names = family.parameterNames();
        boolean[] real = new boolean[names.size()];
        for (int i = 0; i < real.length; i++) {
            real[i] = family.realParameters().contains(names.get(i));
        }
        return new ParameterScale(real);
    }

    boolean isReal(int i) {
        return real[i];
    }

    double value(int i, double place) {
        return real[i] ? place : Math.exp(place);
    }

    double place(int i, double value) {
        return real[i] ? value : Math.log(value);
    }

    /** By how much the value moves with its place. */
    double slope(int i, double value) {
        return real[i] ? 1 : value;
    }

    double[] values(double[] point) {
        double[] values = new double[point.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i, point[i]);
        }
        return values;
    }

    double[] point(double[] values) {
        double[] point = new double[values.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = place(i, values[i]);
        }
        return point;
    }
}
