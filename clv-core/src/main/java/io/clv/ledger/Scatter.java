package io.clv.ledger;

import io.clv.task.Parallelism;

/**
 * Rows by ranges of their keys: each thread counts its rows of every range, then writes them side by side with those of
 * the others. Rows after the end of observation stay out.
 */
final class Scatter {

    private final long[] rows;
    private final long[] payloads;
    private final int[] begin;

    private Scatter(long[] rows, long[] payloads, int[] begin) {
        this.rows = rows;
        this.payloads = payloads;
        this.begin = begin;
    }

    /** Whole packed rows, or only their keys. */
    long[] rows() {
        return rows;
    }

    /** Period and amount, where the rows are only keys; else empty. */
    long[] payloads() {
        return payloads;
    }

    /** Where each range begins; one more for the end. */
    int[] begin() {
        return begin;
    }

    static Scatter packed(EngineTask task, KeyRanges ranges, Packing packing) {
        Placing placing = new Placing(task, ranges);
        int[][] next = new int[Blocks.of(task.rows().size(), task.parallelism()).count()][];
        int[] begin = count(task, placing, next);
        long[] out = new long[begin[ranges.count()]];
        forBlocks(task, (block, from, to) -> scatterPacked(task, placing, packing, from, to, next[block], out));
        return new Scatter(out, new long[0], begin);
    }

    static Scatter wide(EngineTask task, KeyRanges ranges, Packing packing) {
        Placing placing = new Placing(task, ranges);
        int[][] next = new int[Blocks.of(task.rows().size(), task.parallelism()).count()][];
        int[] begin = count(task, placing, next);
        long[] keys = new long[begin[ranges.count()]];
        long[] payloads = new long[keys.length];
        forBlocks(
                task, (block, from, to) -> scatterWide(task, placing, packing, from, to, next[block], keys, payloads));
        return new Scatter(keys, payloads, begin);
    }

    private interface BlockBody {
        void run(int block, int from, int to);
    }

    private static void forBlocks(EngineTask task, BlockBody body) {
        Parallelism parallelism = task.parallelism();
        Blocks blocks = Blocks.of(task.rows().size(), parallelism);
        parallelism.run(blocks.count(), block -> body.run(block, blocks.begin(block), blocks.end(block)));
    }

    /** Leaves in {@code next} where each block writes its first row of each range. */
    private static int[] count(EngineTask task, Placing placing, int[][] next) {
        forBlocks(task, (block, from, to) -> next[block] = countBlock(task, placing, from, to));
        int count = placing.ranges();
        int[] begin = new int[count + 1];
        int at = 0;
        for (int range = 0; range < count; range++) {
            begin[range] = at;
            for (int[] counts : next) {
                int rows = counts[range];
                counts[range] = at;
                at += rows;
            }
        }
        begin[count] = at;
        return begin;
    }

    private static int[] countBlock(EngineTask task, Placing placing, int from, int to) {
        int[] counts = new int[placing.ranges()];
        long[] keys = task.rows().keys();
        int[] days = task.rows().days();
        int lastDay = task.lastDay();
        if (task.range().rowsAfterEnd() == 0) {
            for (int i = from; i < to; i++) {
                counts[placing.place(i, keys[i])]++;
            }
        } else {
            for (int i = from; i < to; i++) {
                if (days[i] <= lastDay) {
                    counts[placing.place(i, keys[i])]++;
                }
            }
        }
        return counts;
    }

    private static void scatterPacked(
            EngineTask task, Placing placing, Packing packing, int from, int to, int[] next, long[] out) {
        long[] keys = task.rows().keys();
        int[] days = task.rows().days();
        long[] amounts = task.rows().amounts();
        Periods periods = task.periods();
        int lastDay = task.lastDay();
        long keyMin = packing.keyMin();
        int keyShift = packing.keyShift();
        int periodMin = packing.periodMin();
        int periodShift = packing.amountBits();
        long amountMin = packing.amountMin();
        for (int i = from; i < to; i++) {
            int day = days[i];
            if (day <= lastDay) {
                long key = keys[i];
                long row = ((key - keyMin) << keyShift)
                        | ((long) (periods.of(day) - periodMin) << periodShift)
                        | (amounts[i] - amountMin);
                out[next[placing.placeAgain(i, key)]++] = row;
            }
        }
    }

    private static void scatterWide(
            EngineTask task,
            Placing placing,
            Packing packing,
            int from,
            int to,
            int[] next,
            long[] keysOut,
            long[] payloadsOut) {
        long[] keys = task.rows().keys();
        int[] days = task.rows().days();
        long[] amounts = task.rows().amounts();
        Periods periods = task.periods();
        int lastDay = task.lastDay();
        int periodMin = packing.periodMin();
        int periodShift = packing.amountBits();
        long amountMin = packing.amountMin();
        for (int i = from; i < to; i++) {
            int day = days[i];
            if (day <= lastDay) {
                long key = keys[i];
                int at = next[placing.placeAgain(i, key)]++;
                keysOut[at] = key;
                payloadsOut[at] = ((long) (periods.of(day) - periodMin) << periodShift) | (amounts[i] - amountMin);
            }
        }
    }
}
