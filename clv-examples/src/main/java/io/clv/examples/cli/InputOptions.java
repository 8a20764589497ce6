package io.clv.examples.cli;

import io.clv.io.LogFile;
import io.clv.io.TransactionCsv;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.task.Parallelism;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;

/** The options of every command that reads a log, and the reading. */
final class InputOptions {

    @Mixin
    private final LogOptions log = new LogOptions();

    @Mixin
    private final FoldingOptions folding = new FoldingOptions();

    Currency currency() {
        return log.currency();
    }

    FoldingOptions folding() {
        return folding;
    }

    /** Refuses what is of use for a log only, where none was given. */
    void requireNoColumns() {
        log.requireNothingToRead("there is no log to read it from; name one after the command");
    }

    /** Reads a log, says what was guessed, and lists what is wrong with it. */
    LogFile read(String file, Consumer<TransactionCsv.Builder> furtherColumns, Console console) {
        Source source = Source.of(file, console);
        LogFile read;
        try (ReadingBar bar = console.bar()) {
            TransactionCsv.Builder builder =
                    log.reader().parallelism(Parallelism.available()).progress(bar);
            folding.refuseRows(builder);
            furtherColumns.accept(builder);
            TransactionCsv reader = builder.build();
            read = source.read(reader::read, reader::read);
        }
        source.report(read.notes(), read.problems(), read.rows(), read.rowsWithProblems(), log.maxProblems());
        return read;
    }

    /** Folds the log to customers, and says what was assumed and left out. */
    CustomerTable summarize(LogFile read, Console console) {
        return folding.summarize(read.ledger(), console);
    }

    /** As {@link #summarize(LogFile, Console)}, for a log of which it is known how long it was observed. */
    CustomerTable summarize(Ledger ledger, LocalDate through, Console console) {
        return folding.summarizeObserved(ledger, through, console);
    }
}
