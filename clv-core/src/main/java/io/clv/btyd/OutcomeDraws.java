package io.clv.btyd;

import io.clv.btyd.CustomerIntervals.Quantity;
import io.clv.numerics.RandomStream;

/**
 * Outcomes, one for each draw of the parameters: given those, whether a customer is there, what he buys, how long he
 * stays and what he spends are drawn too.
 */
final class OutcomeDraws implements CustomerDraws {

    /** Keeps what customers do apart from all else that is drawn under the same seed. */
    private static final long CUSTOMERS = 0x4355535455L;

    private static final double GONE = -1;

    private final DrawnBase base;
    private final HistoryDraws history;
    private final AmountDraws[] amounts;
    /** The probability of one who is there to buy, where whether he does is all that need be drawn of most. */
    private final double[] buys;

    private final boolean spendWanted;
    private final PurchaseTimes times = new PurchaseTimes();
    private final RandomStream random = RandomStream.of(0, 0);

    OutcomeDraws(DrawnBase base) {
        this.base = base;
        history = new HistoryDraws(base);
        amounts = new AmountDraws[base.models().draws()];
        for (int draw = 0; draw < amounts.length; draw++) {
            amounts[draw] = AmountDraws.of(base.spendings().get(draw));
        }
        buys = new double[amounts.length];
        spendWanted = base.wanted().contains(Quantity.SPEND);
    }

    @Override
    public void fill(int row, QuantityDraws draws) {
        boolean otherAhead = history.turnTo(row);
        int x = base.histories().x(row);
        double last = base.histories().last(row);
        double age = base.histories().age(row);
        double delta = base.terms().delta(row);
        double share = base.terms().share(row);
        double cost = base.terms().cost(row);
        double horizon = horizon(delta);
        if (otherAhead) {
            lookAhead(x, age, horizon);
        }
        int known = base.known(row);
        double mean = base.meanSpend(row);
        double[] alive = draws.of(Quantity.P_ALIVE);
        double[] transactions = draws.of(Quantity.TRANSACTIONS);
        double[] spend = draws.of(Quantity.SPEND);
        double[] value = draws.of(Quantity.VALUE);
        random.restart(base.seed() ^ CUSTOMERS, base.key(row));
        for (int draw = 0; draw < amounts.length; draw++) {
            double stay = stay(draw, x, last, age, horizon);
            alive[draw] = stay < 0 ? 0 : 1;
            int purchases = times.size();
            transactions[draw] = purchases;
            double revenue = 0;
            if (purchases > 0 || spendWanted) {
                amounts[draw].customer(random, known, mean, Math.max(1, purchases));
                revenue = revenue(amounts[draw], delta, spend, draw);
            }
            value[draw] = share * revenue - (cost > 0 && stay > 0 ? cost * discounted(stay, delta) : 0);
        }
    }

    private double horizon(double delta) {
        return base.ahead().horizon().isForever()
                ? FutureDraws.horizonForEver(delta)
                : base.ahead().length();
    }

    private void lookAhead(int x, double age, double horizon) {
        for (int draw = 0; draw < buys.length; draw++) {
            if (history.model(draw) instanceof ConjugateModel own && own.staysUnlessBuying()) {
                buys[draw] = own.purchaseIfAlive(x, age, horizon);
            }
        }
    }

    /** Draws purchases, and how long a customer stays; below 0 if he has left. */
    private double stay(int draw, int x, double last, double age, double horizon) {
        double there = history.alive()[draw];
        if (!(history.model(draw) instanceof ConjugateModel own)) {
            double stay = history.future(draw).draw(random, x, last, age, there, horizon, times);
            return stay > 0 ? stay : GONE;
        }
        times.clear();
        double uniform = random.uniform();
        if (!(uniform < there)) {
            return GONE;
        }
        if (!own.staysUnlessBuying()) {
            // One may be there at T and leave at once, as under BG/BB.
            return own.drawIfAlive(random, x, age, horizon, times);
        }
        if (!(uniform < there * buys[draw])) {
            return horizon;
        }
        double first = own.timeIfAlive(x, age, uniform / there);
        return own.drawFrom(random, x, age, Math.min(first, horizon), horizon, times);
    }

    /** The discounted amounts of the purchases; the first, made or not, is what a purchase brings. */
    private double revenue(AmountDraws amount, double delta, double[] spend, int draw) {
        int purchases = times.size();
        if (delta == 0 && !spendWanted) {
            return amount.sum(random, purchases);
        }
        spend[draw] = amount.sum(random, 1);
        if (delta == 0) {
            return purchases == 0 ? 0 : purchases == 1 ? spend[draw] : spend[draw] + amount.sum(random, purchases - 1);
        }
        double revenue = purchases == 0 ? 0 : spend[draw] * Math.exp(-delta * times.get(0));
        for (int purchase = 1; purchase < purchases; purchase++) {
            revenue += amount.sum(random, 1) * Math.exp(-delta * times.get(purchase));
        }
        return revenue;
    }

    private static double discounted(double stay, double delta) {
        return delta == 0 ? stay : -Math.expm1(-delta * stay) / delta;
    }
}
