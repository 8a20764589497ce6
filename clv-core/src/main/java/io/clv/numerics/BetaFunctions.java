package io.clv.numerics;

import org.apache.commons.numbers.gamma.LogBeta;

/** The beta function and what likelihoods take of it. Arguments are positive, steps not negative. */
public final class BetaFunctions {

    /** Below this share of b a step is integrated over, above it differenced. */
    private static final double SMALL_STEP = 1e-3;

    /** The nodes of Gauss and Legendre's rule with two points on [0, 1]: (3 -+ sqrt 3) / 6. */
    private static final double LOW_NODE = 0.2113248654051871;

    private static final double HIGH_NODE = 0.7886751345948129;

    /** Stirling's series after its first term, in 1/z^3 and powers of 1/z^2. */
    private static final double[] STIRLING_REST = {
        -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400
    };

    private BetaFunctions() {}

    /**
     * {@code ln B(a, b) = ln Gamma(a) + ln Gamma(b) - ln Gamma(a + b)}, by Apache Commons Numbers (Didonato and Morris
     * 1992).
     *
     * @param a positive
     * @param b positive
     * @return the value, within 1e-15 of max(1, |value|)
     */
    public static double logBeta(double a, double b) {
        return LogBeta.value(a, b);
    }

    /**
     * {@code ln [B(a, b + x) / B(a, b)] = ln E[(1 - p)^x]} for p from Beta(a, b): the log of surviving x chances to
     * leave. It is the second difference of {@code ln Gamma} over the steps a and x. Two values of {@link #logBeta}
     * subtracted lost up to 5e-6; here b is shifted to 10 with {@code ln(1 + a x / (b (a + b + x)))} for each unit and
     * Stirling's formula differenced twice with a and x as factors. A step below a thousandth of b is integrated over
     * instead, by two of Gauss's nodes.
     *
     * @param a positive
     * @param b positive
     * @param x not negative, whole or not
     * @return the value, not above 0, within a relative 2e-15
     */
    public static double logBetaRatio(double a, double b, double x) {
        double small = Math.min(a, x);
        double large = Math.max(a, x);
        if (small < SMALL_STEP * b) {
            return -0.5
                    * small
                    * (GammaFunctions.harmonicSum(b + LOW_NODE * small, large)
                            + GammaFunctions.harmonicSum(b + HIGH_NODE * small, large));
        }
        double z = b;
        double shifts = 0;
        while (z < GammaFunctions.ASYMPTOTIC) {
            shifts += Math.log1p(small / z * (large / (z + small + large)));
            z++;
        }
        return logBetaRatioFar(small, z, large) - shifts;
    }

    private static double logBetaRatioFar(double a, double b, double x) {
        double c = a + b;
        double leading =
                (b - 0.5) * Math.log1p(a / b * (x / (c + x))) - x * Math.log1p(a / (b + x)) - a * Math.log1p(x / c);
        double first = -(a / c) * (x / b) * ((c + b + x) / ((b + x) * (c + x))) / 12;
        double rest = stirlingRest(b + x) - stirlingRest(b) - stirlingRest(c + x) + stirlingRest(c);
        return leading + first + rest;
    }

    private static double stirlingRest(double z) {
        double u = 1 / z;
        double y = u * u;
        return u * y * Polynomial.at(y, STIRLING_REST);
    }
}
