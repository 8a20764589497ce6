package io.clv.btyd;

import io.clv.numerics.RandomStream;

/**
 * The future under a model that is known by its interface only. It gives purchases, and not how long a customer stays;
 * that is drawn given them: of one with n purchases ahead, the last at t_n, the probability to be there at u and not to
 * buy from then on is {@code L(u) [P(alive at u) - P(purchase in (u, T + horizon])]}, with the likelihood L and the
 * other functions those of the history up to u; at the stay drawn it is a uniform share of {@code L(T + horizon)}.
 */
final class SimulatedFuture implements FutureDraws {

    /** How closely a stay is found, as a share of the horizon. */
    private static final double CLOSE = 1e-9;

    private final TransactionModel model;
    /** Whether the model counts whole opportunities, and refuses a history of half of one. */
    private final boolean whole;

    SimulatedFuture(TransactionModel model) {
        this.model = model;
        this.whole = refusesHalves(model);
    }

    /** Whether a model counts whole opportunities, and not time. */
    static boolean refusesHalves(TransactionModel model) {
        try {
            double unused = model.probabilityAlive(0, 0, 0.5);
            return false;
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }

    @Override
    public double draw(
            RandomStream random, int x, double tx, double age, double alive, double horizon, PurchaseTimes times) {
        times.clear();
        double[] drawn = model.simulate(random.bits(), 0, x, tx, age, horizon);
        for (double time : drawn) {
            times.add(time);
        }
        double share = random.uniform();
        int n = drawn.length;
        double last = n == 0 ? tx : age + drawn[n - 1];
        double low = n == 0 ? 0 : drawn[n - 1];
        double end = age + horizon;
        double logAll = model.logLikelihood(x + n, last, end);
        if (!(share > model.probabilityAlive(x + n, last, end))) {
            return horizon;
        }
        if (n == 0 && !(share < there(x, last, age, end, logAll))) {
            return 0;
        }
        double high = horizon;
        while (high - low > (whole ? 1 : CLOSE * horizon)) {
            double half = low + 0.5 * (high - low);
            double middle = whole ? Math.floor(half) : half;
            if (share < there(x + n, last, age + middle, end, logAll)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The probability that he was still there at a time, given that he did not buy between it and the end. */
    private double there(int x, double last, double time, double end, double logAll) {
        double silent = model.probabilityAlive(x, last, time) - model.probabilityOfPurchase(x, last, time, end - time);
        return Math.exp(model.logLikelihood(x, last, time) - logAll) * silent;
    }
}
