package io.clv.economics;

import java.util.List;

/**
 * How many customers a channel wins for how much spend, over the time that a budget is for. Returns diminish sooner or
 * later: the next unit of money wins fewer customers than the one before. Any function may stand here; these have a
 * form:
 *
 * <ul>
 *   <li>{@linkplain #power power}: {@code a x^b}, b from 0 to 1, an elasticity that stays the same;
 *   <li>{@linkplain #log log}: {@code a ln(1 + x/s)}, nearly linear as long as x is small beside s;
 *   <li>{@linkplain #hill Hill}: {@code m x^n / (k^n + x^n)}, saturating at m and half of it at k; S-shaped for n above
 *       1, where a little spend wins next to nobody.
 * </ul>
 *
 * <p>Curves are estimated elsewhere, from experiments or a media mix model; a curve drawn through past spend alone
 * mistakes good seasons for good channels.
 */
@FunctionalInterface
public interface ResponseCurve {

    /**
     * The customers won.
     *
     * @param spend in major units of the currency, 0 or more
     * @return 0 or more, and never less for more spend
     */
    double customers(double spend);

    /**
     * The customers that a further unit of money wins: the slope. At no spend, where a slope may have no bound, it is
     * the mean of the first unit of money.
     *
     * @param spend in major units of the currency, 0 or more
     * @return customers per major unit
     */
    default double marginal(double spend) {
        if (spend <= 0) {
            return customers(1) - customers(0);
        }
        double step = 1e-5 * spend;
        return (customers(spend + step) - customers(spend - step)) / (2 * step);
    }

    /**
     * {@code a x^b}: 10% more spend wins 10 b % more customers.
     *
     * @param scale a, the customers won by one unit of money, above 0
     * @param elasticity b, above 0 and at most 1
     * @return the curve
     * @throws IllegalArgumentException if a parameter is out of range
     */
    static ResponseCurve power(double scale, double elasticity) {
        return new PowerResponse(scale, elasticity);
    }

    /**
     * {@code a ln(1 + x/s)}.
     *
     * @param scale a, the customers that each further e-fold of spend wins, above 0
     * @param threshold s, the spend from which returns clearly diminish, above 0
     * @return the curve
     * @throws IllegalArgumentException if a parameter is out of range
     */
    static ResponseCurve log(double scale, double threshold) {
        return new LogResponse(scale, threshold);
    }

    /**
     * {@code m x^n / (k^n + x^n)} (Hill 1910).
     *
     * @param most m, the customers there are to be won, above 0
     * @param half k, the spend that wins half of them, above 0
     * @param steepness n, above 0; above 1 the curve is S-shaped
     * @return the curve
     * @throws IllegalArgumentException if a parameter is out of range
     */
    static ResponseCurve hill(double most, double half, double steepness) {
        return new HillResponse(most, half, steepness);
    }

    /**
     * The mean of several curves, such as draws of one whose parameters are not known for sure: what it says is the
     * expectation, which the curve of the mean parameters is not.
     *
     * @param curves at least one, all as likely
     * @return the curve
     * @throws IllegalArgumentException if there is none
     */
    static ResponseCurve mean(List<? extends ResponseCurve> curves) {
        return new MeanResponse(List.copyOf(curves));
    }
}
