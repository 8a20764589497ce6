package io.clv.numerics;

/**
 * The integral of {@code (1 + t/a)^-p (1 + t/b)^-q} over t from 0 to a length: two Gamma distributed rates, one of
 * buying and one of leaving, over the time in which a customer may have left. It takes the place of both 2F1's in the
 * Pareto/NBD likelihood (Schmittlein, Morrison and Colombo 1987; Fader and Hardie 2005), which overflow or cancel for
 * long histories: the integrand here is positive.
 *
 * <p>With {@code m = min(a, b)}, {@code w = ln(1 + t/m)} and {@code k = m / max(a, b)} it is {@code m} times the
 * integral of {@code exp(-(c1 - 1) w - c2 ln(1 + k (e^w - 1)))}, a {@link ConvexExponent}.
 */
public final class ParetoIntegral {

    static final ConvexExponent.Function EXPONENT = new ConvexExponent.Function() {
        @Override
        public double value(double w, double power, double other, double k) {
            return power * w + other * Math.log1p(k * Math.expm1(w));
        }

        @Override
        public double slope(double w, double power, double other, double k) {
            double late = k * Math.exp(w);
            return power + (Double.isInfinite(late) ? other : other * late / (1 - k + late));
        }
    };

    private ParetoIntegral() {}

    /**
     * The log of the integral.
     *
     * @param a positive
     * @param p not negative
     * @param b positive
     * @param q not negative
     * @param length not negative
     * @return the log, within 2e-14 of max(1, |value|); minus infinity for a length of 0
     */
    public static double log(double a, double p, double b, double q, double length) {
        double min = Math.min(a, b);
        double k = min / Math.max(a, b);
        double power = (a <= b ? p : q) - 1;
        double other = a <= b ? q : p;
        return Math.log(min) + ConvexExponent.logIntegral(EXPONENT, Math.log1p(length / min), power, other, k);
    }
}
