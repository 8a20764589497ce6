package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import io.clv.ledger.CustomerTable;
import io.clv.numerics.GammaFunctions;
import io.clv.numerics.GompertzIntegral;
import io.clv.numerics.GompertzLife;
import io.clv.numerics.NegativeBinomial;
import io.clv.numerics.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The GGompertz/NBD model (Bemmaor and Glady 2012): purchases at a rate that is Gamma(r, alpha) distributed over
 * customers, whose mortality grows with age as {@code eta b e^(b t)}, at a level eta that is Gamma(s, beta)
 * distributed. Leaving grows likelier with age where beta is above 1, and rarer before where beta is below; as b tends
 * to 0 with beta / b fixed it is {@link ParetoNbd}, whose beta that ratio is.
 *
 * <p>Expectations are those of Adler's erratum (2022): {@code E[X(t)] = r / alpha} times the expected time to be there
 * up to t. Given that a customer is there at T, what is ahead is the same model's at {@code (r + x, alpha + T, b, s, 1
 * + (beta - 1) e^(-b T))}; no e^(b T) is formed, so that long histories do not overflow. The likelihood is an integral
 * over the time of leaving between t_x and T. Measured against 50-digit references the log-likelihood is within 1e-13
 * of max(1, |value|), everything else within a relative 1e-12.
 */
public final class GGompertzNbd extends ConjugateModel {

    private static final String NAME = "ggompertz-nbd";

    private final double r;
    private final double alpha;
    private final double b;
    private final double s;
    private final double beta;

    private GGompertzNbd(double r, double alpha, double b, double s, double beta) {
        super(NAME, ImmutableMap.of("r", r, "alpha", alpha, "b", b, "s", s, "beta", beta));
        this.r = r;
        this.alpha = alpha;
        this.b = b;
        this.s = s;
        this.beta = beta;
    }

    /**
     * A model with given parameters.
     *
     * @param r the shape of the purchase rate
     * @param alpha its inverse scale, in time units
     * @param b the rate at which mortality grows, per time unit
     * @param s the shape of the level of mortality
     * @param beta its inverse scale, a pure number
     * @return the model
     * @throws IllegalArgumentException if a parameter is not finite or not above 0
     */
    public static GGompertzNbd of(double r, double alpha, double b, double s, double beta) {
        return new GGompertzNbd(r, alpha, b, s, beta);
    }

    /**
     * Fits by maximum likelihood to the histories of a table, in its time unit.
     *
     * @param customers the table
     * @return the fit
     * @throws IllegalArgumentException if there is no customer
     */
    public static Fit<GGompertzNbd> fit(CustomerTable customers) {
        return family().fit(customers);
    }

    /**
     * The family of these models.
     *
     * @return the family
     */
    public static TransactionFamily<GGompertzNbd> family() {
        return Family.INSTANCE;
    }

    /** The beta of one who is there at a time. */
    private double betaAt(double time) {
        return GompertzLife.later(beta, b * time);
    }

    @Override
    ConjugateModel ahead(int x, double age, Shock shock) {
        return of(r + x, (alpha + age) / shock.buying(), b, s, betaAt(age) / shock.leaving());
    }

    /** The log probability, given the history up to t_x, of no purchase until T while there. */
    private double logSilence(int x, double tx, double age) {
        double length = age - tx;
        return -(r + x) * Math.log1p(length / (alpha + tx)) - s * GompertzLife.exposure(betaAt(tx), b * length);
    }

    /** The log probability, given the history up to t_x, of leaving before T without another purchase. */
    private double logLeft(int x, double tx, double age) {
        return GompertzIntegral.logLeaving(0, r + x, b * (alpha + tx), s, betaAt(tx), b * (age - tx));
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
                - s * GompertzLife.exposure(beta, b * tx)
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

    /** n purchases while there up to the horizon; or n up to a time before it at which he leaves. */
    @Override
    double countIfAlive(int x, double age, int n, double horizon) {
        double shape = r + x;
        double scale = alpha + age;
        double later = betaAt(age);
        double stays = Math.exp(NegativeBinomial.logProbability(shape, scale, n, horizon)
                - s * GompertzLife.exposure(later, b * horizon));
        double ways = GammaFunctions.logPochhammer(shape, n) - GammaFunctions.logPochhammer(1, n);
        return stays + Math.exp(ways + GompertzIntegral.logLeaving(n, shape, b * scale, s, later, b * horizon));
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
        return lifetimeIfAlive(x, age, delta, Double.POSITIVE_INFINITY);
    }

    @Override
    double lifetimeIfAlive(int x, double age, double delta, double horizon) {
        return Math.exp(GompertzIntegral.logStaying(
                        0, 0, Double.POSITIVE_INFINITY, delta / b, s, betaAt(age), b * horizon))
                / b;
    }

    @Override
    double purchaseIfAlive(int x, double age, double horizon) {
        double scale = b * (alpha + age);
        return (r + x)
                / scale
                * Math.exp(GompertzIntegral.logStaying(0, r + x + 1, scale, 0, s, betaAt(age), b * horizon));
    }

    @Override
    double everIfAlive(int x, double age) {
        return purchaseIfAlive(x, age, Double.POSITIVE_INFINITY);
    }

    @Override
    double timeIfAlive(int x, double age, double share) {
        return timeByBisection(x, age, share, alpha + age);
    }

    /** {@code u (1 + u/a)^-(p + 1) = a (u / (a + u)) (1 + u/a)^-p}, so that the mean needs no difference. */
    @Override
    double meanTimeIfAlive(int x, double age) {
        double shape = r + x;
        double sum = Math.exp(
                GompertzIntegral.logStaying(1, shape, b * (alpha + age), 0, s, betaAt(age), Double.POSITIVE_INFINITY));
        return shape * sum / (b * everIfAlive(x, age));
    }

    @Override
    double drawIfAlive(RandomStream random, int x, double age, double horizon, PurchaseTimes times) {
        double end = Math.min(horizon, GompertzLife.length(betaAt(age), random.exponential() / s) / b);
        PoissonGamma.purchases(random, r + x, alpha + age, end, times);
        return end;
    }

    /** The family, as a service. */
    public static final class Family extends ScalableFamily<GGompertzNbd> {

        private static final Family INSTANCE = new Family();

        /** b at which mortality does not grow within the time observed. */
        private static final double LIMIT = 1e-12;

        /** At a large beta nobody leaves before ln beta / b, and then everybody at the rate s b. */
        private static final double LOG_BETA = 20;

        /** Times of the first to leave, as shares of the mean age. */
        private static final double[] SHARES = {0.04, 0.08, 0.12, 0.2, 0.35, 0.5, 0.7, 0.9};

        /** A family; {@link #family} gives the same. */
        public Family() {
            super(
                    NAME,
                    "GGompertz/NBD: purchases at random, leaving likelier with age",
                    List.of("r", "alpha", "b", "s", "beta"),
                    Set.of("alpha"));
        }

        @Override
        GGompertzNbd model(double[] parameters) {
            return new GGompertzNbd(parameters[0], parameters[1], parameters[2], parameters[3], parameters[4]);
        }

        @Override
        public Set<String> inverseParameters() {
            return Set.of("b");
        }

        @Override
        public List<double[]> starts(Moments moments) {
            double age = moments.meanScale();
            double[] purchases = Starts.purchases(moments, 1.5);
            return List.of(
                    new double[] {purchases[0], purchases[1], 2 / age, 0.7, 2}, new double[] {1, age, 5 / age, 1, 50});
        }

        /** Some may seem to leave at once. */
        @Override
        public List<double[]> furtherStarts(Moments moments) {
            double age = moments.meanScale();
            double[] purchases = Starts.purchases(moments, 1);
            return List.of(new double[] {purchases[0], purchases[1], 1 / age, 0.02, 1e-10});
        }

        /** Of few customers none may seem to leave up to a time, and then all at once, or at an even rate. */
        @Override
        public List<Map<String, Double>> remotePlaces(Moments moments) {
            double age = moments.meanScale();
            List<Map<String, Double>> places = new ArrayList<>();
            for (double share : SHARES) {
                // All at once they leave late: early, nobody would be left to buy.
                for (double rate : share < 0.5 ? new double[] {0.1, 1} : new double[] {0.1, 1, 10}) {
                    places.add(Map.of(
                            "b", LOG_BETA / (share * age), "s", rate * share / LOG_BETA, "beta", Math.exp(LOG_BETA)));
                }
            }
            return places;
        }

        /** Pareto/NBD's beta times {@link #LIMIT} must be as far out as Pareto/NBD's own may be. */
        @Override
        public double reach(String name) {
            return name.equals("beta") ? super.reach(name) - Math.log(LIMIT) : super.reach(name);
        }

        @Override
        public Map<String, Double> nested(Moments moments) {
            return Map.of("b", 1 / moments.meanScale(), "s", Starts.NEVER, "beta", 1.0);
        }

        /** Pareto/NBD. */
        @Override
        public List<SimplerModel> simplerModels(Moments moments) {
            double age = moments.meanScale();
            double[] purchases = Starts.purchases(moments, 1.5);
            return List.of(SimplerModel.from(
                    new double[] {purchases[0], purchases[1], LIMIT / age, 0.7, 0.7 * LIMIT},
                    Map.of("b", LIMIT / age)));
        }

        @Override
        RowTerms terms(Tally tally) {
            return new GompertzTerms(tally);
        }

        @Override
        List<Effect> effects() {
            return List.of(Effect.purchases(1), Effect.dropout(4));
        }
    }
}
