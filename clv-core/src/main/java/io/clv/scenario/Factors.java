package io.clv.scenario;

import io.clv.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Shares that are added to and multiplied, without the digits that binary fractions add: 80% + 5% is 85%. What is not
 * changed stays as it is to the last bit, so that half a cent is rounded to the same side.
 */
final class Factors {

    private static final MathContext DIGITS = new MathContext(15);

    private Factors() {}

    static double near(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    static double sum(double value, double more) {
        return more == 0 ? value : near(value + more);
    }

    /** What a change of so much of the whole multiplies with. */
    static double of(String name, Ratio change) {
        double factor = near(1 + change.value());
        if (!(factor > 0)) {
            throw new IllegalArgumentException(name + " must change by more than -100%, but by " + change);
        }
        return factor;
    }

    static double positive(String name, double times) {
        if (!(times > 0 && times <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be times a finite number above 0, but was times " + times);
        }
        return times;
    }

    static Ratio share(String name, Ratio share) {
        if (share.value() < 0 || share.value() > 1) {
            throw new IllegalArgumentException(name + " must be between 0% and 100%, but was " + share);
        }
        return share;
    }
}
