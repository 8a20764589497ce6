package io.clv.numerics;

/**
 * The exponential integral of real order s, scaled: {@code e^z E_s(z)}, the integral of {@code t^-s e^(-z (t - 1))}
 * over t from 1, which is {@code z^(s-1) U(s, s, z)} in Tricomi's function. It is what discounting makes of a lifetime
 * whose rate is Gamma distributed.
 */
public final class ExponentialIntegral {

    /** Two units in the last place of 1: closer the factors of a continued fraction need not come. */
    static final double SETTLED = 0x1p-51;

    /** Beyond this order the continued fraction settles soon for any z. */
    private static final double SERIES_UP_TO = 30;

    private static final double EULER = 0.5772156649015329;

    /** ln Gamma(1 + e) = -ln(1 + e) + (1 - EULER) e + sum of (-1)^k (zeta(k) - 1) e^k / k from k = 2 (DLMF 5.7.3). */
    private static final double[] LOG_GAMMA_ONE = {
        1 - EULER,
        0.3224670334241132,
        -0.0673523010531981,
        0.020580808427784546,
        -0.007385551028673986,
        0.0028905103307415234,
        -0.001192753911703261,
        0.0005096695247430425,
        -0.00022315475845357939,
        9.945751278180853e-5,
        -4.492623673813314e-5,
        2.050721277567069e-5,
        -9.439488275268397e-6,
        4.374866789907488e-6,
        -2.039215753801366e-6,
        9.55141213040742e-7,
        -4.492469198764566e-7,
        2.1207184805554665e-7,
        -1.0043224823968099e-7,
        4.7698101693639804e-8,
        -2.2711094608943164e-8,
        1.0838659214896955e-8,
        -5.183475041970047e-9,
        2.4836745438024785e-9,
        -1.1921401405860912e-9,
        5.731367241678862e-10,
        -2.7595228851242334e-10,
        1.330476437424449e-10
    };

    private static final ConvexExponent.Function EXPONENT = new ConvexExponent.Function() {
        @Override
        public double value(double w, double power, double z, double unused) {
            return power * w + z * Math.expm1(w);
        }

        @Override
        public double slope(double w, double power, double z, double unused) {
            return power + z * Math.exp(w);
        }
    };

    private ExponentialIntegral() {}

    /**
     * {@code e^z E_s(z)}. For z of at least 1 or s above 30 the continued fraction of DLMF 8.19.17; otherwise the
     * series of DLMF 8.19.10 at the order nearest to 1, written so that whole orders are not special, and the
     * recurrence upwards (8.19.12).
     *
     * @param s the order, positive
     * @param z positive
     * @return the value, positive, within a relative 5e-15
     */
    public static double scaled(double s, double z) {
        return z >= 1 || s > SERIES_UP_TO ? fraction(s, z) : series(s, z, offset(s));
    }

    /** {@link #scaled(double, double)}, where many z have one s. */
    static double scaled(double s, double z, double offset) {
        return z >= 1 || s > SERIES_UP_TO ? fraction(s, z) : series(s, z, offset);
    }

    /** What the series need of s alone: {@code ln Gamma(2 - order) - ln(1 - order)}, up to 0.5. */
    static double offset(double s) {
        if (s > SERIES_UP_TO) {
            return 0;
        }
        double e = 1 - order(s);
        return e > 0.5 ? GammaFunctions.logGamma(e) : e * Polynomial.at(e, LOG_GAMMA_ONE) - Math.log1p(e);
    }

    /** s less the recurrence's steps: from 0 to 1.5. */
    private static double order(double s) {
        return s >= 1.5 ? s - Math.floor(s - 0.5) : s;
    }

    /**
     * By the forward recurrence for numerators and denominators, with all partial denominators made 1: the divisions
     * are then of known numbers, and none has to wait for another.
     */
    private static double fraction(double s, double z) {
        double b = z + s;
        double numerator = 1;
        double numeratorBefore = 0;
        double denominator = 1;
        double denominatorBefore = 1;
        double value = 1;
        for (int i = 1; i < 400; i++) {
            double next = b + 2;
            double share = i * (s - 1 + i) / (b * next);
            b = next;
            double n = numerator - share * numeratorBefore;
            double d = denominator - share * denominatorBefore;
            numeratorBefore = numerator;
            denominatorBefore = denominator;
            numerator = n;
            denominator = d;
            if ((i & 3) == 0) {
                double before = value;
                value = n / d;
                if (value - before <= SETTLED * value) {
                    break;
                }
            }
        }
        return value / (z + s);
    }

    private static double series(double s, double z, double offset) {
        double order = order(s);
        int steps = (int) Math.rint(s - order);
        double e = 1 - order;
        double value = leading(e, Math.log(z), offset);
        double term = 1;
        for (int k = 1; k < 100; k++) {
            term *= -z / k;
            double next = value - term / (k + e);
            if (next == value) {
                break;
            }
            value = next;
        }
        double decay = Math.exp(-z);
        for (int k = 0; k < steps; k++) {
            value = (decay - z * value) / (order + k);
        }
        return value / decay;
    }

    /** {@code Gamma(e) z^-e - 1/e}, through its removable singularity at e = 0. */
    private static double leading(double e, double logZ, double offset) {
        if (e > 0.5) {
            return Math.exp(offset - e * logZ) - 1 / e;
        }
        return e == 0 ? -logZ - EULER : Math.expm1(offset - e * logZ) / e;
    }

    /**
     * The same integral cut off: of {@code t^-s e^(-z (t - 1))} over t from 1 to {@code e^length}; z may be 0. The rest
     * beyond the end is subtracted where that is sure to be less than 1/e of the whole, since the exponent is convex in
     * ln t; otherwise it is a quadrature, so that nothing cancels.
     *
     * @param s the order, not negative
     * @param z not negative
     * @param length the log of the upper end, not negative
     * @return the value, not negative, within a relative 5e-15
     */
    public static double scaledUpTo(double s, double z, double length) {
        return scaledUpTo(s, z, length, offset(s));
    }

    /** {@link #scaledUpTo(double, double, double)}, where many z have one s. */
    static double scaledUpTo(double s, double z, double length, double offset) {
        double excess = s - 1;
        if (z == 0) {
            return excess == 0 ? length : -Math.expm1(-excess * length) / excess;
        }
        double grown = Math.expm1(length);
        double fall = excess * length + z * grown;
        if (fall >= 1) {
            return scaled(s, z, offset) - Math.exp(-fall) * scaled(s, z * (1 + grown), offset);
        }
        return Math.exp(ConvexExponent.logIntegral(EXPONENT, length, excess, z, 0));
    }
}
