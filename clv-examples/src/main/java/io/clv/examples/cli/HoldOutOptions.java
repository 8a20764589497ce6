package io.clv.examples.cli;

import io.clv.io.LogFile;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.Split;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A log, and the date on which it is cut in two. */
final class HoldOutOptions {

    @Parameters(paramLabel = "LOG.csv", description = "the log, or - for standard input")
    private String file = "";

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final AcquisitionOptions acquisition = new AcquisitionOptions();

    @Option(
            names = "--calibrate-through",
            paramLabel = "DATE",
            required = true,
            description = "the last date that models are fitted to; what comes later, through --observed-through, is"
                    + " held out")
    private @Nullable LocalDate calibrateThrough;

    /**
     * A log that was cut.
     *
     * @param ledger the log
     * @param split the cut
     * @param sample the customers of the calibration, as fits see them
     */
    record HeldOut(Ledger ledger, Split split, TableSample sample) {}

    FoldingOptions folding() {
        return input.folding();
    }

    HeldOut read(Console console) {
        LogFile log = input.read(file, acquisition::addColumns, console);
        LocalDate cut = calibrateThrough;
        if (cut == null) {
            throw new UsageException("--calibrate-through: is needed");
        }
        Split split = input.folding().split(cut, log.ledger(), console);
        CustomerTable customers = split.calibration();
        return new HeldOut(
                log.ledger(),
                split,
                new TableSample(customers, acquisition.of(customers, log.attributes(), console), log.attributes()));
    }
}
