package io.clv.numerics;

/**
 * The integral of exp(-G(w)) over [0, length] for a convex G that descends at no more than a unit slope. Lifetimes with
 * a Gamma distributed rate lead to it once time is taken on a log scale: G is then a few logs and exponentials that
 * vary on a scale of 1, singular no nearer to the real line than pi.
 *
 * <p>What lies more than {@value #NEGLIGIBLE} below the peak in the exponent is cut off; the rest takes
 * Gauss-Legendre's rule with 8, 16 or 32 nodes, by its length and by how far the exponent falls, in pieces no longer
 * than {@value #PIECE}. No term is negative, so nothing cancels. Measured against 50-digit references and against
 * adaptive quadrature the error is below 2e-14.
 */
final class ConvexExponent {

    /** e^-42 is 6e-19: below the rounding of the sum. */
    static final double NEGLIGIBLE = 42;

    private static final double PIECE = 4;

    private ConvexExponent() {}

    /** A convex function of w with up to three parameters, so that nothing need be captured. */
    interface Function {
        double value(double w, double a, double b, double c);

        double slope(double w, double a, double b, double c);
    }

    /** The log of the integral; minus infinity over an empty range. */
    static double logIntegral(Function g, double length, double a, double b, double c) {
        if (!(length > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        double peak = minimum(g, length, a, b, c);
        double floor = g.value(peak, a, b, c);
        double low = peak == 0 ? 0 : cut(g, peak, 0, floor, a, b, c);
        double high = peak == length ? length : cut(g, peak, length, floor, a, b, c);
        double fall = Math.max(g.value(low, a, b, c), g.value(high, a, b, c)) - floor;
        GaussLegendre rule = rule(high - low, fall);
        int pieces = pieces(high - low);
        double step = (high - low) / pieces;
        double sum = 0;
        for (int piece = 0; piece < pieces; piece++) {
            double from = low + piece * step;
            for (int i = 0; i < rule.size(); i++) {
                sum += rule.weight(i) * Math.exp(floor - g.value(from + step * rule.node(i), a, b, c));
            }
        }
        return Math.log(sum * step) - floor;
    }

    /** The rule for a range of that length over which the exponent falls by so much. */
    static GaussLegendre rule(double length, double fall) {
        if (length <= 1 && fall < 2) {
            return GaussLegendre.eight();
        }
        return length <= 2.5 && fall < 12 ? GaussLegendre.sixteen() : GaussLegendre.thirtyTwo();
    }

    static int pieces(double length) {
        return (int) Math.ceil(length / PIECE);
    }

    static double minimum(Function g, double length, double a, double b, double c) {
        if (g.slope(0, a, b, c) >= 0) {
            return 0;
        }
        if (g.slope(length, a, b, c) <= 0) {
            return length;
        }
        double low = 0;
        double high = length;
        // Near enough to know the height of the peak; where exactly it stands does not matter.
        while (high - low > 1e-3 * Math.min(1, high)) {
            double middle = 0.5 * (low + high);
            if (g.slope(middle, a, b, c) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** Between the peak and an end: the end itself, or a place where G is negligibly little beyond NEGLIGIBLE. */
    static double cut(Function g, double peak, double end, double floor, double a, double b, double c) {
        if (g.value(end, a, b, c) - floor <= NEGLIGIBLE) {
            return end;
        }
        double near = peak;
        double far = end;
        while (true) {
            double middle = 0.5 * (near + far);
            double fall = g.value(middle, a, b, c) - floor;
            if (fall < NEGLIGIBLE) {
                near = middle;
            } else {
                far = middle;
                if (fall < NEGLIGIBLE + 3) {
                    return far;
                }
            }
            if (Math.abs(far - near) <= 1e-15 * far) {
                return far;
            }
        }
    }
}
