package io.clv.btyd;

import io.clv.btyd.CustomerIntervals.Quantity;
import io.clv.ledger.Groups;
import io.clv.numerics.Extremes;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import io.clv.task.Parallelism;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * One pass over the customers of a base, each with all draws at once: their intervals are read off and their draws
 * added to those of the groups, so that no more than one customer's are held by a thread.
 */
final class IntervalPass {

    /** Customers of a task: so many that few histories are in two tasks, so few that small bases have several. */
    private static final int BLOCK = 1024;

    private final DrawnBase base;
    private final Groups groups;
    private final CentralRange range;
    private final int[] order;
    private final Map<Quantity, double[]> low = new EnumMap<>(Quantity.class);
    private final Map<Quantity, double[]> high = new EnumMap<>(Quantity.class);
    private final DrawTotals totals;

    IntervalPass(DrawnBase base, Groups groups, IntervalRequest request) {
        this.base = base;
        this.groups = groups;
        int draws = base.models().draws();
        range = CentralRange.of(draws, request.level(), request.of());
        order = base.order();
        for (Quantity quantity : base.wanted()) {
            low.put(quantity, new double[order.length]);
            high.put(quantity, new double[order.length]);
        }
        totals = new DrawTotals(draws, groups);
    }

    /** What can be asked: for ever, purchases that are not discounted have no finite sum. */
    static Set<Quantity> possible(Ahead ahead) {
        return ahead.horizon().isForever()
                ? EnumSet.of(Quantity.P_ALIVE, Quantity.SPEND, Quantity.VALUE)
                : EnumSet.allOf(Quantity.class);
    }

    IntervalPass run(Parallelism parallelism) {
        parallelism.run((order.length + BLOCK - 1) / BLOCK, block -> {
            CustomerDraws customers = range.of() == Interval.Of.MEAN ? new MeanDraws(base) : new OutcomeDraws(base);
            QuantityDraws draws = new QuantityDraws(base.models().draws());
            Extremes ends = range.ends();
            DrawTotals.Part part = totals.part();
            int end = Math.min(order.length, (block + 1) * BLOCK);
            for (int i = block * BLOCK; i < end; i++) {
                customer(order[i], customers, draws, ends, part);
            }
            totals.join(block, part);
        });
        return this;
    }

    private void customer(int row, CustomerDraws customers, QuantityDraws draws, Extremes ends, DrawTotals.Part part) {
        try {
            customers.fill(row, draws);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("customer " + base.histories().id(row) + ": " + e.getMessage(), e);
        } catch (ArithmeticException e) {
            throw beyond("customer " + base.histories().id(row) + ": " + e.getMessage(), e);
        }
        for (Quantity quantity : base.wanted()) {
            double[] own = draws.of(quantity);
            part.add(quantity, groups.code(row), own);
            ends.find(own);
            // Adding zero turns -0.0 into 0.0.
            double least = ends.low() + 0.0;
            double most = ends.high() + 0.0;
            if (!(Math.abs(least) <= Double.MAX_VALUE && Math.abs(most) <= Double.MAX_VALUE)) {
                throw new ArithmeticException("customer " + base.histories().id(row) + ": the interval of "
                        + quantity.label() + " is beyond all numbers, from " + least + " to " + most);
            }
            put(low, quantity, row, least);
            put(high, quantity, row, most);
        }
    }

    private static void put(Map<Quantity, double[]> ends, Quantity quantity, int row, double end) {
        ends.getOrDefault(quantity, new double[0])[row] = end;
    }

    private static ArithmeticException beyond(String message, ArithmeticException cause) {
        ArithmeticException named = new ArithmeticException(message);
        named.initCause(cause);
        return named;
    }

    double[] low(Quantity quantity) {
        return low.getOrDefault(quantity, new double[0]);
    }

    double[] high(Quantity quantity) {
        return high.getOrDefault(quantity, new double[0]);
    }

    CentralRange range() {
        return range;
    }

    /** The base in each draw. */
    double[] ofBase(Quantity quantity) {
        return mean(totals.base().of(quantity), quantity, order.length);
    }

    /** A group in each draw. */
    double[] ofGroup(Quantity quantity, int code) {
        return mean(totals.group(code).of(quantity), quantity, groups.count(code));
    }

    /** Spend is a mean over customers, all else a sum. */
    private static double[] mean(double[] sums, Quantity quantity, int customers) {
        double parts = quantity == Quantity.SPEND ? Math.max(1, customers) : 1;
        return Arrays.stream(sums).map(sum -> sum / parts).toArray();
    }

    /** A level for which there are too few draws is refused before anything is fitted. */
    static void require(Ratio level, int draws) {
        CentralRange unused = CentralRange.of(draws, level, Interval.Of.MEAN);
    }
}
