package io.clv.numerics;

/**
 * Sums over opportunities j = 0, 1, 2, ... of
 *
 * <pre>{@code t_j = C(k + j, k) E[(1 - p)^j] E[(1 - q)^j]}</pre>
 *
 * <p>for p from Beta(a, b) and q from Beta(g, d): k successes among k + j trials, none of which was the last. All terms
 * are positive and each follows from the one before by a ratio, so nothing cancels. They fall as slowly as {@code j^(k
 * - a - g)}. Where 8192 or more are still to come and they change by less than 1% from one to the next, the rest is an
 * integral by Gauss and Legendre in ln j with the corrections of Euler and Maclaurin, up to the third difference: so
 * the sum may have any number of terms, even infinitely many.
 */
public final class BetaSeries {

    private static final double NEGLIGIBLE = 1e-18;
    /** So many terms cost more than an integral. */
    private static final double MANY = 8192;
    /** Where the corrections are tried, and the least j at which they are good. */
    private static final long STRIDE = 256;

    private static final double STEEP = 0.01;

    private static final double LARGE = 1e250;

    private static final double WIDEST_PIECE = 3;

    private BetaSeries() {}

    /**
     * The log of the sum of the first terms.
     *
     * @param k how many successes
     * @param a positive
     * @param b positive
     * @param g positive
     * @param d positive
     * @param excess {@code a + g - k - 1}, which the caller knows better than it can be computed here
     * @param count how many terms, whole and above 0
     * @return the log, not below 0, within 1e-13 of max(1, |value|)
     */
    public static double logSum(int k, double a, double b, double g, double d, double excess, double count) {
        double sum = 0;
        double term = 1;
        double logScale = 0;
        for (long i = 0; i < count; i++) {
            double j = i;
            if (i > 0 && i % STRIDE == 0 && count - j > MANY && smooth(k, a, b, g, d, j)) {
                return logScale + logWithRest(k, a, b, g, d, excess, count, j, sum, term);
            }
            sum += term;
            double ratio = ratio(k, a, b, g, d, j);
            term *= ratio;
            if (term <= NEGLIGIBLE * sum) {
                // What falls as a power of j is worth about j times its first term, however many there are.
                double powers = excess > 0 && ratio < 1 ? (1 + 1 / excess) / (1 - ratio) : Double.POSITIVE_INFINITY;
                if (term == 0 || term * Math.min(count - j, powers) <= NEGLIGIBLE * sum) {
                    break;
                }
            } else if (term > LARGE) {
                term /= LARGE;
                sum /= LARGE;
                logScale += Math.log(LARGE);
            }
        }
        return logScale + Math.log(sum);
    }

    /**
     * The log of the sum of all terms.
     *
     * @param k how many successes
     * @param a positive
     * @param b positive
     * @param g positive
     * @param d positive
     * @param excess {@code a + g - k - 1}, positive
     * @return the log, not below 0, within 1e-13 of max(1, |value|)
     */
    public static double logTotal(int k, double a, double b, double g, double d, double excess) {
        return logSum(k, a, b, g, d, excess, Double.POSITIVE_INFINITY);
    }

    /** {@code t_(j + 1) / t_j}. */
    private static double ratio(int k, double a, double b, double g, double d, double j) {
        double stays = (b + j) / (a + b + j) * ((d + j) / (g + d + j));
        return k == 0 ? stays : stays * ((k + 1 + j) / (1 + j));
    }

    private static boolean smooth(int k, double a, double b, double g, double d, double j) {
        return k / (1 + j) + a / (b + j) + g / (d + j) < STEEP;
    }

    /** The log of the sum so far and all terms from j on, which is where t_j stands at the given value. */
    private static double logWithRest(
            int k,
            double a,
            double b,
            double g,
            double d,
            double excess,
            double count,
            double j,
            double sum,
            double term) {
        double from = j - 0.5;
        double logFirst = Math.log(term) - logGrowth(k, a, b, g, d, from, 0.5);
        double logIntegral = logFirst + logIntegral(k, a, b, g, d, excess, from, count - j);
        double height = Math.max(0, logIntegral);
        double total = (sum - correction(k, a, b, g, d, j, term)) * Math.exp(-height) + Math.exp(logIntegral - height);
        if (count < Double.POSITIVE_INFINITY) {
            double last = Math.exp(logFirst + logGrowth(k, a, b, g, d, from, count - from) - height);
            total += correction(k, a, b, g, d, count, last);
        }
        return height + Math.log(total);
    }

    /** {@code -1/24} of the first and {@code 17/5760} of the third central difference of t at j - 1/2. */
    private static double correction(int k, double a, double b, double g, double d, double j, double term) {
        double back = 1 / ratio(k, a, b, g, d, j - 1);
        double backTwice = back / ratio(k, a, b, g, d, j - 2);
        double third = ratio(k, a, b, g, d, j) - 3 + 3 * back - backTwice;
        return term * (17.0 / 5760 * third - (1 - back) / 24);
    }

    /** {@code ln [t(y + s) / t(y)]} for t continued to real arguments. */
    private static double logGrowth(int k, double a, double b, double g, double d, double y, double s) {
        double stays = BetaFunctions.logBetaRatio(a, b + y, s) + BetaFunctions.logBetaRatio(g, d + y, s);
        return k == 0 ? stays : stays - BetaFunctions.logBetaRatio(k, 1 + y, s);
    }

    /**
     * The log of the integral of {@code t(from + s) / t(from)} over s up to a length, which may be infinite. In
     * {@code u = ln y} the exponent bends by at most {@code (a + g + k) / 4}; pieces are so short that it changes by
     * about 8 in each. Beyond 1e17 times all parameters t is a power.
     */
    private static double logIntegral(
            int k, double a, double b, double g, double d, double excess, double from, double length) {
        GaussLegendre rule = GaussLegendre.sixteen();
        double widest = Math.min(WIDEST_PIECE, 4 / Math.sqrt(1 + 0.25 * (a + g + k)));
        double end = Math.log1p(length / from);
        double far = Math.log(1e17 * (1 + (a + b + g + d + k) / from));
        double height = 0;
        double sum = 0;
        double w = 0;
        while (w < Math.min(end, far)) {
            double y = from * Math.exp(w);
            double slope = 1 + k / (1 + 1 / y) - a / (1 + b / y) - g / (1 + d / y);
            double width = Math.min(Math.min(widest, 8 / Math.abs(slope)), Math.min(end, far) - w);
            double piece = 0;
            for (int i = 0; i < rule.size(); i++) {
                double v = w + width * rule.node(i);
                double exponent = v + logGrowth(k, a, b, g, d, from, from * Math.expm1(v)) - height;
                if (exponent > 100) {
                    // The integrand is scaled by the highest it has been, give or take e^100.
                    piece *= Math.exp(-exponent);
                    sum *= Math.exp(-exponent);
                    height += exponent;
                    exponent = 0;
                }
                piece += rule.weight(i) * Math.exp(exponent);
            }
            sum += piece * width;
            if (slope < 0 && piece * width < NEGLIGIBLE * sum && piece * Math.max(1, 1 / excess) < NEGLIGIBLE * sum) {
                return Math.log(from) + height + Math.log(sum);
            }
            w += width;
        }
        if (end > far) {
            double power = far + logGrowth(k, a, b, g, d, from, from * Math.expm1(far)) - height;
            double rest = end - far;
            sum += Math.exp(power) * (excess == 0 ? rest : -Math.expm1(-excess * rest) / excess);
        }
        return Math.log(from) + height + Math.log(sum);
    }
}
