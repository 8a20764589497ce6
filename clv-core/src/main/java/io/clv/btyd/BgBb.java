package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import io.clv.ledger.CustomerTable;
import io.clv.numerics.BetaBinomial;
import io.clv.numerics.BetaFunctions;
import io.clv.numerics.BetaGeometric;
import io.clv.numerics.BetaSeries;
import io.clv.numerics.RandomStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The BG/BB model (Fader, Hardie and Shang 2010): once a period there is an opportunity to buy, as with donations,
 * events or cruises. Before each opportunity a customer leaves with a chance that is Beta(gamma, delta) distributed
 * over customers; one who is there buys with a chance that is Beta(alpha, beta) distributed.
 *
 * <p>Time is counted in opportunities, from the one of the first purchase: T is the number of opportunities since then
 * (n in the paper), t_x the one of the last purchase, and x the number of opportunities used, at most t_x. A t_x, T or
 * horizon that is not whole is refused, and so is an x above t_x. The j-th opportunity after T lies j ahead: it is
 * discounted by {@code e^(-j delta)}, so that a discount d a period is {@code delta = ln(1 + d)}; the discounted
 * lifetime is the discounted number of opportunities a customer is still there for; and the time to the next purchase
 * is the first opportunity by which it has come with the given probability, or within 1e-12 of that.
 *
 * <p>{@link #probabilityAlive} is that of having been there at the T-th opportunity, which is what all that lies ahead
 * is conditioned on. The paper's tables, and with them BTYD and lifetimes, give that of being there at the next one:
 * {@link #probabilityAliveAtNextOpportunity}. The log-likelihood is that of the sequence of purchases and none, of
 * which only (x, t_x, T) matters; it does not change with the unit of time, and does not compare with that of models in
 * continuous time.
 *
 * <p>Measured against 50-digit references the log-likelihood is within 1e-13 of max(1, |value|), everything else within
 * a relative 1e-12. Neither T nor the horizon need be small: sums over many opportunities are taken as integrals.
 */
public final class BgBb extends ConjugateModel {

    private static final String NAME = "bg-bb";

    /** What a probability is known to. */
    private static final double ACCURACY = 1e-12;

    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double delta;

    private BgBb(double alpha, double beta, double gamma, double delta) {
        super(NAME, ImmutableMap.of("alpha", alpha, "beta", beta, "gamma", gamma, "delta", delta));
        this.alpha = alpha;
        this.beta = beta;
        this.gamma = gamma;
        this.delta = delta;
    }

    /**
     * A model with given parameters.
     *
     * @param alpha the first parameter of the chance to buy, whose mean is alpha / (alpha + beta)
     * @param beta the second
     * @param gamma the first parameter of the chance to leave, whose mean is gamma / (gamma + delta)
     * @param delta the second
     * @return the model
     * @throws IllegalArgumentException if a parameter is not finite or not above 0
     */
    public static BgBb of(double alpha, double beta, double gamma, double delta) {
        return new BgBb(alpha, beta, gamma, delta);
    }

    /**
     * Fits by maximum likelihood to the histories of a table whose granularity is its unit, one opportunity a period.
     * The end of observation should be the last day of a period; a note of the fit says so where it is not.
     *
     * @param customers the table
     * @return the fit
     * @throws IllegalArgumentException if there is no customer, or if granularity and unit differ
     */
    public static Fit<BgBb> fit(CustomerTable customers) {
        return family().fit(customers);
    }

    /**
     * The family of these models.
     *
     * @return the family
     */
    public static TransactionFamily<BgBb> family() {
        return Family.INSTANCE;
    }

    /**
     * The probability of being still there at the opportunity after T: as {@link #probabilityAlive}, less the chance to
     * leave before it.
     *
     * @param x repeat purchases
     * @param tx the opportunity of the last one
     * @param age the opportunities since the first purchase, T
     * @return between 0 and 1
     */
    public double probabilityAliveAtNextOpportunity(int x, double tx, double age) {
        double stays = delta + age;
        return probabilityAlive(x, tx, age) * (stays / (gamma + stays));
    }

    /** Probabilities have no rate to multiply: the odds of their means are, by dividing beta and delta. */
    @Override
    ConjugateModel ahead(int x, double age, Shock shock) {
        return of(alpha + x, (beta + (age - x)) / shock.buying(), gamma, (delta + age) / shock.leaving());
    }

    @Override
    void requireHistory(int x, double tx, double age) {
        super.requireHistory(x, tx, age);
        Opportunities.requireHistory(x, tx, age);
    }

    @Override
    void requireHorizon(double horizon) {
        super.requireHorizon(horizon);
        Opportunities.requireWhole("horizon", horizon);
    }

    @Override
    public double logLikelihood(int x, double tx, double age) {
        requireHistory(x, tx, age);
        double until = BetaFunctions.logBetaRatio(beta, alpha, x)
                + BetaFunctions.logBetaRatio(alpha + x, beta, tx - x)
                + BetaFunctions.logBetaRatio(gamma, delta, tx);
        if (tx == age) {
            return until;
        }
        double stayed = logStayed(x, tx, age);
        double left = logLeft(x, tx, age);
        double larger = Math.max(stayed, left);
        return until + larger + Math.log1p(Math.exp(Math.min(stayed, left) - larger));
    }

    @Override
    double alive(int x, double tx, double age) {
        return tx == age ? 1 : 1 / (1 + Math.exp(logLeft(x, tx, age) - logStayed(x, tx, age)));
    }

    /** Of one who bought at t_x: the log of the probability that he is there until T and does not buy. */
    private double logStayed(int x, double tx, double age) {
        return BetaFunctions.logBetaRatio(alpha + x, beta + (tx - x), age - tx)
                + BetaFunctions.logBetaRatio(gamma, delta + tx, age - tx);
    }

    /** That he leaves before T, after any number of opportunities not used. */
    private double logLeft(int x, double tx, double age) {
        double stays = delta + tx;
        return Math.log(gamma / (gamma + stays))
                + BetaSeries.logSum(0, alpha + x, beta + (tx - x), gamma + 1, stays, alpha + x + gamma, age - tx);
    }

    private double buying(int x, double age) {
        return (alpha + x) / (alpha + beta + age);
    }

    @Override
    double expectedIfAlive(int x, double age, double horizon) {
        return buying(x, age) * BetaGeometric.opportunities(gamma, delta + age, horizon);
    }

    /** n purchases and still there; or n, some opportunities not used, and gone. */
    @Override
    double countIfAlive(int x, double age, int n, double horizon) {
        if (n > horizon) {
            return 0;
        }
        double buys = alpha + x;
        double passes = beta + (age - x);
        double stays = delta + age;
        double there = Math.exp(BetaBinomial.logProbability(buys, passes, n, horizon)
                + BetaFunctions.logBetaRatio(gamma, stays, horizon));
        if (n == horizon) {
            return there;
        }
        double first = BetaFunctions.logBetaRatio(passes, buys, n)
                + BetaFunctions.logBetaRatio(gamma, stays, n)
                + Math.log(gamma / (gamma + stays + n));
        double rest = BetaSeries.logSum(n, buys + n, passes, gamma + 1, stays + n, buys + gamma, horizon - n);
        return there + Math.exp(first + rest);
    }

    @Override
    double discountedIfAlive(int x, double age, double rate) {
        return buying(x, age) * lifetimeIfAlive(x, age, rate);
    }

    @Override
    double discountedIfAlive(int x, double age, double rate, double horizon) {
        return buying(x, age) * lifetimeIfAlive(x, age, rate, horizon);
    }

    @Override
    double lifetimeIfAlive(int x, double age, double rate) {
        return BetaGeometric.discounted(gamma, delta + age, rate);
    }

    @Override
    double lifetimeIfAlive(int x, double age, double rate, double horizon) {
        return BetaGeometric.discounted(gamma, delta + age, rate, horizon);
    }

    @Override
    double purchaseIfAlive(int x, double age, double horizon) {
        return horizon == 0 ? 0 : Math.min(1, Math.exp(logNext(x, age, horizon)));
    }

    @Override
    double everIfAlive(int x, double age) {
        return Math.min(1, Math.exp(logNext(x, age, Double.POSITIVE_INFINITY)));
    }

    /** There, not buying at some opportunities, and buying at the one after, which is among the next ones. */
    private double logNext(int x, double age, double opportunities) {
        double buys = alpha + x;
        double stays = delta + age;
        return Math.log(buying(x, age) * (stays / (gamma + stays)))
                + BetaSeries.logSum(0, buys + 1, beta + (age - x), gamma, stays + 1, buys + gamma, opportunities);
    }

    @Override
    double timeIfAlive(int x, double age, double share) {
        double enough = share * (1 - ACCURACY);
        double before = 0;
        double time = 1;
        while (purchaseIfAlive(x, age, time) < enough) {
            before = time;
            time *= 2;
            if (time == Double.POSITIVE_INFINITY) {
                return time;
            }
        }
        for (double middle = middle(before, time); before < middle && middle < time; middle = middle(before, time)) {
            if (purchaseIfAlive(x, age, middle) < enough) {
                before = middle;
            } else {
                time = middle;
            }
        }
        return time;
    }

    private static double middle(double low, double high) {
        return Math.floor(low + 0.5 * (high - low));
    }

    @Override
    double meanTimeIfAlive(int x, double age) {
        double buys = alpha + x;
        double passes = beta + (age - x);
        double excess = buys + gamma - 1;
        if (!(excess > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double next = delta + age + 1;
        return Math.exp(BetaSeries.logTotal(1, buys + 1, passes, gamma, next, excess)
                - BetaSeries.logTotal(0, buys + 1, passes, gamma, next, buys + gamma));
    }

    @Override
    double drawIfAlive(RandomStream random, int x, double age, double horizon, PurchaseTimes times) {
        double end = Math.min(horizon, passed(random, random.beta(gamma, delta + age)));
        if (end == 0) {
            return 0;
        }
        double buying = random.beta(alpha + x, beta + (age - x));
        for (double t = 1 + passed(random, buying); t <= end; t += 1 + passed(random, buying)) {
            times.add(t);
        }
        return end;
    }

    /** How many opportunities pass before something that happens at each with a given chance. */
    private static double passed(RandomStream random, double chance) {
        return Math.floor(random.exponential() / -Math.log1p(-chance));
    }

    /** The family, as a service. */
    public static final class Family extends NamedFamily<BgBb> implements TransactionFamily<BgBb> {

        private static final Family INSTANCE = new Family();

        /** A family; {@link #family} gives the same. */
        public Family() {
            super(
                    NAME,
                    "BG/BB: purchases at opportunities, one a period, leaving between them",
                    List.of("alpha", "beta", "gamma", "delta"),
                    Set.of());
        }

        @Override
        BgBb model(double[] parameters) {
            return new BgBb(parameters[0], parameters[1], parameters[2], parameters[3]);
        }

        @Override
        public PurchaseProcess process() {
            return PurchaseProcess.OPPORTUNITIES;
        }

        @Override
        public List<double[]> starts(Moments moments) {
            double share = share(moments);
            return List.of(Starts.with(new double[] {2.6 * share, 2 - 2.6 * share}, 0.7, 3), new double[] {
                1, 1 / share, 1, moments.meanScale()
            });
        }

        /** A few leave at once and the others hardly ever, or all leave alike. */
        @Override
        public List<double[]> furtherStarts(Moments moments) {
            double share = share(moments);
            double[] purchases = {5 * share, 5 - 5 * share};
            return List.of(
                    Starts.with(purchases, 0.05, 0.4),
                    Starts.with(purchases, 1e-3, 1e-2),
                    Starts.with(purchases, 50, 500));
        }

        private static double share(Moments moments) {
            return Math.min(Math.max(moments.meanX() / moments.meanScale(), 0.001), 0.6);
        }

        /** Where nobody leaves purchases are beta-binomial. */
        @Override
        public Map<String, Double> nested(Moments moments) {
            return Map.of("gamma", Starts.NEVER, "delta", 1.0);
        }

        @Override
        public FitObjective objective(Tally tally, FitOptions options) {
            Opportunities.require(tally);
            return new BlockObjective(tally.moments(), 4, tally.rows(), new BgBbTerms(tally), options.parallelism());
        }

        @Override
        public List<String> notesOn(CustomerTable customers) {
            return Opportunities.notesOn(customers);
        }
    }
}
