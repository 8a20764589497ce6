package io.clv.btyd;

import io.clv.ledger.CustomerTable;

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

    private static final String NAME = "bg-nbd";

    private BgNbd(double r, double alpha, double a, double b) {
        super(NAME, r, alpha, a, b, 0);
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

    /**
     * Fits by maximum likelihood to the histories of a table, in its time unit.
     *
     * @param customers the table
     * @return the fit
     * @throws IllegalArgumentException if there is no customer
     */
    public static Fit<BgNbd> fit(CustomerTable customers) {
        return family().fit(customers);
    }

    /**
     * The family of these models.
     *
     * @return the family
     */
    public static TransactionFamily<BgNbd> family() {
        return Family.INSTANCE;
    }

    /** The family, as a service. */
    public static final class Family extends GeometricFamily<BgNbd> {

        private static final Family INSTANCE = new Family();

        /** A family; {@link #family} gives the same. */
        public Family() {
            super(NAME, "BG/NBD: purchases at random, leaving after a repeat purchase", 0);
        }

        @Override
        BgNbd model(double[] parameters) {
            return new BgNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
        }
    }
}
