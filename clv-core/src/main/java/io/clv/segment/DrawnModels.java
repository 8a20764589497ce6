package io.clv.segment;

import io.clv.btyd.SpendModel;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.CustomerTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which models draw which future: always the same, or those of posteriors in turn, paired by chance. */
final class DrawnModels {

    private static final long PAIRING = 7;

    private final SimulatedFuture future;
    private final List<TransactionModel> purchases;
    private final List<SpendModel> spend;
    private final int draws;

    DrawnModels(SimulatedFuture future, List<TransactionModel> purchases, List<SpendModel> spend, int draws) {
        this.future = future;
        this.draws = draws;
        // Draws of a posterior may stand in an order, of which the first are not the whole.
        this.purchases = shuffled(purchases, PAIRING);
        this.spend = shuffled(spend, PAIRING + 1);
    }

    private static <T> List<T> shuffled(List<T> models, long seed) {
        List<T> shuffled = new ArrayList<>(models);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    int draws() {
        return draws;
    }

    /** The customers at the later date in one future. */
    CustomerTable draw(long seed, int draw) {
        return future.draw(seed + draw, purchases.get(draw % purchases.size()), spend.get(draw % spend.size()));
    }
}
