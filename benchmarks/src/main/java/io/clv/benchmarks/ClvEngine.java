package io.clv.benchmarks;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.task.Parallelism;
import io.clv.task.Progress;
import java.time.temporal.ChronoUnit;

/** The library, from the caller's columns to a table in ascending id order; every check that a caller gets is on. */
final class ClvEngine implements Engine {

    private static final LedgerOptions OPTIONS = LedgerOptions.collapse(ChronoUnit.DAYS);

    private final SimulatedLog log;
    private final Parallelism parallelism;

    ClvEngine(SimulatedLog log, int threads) {
        this.log = log;
        this.parallelism = Parallelism.of(threads);
    }

    @Override
    public Summary aggregate() {
        CustomerTable table = ledger().summarize(SimulatedLog.END_DATE, OPTIONS, parallelism, Progress.none());
        return reader -> {
            for (int row = 0; row < table.size(); row++) {
                reader.accept(new CustomerRow(
                        table.id(row),
                        table.frequency(row),
                        (int) table.recency(row),
                        (int) table.age(row),
                        (int) table.firstPurchase(row).toEpochDay(),
                        table.monetaryValue(row),
                        table.total(row).minorUnits()));
            }
        };
    }

    private Ledger ledger() {
        return log.ids == CustomerIds.TEXT
                ? Ledger.ofUnsafe(SimulatedLog.CURRENCY, log.texts, log.days, log.minorUnits, parallelism)
                : Ledger.ofUnsafe(SimulatedLog.CURRENCY, log.numbers, log.days, log.minorUnits);
    }
}
