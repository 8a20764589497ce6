package io.clv.ledger;

import io.clv.task.Parallelism;
import io.clv.task.Progress;

/**
 * One summary to be made.
 *
 * @param log the log
 * @param range the extremes of its columns
 * @param lastDay the last day that is observed
 * @param periods the period of each day
 * @param refunds how negative amounts count; none is observed if they are refused
 * @param parallelism how many threads
 * @param progress hears of the work
 */
record EngineTask(
        Log log,
        RowRange range,
        int lastDay,
        Periods periods,
        RefundPolicy refunds,
        Parallelism parallelism,
        Progress progress) {

    KeyedRows rows() {
        return log.rows();
    }

    /** Period 0 of a summary: that of the log's first day. */
    int leastPeriod() {
        return periods.of(range.leastDay());
    }

    int greatestPeriod() {
        return periods.of(Math.min(lastDay, range.greatestDay()));
    }

    /** How many amounts of a customer can be added without doubt; 0 where refunds ask for care with every row. */
    long safeRows() {
        return range.hasRefunds() ? 0 : range.safeRows();
    }

    /** The most periods between two purchases. */
    long longestGap() {
        return (long) greatestPeriod() - leastPeriod();
    }

    CustomerSink sink(int capacity) {
        return new CustomerSink(capacity, (int) longestGap());
    }

    CustomerFold fold(CustomerSink sink) {
        return new CustomerFold(refunds, log, sink);
    }
}
