package io.clv.btyd;

import io.clv.numerics.InverseNormal;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** A function of a fitted model and its standard error. */
final class DeltaMethod {

    /** Of a parameter's log: central differences are off by its square, and by what it leaves of rounding. */
    private static final double STEP = 1e-4;

    private final double value;
    private final double error;

    private DeltaMethod(double value, double error) {
        this.value = value;
        this.error = error;
    }

    static <M> DeltaMethod of(
            ModelFamily<M> family,
            ParameterScale scale,
            double[] values,
            double[][] covariance,
            ToDoubleFunction<? super M> quantity) {
        double value = at(family, values, quantity);
        double[] gradient = new double[values.length];
        for (int i = 0; i < gradient.length; i++) {
            if (covariance[i][i] > 0) {
                double[] moved = values.clone();
                double place = scale.place(i, values[i]);
                moved[i] = scale.value(i, place + STEP);
                double above = at(family, moved, quantity);
                moved[i] = scale.value(i, place - STEP);
                gradient[i] = (above - at(family, moved, quantity)) / (2 * STEP);
            }
        }
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                variance += gradient[i] * covariance[i][j] * gradient[j];
            }
        }
        return new DeltaMethod(value, Math.sqrt(Math.max(0, variance)));
    }

    private static <M> double at(ModelFamily<M> family, double[] values, ToDoubleFunction<? super M> quantity) {
        double value = quantity.applyAsDouble(family.of(values));
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("quantity must be finite near the fitted parameters, but was " + value
                    + " at " + Arrays.toString(values));
        }
        return value;
    }

    Interval interval(WaldScale scale, Ratio level) {
        double width = error * InverseNormal.at(0.5 + 0.5 * level.value());
        if (width == 0) {
            // The data have no say in it, such as P(alive) of one-timers under BG/NBD: it needs no place on the scale.
            return new Interval(value, value, level, Interval.Of.MEAN);
        }
        double low;
        double high;
        switch (scale) {
            case LOG -> {
                require(value > 0, "above 0");
                low = value * Math.exp(-width / value);
                high = value * Math.exp(width / value);
            }
            case LOGIT -> {
                require(value > 0 && value < 1, "between 0 and 1");
                double odds = value / (1 - value);
                double factor = Math.exp(width / (value * (1 - value)));
                low = odds / (odds + factor);
                // Of a factor beyond a double it is 1.
                high = odds / (odds + 1 / factor);
            }
            default -> {
                low = value - width;
                high = value + width;
            }
        }
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            throw new ArithmeticException(
                    "the interval of " + value + " with standard error " + error + " reaches beyond a double");
        }
        return new Interval(low, high, level, Interval.Of.MEAN);
    }

    private void require(boolean hasPlace, String rule) {
        if (!hasPlace) {
            throw new IllegalArgumentException("quantity must be " + rule + " for this scale, but was " + value);
        }
    }
}
