package io.clv.btyd;

import io.clv.btyd.CustomerIntervals.Quantity;
import java.util.Arrays;

/** Expectations, one for each draw of the parameters: the parameters are in doubt, and nothing else. */
final class MeanDraws implements CustomerDraws {

    private final DrawnBase base;
    private final HistoryDraws history;
    private final double[] expected;
    private final double[] purchases;
    private final double[] lifetime;
    private final double[] spend;

    MeanDraws(DrawnBase base) {
        this.base = base;
        int draws = base.models().draws();
        history = new HistoryDraws(base);
        expected = new double[draws];
        purchases = new double[draws];
        lifetime = new double[draws];
        spend = new double[draws];
    }

    @Override
    public void fill(int row, QuantityDraws draws) {
        if (history.turnTo(row)) {
            lookAhead(row);
        }
        double[] alive = history.alive();
        System.arraycopy(alive, 0, draws.of(Quantity.P_ALIVE), 0, alive.length);
        int known = base.known(row);
        double mean = base.meanSpend(row);
        Arrays.setAll(spend, draw -> base.spendings().get(draw).expected(known, mean));
        System.arraycopy(spend, 0, draws.of(Quantity.SPEND), 0, spend.length);
        double share = base.terms().share(row);
        double cost = base.terms().cost(row);
        double[] transactions = draws.of(Quantity.TRANSACTIONS);
        double[] value = draws.of(Quantity.VALUE);
        for (int draw = 0; draw < alive.length; draw++) {
            double there = history.weight(draw);
            transactions[draw] = there * expected[draw];
            value[draw] = there * (share * spend[draw] * purchases[draw] - cost * lifetime[draw]);
        }
    }

    private void lookAhead(int row) {
        int x = base.histories().x(row);
        double last = base.histories().last(row);
        double age = base.histories().age(row);
        double delta = base.terms().delta(row);
        boolean costed = base.terms().costed();
        boolean counted = base.wanted().contains(Quantity.TRANSACTIONS);
        double length = base.ahead().length();
        boolean forever = base.ahead().horizon().isForever();
        for (int draw = 0; draw < purchases.length; draw++) {
            TransactionModel model = history.model(draw);
            if (model instanceof ConjugateModel own) {
                expected[draw] = counted ? own.expectedIfAlive(x, age, length) : 0;
                purchases[draw] =
                        forever ? own.discountedIfAlive(x, age, delta) : own.discountedIfAlive(x, age, delta, length);
                lifetime[draw] = !costed
                        ? 0
                        : forever ? own.lifetimeIfAlive(x, age, delta) : own.lifetimeIfAlive(x, age, delta, length);
            } else {
                Ahead ahead = base.ahead().of(model);
                expected[draw] = counted ? model.expectedTransactions(x, last, age, length) : 0;
                purchases[draw] = ahead.purchases(x, last, age, delta);
                lifetime[draw] = costed ? ahead.lifetime(x, last, age, delta) : 0;
            }
        }
    }
}
