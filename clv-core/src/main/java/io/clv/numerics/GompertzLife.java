package io.clv.numerics;

/**
 * A lifetime under Gompertz's law of mortality whose level is Gamma(s, beta) distributed (Bemmaor and Glady 2012). Time
 * is counted in units of 1/b, b the rate at which mortality grows, so that {@code S(u) = (1 + (e^u - 1) / beta)^-s}.
 * One who is still there at t has such a lifetime before him again, with {@code 1 + (beta - 1) e^-t} for beta.
 *
 * <p>As b tends to 0 with beta / b fixed it is the lifetime of Pareto/NBD: nothing here loses a digit on that way, or
 * overflows where {@code e^u} does.
 */
public final class GompertzLife {

    /** Beyond this e^u might overflow once divided by a tiny number; e^-u then says the same. */
    private static final double LATE = 300;

    private GompertzLife() {}

    /**
     * {@code -ln S(u) / s = ln(1 + (e^u - 1) / beta)}.
     *
     * @param beta positive
     * @param u not negative, in units of 1/b
     * @return the value, not negative, within a relative 1e-15
     */
    public static double exposure(double beta, double u) {
        return lift(1 / beta, u);
    }

    /**
     * The inverse of {@link #exposure}: the lifetime u with {@code -ln S(u) / s} given.
     *
     * @param beta positive
     * @param exposure not negative
     * @return u, in units of 1/b
     */
    public static double length(double beta, double exposure) {
        return lift(beta, exposure);
    }

    /**
     * The beta of one who is still there: {@code 1 + (beta - 1) e^-t}.
     *
     * @param beta positive
     * @param t for how long he has been there, not negative, in units of 1/b
     * @return the value, between beta and 1
     */
    public static double later(double beta, double t) {
        return beta * Math.exp(-t) - Math.expm1(-t);
    }

    /** {@code ln(1 + k (e^w - 1))}. */
    static double lift(double k, double w) {
        return w <= LATE ? Math.log1p(k * Math.expm1(w)) : w + Math.log(k + (1 - k) * Math.exp(-w));
    }
}
