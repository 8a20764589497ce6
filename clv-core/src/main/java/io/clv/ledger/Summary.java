package io.clv.ledger;

import io.clv.quantity.CalendarGrid;
import io.clv.task.Parallelism;
import io.clv.task.Progress;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is behind {@link Ledger#summarize}: looks at the log, refuses what the options refuse, and chooses the engine.
 */
final class Summary {

    private final Log log;
    private final LocalDate observedThrough;
    private final int lastDay;
    private final LedgerOptions options;
    private final Parallelism parallelism;
    private final Progress progress;

    private Summary(
            Log log, LocalDate observedThrough, LedgerOptions options, Parallelism parallelism, Progress progress) {
        this.log = log;
        this.observedThrough = observedThrough;
        this.lastDay = EpochDays.of("observedThrough", observedThrough);
        this.options = options;
        this.parallelism = parallelism;
        this.progress = progress;
    }

    static CustomerTable of(
            Log log, LocalDate observedThrough, LedgerOptions options, Parallelism parallelism, Progress progress) {
        return new Summary(log, observedThrough, options, parallelism, progress).table();
    }

    private CustomerTable table() {
        RowRange range = RowRange.of(log.rows(), lastDay, parallelism);
        refuse(range);
        if (log.rows().size() > range.rowsAfterEnd()) {
            Periods periods = Periods.of(options.grid(), range.leastDay(), Math.min(lastDay, range.greatestDay()));
            EngineTask task = new EngineTask(log, range, lastDay, periods, options.refunds(), parallelism, progress);
            if (SummaryEngine.suits(task)) {
                return table(task, SummaryEngine.summarize(task));
            }
        }
        return PlainSummary.of(log.coded(), log.currency(), observedThrough, options).table;
    }

    /** Names the first row that the options refuse, if there can be one. */
    private void refuse(RowRange range) {
        boolean late = range.rowsAfterEnd() > 0 && options.afterEnd() == AfterEnd.REJECT;
        boolean refunds = range.hasRefunds() && options.refunds() == RefundPolicy.REJECT;
        if (!late && !refunds) {
            return;
        }
        for (int row = 0; row < log.rows().size(); row++) {
            boolean observed = log.rows().days()[row] <= lastDay;
            if (late && !observed) {
                throw log.refusal(row).afterEnd(lastDay);
            }
            if (refunds && observed && log.rows().amounts()[row] < 0) {
                throw log.refusal(row).refund();
            }
        }
    }

    private CustomerTable table(EngineTask task, EngineResult result) {
        CustomerColumns columns = new CustomerColumns(
                new Ids(log.keys(), result.keys),
                result.periods,
                result.first,
                result.last,
                result.total,
                result.repeatTotal);
        Exclusions exclusions = new Exclusions(
                task.range().rowsAfterEnd(),
                result.customersAfterEnd(),
                result.refundRowsIgnored(),
                result.refundsIgnored.toMoney("the sum of the refunds left out", log.currency()),
                result.customersWithoutPurchase(),
                result.refundsOnly.toMoney("the total of the customers without a purchase", log.currency()));
        return new CustomerTable(
                columns, log.currency(), observedThrough, options, exclusions, gaps(result.gaps, options.grid()));
    }

    private static Optional<PurchaseGaps> gaps(long[] counts, CalendarGrid grid) {
        GapCounts gaps = new GapCounts();
        for (int periods = 1; periods < counts.length; periods++) {
            gaps.add(periods, counts[periods]);
        }
        return gaps.toGaps(grid);
    }
}
