package io.clv.btyd;

/**
 * The modified BG/NBD model (Batislam, Denizel and Filiztekin 2007; Hoppe and Wagner 2007): as {@link BgNbd}, but a
 * customer may leave after the first purchase already, so P(alive) is below 1 for one who never came back.
 *
 * <p>What is ahead of a customer who is there at T is BG/NBD's process with b + x + 1, not the modified one's, which
 * would toss the first coin again (on CDNOW 1,382 purchases in the hold-out instead of 1,577).
 *
 * <p>Measured against 50-digit references the log-likelihood is within 1e-13 of max(1, |value|), everything else within
 * a relative 1e-12.
 */
public final class MbgNbd extends GeometricDropout {

    private MbgNbd(double r, double alpha, double a, double b) {
        super("mbg-nbd", r, alpha, a, b, 1);
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
    public static MbgNbd of(double r, double alpha, double a, double b) {
        return new MbgNbd(r, alpha, a, b);
    }
}
