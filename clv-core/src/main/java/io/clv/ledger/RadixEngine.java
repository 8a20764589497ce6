package io.clv.ledger;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * The engine for rows in any order. Rows are scattered into consecutive ranges of keys, each small enough to be sorted
 * inside a core's cache, and each range is sorted and scanned by one thread. Where key, period and amount fit 64 bits a
 * row takes 8 bytes and as many while its range is sorted; else key and payload take 16, and within a range keys give
 * way to their ranks.
 */
final class RadixEngine {

    /** Rows of a range: with their scratch they fit the second-level cache of today's cores several times. */
    private static final int ROWS_IN_RANGE = 1 << 14;

    private static final int MOST_BITS = 12;
    private static final long[] NO_RANKS = new long[0];

    private final EngineTask task;
    private final KeyRanges ranges;
    private final Packing packing;
    private final boolean packed;
    private final ConcurrentLinkedQueue<Worker> idle = new ConcurrentLinkedQueue<>();

    private RadixEngine(EngineTask task, Packing packing) {
        this.task = task;
        this.packed = packing.fits();
        this.packing = packed ? packing : packing.withKeyBeside();
        int bits = Packing.bits(0, task.rows().size() / ROWS_IN_RANGE);
        this.ranges = KeyRanges.of(task.rows(), task.range(), Math.min(MOST_BITS, bits));
    }

    static Packing packing(EngineTask task) {
        RowRange range = task.range();
        return new Packing(
                range.leastKey(),
                Packing.bits(range.leastKey(), range.greatestKey()),
                task.leastPeriod(),
                Packing.bits(task.leastPeriod(), task.greatestPeriod()),
                range.leastAmount(),
                Packing.bits(range.leastAmount(), range.greatestAmount()));
    }

    /** Whether the rows can be packed, with their keys or with the ranks of those. */
    static boolean suits(EngineTask task) {
        Packing packing = packing(task);
        return packing.fits() || packing.withRanks(task.rows().size()).fits();
    }

    static Stretches run(EngineTask task) {
        RadixEngine engine = new RadixEngine(task, packing(task));
        Scatter scatter = engine.packed
                ? Scatter.packed(task, engine.ranges, engine.packing)
                : Scatter.wide(task, engine.ranges, engine.packing);
        return engine.sortAndScan(scatter);
    }

    private Stretches sortAndScan(Scatter scatter) {
        int count = ranges.count();
        Stretches stretches = new Stretches(count);
        int[] longestFirst = longestFirst(scatter.begin(), count);
        LongAdder rowsDone = new LongAdder();
        task.parallelism().run(count, turn -> {
            int range = longestFirst[turn];
            Worker worker = idle.poll();
            if (worker == null) {
                worker = new Worker();
            }
            int begin = worker.sink.size;
            worker.process(scatter, scatter.begin()[range], scatter.begin()[range + 1]);
            stretches.set(range, worker.sink, begin);
            idle.add(worker);
            rowsDone.add(scatter.begin()[range + 1] - scatter.begin()[range]);
            task.progress().at("summarizing", rowsDone.sum(), scatter.rows().length);
        });
        return stretches;
    }

    /** The ranges by length, so that no thread begins a long one when the others are about to finish. */
    private static int[] longestFirst(int[] begin, int count) {
        long[] order = new long[count];
        for (int range = 0; range < count; range++) {
            order[range] = ((long) (begin[range] - begin[range + 1]) << Integer.SIZE) | range;
        }
        Arrays.sort(order);
        return Arrays.stream(order).mapToInt(value -> (int) value).toArray();
    }

    /** What one thread needs to sort and scan ranges; used by one at a time. */
    private final class Worker {
        final CustomerSink sink =
                task.sink(task.rows().size() / 16 / task.parallelism().threads() + 16);
        private final CustomerFold fold = task.fold(sink);
        private final RadixSort sort = new RadixSort();
        private final LocalRanks ranks = new LocalRanks();
        private long[] scratch = new long[0];

        void process(Scatter scatter, int from, int to) {
            if (to == from) {
                return;
            }
            if (packed && scratch.length < to - from) {
                scratch = new long[to - from];
            }
            int keyBits = ranges.bitsWithin(packing.keyBits());
            if (packed && keyBits + packing.periodBits() <= RadixSort.CHEAP_BITS) {
                sortAndScan(scatter, from, to, packing, packing.keyShift() + keyBits, NO_RANKS);
            } else {
                long[] keys = ranks.rank(scatter.rows(), from, to, packed ? packing.keyShift() : 0, packing.keyMask());
                Packing ranked = packing.withRanks(keys.length);
                putRanks(scatter, from, to, ranked.keyShift());
                sortAndScan(scatter, from, to, ranked, ranked.keyShift() + ranked.keyBits(), keys);
            }
        }

        private void putRanks(Scatter scatter, int from, int to, int rankShift) {
            long[] rows = scatter.rows();
            long[] payloads = packed ? rows : scatter.payloads();
            long payloadMask = packing.payloadMask();
            for (int i = from; i < to; i++) {
                rows[i] = ((long) ranks.rankOf(i - from) << rankShift) | (payloads[i] & payloadMask);
            }
        }

        /** Once payloads have joined their keys, their place is free for the sort. */
        private void sortAndScan(Scatter scatter, int from, int to, Packing layout, int high, long[] keys) {
            long[] rows = scatter.rows();
            long[] spare = packed ? scratch : scatter.payloads();
            int spareFrom = packed ? 0 : from;
            PackedScan scan = new PackedScan(layout, task.safeRows(), sink, fold);
            if (sort.sort(rows, from, to, spare, spareFrom, layout.amountBits(), high)) {
                scan.scan(spare, spareFrom, spareFrom + to - from, keys);
            } else {
                scan.scan(rows, from, to, keys);
            }
        }
    }
}
