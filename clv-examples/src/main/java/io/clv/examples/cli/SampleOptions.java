package io.clv.examples.cli;

import io.clv.io.LogFile;
import io.clv.ledger.CustomerTable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a model is fitted to or asked about, and how it is read. */
final class SampleOptions {

    private static final String NO_LOG = "a summary is no log";

    @Parameters(paramLabel = "FILE", description = "a log, or a summary with --summary; - for standard input")
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

    Sample read(Console console) {
        return summary.isAsked() ? readSummary(console) : readLog(console);
    }

    private Sample readSummary(Console console) {
        input.requireNoLog(NO_LOG);
        acquisition.requireNone(NO_LOG);
        Refused.unlessNull("--calibrate-through", calibrateThrough, NO_LOG);
        return summary.read(String.valueOf(file), input, console);
    }

    private Sample readLog(Console console) {
        summary.requireNone("is of use beside --summary only");
        LogFile log = input.read(String.valueOf(file), acquisition::addColumns, console);
        CustomerTable customers = calibrateThrough == null
                ? input.folding().summarize(log.ledger(), console)
                : input.folding().summarizeThrough(calibrateThrough, log.ledger(), console);
        return new TableSample(customers, acquisition.of(customers, log.attributes(), console));
    }
}
