package io.clv.btyd;

import io.clv.btyd.CustomerIntervals.Quantity;
import io.clv.ledger.Groups;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Sums over customers, draw by draw, of a base and of its groups. Blocks of customers are added up apart and joined in
 * their order, whichever is ready first, so that the sums are the same to the last bit for any number of threads.
 */
final class DrawTotals {

    private final int draws;
    private final QuantityDraws base;
    private final QuantityDraws[] groups;
    private final Map<Integer, Part> waiting = new HashMap<>();
    private int next;

    DrawTotals(int draws, Groups groups) {
        this.draws = draws;
        this.base = new QuantityDraws(draws);
        this.groups = new QuantityDraws[groups.labels().size()];
        Arrays.setAll(this.groups, code -> new QuantityDraws(draws));
    }

    /** The sums over a block of customers; groups of which there is nobody in it take no room. */
    final class Part {
        private final QuantityDraws all = new QuantityDraws(draws);
        private final Map<Integer, QuantityDraws> byGroup = new HashMap<>();

        void add(Quantity quantity, int group, double[] values) {
            all.add(quantity, values);
            byGroup.computeIfAbsent(group, none -> new QuantityDraws(draws)).add(quantity, values);
        }
    }

    Part part() {
        return new Part();
    }

    synchronized void join(int block, Part part) {
        waiting.put(block, part);
        Part ready = waiting.remove(next);
        while (ready != null) {
            base.add(ready.all);
            // No sum takes from two groups, so their order does not matter.
            ready.byGroup.forEach((group, sums) -> groups[group].add(sums));
            ready = waiting.remove(++next);
        }
    }

    QuantityDraws base() {
        return base;
    }

    QuantityDraws group(int code) {
        return groups[code];
    }
}
