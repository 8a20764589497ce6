package io.clv.ledger;

import java.util.concurrent.atomic.LongAdder;

/**
 * The engine for rows that stand in order of key and day already: one reading of the columns, cut between threads where
 * a customer begins.
 */
final class SortedScan {

    private final EngineTask task;
    private final long[] keys;
    private final int[] days;
    private final long[] amounts;
    private final int lastDay;
    private final Periods periods;
    private final long safeRows;

    private SortedScan(EngineTask task) {
        this.task = task;
        this.keys = task.rows().keys();
        this.days = task.rows().days();
        this.amounts = task.rows().amounts();
        this.lastDay = task.lastDay();
        this.periods = task.periods();
        this.safeRows = task.safeRows();
    }

    static Stretches run(EngineTask task) {
        SortedScan scan = new SortedScan(task);
        Blocks blocks = Blocks.of(task.rows().size(), task.parallelism());
        Stretches stretches = new Stretches(blocks.count());
        LongAdder rowsDone = new LongAdder();
        task.parallelism().run(blocks.count(), block -> {
            int from = scan.customerBegin(blocks.begin(block));
            int to = scan.customerBegin(blocks.end(block));
            CustomerSink sink = task.sink(Math.max(16, (to - from) / 8));
            scan.scan(from, to, sink);
            stretches.set(block, sink, 0);
            rowsDone.add(to - from);
            task.progress().at("summarizing", rowsDone.sum(), task.rows().size());
        });
        return stretches;
    }

    /** The first row from {@code row} on with which a customer begins. */
    private int customerBegin(int row) {
        int at = row;
        while (at > 0 && at < keys.length && keys[at] == keys[at - 1]) {
            at++;
        }
        return at;
    }

    private void scan(int from, int to, CustomerSink sink) {
        CustomerFold fold = task.fold(sink);
        for (int at = from; at < to; ) {
            if (days[at] > lastDay) {
                sink.customersAfterEnd++;
                at = customerEnd(at, to);
            } else {
                at = safeRows == 0 ? foldCustomer(at, to, fold) : customer(at, to, sink, fold);
            }
        }
    }

    private int customerEnd(int row, int to) {
        long key = keys[row];
        int at = row;
        while (at < to && keys[at] == key) {
            at++;
        }
        return at;
    }

    /** One customer without refunds; returns where the next begins. */
    private int customer(int from, int to, CustomerSink sink, CustomerFold fold) {
        long[] gaps = sink.gaps;
        long key = keys[from];
        int first = periods.of(days[from]);
        int last = first;
        int changes = 0;
        long firstSum = 0;
        long sum = 0;
        int at = from;
        do {
            int period = periods.of(days[at]);
            long amount = amounts[at];
            gaps[period - last]++;
            changes += period != last ? 1 : 0;
            last = period;
            sum += amount;
            firstSum += period == first ? amount : 0;
            at++;
        } while (at < to && keys[at] == key && days[at] <= lastDay);
        if (at - from > safeRows) {
            takeBack(from, at, gaps);
            return foldCustomer(from, to, fold);
        }
        sink.add(key, changes + 1, first, last, sum - firstSum, sum);
        return at < to && keys[at] == key ? customerEnd(at, to) : at;
    }

    /** Takes back the gaps of a customer whose sum is in doubt. */
    private void takeBack(int from, int to, long[] gaps) {
        int last = periods.of(days[from]);
        for (int at = from; at < to; at++) {
            int period = periods.of(days[at]);
            gaps[period - last]--;
            last = period;
        }
    }

    private int foldCustomer(int from, int to, CustomerFold fold) {
        long key = keys[from];
        fold.begin(key, periods.of(days[from]));
        int at = from;
        do {
            fold.add(periods.of(days[at]), amounts[at]);
            at++;
        } while (at < to && keys[at] == key && days[at] <= lastDay);
        fold.end();
        return customerEnd(at - 1, to);
    }
}
