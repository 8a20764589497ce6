package io.clv.btyd;

import io.clv.ledger.Groups;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sums over customers, draw by draw, of a base and of its groups. Blocks of customers are added up apart and joined in
 * their order, whichever is ready first, so that the sums are the same to the last bit for any number of threads.
 */
final class DrawTotals {

    private final int draws;
    private final double[][] base;
    private final double[][][] groups;
    private final Map<Integer, Part> waiting = new HashMap<>();
    private int next;

    /** Sums of so many quantities. */
    DrawTotals(int quantities, int draws, Groups groups) {
        this.draws = draws;
        this.base = new double[quantities][draws];
        this.groups = new double[groups.labels().size()][quantities][draws];
    }

    /** The sums over a block of customers; groups of which there is nobody in it take no room. */
    final class Part {
        private final double[][] all = new double[base.length][draws];
        private final double @Nullable [][][] byGroup = new double[groups.length][][];

        void add(int quantity, int group, double[] values) {
            double[][] own = byGroup[group];
            if (own == null) {
                own = new double[base.length][draws];
                byGroup[group] = own;
            }
            plus(all[quantity], values);
            plus(own[quantity], values);
        }
    }

    Part part() {
        return new Part();
    }

    synchronized void join(int block, Part part) {
        waiting.put(block, part);
        Part ready = waiting.remove(next);
        while (ready != null) {
            plus(base, ready.all);
            for (int group = 0; group < groups.length; group++) {
                double[][] own = ready.byGroup[group];
                if (own != null) {
                    plus(groups[group], own);
                }
            }
            ready = waiting.remove(++next);
        }
    }

    private static void plus(double[][] sums, double[][] more) {
        for (int i = 0; i < sums.length; i++) {
            plus(sums[i], more[i]);
        }
    }

    private static void plus(double[] sums, double[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    double[] base(int quantity) {
        return base[quantity];
    }

    double[] group(int code, int quantity) {
        return groups[code][quantity];
    }
}
