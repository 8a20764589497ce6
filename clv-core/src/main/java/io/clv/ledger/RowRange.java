package io.clv.ledger;

import io.clv.task.Parallelism;

/**
 * The extremes of a log's columns, whether its rows stand in order of key and day already, and how many of them are too
 * late to count: one reading of the columns, on which the choice of the engine rests.
 *
 * @param ordered whether no row comes before its predecessor by key, then day
 * @param customers how many customers there are, if the rows are ordered
 */
record RowRange(
        long leastKey,
        long greatestKey,
        int leastDay,
        int greatestDay,
        long leastAmount,
        long greatestAmount,
        long rowsAfterEnd,
        boolean ordered,
        int customers) {

    private static final int CHUNK = 1 << 12;
    private static final int UNORDERED = -1;

    private static final RowRange NOTHING = new RowRange(
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            Integer.MAX_VALUE,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            0,
            true,
            0);

    static RowRange of(KeyedRows rows, int lastDay, Parallelism parallelism) {
        Blocks blocks = Blocks.of(rows.size(), parallelism);
        RowRange[] ranges = new RowRange[blocks.count()];
        parallelism.run(blocks.count(), block -> {
            int from = blocks.begin(block);
            int to = blocks.end(block);
            ranges[block] = ofBlock(rows, from, to, lastDay);
        });
        RowRange all = NOTHING;
        for (RowRange range : ranges) {
            all = all.and(range);
        }
        return all;
    }

    /** Reads the columns a chunk at a time, so that they come from memory once for all that is asked of them. */
    private static RowRange ofBlock(KeyedRows rows, int from, int to, int lastDay) {
        RowRange all = NOTHING;
        for (int begin = from; begin < to; begin += CHUNK) {
            int end = Math.min(to, begin + CHUNK);
            int customers = all.ordered ? customersIfOrdered(rows, begin, end) : UNORDERED;
            all = all.and(ofChunk(rows, begin, end, lastDay, customers));
        }
        return all;
    }

    private static RowRange ofChunk(KeyedRows rows, int from, int to, int lastDay, int customers) {
        long[] keys = rows.keys();
        long leastKey = keys[from];
        long greatestKey = keys[to - 1];
        if (customers == UNORDERED) {
            for (int i = from; i < to; i++) {
                leastKey = Math.min(leastKey, keys[i]);
                greatestKey = Math.max(greatestKey, keys[i]);
            }
        }
        int[] days = rows.days();
        int leastDay = Integer.MAX_VALUE;
        int greatestDay = Integer.MIN_VALUE;
        for (int i = from; i < to; i++) {
            leastDay = Math.min(leastDay, days[i]);
            greatestDay = Math.max(greatestDay, days[i]);
        }
        int late = 0;
        if (greatestDay > lastDay) {
            for (int i = from; i < to; i++) {
                late += days[i] > lastDay ? 1 : 0;
            }
        }
        long[] amounts = rows.amounts();
        long leastAmount = Long.MAX_VALUE;
        long greatestAmount = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            leastAmount = Math.min(leastAmount, amounts[i]);
            greatestAmount = Math.max(greatestAmount, amounts[i]);
        }
        return new RowRange(
                leastKey,
                greatestKey,
                leastDay,
                greatestDay,
                leastAmount,
                greatestAmount,
                late,
                customers != UNORDERED,
                Math.max(0, customers));
    }

    /** The number of customers that begin in {@code [from, to)}, if no row of it comes before its predecessor. */
    // A short circuit would be a branch that depends on the data, mispredicted wherever a customer begins.
    @SuppressWarnings("ShortCircuitBoolean")
    private static int customersIfOrdered(KeyedRows rows, int from, int to) {
        long[] keys = rows.keys();
        int[] days = rows.days();
        int customers = from == 0 ? 1 : 0;
        boolean ordered = true;
        for (int i = Math.max(1, from); i < to; i++) {
            long key = keys[i];
            long before = keys[i - 1];
            ordered &= key > before | (key == before & days[i] >= days[i - 1]);
            customers += key != before ? 1 : 0;
        }
        return ordered ? customers : UNORDERED;
    }

    private RowRange and(RowRange other) {
        return new RowRange(
                Math.min(leastKey, other.leastKey),
                Math.max(greatestKey, other.greatestKey),
                Math.min(leastDay, other.leastDay),
                Math.max(greatestDay, other.greatestDay),
                Math.min(leastAmount, other.leastAmount),
                Math.max(greatestAmount, other.greatestAmount),
                rowsAfterEnd + other.rowsAfterEnd,
                ordered && other.ordered,
                customers + other.customers);
    }

    boolean hasRefunds() {
        return leastAmount < 0;
    }

    /** How many amounts of this range can be added, whatever they are, without overflow. */
    long safeRows() {
        long magnitude = Math.max(greatestAmount, leastAmount == Long.MIN_VALUE ? Long.MAX_VALUE : -leastAmount);
        return magnitude <= 0 ? Long.MAX_VALUE : Long.MAX_VALUE / magnitude;
    }
}
