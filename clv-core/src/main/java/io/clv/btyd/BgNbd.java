package io.clv.btyd;

import io.clv.ledger.CustomerTable;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    public static final class Family implements TransactionFamily<BgNbd> {

        private static final Family INSTANCE = new Family();

        /** A family; {@link #family} gives the same. */
        public Family() {}

        @Override
        public String name() {
            return "bg-nbd";
        }

        @Override
        public String description() {
            return "BG/NBD: purchases at random, leaving after a repeat purchase";
        }

        @Override
        public List<String> parameterNames() {
            return List.of("r", "alpha", "a", "b");
        }

        @Override
        public Set<String> scaledParameters() {
            return Set.of("alpha");
        }

        @Override
        public BgNbd of(double... parameters) {
            Families.requireCount(this, parameters);
            return BgNbd.of(parameters[0], parameters[1], parameters[2], parameters[3]);
        }

        @Override
        public List<double[]> starts(Moments moments) {
            return List.of(
                    Starts.with(Starts.purchases(moments, 1.5), 0.8, 2.5), new double[] {1, moments.meanScale(), 1, 1});
        }

        @Override
        public Map<String, Double> nested(Moments moments) {
            return Map.of("a", Starts.NEVER, "b", 1.0);
        }

        @Override
        public FitObjective objective(Tally tally, FitOptions options) {
            return new BlockObjective(
                    tally.moments(), 4, tally.rows(), new DropoutTerms(tally, 0), options.parallelism());
        }
    }
}
