package io.clv.btyd;

import io.clv.numerics.CompensatedSum;

/**
 * Sums over customers from which a fit takes its first guess, its scale and its advice.
 *
 * @param customers how many customers, by weight
 * @param returned how many of them have x above 0, by weight
 * @param x the sum of their x
 * @param squares the sum of the squares of their x
 * @param scale the sum of what sets the scale: of T for transactions, of the mean amount for spend
 */
public record Moments(double customers, double returned, double x, double squares, double scale) {

    /** No customer. */
    static final Moments NONE = new Moments(0, 0, 0, 0, 0);

    static Moments of(int[] x, double[] scale, double[] weight) {
        CompensatedSum customers = new CompensatedSum();
        CompensatedSum returned = new CompensatedSum();
        CompensatedSum purchases = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        CompensatedSum scales = new CompensatedSum();
        for (int row = 0; row < x.length; row++) {
            customers.add(weight[row]);
            returned.add(x[row] > 0 ? weight[row] : 0);
            purchases.add(weight[row] * x[row]);
            squares.add(weight[row] * x[row] * x[row]);
            scales.add(weight[row] * scale[row]);
        }
        return new Moments(customers.value(), returned.value(), purchases.value(), squares.value(), scales.value());
    }

    /**
     * The sums over this part and another.
     *
     * @param other the other part
     * @return the sums of both
     */
    public Moments plus(Moments other) {
        return new Moments(
                customers + other.customers,
                returned + other.returned,
                x + other.x,
                squares + other.squares,
                scale + other.scale);
    }

    /**
     * The mean of x.
     *
     * @return not negative
     */
    public double meanX() {
        return x / customers;
    }

    /**
     * The variance of x.
     *
     * @return not negative
     */
    public double varianceX() {
        return Math.max(0, squares / customers - meanX() * meanX());
    }

    /**
     * The mean of what sets the scale.
     *
     * @return positive, even if all observed times are 0
     */
    public double meanScale() {
        double mean = scale / customers;
        return mean > 0 ? mean : 1;
    }
}
