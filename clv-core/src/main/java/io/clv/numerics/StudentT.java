package io.clv.numerics;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/** The quantiles of Student's distribution, by which the mean of few numbers is judged. */
public final class StudentT {

    private static final int HALVINGS = 200;

    private StudentT() {}

    /**
     * The quantile, from {@code P(|T| > t) = I(d/(d + t^2); d/2, 1/2)} by halving: the nearest doubles, but for the
     * error of the beta function (about 1e-14 of the probability).
     *
     * @param p from 0.5, below 1
     * @param freedom degrees of freedom d, above 0, which may be a fraction
     * @return at least 0
     */
    public static double quantile(double p, double freedom) {
        double tail = 2 * (1 - p);
        double low = 0;
        double high = 1;
        while (beyond(high, freedom) > tail) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < HALVINGS && Math.nextUp(low) < high; i++) {
            double middle = (low + high) / 2;
            if (beyond(middle, freedom) > tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return tail >= 1 ? 0 : (low + high) / 2;
    }

    /** P(|T| > t). */
    private static double beyond(double t, double freedom) {
        return RegularizedBeta.value(freedom / (freedom + t * t), freedom / 2, 0.5);
    }
}
