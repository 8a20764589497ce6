package io.clv.ledger;

import io.clv.task.Parallelism;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** What the threads of an engine wrote, put together in the order of the keys. */
final class EngineResult {

    final long[] keys;
    final int[] periods;
    final int[] first;
    final int[] last;
    final long[] total;
    final long[] repeatTotal;

    /** How often each gap in periods occurred; the place of gap 0 is of no meaning. */
    final long[] gaps;

    final ExactSum refundsOnly = new ExactSum();
    final ExactSum refundsIgnored = new ExactSum();

    private long refundRowsIgnored;
    private int customersAfterEnd;
    private long[] withoutPurchase = new long[0];

    EngineResult(Stretches stretches, int longestGap, Parallelism parallelism) {
        int[] at = new int[stretches.parts() + 1];
        Set<CustomerSink> sinks = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int part = 0; part < stretches.parts(); part++) {
            at[part + 1] = Math.addExact(at[part], stretches.size(part));
            sinks.add(stretches.sink(part));
        }
        int size = at[stretches.parts()];
        keys = new long[size];
        periods = new int[size];
        first = new int[size];
        last = new int[size];
        total = new long[size];
        repeatTotal = new long[size];
        parallelism.run(stretches.parts(), part -> copy(stretches, part, at[part]));
        gaps = new long[longestGap + 1];
        for (CustomerSink sink : sinks) {
            add(sink);
        }
        Arrays.sort(withoutPurchase);
    }

    private void copy(Stretches stretches, int part, int at) {
        CustomerSink sink = stretches.sink(part);
        int from = stretches.from(part);
        int count = stretches.size(part);
        System.arraycopy(sink.keys, from, keys, at, count);
        System.arraycopy(sink.periods, from, periods, at, count);
        System.arraycopy(sink.first, from, first, at, count);
        System.arraycopy(sink.last, from, last, at, count);
        System.arraycopy(sink.total, from, total, at, count);
        System.arraycopy(sink.repeatTotal, from, repeatTotal, at, count);
    }

    private void add(CustomerSink sink) {
        for (int gap = 0; gap < gaps.length; gap++) {
            gaps[gap] += sink.gaps[gap];
        }
        refundsOnly.add(sink.refundsOnly);
        refundsIgnored.add(sink.refundsIgnored);
        refundRowsIgnored += sink.refundRowsIgnored;
        customersAfterEnd += sink.customersAfterEnd;
        int known = withoutPurchase.length;
        withoutPurchase = Arrays.copyOf(withoutPurchase, known + sink.withoutPurchaseSize);
        System.arraycopy(sink.withoutPurchase, 0, withoutPurchase, known, sink.withoutPurchaseSize);
    }

    int size() {
        return keys.length;
    }

    long refundRowsIgnored() {
        return refundRowsIgnored;
    }

    int customersWithoutPurchase() {
        return withoutPurchase.length;
    }

    /** The customers whose rows are all after the end, where the engine met them in passing. */
    int customersAfterEnd() {
        return customersAfterEnd;
    }

    /** Counts the customers whose rows are all after the end, where the engine left such rows unread. */
    void countCustomersAfterEnd(KeyedRows rows, int lastDay, long rowsAfterEnd) {
        long[] late = new long[Math.toIntExact(rowsAfterEnd)];
        int size = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.days()[i] > lastDay) {
                late[size++] = rows.keys()[i];
            }
        }
        Arrays.sort(late);
        for (int i = 0; i < size; i++) {
            boolean next = i == 0 || late[i] != late[i - 1];
            if (next && Arrays.binarySearch(keys, late[i]) < 0 && Arrays.binarySearch(withoutPurchase, late[i]) < 0) {
                customersAfterEnd++;
            }
        }
    }
}
