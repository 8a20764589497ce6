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

    /** What is left out where there is no end: purchases that count less than this. */
    private static final double NEGLIGIBLE = 1e-6;

    private final DrawnBase base;
    private final HistoryDraws history;
    private final AmountDraws[] amounts;
    private final boolean spendWanted;
    private final PurchaseTimes times = new PurchaseTimes();
    private final RandomStream random = RandomStream.of(0, 0);

    OutcomeDraws(DrawnBase base) {
        this.base = base;
        history = new HistoryDraws(base);
        amounts = new AmountDraws[base.models().draws()];
        for (int draw = 0; draw < amounts.length; draw++) {
            amounts[draw] = AmountDraws.of(base.spendings().get(draw).model());
        }
        spendWanted = base.wanted().contains(Quantity.SPEND);
    }

    @Override
    public void fill(int row, double[][] draws) {
        history.turnTo(row);
        int x = base.histories().x(row);
        double last = base.histories().last(row);
        double age = base.histories().age(row);
        double delta = base.terms().delta(row);
        double share = base.terms().share(row);
        double cost = base.terms().cost(row);
        double horizon = horizon(delta);
        int known = base.known(row);
        double mean = base.meanSpend(row);
        double[] alive = draws[Quantity.P_ALIVE.ordinal()];
        double[] transactions = draws[Quantity.TRANSACTIONS.ordinal()];
        double[] spend = draws[Quantity.SPEND.ordinal()];
        double[] value = draws[Quantity.VALUE.ordinal()];
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
        // Whole, as models that count opportunities need it.
        return base.ahead().horizon().isForever()
                ? Math.ceil(-Math.log(NEGLIGIBLE) / delta)
                : base.ahead().length();
    }

    /** Draws purchases, and how long a customer stays; below 0 if he has left. */
    private double stay(int draw, int x, double last, double age, double horizon) {
        double there = history.alive()[draw];
        if (history.model(draw) instanceof ConjugateModel own) {
            times.clear();
            // One may be there at T and leave at once, as under BG/BB.
            return there == 1 || random.uniform() < there ? own.drawIfAlive(random, x, age, horizon, times) : -1;
        }
        double stay = history.future(draw).draw(random, x, last, age, there, horizon, times);
        return stay > 0 ? stay : -1;
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
