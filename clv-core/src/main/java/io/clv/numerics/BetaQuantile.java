package io.clv.numerics;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/** The quantiles of the beta distribution, between which a share lies. */
public final class BetaQuantile {

    private static final int HALVINGS = 1100;

    private BetaQuantile() {}

    /**
     * The x at which {@code I(x; a, b) = p}, by halving: the nearest doubles, but for the error of the beta function
     * (about 1e-14 of the probability).
     *
     * @param p from 0 to 1
     * @param a above 0
     * @param b above 0
     * @return from 0 to 1
     */
    public static double at(double p, double a, double b) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS && Math.nextUp(low) < high; i++) {
            double middle = (low + high) / 2;
            if (RegularizedBeta.value(middle, a, b) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return p <= 0 ? 0 : p >= 1 ? 1 : (low + high) / 2;
    }
}
