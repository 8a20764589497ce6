package io.clv.numerics;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/** The tail of the chi-square distribution. */
public final class ChiSquare {

    private ChiSquare() {}

    /**
     * The probability of more than a statistic, {@code Q(k/2, x/2)}, by Apache Commons Numbers (Boost's method).
     *
     * @param statistic x, not negative
     * @param degrees the degrees of freedom k, at least 1
     * @return the probability, within a relative 1e-15 down to 1e-290
     */
    public static double tail(double statistic, int degrees) {
        return RegularizedGamma.Q.value(0.5 * degrees, 0.5 * statistic);
    }
}
