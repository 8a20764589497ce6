package io.clv.numerics;

/**
 * Expectations over a chance p of leaving after a purchase that is Beta(a, b) distributed over customers who buy at a
 * rate that is Gamma(r, alpha) distributed. Time is counted in units of alpha: {@code w = t / alpha}, and the discount
 * rate {@code z = delta alpha}.
 *
 * <p>Where few purchases are to be expected the mean is summed over their number, which is negative binomial: all terms
 * are positive, and a = 1, where the textbook formula (Fader, Hardie and Lee 2005) divides by zero, is not special.
 * Elsewhere it is {@link LogitExpectation}. The two agree within 2e-13 where both apply.
 */
public final class BetaMixture {

    /** Up to this many purchases are summed over one by one. */
    private static final double FEW = 400;

    /** Below e^-600 the probability of no purchase would lose digits. */
    private static final double LOG_NONE = 600;

    private static final LogitExpectation.Function PURCHASES =
            (p, q, r, w, third, fourth) -> -Math.expm1(-r * Math.log1p(w * p)) / p;

    private static final LogitExpectation.Function DISCOUNTED =
            (p, q, s, z, offset, fourth) -> ExponentialIntegral.scaled(s, z / p, offset) / p;

    private static final LogitExpectation.Function DISCOUNTED_UP_TO =
            (p, q, s, z, w, offset) -> ExponentialIntegral.scaledUpTo(s, z / p, Math.log1p(w * p), offset) / p;

    private BetaMixture() {}

    /**
     * The purchases to be expected up to w: {@code J = E[(1 - (1 + w p)^-r) / p]}.
     *
     * @param r positive
     * @param a positive
     * @param b positive
     * @param w not negative
     * @return the expectation, within a relative 5e-13
     */
    public static double purchases(double r, double a, double b, double w) {
        if (w == 0) {
            return 0;
        }
        return few(r, w)
                ? purchasesByCount(r, a, b, w)
                : LogitExpectation.of(PURCHASES, a, b, (r + 1) * w, r, r, w, 0, 0);
    }

    static double purchasesByCount(double r, double a, double b, double w) {
        double share = w / (1 + w);
        double count = Math.exp(-r * Math.log1p(w));
        double made = 0;
        double stays = 1;
        double sum = 0;
        for (int n = 1; ; n++) {
            count *= (r + n - 1) / n * share;
            made += stays;
            stays *= (b + n - 1) / (a + b + n - 1);
            double term = count * made;
            sum += term;
            if (n > r * w && 4 * term * (1 + w) < 1e-17 * sum) {
                return sum;
            }
        }
    }

    /** The probability of still being there at w, {@code E[(1 + w p)^-r]}, where few purchases are expected. */
    private static double survivalByCount(double r, double a, double b, double w) {
        double share = w / (1 + w);
        double count = Math.exp(-r * Math.log1p(w));
        double stays = 1;
        double sum = count;
        for (int n = 1; ; n++) {
            count *= (r + n - 1) / n * share;
            stays *= (b + n - 1) / (a + b + n - 1);
            double term = count * stays;
            sum += term;
            if (n > r * w && 4 * term * (1 + w) < 1e-17 * sum) {
                return sum;
            }
        }
    }

    /**
     * The discounted time still to be there: {@code E[e^(z/p) E_r(z/p) / p]}, the integral of {@code e^(-z w) E[(1 + w
     * p)^-r]} over all w.
     *
     * @param r positive
     * @param a positive
     * @param b positive
     * @param z positive
     * @return the time in units of alpha, within a relative 1e-13
     */
    public static double discountedLifetime(double r, double a, double b, double z) {
        return LogitExpectation.of(DISCOUNTED, a, b, (r + 1) / z, 0, r, z, ExponentialIntegral.offset(r), 0);
    }

    /**
     * The discounted purchases to be expected: {@code E[r e^(z/p) E_(r+1)(z/p) / p]}, the integral of {@code e^(-z w)
     * dJ(w)} over all w.
     *
     * @param r positive
     * @param a positive
     * @param b positive
     * @param z positive
     * @return the expectation, within a relative 1e-13
     */
    public static double discountedPurchases(double r, double a, double b, double z) {
        return r
                * LogitExpectation.of(DISCOUNTED, a, b, (r + 2) / z, 0, r + 1, z, ExponentialIntegral.offset(r + 1), 0);
    }

    /**
     * The discounted time to be there up to w; undiscounted with z = 0.
     *
     * @param r positive
     * @param a positive
     * @param b positive
     * @param z not negative
     * @param w not negative
     * @return the time in units of alpha, within a relative 5e-13
     */
    public static double discountedLifetime(double r, double a, double b, double z, double w) {
        if (w == 0) {
            return 0;
        }
        double seen = seen(z, w);
        double length = Math.log1p(seen);
        double fall = r * length + z * seen;
        if (!few(r, seen) || fall > ConvexExponent.NEGLIGIBLE) {
            return LogitExpectation.of(
                    DISCOUNTED_UP_TO, a, b, knee(r, z, w), r, r, z, w, ExponentialIntegral.offset(r));
        }
        GaussLegendre rule = ConvexExponent.rule(length, fall);
        double sum = 0;
        for (int i = 0; i < rule.size(); i++) {
            double v = Math.expm1(length * rule.node(i));
            sum += rule.weight(i) * (1 + v) * Math.exp(-z * v) * survivalByCount(r, a, b, v);
        }
        return sum * length;
    }

    /**
     * The discounted purchases to be expected up to w; with z = 0 it is {@link #purchases}. By parts it is {@code e^(-z
     * w) J(w)} and z times the integral of {@code e^(-z v) J(v)} up to w, so that no two infinite horizons are
     * subtracted.
     *
     * @param r positive
     * @param a positive
     * @param b positive
     * @param z not negative
     * @param w not negative
     * @return the expectation, within a relative 5e-13
     */
    public static double discountedPurchases(double r, double a, double b, double z, double w) {
        if (w == 0) {
            return 0;
        }
        double seen = seen(z, w);
        double length = Math.log1p(seen);
        double fall = (r + 1) * length + z * seen;
        if (!few(r, seen) || fall > ConvexExponent.NEGLIGIBLE) {
            return r
                    * LogitExpectation.of(
                            DISCOUNTED_UP_TO,
                            a,
                            b,
                            knee(r + 1, z, w),
                            r + 1,
                            r + 1,
                            z,
                            w,
                            ExponentialIntegral.offset(r + 1));
        }
        GaussLegendre rule = ConvexExponent.rule(length, fall);
        double sum = 0;
        for (int i = 0; i < rule.size(); i++) {
            double v = Math.expm1(length * rule.node(i));
            sum += rule.weight(i) * (1 + v) * Math.exp(-z * v) * purchasesByCount(r, a, b, v);
        }
        return Math.exp(-z * seen) * purchasesByCount(r, a, b, seen) + z * sum * length;
    }

    /** How far ahead anything is left after discounting. */
    private static double seen(double z, double w) {
        return z * w > ConvexExponent.NEGLIGIBLE ? ConvexExponent.NEGLIGIBLE / z : w;
    }

    private static double knee(double r, double z, double w) {
        return (r + 1) * (z * w > 1 ? 1 / z : w);
    }

    private static boolean few(double r, double w) {
        double mean = r * w;
        return r * Math.log1p(w) < LOG_NONE && mean + 9 * Math.sqrt(mean * (1 + w)) + 40 * (1 + w) < FEW;
    }
}
