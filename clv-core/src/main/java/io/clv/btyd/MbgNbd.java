package io.clv.btyd;

import io.clv.ledger.CustomerTable;

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

    private static final String NAME = "mbg-nbd";

    private MbgNbd(double r, double alpha, double a, double b) {
        super(NAME, r, alpha, a, b, 1);
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

    /**
     * Fits by maximum likelihood to the histories of a table, in its time unit.
     *
     * @param customers the table
     * @return the fit
     * @throws IllegalArgumentException if there is no customer
     */
    public static Fit<MbgNbd> fit(CustomerTable customers) {
        return family().fit(customers);
    }

    /**
     * The family of these models.
     *
     * @return the family
     */
    public static TransactionFamily<MbgNbd> family() {
        return Family.INSTANCE;
    }

    /** The family, as a service. */
    public static final class Family extends GeometricFamily<MbgNbd> {

        private static final Family INSTANCE = new Family();

        /** A family; {@link #family} gives the same. */
        public Family() {
            super(NAME, "MBG/NBD: purchases at random, leaving after any purchase", 1);
        }

        @Override
        MbgNbd model(double[] parameters) {
            return new MbgNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
        }
    }
}
