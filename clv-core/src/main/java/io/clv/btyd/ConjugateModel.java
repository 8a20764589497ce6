package io.clv.btyd;

import com.google.common.collect.ImmutableMap;
import io.clv.numerics.RandomStream;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the models of this package have in common: given that a customer is still there at T, his rates are distributed
 * as a newcomer's are, only with updated parameters. Everything ahead is therefore P(alive) times a function of those,
 * and no conditional formula needs a hypergeometric function of its own.
 */
abstract class ConjugateModel implements TransactionModel {

    private final String name;
    private final ImmutableMap<String, Double> parameters;

    ConjugateModel(String name, ImmutableMap<String, Double> parameters) {
        this.name = name;
        this.parameters = parameters;
        parameters.forEach(Arguments::requireParameter);
    }

    /** Refuses a history that cannot be. */
    void requireHistory(int x, double tx, double age) {
        Arguments.requireHistory(x, tx, age);
    }

    /** Refuses a horizon that cannot be. */
    void requireHorizon(double horizon) {
        Arguments.requireHorizon(horizon);
    }

    /** The purchases to be expected of one who is there at T. */
    abstract double expectedIfAlive(int x, double age, double horizon);

    /** The probability of n purchases of one who is there at T. */
    abstract double countIfAlive(int x, double age, int n, double horizon);

    abstract double discountedIfAlive(int x, double age, double delta);

    abstract double discountedIfAlive(int x, double age, double delta, double horizon);

    abstract double lifetimeIfAlive(int x, double age, double delta);

    abstract double lifetimeIfAlive(int x, double age, double delta, double horizon);

    /** The probability that one who is there at T buys within the horizon. */
    abstract double purchaseIfAlive(int x, double age, double horizon);

    /** The probability that one who is there at T buys again before he leaves. */
    abstract double everIfAlive(int x, double age);

    /** When {@link #purchaseIfAlive} reaches a share below {@link #everIfAlive}; infinite where no double is enough. */
    abstract double timeIfAlive(int x, double age, double share);

    /** The mean time to the next purchase of one who buys again; infinite where it has none. */
    abstract double meanTimeIfAlive(int x, double age);

    /**
     * Draws what one who is there at T does: adds the times of his purchases after T, and tells how long he stays, at
     * most the horizon.
     */
    abstract double drawIfAlive(RandomStream random, int x, double age, double horizon, PurchaseTimes times);

    /**
     * Whether one who does not buy stays, so that nothing need be drawn of him but whether he buys, and
     * {@link #drawFrom} what follows if he does.
     */
    boolean staysUnlessBuying() {
        return false;
    }

    /** As {@link #drawIfAlive}, of one whose first purchase after T, within the horizon, is known. */
    double drawFrom(RandomStream random, int x, double age, double first, double horizon, PurchaseTimes times) {
        throw new UnsupportedOperationException(name + " draws the first purchase with what follows");
    }

    /**
     * The process that lies ahead of one who is there at T, under a shock: that of a newcomer to the model that this
     * gives, who bought for the first time at T and is surely there.
     */
    abstract ConjugateModel ahead(int x, double age, Shock shock);

    /** P(alive), once the history is known to be right. */
    abstract double alive(int x, double tx, double age);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Map<String, Double> parameters() {
        return parameters;
    }

    @Override
    public final double probabilityAlive(int x, double tx, double age) {
        requireHistory(x, tx, age);
        return alive(x, tx, age);
    }

    @Override
    public final double expectedTransactions(int x, double tx, double age, double horizon) {
        requireHistory(x, tx, age);
        requireHorizon(horizon);
        return alive(x, tx, age) * expectedIfAlive(x, age, horizon);
    }

    @Override
    public final double probabilityOfCount(int x, double tx, double age, int n, double horizon) {
        requireHistory(x, tx, age);
        Arguments.requireCount(n);
        requireHorizon(horizon);
        double alive = alive(x, tx, age);
        double count = alive * countIfAlive(x, age, n, horizon);
        return n == 0 ? Math.min(1, 1 - alive + count) : count;
    }

    @Override
    public final double discountedExpectedTransactions(int x, double tx, double age, double delta) {
        requireHistory(x, tx, age);
        Arguments.requireDiscountForEver(delta);
        return alive(x, tx, age) * discountedIfAlive(x, age, delta);
    }

    @Override
    public final double discountedExpectedTransactions(int x, double tx, double age, double delta, double horizon) {
        requireHistory(x, tx, age);
        Arguments.requireDiscount(delta);
        requireHorizon(horizon);
        return alive(x, tx, age) * discountedIfAlive(x, age, delta, horizon);
    }

    @Override
    public final double discountedExpectedLifetime(int x, double tx, double age, double delta) {
        requireHistory(x, tx, age);
        Arguments.requireDiscountForEver(delta);
        return alive(x, tx, age) * lifetimeIfAlive(x, age, delta);
    }

    @Override
    public final double discountedExpectedLifetime(int x, double tx, double age, double delta, double horizon) {
        requireHistory(x, tx, age);
        Arguments.requireDiscount(delta);
        requireHorizon(horizon);
        return alive(x, tx, age) * lifetimeIfAlive(x, age, delta, horizon);
    }

    @Override
    public final double probabilityOfPurchase(int x, double tx, double age, double horizon) {
        requireHistory(x, tx, age);
        requireHorizon(horizon);
        return alive(x, tx, age) * purchaseIfAlive(x, age, horizon);
    }

    @Override
    public final double probabilityOfNoFurtherPurchase(int x, double tx, double age) {
        requireHistory(x, tx, age);
        return 1 - alive(x, tx, age) * everIfAlive(x, age);
    }

    @Override
    public final OptionalDouble timeToNextPurchase(int x, double tx, double age, double share) {
        requireHistory(x, tx, age);
        Arguments.requireShare(share);
        double shareIfAlive = share / alive(x, tx, age);
        if (!(shareIfAlive < everIfAlive(x, age))) {
            return OptionalDouble.empty();
        }
        return finite(timeIfAlive(x, age, shareIfAlive));
    }

    @Override
    public final OptionalDouble meanTimeToNextPurchase(int x, double tx, double age) {
        requireHistory(x, tx, age);
        return finite(meanTimeIfAlive(x, age));
    }

    /** When {@link #purchaseIfAlive} reaches a share, to the last bit, where there is no formula for it. */
    final double timeByBisection(int x, double age, double share, double scale) {
        double low = 0;
        double high = scale;
        while (purchaseIfAlive(x, age, high) < share) {
            low = high;
            high *= 4;
            if (high > Double.MAX_VALUE / 8) {
                return Double.POSITIVE_INFINITY;
            }
        }
        while (true) {
            double middle = low > 0 && high > 2 * low ? Math.sqrt(low) * Math.sqrt(high) : 0.5 * (low + high);
            if (!(middle > low && middle < high)) {
                return high;
            }
            if (purchaseIfAlive(x, age, middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    private static OptionalDouble finite(double value) {
        return value <= Double.MAX_VALUE ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    @Override
    public final double[] simulate(long seed, long customer, double age) {
        requireHistory(0, 0, age);
        return simulate(seed, customer, 0, 0, 0, age);
    }

    @Override
    public final double[] simulate(long seed, long customer, int x, double tx, double age, double horizon) {
        requireHistory(x, tx, age);
        requireHorizon(horizon);
        PurchaseTimes times = new PurchaseTimes();
        drawAhead(FutureDraws.stream(seed, customer, age), x, age, alive(x, tx, age), horizon, times);
        return times.toArray();
    }

    /** As {@link FutureDraws#draw}, of arguments known to be right. */
    final double drawAhead(RandomStream random, int x, double age, double alive, double horizon, PurchaseTimes times) {
        times.clear();
        boolean there = alive == 1 || random.uniform() < alive;
        return there ? drawIfAlive(random, x, age, horizon, times) : 0;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ConjugateModel model && model.name.equals(name) && model.parameters.equals(parameters);
    }

    @Override
    public final int hashCode() {
        return 31 * name.hashCode() + parameters.hashCode();
    }

    @Override
    public final String toString() {
        return name + parameters;
    }
}
