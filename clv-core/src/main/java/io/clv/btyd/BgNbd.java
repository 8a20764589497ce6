package io.clv.btyd;

/**
 * The BG/NBD model (Fader, Hardie and Lee 2005): purchases at a rate that is Gamma(r, alpha) distributed over
 * customers; after each repeat purchase a customer leaves with a chance that is Beta(a, b) distributed.
 *
 * <p>P(alive) of a customer without repeat purchases is 1 by construction, since nobody can leave before the first of
 * them: it says nothing about him. {@link MbgNbd} and {@link ParetoNbd} do not share that.
 *
 * <p>Measured against 50-digit references the log-likelihood is within 1e-13 of max(1, |value|), everything else within
 * a relative 1e-12; a = 1 is not special, where the published formula divides by zero.
 */
public final class BgNbd extends GeometricDropout {

    private BgNbd(double r, double alpha, double a, double b) {
        super("bg-nbd", r, alpha, a, b, 0);
    }

    /**
     * A model with given parameters.
     *
     * @param r the shape of the purchase rate
     * @param alpha its inverse scale, in time units
     * @param a the first parameter of the chance to leave, whose mean is a / (a + b)
     * @param b the second
     * @return the model
     * @throws IllegalArgumentException if a parameter is not finite or not above 0
     */
    public static BgNbd of(double r, double alpha, double a, double b) {
        return new BgNbd(r, alpha, a, b);
    }
}
