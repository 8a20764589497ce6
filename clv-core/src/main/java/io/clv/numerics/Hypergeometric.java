package io.clv.numerics;

/** Gauss's hypergeometric function where its first parameter is 1, which is all that discounted sums ask for. */
public final class Hypergeometric {

    private Hypergeometric() {}

    /**
     * {@code 2F1(1, b; c; z)} by Gauss's continued fraction (DLMF 15.7.5 with a = 0, shifted) and Lentz's method. Near
     * z = 1 it takes about {@code 20 / sqrt(1 - z)} steps.
     *
     * @param b positive
     * @param c positive, above b unless z is below {@code c / (b + 1)}
     * @param z between 0 and 1, 1 excluded
     * @return the value, at least 1, within a relative 1e-12
     */
    public static double oneB(double b, double c, double z) {
        double value = 1;
        double numerator = 1;
        double denominator = 0;
        for (int i = 1; i < 1_000_000; i++) {
            int j = i / 2;
            double share;
            if (i == 1) {
                share = b / c;
            } else if ((i & 1) == 1) {
                share = (b + j) / (c + 2 * j - 1) * ((c - 1 + j) / (c + 2 * j));
            } else {
                share = j / (c + 2 * j - 2) * ((c - 1 - b + j) / (c + 2 * j - 1));
            }
            double a = -share * z;
            denominator = 1 / (1 + a * denominator);
            numerator = 1 + a / numerator;
            double factor = numerator * denominator;
            value *= factor;
            if (Math.abs(factor - 1) <= ExponentialIntegral.SETTLED) {
                break;
            }
        }
        return 1 / value;
    }
}
