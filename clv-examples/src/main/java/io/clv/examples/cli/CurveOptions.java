package io.clv.examples.cli;

import io.clv.io.LogFile;
import io.clv.ledger.CustomerTable;
import io.clv.lifecycle.CurveRules;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Ratio;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Option;

/** How income is read by calendar period, and what counts as a change of it. */
final class CurveOptions {

    @Option(
            names = "--grid",
            paramLabel = "days|weeks|months|years",
            defaultValue = "months",
            description = "calendar periods of income (default: ${DEFAULT-VALUE})")
    private ChronoUnit grid = ChronoUnit.MONTHS;

    @Option(
            names = "--least-change",
            paramLabel = "RATIO",
            defaultValue = "20%",
            description = "least change of income that counts (default: 20%%)")
    private Ratio leastChange = Ratio.percent(20);

    @Option(
            names = "--plateau-from",
            paramLabel = "N",
            defaultValue = "6",
            description =
                    "for how many periods a plateau must hold, and a change is recent (default: ${DEFAULT-VALUE})")
    private int plateauFrom = 6;

    ChronoUnit grid() {
        return grid;
    }

    CurveRules rules() {
        return ReportOptions.wellAsked(() -> new CurveRules(leastChange, plateauFrom));
    }

    /** The log by customer, and by customer and calendar period. */
    StageOptions.Folded read(String file, InputOptions input, Console console) {
        LogFile log = input.read(file, reader -> {}, console);
        CustomerTable customers = input.folding().summarize(log.ledger(), console);
        return new StageOptions.Folded(
                customers, input.folding().periods(log.ledger(), customers, CalendarGrid.of(grid)));
    }
}
