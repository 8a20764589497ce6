package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import io.clv.ledger.CustomerTable;
import io.clv.numerics.BetaFunctions;
import io.clv.numerics.RandomStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Gamma-Gamma model of spend (Fader and Hardie 2013): a customer's amounts are Gamma(p, nu) distributed, and nu is
 * Gamma(q, v) distributed over customers. How much is spent is taken to be independent of how often; the fit reports
 * how far that is so.
 *
 * <p>v is a rate, as in the authors' note; some packages call it gamma. With q not above 1 the population's mean is
 * infinite: it is then refused with the reason, where the formula {@code p v / (q - 1)} would give a negative amount.
 *
 * <p>Measured against 50-digit references the log-likelihood is within 1e-13 of max(1, |value|).
 */
public final class GammaGamma implements SpendModel {

    private static final String NAME = "gamma-gamma";

    /** Keeps the amounts of a customer apart from the times of his purchases under the same seed. */
    private static final long SPEND = 0x5350454e44L;

    /** Keeps the amounts ahead of a customer apart from those he was drawn with. */
    private static final long ANEW = 0x9e3779b97f4a7c15L;

    private final double p;
    private final double q;
    private final double v;

    private GammaGamma(double p, double q, double v) {
        this.p = Arguments.requireParameter("p", p);
        this.q = Arguments.requireParameter("q", q);
        this.v = Arguments.requireParameter("v", v);
    }

    /**
     * A model with given parameters.
     *
     * @param p the shape of a customer's amounts
     * @param q the shape of their rate over customers
     * @param v its inverse scale, in major units of money
     * @return the model
     * @throws IllegalArgumentException if a parameter is not finite or not above 0
     */
    public static GammaGamma of(double p, double q, double v) {
        return new GammaGamma(p, q, v);
    }

    /**
     * Fits by maximum likelihood to the repeat purchases of a table's customers.
     *
     * @param customers the table
     * @return the fit; its notes tell the correlation of frequency and spend, and who was left out
     * @throws IllegalArgumentException if no customer can be used
     */
    public static Fit<GammaGamma> fit(CustomerTable customers) {
        return family().fit(customers);
    }

    /**
     * The family of these models.
     *
     * @return the family
     */
    public static SpendFamily<GammaGamma> family() {
        return Family.INSTANCE;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return ImmutableMap.of("p", p, "q", q, "v", v);
    }

    /**
     * {@inheritDoc}
     *
     * <p>It is so if q is above 1.
     */
    @Override
    public boolean hasFiniteMean() {
        return q > 1;
    }

    /**
     * {@inheritDoc}
     *
     * <p>{@code ln [(x z / (v + x z))^(p x) (v / (v + x z))^q / (z B(p x, q))]} for the mean amount z.
     */
    @Override
    public double logLikelihood(int x, double mean) {
        if (x < 1) {
            throw new IllegalArgumentException("x must be at least 1, but was " + x);
        }
        requireMean(mean);
        double total = x * mean;
        double shape = p * x;
        return -BetaFunctions.logBeta(shape, q)
                - q * Math.log1p(total / v)
                - shape * Math.log1p(v / total)
                - Math.log(mean);
    }

    /**
     * {@inheritDoc}
     *
     * <p>{@code p (v + x z) / (p x + q - 1)} for the mean amount z: the customer's own mean, drawn towards the
     * population's the more, the fewer his purchases.
     */
    @Override
    public double expectedSpend(int x, double mean) {
        requireHistory(x, mean);
        double excess = p * x + (q - 1);
        double spend = p * (v + x * mean) / excess;
        if (!(excess > 0) || !(spend <= Double.MAX_VALUE)) {
            throw new ArithmeticException("expected spend is infinite: p x + q must be above 1, but was " + (p * x + q)
                    + " (p = " + p + ", q = " + q + ", x = " + x + ")");
        }
        return spend;
    }

    private static void requireHistory(int x, double mean) {
        if (x < 0) {
            throw new IllegalArgumentException("x must not be negative, but was " + x);
        }
        if (x > 0) {
            requireMean(mean);
        } else if (mean != 0) {
            throw new IllegalArgumentException("mean must be 0 where x is 0, but was " + mean);
        }
    }

    private static void requireMean(double mean) {
        if (!(mean > 0 && mean <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("mean must be finite and above 0, but was " + mean);
        }
    }

    @Override
    public double[] simulate(long seed, long customer, int x, double mean, int purchases) {
        requireHistory(x, mean);
        if (purchases < 0) {
            throw new IllegalArgumentException("purchases must not be negative, but was " + purchases);
        }
        RandomStream random = RandomStream.of(seed ^ SPEND ^ x * ANEW, customer);
        double logScale = drawLogScale(random, x, mean);
        double[] amounts = new double[purchases];
        for (int i = 0; i < purchases; i++) {
            amounts[i] = drawSum(random, logScale, 1);
            if (!(amounts[i] <= Double.MAX_VALUE)) {
                throw new ArithmeticException("a simulated amount is beyond all numbers (p = " + p + ", q = " + q
                        + ", v = " + v + ", x = " + x + ")");
            }
        }
        return amounts;
    }

    /** Draws -ln(nu) of a customer with a history known to be right. */
    double drawLogScale(RandomStream random, int x, double mean) {
        return Math.log(v + x * mean) - random.logGamma(q + p * x);
    }

    /** Draws the sum of some amounts of a customer; infinite if it is beyond a double. */
    double drawSum(RandomStream random, double logScale, int purchases) {
        return Math.exp(random.logGamma(p * purchases) + logScale);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GammaGamma model && model.parameters().equals(parameters());
    }

    @Override
    public int hashCode() {
        return parameters().hashCode();
    }

    @Override
    public String toString() {
        return name() + parameters();
    }

    /** The family, as a service. */
    public static final class Family extends NamedFamily<GammaGamma> implements SpendFamily<GammaGamma> {

        private static final Family INSTANCE = new Family();

        /** A family; {@link #family} gives the same. */
        public Family() {
            super(
                    NAME,
                    "Gamma-Gamma: spend on a purchase, independent of frequency",
                    List.of("p", "q", "v"),
                    Set.of("v"));
        }

        @Override
        GammaGamma model(double[] parameters) {
            return new GammaGamma(parameters[0], parameters[1], parameters[2]);
        }

        @Override
        public List<double[]> starts(Moments moments) {
            double mean = moments.meanScale();
            return List.of(new double[] {2, 3, mean}, new double[] {1, 1.5, 0.5 * mean});
        }

        @Override
        public List<double[]> furtherStarts(Moments moments) {
            double mean = moments.meanScale();
            return List.of(new double[] {50, 0.5, 0.01 * mean}, new double[] {0.3, 50, 160 * mean});
        }

        @Override
        public FitObjective objective(SpendTally tally, FitOptions options) {
            return new BlockObjective(
                    tally.moments(), 3, tally.rows(), new GammaGammaTerms(tally), options.parallelism());
        }

        @Override
        public boolean hasFiniteMean(double... parameters) {
            return parameters[1] > 1;
        }
    }
}
