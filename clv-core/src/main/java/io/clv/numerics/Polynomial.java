package io.clv.numerics;

/** Polynomials by Horner's rule; {@code c[k]} is the coefficient of {@code x^k}. */
final class Polynomial {

    private Polynomial() {}

    /** P(x). */
    static double at(double x, double[] c) {
        double sum = 0;
        for (int k = c.length - 1; k >= 0; k--) {
            sum = sum * x + c[k];
        }
        return sum;
    }

    /** The divided difference (P(x) - P(y)) / (x - y), without the subtraction: x and y may be equal. */
    static double slope(double x, double y, double[] c) {
        double value = 0;
        double slope = 0;
        for (int k = c.length - 1; k >= 0; k--) {
            slope = slope * x + value;
            value = value * y + c[k];
        }
        return slope;
    }
}
