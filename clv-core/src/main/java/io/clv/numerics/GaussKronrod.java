package io.clv.numerics;

/**
 * Gauss and Kronrod's pair of rules with 10 and 21 nodes (Piessens et al., QUADPACK 1983), applied to halves of halves
 * until the two agree, sixteen times at most. For smooth integrands the error of the 21 is far below their difference.
 */
public final class GaussKronrod {

    private static final double[] NODES = {
        0.9956571630258081,
        0.9739065285171717,
        0.9301574913557082,
        0.8650633666889845,
        0.7808177265864169,
        0.6794095682990244,
        0.5627571346686047,
        0.4333953941292472,
        0.2943928627014602,
        0.14887433898163122
    };

    private static final double[] KRONROD = {
        0.011694638867371874,
        0.032558162307964725,
        0.054755896574351995,
        0.07503967481091996,
        0.0931254545836976,
        0.10938715880229764,
        0.12349197626206584,
        0.13470921731147334,
        0.14277593857706009,
        0.14773910490133849
    };

    private static final double KRONROD_MIDDLE = 0.1494455540029169;

    private static final double[] GAUSS = {
        0.06667134430868814, 0.1494513491505806, 0.21908636251598204, 0.26926671930999635, 0.29552422471475287
    };

    /** A piece of 1e-5 of the range; what has not settled by then is rounding. */
    private static final int MAX_DEPTH = 16;

    private GaussKronrod() {}

    /** An integrand with up to six parameters, so that nothing need be captured. */
    public interface Integrand {

        /**
         * The value at x.
         *
         * @param x where
         * @param a the first parameter
         * @param b the second
         * @param c the third
         * @param d the fourth
         * @param e the fifth
         * @param f the sixth
         * @return a finite value
         */
        double value(double x, double a, double b, double c, double d, double e, double f);
    }

    /**
     * The integral from low to high.
     *
     * @param integrand smooth
     * @param low the lower end
     * @param high the upper end
     * @param tolerance the difference of the two rules that is accepted over the whole range, absolute
     * @param a a parameter of the integrand
     * @param b a parameter of the integrand
     * @param c a parameter of the integrand
     * @param d a parameter of the integrand
     * @param e a parameter of the integrand
     * @param f a parameter of the integrand
     * @return the integral
     */
    public static double integrate(
            Integrand integrand,
            double low,
            double high,
            double tolerance,
            double a,
            double b,
            double c,
            double d,
            double e,
            double f) {
        return integrate(integrand, low, high, tolerance, Double.POSITIVE_INFINITY, MAX_DEPTH, a, b, c, d, e, f);
    }

    private static double integrate(
            Integrand integrand,
            double low,
            double high,
            double tolerance,
            double before,
            int depth,
            double a,
            double b,
            double c,
            double d,
            double e,
            double f) {
        double centre = 0.5 * (low + high);
        double half = 0.5 * (high - low);
        double middle = integrand.value(centre, a, b, c, d, e, f);
        double kronrod = KRONROD_MIDDLE * middle;
        double gauss = 0;
        for (int i = 0; i < NODES.length; i++) {
            double step = half * NODES[i];
            double pair =
                    integrand.value(centre - step, a, b, c, d, e, f) + integrand.value(centre + step, a, b, c, d, e, f);
            kronrod += KRONROD[i] * pair;
            if ((i & 1) == 1) {
                gauss += GAUSS[i / 2] * pair;
            }
        }
        double value = kronrod * half;
        double difference = Math.abs(kronrod - gauss) * half;
        // Halving a piece divides the difference by thousands, unless it is the rounding of the integrand.
        boolean rounding = difference <= 1e-6 * Math.abs(value) && difference >= 0.1 * before;
        if (depth == 0 || rounding || !(difference > Math.max(tolerance, 1e-15 * Math.abs(value)))) {
            return value;
        }
        return integrate(integrand, low, centre, 0.5 * tolerance, difference, depth - 1, a, b, c, d, e, f)
                + integrate(integrand, centre, high, 0.5 * tolerance, difference, depth - 1, a, b, c, d, e, f);
    }
}
