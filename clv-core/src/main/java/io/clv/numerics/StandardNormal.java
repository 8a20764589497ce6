package io.clv.numerics;

import org.apache.commons.numbers.gamma.Erfc;

/** The standard normal distribution. */
public final class StandardNormal {

    private StandardNormal() {}

    /**
     * The probability {@code P(Z <= z) = erfc(-z / sqrt(2)) / 2}, by Apache Commons Numbers (Boost's method).
     *
     * @param z any number
     * @return between 0 and 1, within a relative 1e-14 for z from -8 (measured against 50 digits: 6e-15 at -8)
     */
    public static double below(double z) {
        return 0.5 * Erfc.value(-z / Math.sqrt(2));
    }
}
