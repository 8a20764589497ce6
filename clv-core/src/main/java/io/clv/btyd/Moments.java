package io.clv.btyd;

/**
 * Sums over customers from which a fit takes its first guess and its scale.
 *
 * @param customers how many customers, by weight
 * @param x the sum of their x
 * @param squares the sum of the squares of their x
 * @param scale the sum of what sets the scale: of T for transactions, of the mean amount for spend
 */
public record Moments(double customers, double x, double squares, double scale) {

    /** No customer. */
    static final Moments NONE = new Moments(0, 0, 0, 0);

    /**
     * The sums over this part and another.
     *
     * @param other the other part
     * @return the sums of both
     */
    public Moments plus(Moments other) {
        return new Moments(customers + other.customers, x + other.x, squares + other.squares, scale + other.scale);
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
