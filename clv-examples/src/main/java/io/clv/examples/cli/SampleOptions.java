package io.clv.examples.cli;

import io.clv.io.LogFile;
import io.clv.io.RenewalsFile;
import io.clv.io.TransactionCsv;
import io.clv.ledger.CustomerTable;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a model is fitted to or asked about, and how it is read. */
final class SampleOptions {

    private static final String NO_LOG = "a summary is no log";
    private static final String NO_RENEWALS = "contract models count renewals, and a file of renewals is no log";

    @Parameters(
            paramLabel = "FILE",
            description = "a log, a summary with --summary, or for sbg and bdw renewals; - for standard input")
    private @Nullable String file;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final AcquisitionOptions acquisition = new AcquisitionOptions();

    @Mixin
    private final SummaryOptions summary = new SummaryOptions();

    @Option(
            names = "--calibrate-through",
            paramLabel = "DATE",
            description = "cut the log after this date; what comes later is held out")
    private @Nullable LocalDate calibrateThrough;

    FoldingOptions folding() {
        return input.folding();
    }

    /** Refuses the options that say what may be fitted, where nothing is. */
    void requireNoFit(String why) {
        acquisition.requireNone(why);
    }

    boolean isSummary() {
        return summary.isAsked();
    }

    Sample read(Console console) {
        return summary.isAsked() ? readSummary(console) : readLog(none -> {}, console);
    }

    /** As {@link #read}, for an option that is about a column of the log. */
    TableSample readLog(String option, Consumer<TransactionCsv.Builder> furtherColumns, Console console) {
        Refused.unless(!summary.isAsked(), option, "is read off a log, and " + NO_LOG);
        return readLog(furtherColumns, console);
    }

    /** Reads what contract models are fitted to. */
    RenewalsFile readRenewals(Console console) {
        input.requireNoLog(NO_RENEWALS);
        input.folding().requireNoUnit(NO_RENEWALS);
        acquisition.requireNone(NO_RENEWALS);
        Refused.unlessNull("--calibrate-through", calibrateThrough, NO_RENEWALS);
        return summary.readRenewals(String.valueOf(file), input, console);
    }

    private Sample readSummary(Console console) {
        input.requireNoLog(NO_LOG);
        acquisition.requireNone(NO_LOG);
        Refused.unlessNull("--calibrate-through", calibrateThrough, NO_LOG);
        return summary.read(String.valueOf(file), input, console);
    }

    private TableSample readLog(Consumer<TransactionCsv.Builder> furtherColumns, Console console) {
        summary.requireNone("is of use beside --summary only");
        LogFile log = input.read(
                String.valueOf(file),
                reader -> {
                    acquisition.addColumns(reader);
                    furtherColumns.accept(reader);
                },
                console);
        CustomerTable customers = calibrateThrough == null
                ? input.folding().summarize(log.ledger(), console)
                : input.folding().summarizeThrough(calibrateThrough, log.ledger(), console);
        return new TableSample(customers, acquisition.of(customers, log.attributes(), console), log.attributes());
    }
}
