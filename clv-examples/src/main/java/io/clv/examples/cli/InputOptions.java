package io.clv.examples.cli;

import io.clv.io.LogFile;
import io.clv.io.RenewalsCsv;
import io.clv.io.RenewalsFile;
import io.clv.io.SummaryCsv;
import io.clv.io.SummaryFile;
import io.clv.io.TransactionCsv;
import io.clv.task.Parallelism;
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

    /** Refuses what is of use for reading only, where nothing is read. */
    void requireNoColumns(String why) {
        log.requireNothingToRead(why);
    }

    /** Refuses what is of use for a log only, where a summary is read. */
    void requireNoLog(String why) {
        log.requireNoLog(why);
        folding.requireNone(why);
    }

    /** Reads a summary, says what was guessed, and lists what is wrong with it. */
    SummaryFile readSummary(String file, Consumer<SummaryCsv.Builder> columns, Console console) {
        Source source = Source.of(file, console);
        SummaryFile read;
        try (ReadingBar bar = console.bar()) {
            SummaryCsv.Builder builder = log.summaryReader().progress(bar);
            columns.accept(builder);
            SummaryCsv reader = builder.build();
            read = source.read(reader::read, reader::read);
        }
        source.report(read.notes(), read.problems(), read.rows(), read.rowsWithProblems(), log.maxProblems());
        return read;
    }

    /** Reads renewals, says what was guessed, and lists what is wrong with them. */
    RenewalsFile readRenewals(String file, Consumer<RenewalsCsv.Builder> columns, Console console) {
        Source source = Source.of(file, console);
        RenewalsFile read;
        try (ReadingBar bar = console.bar()) {
            RenewalsCsv.Builder builder = log.renewalsReader().progress(bar);
            columns.accept(builder);
            RenewalsCsv reader = builder.build();
            read = source.read(reader::read, reader::read);
        }
        source.report(read.notes(), read.problems(), read.rows(), read.rowsWithProblems(), log.maxProblems());
        return read;
    }

    /** Reads a log, says what was guessed, and lists what is wrong with it. */
    LogFile read(String file, Consumer<TransactionCsv.Builder> furtherColumns, Console console) {
        Source source = Source.of(file, console);
        LogFile read;
        try (ReadingBar bar = console.bar()) {
            TransactionCsv.Builder builder =
                    log.reader().parallelism(Parallelism.available()).progress(bar);
            folding.refuseRows(builder);
            try {
                furtherColumns.accept(builder);
            } catch (IllegalArgumentException e) {
                throw new UsageException(e.getMessage());
            }
            TransactionCsv reader = builder.build();
            read = source.read(reader::read, reader::read);
        }
        source.report(read.notes(), read.problems(), read.rows(), read.rowsWithProblems(), log.maxProblems());
        return read;
    }
}
