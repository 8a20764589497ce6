package io.clv.numerics;

/**
 * The expectation of a positive, slowly varying function of p under a Beta(a, b) distribution: the trapezoidal rule in
 * {@code y = ln(p / (1 - p))}, whose error falls exponentially with the number of nodes for an integrand that is
 * analytic about the real line (Trefethen and Weideman 2014). The step is halved until two results agree to 1e-7, which
 * leaves the later one with less than the square of that.
 *
 * <p>The weights are divided by their own sum over the same nodes, so no beta function is needed and what rounding does
 * to all of them is without effect. Far out the summand becomes a sum of a few geometric series of known ratios, and up
 * to {@value #MOST_LAST} of its values give the rest: a or b may be as small as they like.
 */
final class LogitExpectation {

    private static final double AGREEMENT = 1e-7;
    private static final int MAX_HALVINGS = 12;

    /** From so many summands at most the rest of a side is extrapolated. */
    private static final int MOST_LAST = 6;

    /** A share below e^-38 of what it is added to is lost in rounding. */
    private static final double LOST = 38;

    private static final double NEGLIGIBLE = 1e-18;

    private LogitExpectation() {}

    /** A function of p and of 1 - p, analytic at 0 and 1, with four parameters, so that nothing need be captured. */
    interface Function {
        double value(double p, double rest, double first, double second, double third, double fourth);
    }

    /**
     * E[f(p)] for p from Beta(a, b).
     *
     * @param f positive, between constant and falling as 1/p
     * @param knee the least scale on which f varies is p = 1/knee
     * @param power f falls no faster than {@code (1 + p / c)^-power}, for any c
     */
    static double of(
            Function f,
            double a,
            double b,
            double knee,
            double power,
            double first,
            double second,
            double third,
            double fourth) {
        double centre = Math.log(a / b);
        double logP = logLogistic(centre);
        double logRest = logLogistic(-centre);
        double step = firstStep(a, b, power);
        double sum = 0;
        double weights = 0;
        double before = Double.NaN;
        for (int halvings = 0; halvings <= MAX_HALVINGS; halvings++) {
            int last = last(step);
            double far = LOST / last - 0.5 * (last - 1) * step;
            double decay = Math.exp(-step);
            // The first pass takes the centre and both sides at whole steps, each later one the places in between.
            for (int side = -1; side <= 1; side += 2) {
                double slope = side < 0 ? a : b;
                double end = side < 0 ? -Math.log(Math.max(1 + a + b, knee)) - far : Math.log(2 + a + b) + far;
                double offset = halvings > 0 ? 0.5 * step : side < 0 ? step : 0;
                double y = centre + side * offset;
                double share = 1;
                double change = 0;
                int k = 0;
                while (k < last) {
                    double small = Math.exp(-Math.abs(y));
                    double likely = 1 / (1 + small);
                    double unlikely = small * likely;
                    double log = -Math.log1p(small);
                    double logShare = y < 0 ? y + log : log;
                    double logOther = y < 0 ? log : log - y;
                    double p = y < 0 ? unlikely : likely;
                    double rest = y < 0 ? likely : unlikely;
                    double weight = Math.exp(a * (logShare - logP) + b * (logOther - logRest));
                    double term = weight * f.value(p, rest, first, second, third, fourth);
                    if (term < NEGLIGIBLE * sum && weight < NEGLIGIBLE * weights) {
                        break;
                    }
                    if (k > 0 || side * (y - end) >= 0) {
                        change = k == 0
                                ? firstChange(last, slope * step, decay)
                                : change * changeRatio(last, k, slope * step, decay);
                        share += change;
                        k++;
                    }
                    sum += share * term;
                    weights += share * weight;
                    y += side * step;
                }
            }
            double value = sum / weights;
            if (Math.abs(value - before) <= AGREEMENT * value) {
                return value;
            }
            before = value;
            if (halvings > 0) {
                step *= 0.5;
            }
        }
        return before;
    }

    /**
     * Twice the step at which the error is about 1e-15: for a peak, which is a normal density of variance 1/a + 1/b,
     * and for a flank, which falls off as a double exponential where a parameter is large.
     */
    private static double firstStep(double a, double b, double power) {
        return 2 / Math.sqrt(2 / (1 / a + 1 / b) + 3 + 2.2 * Math.log1p(Math.max(power, Math.max(a, b))));
    }

    /** Series of nearly equal ratios cannot be told apart: fewer at a small step, the last of them farther out. */
    private static int last(double step) {
        return (int) Math.max(1, Math.min(MOST_LAST, 10 * step));
    }

    /*
     * Summands t(k), k = 0, 1, ..., that are a sum of n geometric series of ratios w(j) = q s^j, with q = e^-fall
     * and s = e^-step, add up to the sum of B(k) t(k) over the first n, if the polynomial of coefficients B is 1/(1 - w)
     * at each w(j). Then (1 - w) B(w) = 1 - prod (w - w(j)) / (1 - w(j)), so that B(k) - B(k - 1) is a coefficient of
     * that product, which the q-binomial theorem gives.
     */

    /** {@code B(0) - 1}. */
    private static double firstChange(int last, double fall, double decay) {
        double ratio = Math.exp(-fall);
        double product = ratio / Math.expm1(-fall);
        for (int j = 1; j < last; j++) {
            ratio *= decay;
            product *= ratio / (ratio - 1);
        }
        return -product;
    }

    /** {@code (B(k) - B(k - 1)) / (B(k - 1) - B(k - 2))}, with 1 for B(-1). */
    private static double changeRatio(int last, int k, double fall, double decay) {
        double below = 1;
        for (int j = k; j < last; j++) {
            below *= decay;
        }
        double above = 1;
        for (int j = 0; j < k; j++) {
            above *= decay;
        }
        return (below * decay - 1) / (1 - above) / below * Math.exp(fall);
    }

    /** {@code ln(1 / (1 + e^-y))}. */
    private static double logLogistic(double y) {
        return y < 0 ? y - Math.log1p(Math.exp(y)) : -Math.log1p(Math.exp(-y));
    }
}
