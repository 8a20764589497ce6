package io.clv.numerics;

/**
 * A multivariate t with seven degrees of freedom, which bounds the weights of draws where what is sought has the tails
 * of a normal, or somewhat heavier ones.
 *
 * @param centre where it is
 * @param spread how wide
 * @param share how often it is drawn from, beside others
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, inside the library
record Kernel(double[] centre, LowerTriangle spread, double share) {

    private static final int DEGREES = 7;

    /** Up to the constant that all kernels of one dimension share. */
    double logDensity(double[] point) {
        double square = spread.squaredDistance(point, centre);
        return -0.5 * (DEGREES + centre.length) * Math.log1p(square / DEGREES) - spread.logDeterminant();
    }

    double[] draw(RandomStream random) {
        double[] z = new double[centre.length];
        double chi = 2 * Math.exp(random.logGamma(0.5 * DEGREES));
        double scale = Math.sqrt(DEGREES / chi);
        for (int i = 0; i < z.length; i++) {
            z[i] = random.normal() * scale;
        }
        return spread.from(centre, z);
    }
}
