package io.clv.numerics;

/**
 * The opportunities a customer is there for, who leaves before each of them with a chance q that is Beta(g, d)
 * distributed over customers: he is there for the j-th with probability {@code S(j) = E[(1 - q)^j]}.
 */
public final class BetaGeometric {

    /** Up to this many opportunities are added up one by one. */
    private static final double FEW = 512;

    /** Below this discount an opportunity the continued fraction takes too many steps. */
    private static final double SMALL_DISCOUNT = 1e-3;

    private static final LogitExpectation.Function FOR_EVER = (q, stays, d, second, third, fourth) -> 1 / (d + q);

    private static final LogitExpectation.Function UP_TO = (q, stays, d, rate, m, fourth) -> {
        double logStays = q < 0.5 ? Math.log1p(-q) : Math.log(stays);
        return -Math.expm1(m * (logStays - rate)) / (d + q);
    };

    private BetaGeometric() {}

    /**
     * The opportunities to be expected among m: {@code S(1) + ... + S(m) = d / (g - 1) (1 - B(g - 1, d + 1 + m) / B(g -
     * 1, d + 1))}, which has a limit at g = 1.
     *
     * @param g positive
     * @param d positive
     * @param m whole and not negative
     * @return the expectation, within a relative 1e-13
     */
    public static double opportunities(double g, double d, double m) {
        if (m == 0) {
            return 0;
        }
        if (g == 1) {
            return d * GammaFunctions.harmonicSum(d + 1, m);
        }
        double log = g > 1 ? BetaFunctions.logBetaRatio(g - 1, d + 1, m) : -BetaFunctions.logBetaRatio(1 - g, g + d, m);
        return d * (-Math.expm1(log) / (g - 1));
    }

    /**
     * The discounted opportunities to be expected without end: the sum of {@code e^(-rate j) S(j)}, which is {@code d /
     * (g + d) z 2F1(1, d + 1; g + d + 1; z)} at {@code z = e^-rate}. For small rates it is taken as the mean of
     * {@code (1 - q) / (e^rate - 1 + q)}.
     *
     * @param g positive
     * @param d positive
     * @param rate the continuous discount rate per opportunity, positive
     * @return the expectation, within a relative 1e-12
     */
    public static double discounted(double g, double d, double rate) {
        double discount = Math.expm1(rate);
        double first = d / (g + d);
        if (discount < SMALL_DISCOUNT) {
            return first * LogitExpectation.of(FOR_EVER, g, d + 1, 1 / discount, 1, discount, 0, 0, 0);
        }
        double z = Math.exp(-rate);
        return first * z * Hypergeometric.oneB(d + 1, g + d + 1, z);
    }

    /**
     * The discounted opportunities to be expected among m; undiscounted with rate = 0.
     *
     * @param g positive
     * @param d positive
     * @param rate the continuous discount rate per opportunity, not negative
     * @param m whole and not negative
     * @return the expectation, within a relative 1e-12
     */
    public static double discounted(double g, double d, double rate, double m) {
        if (rate == 0) {
            return opportunities(g, d, m);
        }
        if (m <= FEW) {
            double z = Math.exp(-rate);
            double sum = 0;
            double term = 1;
            for (int j = 0; j < m; j++) {
                term *= z * ((d + j) / (g + d + j));
                sum += term;
            }
            return sum;
        }
        return d / (g + d) * LogitExpectation.of(UP_TO, g, d + 1, m, m, Math.expm1(rate), rate, m, 0);
    }
}
