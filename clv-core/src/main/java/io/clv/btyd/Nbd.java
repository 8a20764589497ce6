package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import io.clv.ledger.CustomerTable;
import io.clv.numerics.GammaFunctions;
import io.clv.numerics.NegativeBinomial;
import io.clv.numerics.RandomStream;
import java.util.List;
import java.util.Set;

/**
 * The NBD model (Ehrenberg 1959): purchases come at a rate that is Gamma(r, alpha) distributed over customers, and
 * nobody ever leaves. It is the limit of the other models as leaving grows rare, and the yardstick they must beat.
 *
 * <p>Its log-likelihood is that of the timing, {@code ln [Gamma(r + x) / Gamma(r) alpha^r (alpha + T)^-(r + x)]}, so
 * that it compares with theirs; the likelihood of the count alone, which some texts give, differs by a constant of the
 * data.
 */
public final class Nbd extends ConjugateModel {

    private static final String NAME = "nbd";

    private final double r;
    private final double alpha;

    private Nbd(double r, double alpha) {
        super(NAME, ImmutableMap.of("r", r, "alpha", alpha));
        this.r = r;
        this.alpha = alpha;
    }

    /**
     * A model with given parameters.
     *
     * @param r the shape of the purchase rate
     * @param alpha its inverse scale, in time units
     * @return the model
     * @throws IllegalArgumentException if a parameter is not finite or not above 0
     */
    public static Nbd of(double r, double alpha) {
        return new Nbd(r, alpha);
    }

    /**
     * Fits by maximum likelihood to the histories of a table, in its time unit.
     *
     * @param customers the table
     * @return the fit
     * @throws IllegalArgumentException if there is no customer
     */
    public static Fit<Nbd> fit(CustomerTable customers) {
        return family().fit(customers);
    }

    /**
     * The family of these models.
     *
     * @return the family
     */
    public static TransactionFamily<Nbd> family() {
        return Family.INSTANCE;
    }

    /** Nobody leaves, however often that is multiplied. */
    @Override
    ConjugateModel ahead(int x, double age, Shock shock) {
        return of(r + x, (alpha + age) / shock.buying());
    }

    @Override
    public double logLikelihood(int x, double tx, double age) {
        Arguments.requireHistory(x, tx, age);
        return GammaFunctions.logPochhammer(r, x) - r * Math.log1p(age / alpha) - x * Math.log(alpha + age);
    }

    @Override
    double alive(int x, double tx, double age) {
        return 1;
    }

    private double rate(int x, double age) {
        return (r + x) / (alpha + age);
    }

    @Override
    double expectedIfAlive(int x, double age, double horizon) {
        return rate(x, age) * horizon;
    }

    @Override
    double countIfAlive(int x, double age, int n, double horizon) {
        return Math.exp(NegativeBinomial.logProbability(r + x, alpha + age, n, horizon));
    }

    @Override
    double discountedIfAlive(int x, double age, double delta) {
        return rate(x, age) / delta;
    }

    @Override
    double discountedIfAlive(int x, double age, double delta, double horizon) {
        return rate(x, age) * lifetimeIfAlive(x, age, delta, horizon);
    }

    @Override
    double lifetimeIfAlive(int x, double age, double delta) {
        return 1 / delta;
    }

    @Override
    double lifetimeIfAlive(int x, double age, double delta, double horizon) {
        return delta == 0 ? horizon : -Math.expm1(-delta * horizon) / delta;
    }

    @Override
    double purchaseIfAlive(int x, double age, double horizon) {
        return PoissonGamma.purchase(r + x, alpha + age, horizon);
    }

    @Override
    double everIfAlive(int x, double age) {
        return 1;
    }

    @Override
    double timeIfAlive(int x, double age, double share) {
        return PoissonGamma.time(r + x, alpha + age, share);
    }

    @Override
    double meanTimeIfAlive(int x, double age) {
        return PoissonGamma.meanTime(r + x, alpha + age);
    }

    @Override
    double drawIfAlive(RandomStream random, int x, double age, double horizon, PurchaseTimes times) {
        PoissonGamma.purchases(random, r + x, alpha + age, horizon, times);
        return horizon;
    }

    /** The family, as a service. */
    public static final class Family extends ScalableFamily<Nbd> {

        private static final Family INSTANCE = new Family();

        /** A family; {@link #family} gives the same. */
        public Family() {
            super(NAME, "NBD: purchases at random, nobody leaves", List.of("r", "alpha"), Set.of("alpha"));
        }

        @Override
        Nbd model(double[] parameters) {
            return new Nbd(parameters[0], parameters[1]);
        }

        @Override
        public List<double[]> starts(Moments moments) {
            return List.of(Starts.purchases(moments, 1), new double[] {1, moments.meanScale()});
        }

        @Override
        public List<double[]> furtherStarts(Moments moments) {
            return Starts.remotePurchases(moments);
        }

        @Override
        RowTerms terms(Tally tally) {
            return new NbdTerms(tally);
        }

        @Override
        List<Effect> effects() {
            return List.of(Effect.purchases(1));
        }
    }
}
