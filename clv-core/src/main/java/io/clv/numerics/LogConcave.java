package io.clv.numerics;

/**
 * The integral of exp(phi(x)) for a phi that is concave, or at least has a single peak: the peak is found, both flanks
 * are cut where they are e^-42 of it, and {@link GaussKronrod} integrates on either side. Nothing overflows, since the
 * height of the peak is taken out first.
 */
public final class LogConcave {

    private static final double NEGLIGIBLE = 42;
    /** The exponents here vary on a scale of 1, or less about a sharp peak. */
    private static final double PIECE = 4;

    private static final double GOLDEN = 0.38196601125010515;

    /** The difference of Gauss and Kronrod that is accepted, as a share of the width; the error is far smaller. */
    private static final double TOLERANCE = 1e-11;

    private LogConcave() {}

    /** A concave function with up to five parameters, so that nothing need be captured. */
    @FunctionalInterface
    public interface Exponent extends GaussKronrod.Integrand {

        /**
         * phi(x).
         *
         * @param x where
         * @param a the first parameter
         * @param b the second
         * @param c the third
         * @param d the fourth
         * @param e the fifth
         * @return finite, or minus infinity
         */
        double exponent(double x, double a, double b, double c, double d, double e);

        @Override
        default double value(double x, double a, double b, double c, double d, double e, double height) {
            return Math.exp(exponent(x, a, b, c, d, e) - height);
        }
    }

    /**
     * The log of the integral of {@code exp(phi)} from minus infinity to {@code end}.
     *
     * @param phi concave, falling without bound to the left, and to the right if the range has no end
     * @param start where the search for the peak begins, not above the end
     * @param end the upper end, or infinity
     * @param a a parameter of phi
     * @param b a parameter of phi
     * @param c a parameter of phi
     * @param d a parameter of phi
     * @param e a parameter of phi
     * @return the log of the integral, within 1e-13 of max(1, |value|)
     */
    public static double logIntegral(
            Exponent phi, double start, double end, double a, double b, double c, double d, double e) {
        double peak = peak(phi, start, end, a, b, c, d, e);
        double height = phi.exponent(peak, a, b, c, d, e);
        double low = flank(phi, peak, height, -1, Double.NEGATIVE_INFINITY, a, b, c, d, e);
        double high = flank(phi, peak, height, 1, end, a, b, c, d, e);
        double left = side(phi, peak, low, a, b, c, d, e, height);
        double right = side(phi, peak, high, a, b, c, d, e, height);
        return height + Math.log(left + right);
    }

    /** In pieces that double in length, so that a long flat flank does not hide what happens near the peak. */
    private static double side(
            LogConcave.Exponent phi,
            double peak,
            double far,
            double a,
            double b,
            double c,
            double d,
            double e,
            double height) {
        // An exponent of a million carries rounding of 1e-10, and no rule agrees with another below that.
        double tolerance = Math.max(TOLERANCE, 1e-14 * Math.abs(height));
        double sum = 0;
        double near = peak;
        double piece = PIECE;
        while (near != far) {
            boolean rest = Math.abs(far - near) <= 2 * piece;
            double next = rest ? far : near + Math.copySign(piece, far - near);
            double width = Math.abs(next - near);
            sum += GaussKronrod.integrate(
                    phi, Math.min(near, next), Math.max(near, next), tolerance * width, a, b, c, d, e, height);
            near = next;
            piece *= 2;
        }
        return sum;
    }

    /** Up to an end, by golden section, until the peak is known to a hundredth in height. */
    static double peak(Exponent phi, double start, double end, double a, double b, double c, double d, double e) {
        double low = start;
        double step = 1;
        while (rises(phi, low, low - step, a, b, c, d, e)) {
            low -= step;
            step *= 2;
        }
        low -= step;
        double high = start;
        step = 1;
        while (high < end && rises(phi, high, Math.min(end, high + step), a, b, c, d, e)) {
            high += step;
            step *= 2;
        }
        high = Math.min(end, high + step);
        double x1 = low + GOLDEN * (high - low);
        double x2 = high - GOLDEN * (high - low);
        double y1 = phi.exponent(x1, a, b, c, d, e);
        double y2 = phi.exponent(x2, a, b, c, d, e);
        for (int i = 0; i < 200; i++) {
            if (y1 < y2) {
                low = x1;
                x1 = x2;
                y1 = y2;
                x2 = high - GOLDEN * (high - low);
                y2 = phi.exponent(x2, a, b, c, d, e);
            } else {
                high = x2;
                x2 = x1;
                y2 = y1;
                x1 = low + GOLDEN * (high - low);
                y1 = phi.exponent(x1, a, b, c, d, e);
            }
            double lowest = Math.min(phi.exponent(low, a, b, c, d, e), phi.exponent(high, a, b, c, d, e));
            if (Math.max(y1, y2) - lowest < 0.01) {
                break;
            }
        }
        return y1 < y2 ? x2 : x1;
    }

    private static boolean rises(
            Exponent phi, double from, double to, double a, double b, double c, double d, double e) {
        return phi.exponent(to, a, b, c, d, e) > phi.exponent(from, a, b, c, d, e);
    }

    /** On a side of the peak, -1 or 1: where nothing is left, or the end. */
    static double flank(
            Exponent phi,
            double peak,
            double height,
            int side,
            double end,
            double a,
            double b,
            double c,
            double d,
            double e) {
        double near = peak;
        double step = 1;
        double far = peak + side;
        while (height - phi.exponent(bounded(far, side, end), a, b, c, d, e) < NEGLIGIBLE) {
            if (side * (far - end) >= 0) {
                return end;
            }
            near = far;
            step *= 2;
            far += side * step;
        }
        far = bounded(far, side, end);
        while (Math.abs(far - near) > 0.05 * Math.abs(near - peak) + 1e-12 * Math.abs(peak)) {
            double middle = 0.5 * (near + far);
            if (height - phi.exponent(middle, a, b, c, d, e) < NEGLIGIBLE) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return far;
    }

    private static double bounded(double x, int side, double end) {
        return side < 0 ? Math.max(x, end) : Math.min(x, end);
    }
}
