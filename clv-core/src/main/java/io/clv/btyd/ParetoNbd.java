package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import io.clv.ledger.CustomerTable;
import io.clv.numerics.ExponentialIntegral;
import io.clv.numerics.GammaFunctions;
import io.clv.numerics.GammaRace;
import io.clv.numerics.ParetoIntegral;
import io.clv.numerics.RandomStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Pareto/NBD model (Schmittlein, Morrison and Colombo 1987; Fader and Hardie 2005): purchases at a rate that is
 * Gamma(r, alpha) distributed over customers, who leave at a rate that is Gamma(s, beta) distributed.
 *
 * <p>The likelihood is an integral over the time of leaving between t_x and T, which is positive; the usual difference
 * of two hypergeometric functions overflows or cancels for long histories. Measured against 50-digit references the
 * log-likelihood is within 1e-13 of max(1, |value|), everything else within a relative 1e-12; s = 1 is not special.
 */
public final class ParetoNbd extends ConjugateModel {

    private static final String NAME = "pareto-nbd";

    private final double r;
    private final double alpha;
    private final double s;
    private final double beta;

    private ParetoNbd(double r, double alpha, double s, double beta) {
        super(NAME, ImmutableMap.of("r", r, "alpha", alpha, "s", s, "beta", beta));
        this.r = r;
        this.alpha = alpha;
        this.s = s;
        this.beta = beta;
    }

    /**
     * A model with given parameters.
     *
     * @param r the shape of the purchase rate
     * @param alpha its inverse scale, in time units
     * @param s the shape of the rate of leaving
     * @param beta its inverse scale, in time units
     * @return the model
     * @throws IllegalArgumentException if a parameter is not finite or not above 0
     */
    public static ParetoNbd of(double r, double alpha, double s, double beta) {
        return new ParetoNbd(r, alpha, s, beta);
    }

    /**
     * Fits by maximum likelihood to the histories of a table, in its time unit.
     *
     * @param customers the table
     * @return the fit
     * @throws IllegalArgumentException if there is no customer
     */
    public static Fit<ParetoNbd> fit(CustomerTable customers) {
        return family().fit(customers);
    }

    /**
     * The family of these models.
     *
     * @return the family
     */
    public static TransactionFamily<ParetoNbd> family() {
        return Family.INSTANCE;
    }

    /** The log probability, given the history up to t_x, of no purchase until T while there. */
    private double logSilence(int x, double tx, double age) {
        return -(r + x) * Math.log1p((age - tx) / (alpha + tx)) - s * Math.log1p((age - tx) / (beta + tx));
    }

    /** The log probability, given the history up to t_x, of leaving before T without another purchase. */
    private double logLeft(int x, double tx, double age) {
        return Math.log(s / (beta + tx)) + ParetoIntegral.log(alpha + tx, r + x, beta + tx, s + 1, age - tx);
    }

    @Override
    ConjugateModel ahead(int x, double age, Shock shock) {
        return of(r + x, (alpha + age) / shock.buying(), s, (beta + age) / shock.leaving());
    }

    @Override
    public double logLikelihood(int x, double tx, double age) {
        Arguments.requireHistory(x, tx, age);
        double silence = logSilence(x, tx, age);
        double left = logLeft(x, tx, age);
        double larger = Math.max(silence, left);
        return GammaFunctions.logPochhammer(r, x)
                - x * Math.log(alpha + tx)
                - r * Math.log1p(tx / alpha)
                - s * Math.log1p(tx / beta)
                + larger
                + Math.log1p(Math.exp(Math.min(silence, left) - larger));
    }

    @Override
    double alive(int x, double tx, double age) {
        return 1 / (1 + Math.exp(logLeft(x, tx, age) - logSilence(x, tx, age)));
    }

    /** The rate to be expected of one who is there. */
    private double rate(int x, double age) {
        return (r + x) / (alpha + age);
    }

    @Override
    double expectedIfAlive(int x, double age, double horizon) {
        return rate(x, age) * lifetimeIfAlive(x, age, 0, horizon);
    }

    @Override
    double countIfAlive(int x, double age, int n, double horizon) {
        return ParetoCount.probability(r + x, alpha + age, s, beta + age, n, horizon);
    }

    @Override
    double discountedIfAlive(int x, double age, double delta) {
        return rate(x, age) * lifetimeIfAlive(x, age, delta);
    }

    @Override
    double discountedIfAlive(int x, double age, double delta, double horizon) {
        return rate(x, age) * lifetimeIfAlive(x, age, delta, horizon);
    }

    @Override
    double lifetimeIfAlive(int x, double age, double delta) {
        double scale = beta + age;
        return scale * ExponentialIntegral.scaled(s, delta * scale);
    }

    @Override
    double lifetimeIfAlive(int x, double age, double delta, double horizon) {
        double scale = beta + age;
        double length = Math.log1p(horizon / scale);
        if (delta > 0) {
            return scale * ExponentialIntegral.scaledUpTo(s, delta * scale, length);
        }
        double excess = s - 1;
        return scale * (excess == 0 ? length : -Math.expm1(-excess * length) / excess);
    }

    @Override
    double purchaseIfAlive(int x, double age, double horizon) {
        return rate(x, age) * Math.exp(ParetoIntegral.log(alpha + age, r + x + 1, beta + age, s, horizon));
    }

    @Override
    double everIfAlive(int x, double age) {
        return GammaRace.firstWins(r + x, alpha + age, s, beta + age);
    }

    @Override
    double timeIfAlive(int x, double age, double share) {
        return timeByBisection(x, age, share, alpha + age);
    }

    @Override
    double meanTimeIfAlive(int x, double age) {
        return GammaRace.meanTimeOfWin(r + x, alpha + age, s, beta + age);
    }

    @Override
    double drawIfAlive(RandomStream random, int x, double age, double horizon, PurchaseTimes times) {
        double end = Math.min(horizon, PoissonGamma.wait(random, s, beta + age));
        PoissonGamma.purchases(random, r + x, alpha + age, end, times);
        return end;
    }

    /** The family, as a service. */
    public static final class Family extends ScalableFamily<ParetoNbd> {

        private static final Family INSTANCE = new Family();

        /** A family; {@link #family} gives the same. */
        public Family() {
            super(
                    NAME,
                    "Pareto/NBD: purchases at random, leaving at any time",
                    List.of("r", "alpha", "s", "beta"),
                    Set.of("alpha", "beta"));
        }

        @Override
        ParetoNbd model(double[] parameters) {
            return new ParetoNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
        }

        @Override
        public List<double[]> starts(Moments moments) {
            double age = moments.meanScale();
            return List.of(Starts.with(Starts.purchases(moments, 1.5), 0.7, 0.7 * age), new double[] {1, age, 1, age});
        }

        @Override
        public List<double[]> furtherStarts(Moments moments) {
            double age = moments.meanScale();
            double[] purchases = Starts.purchases(moments, 1);
            return List.of(
                    Starts.with(purchases, 0.05, 0.02 * age),
                    Starts.with(purchases, 5e-4, 1e-10 * age),
                    Starts.with(purchases, 20, 40 * age));
        }

        @Override
        public Map<String, Double> nested(Moments moments) {
            return Map.of("s", Starts.NEVER, "beta", moments.meanScale());
        }

        @Override
        RowTerms terms(Tally tally) {
            return new ParetoTerms(tally);
        }

        @Override
        List<Effect> effects() {
            return List.of(Effect.purchases(1), Effect.dropout(3));
        }
    }
}
