package io.clv.numerics;

/**
 * The expectation of a positive, slowly varying function of p under a Beta(a, b) distribution: the trapezoidal rule in
 * {@code y = ln(p / (1 - p))}, whose error falls exponentially with the number of nodes for an integrand that is
 * analytic about the real line (Trefethen and Weideman 2014). The step is halved until two results agree to 1e-10,
 * which leaves the later one with about the square of that.
 *
 * <p>The weights are divided by their own sum over the same nodes, so no beta function is needed and what rounding does
 * to all of them is without effect. Far out the summand is a geometric series to double precision and is summed as one:
 * a or b may be as small as they like.
 */
final class LogitExpectation {

    private static final double AGREEMENT = 1e-10;
    private static final int MAX_HALVINGS = 12;

    /** A share below e^-36 of what it is added to is lost in rounding. */
    private static final double FAR = 36;

    private static final double NEGLIGIBLE = 1e-18;

    private LogitExpectation() {}

    /** A function of p and of 1 - p with three parameters, so that nothing need be captured. */
    interface Function {
        double value(double p, double rest, double first, double second, double third);
    }

    /**
     * E[f(p)] for p from Beta(a, b).
     *
     * @param f positive, between constant and falling as 1/p
     * @param knee the largest scale on which f varies is p = 1/knee
     */
    static double of(Function f, double a, double b, double knee, double first, double second, double third) {
        double leftEnd = -Math.log(Math.max(1 + b, knee)) - FAR;
        double rightEnd = Math.log(2 + a) + FAR;
        double centre = Math.log(a / b);
        double logP = logLogistic(centre);
        double logRest = logLogistic(-centre);
        double step = Math.min(1, Math.sqrt(1 / a + 1 / b));
        double sum = 0;
        double weights = 0;
        double before = Double.NaN;
        for (int halvings = 0; halvings <= MAX_HALVINGS; halvings++) {
            // The first pass takes the centre and both sides at whole steps, each later one the places in between.
            for (int side = -1; side <= 1; side += 2) {
                double end = side < 0 ? leftEnd : rightEnd;
                double offset = halvings > 0 ? 0.5 * step : side < 0 ? step : 0;
                double y = centre + side * offset;
                while (true) {
                    double logShare = logLogistic(y);
                    double logOther = logLogistic(-y);
                    double weight = Math.exp(a * (logShare - logP) + b * (logOther - logRest));
                    double term = weight * f.value(Math.exp(logShare), Math.exp(logOther), first, second, third);
                    sum += term;
                    weights += weight;
                    if (term < NEGLIGIBLE * sum && weight < NEGLIGIBLE * weights) {
                        break;
                    }
                    if (side * (y - end) >= 0) {
                        double others = 1 / Math.expm1((side < 0 ? a : b) * step);
                        sum += others * term;
                        weights += others * weight;
                        break;
                    }
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

    /** {@code ln(1 / (1 + e^-y))}. */
    private static double logLogistic(double y) {
        return y < 0 ? y - Math.log1p(Math.exp(y)) : -Math.log1p(Math.exp(-y));
    }
}
