package io.clv.examples.cli;

import io.clv.cohort.CohortPayback;
import io.clv.cohort.CohortTable;
import io.clv.cohort.PeriodComparison;
import io.clv.io.LogFile;
import io.clv.ledger.Acquisition;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.PeriodTable;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv cohort}: customers who came together as they grow older, or two periods beside each other. */
@Command(
        name = "cohort",
        description = {
            "Shows what customers who came together did as they grew older: how many were active, what they brought,"
                    + " and when they had paid for their acquisition.",
            "With --compare, what changed between two periods, and whether that is more than noise."
        },
        mixinStandardHelpOptions = true)
final class CohortCommand implements Callable<Integer> {

    private static final String NOT_SAID = "(not said)";
    private static final String COMPARED = "two periods are compared and no cohorts are made";

    private final Console console;

    @Parameters(paramLabel = "LOG.csv", description = "the log, or - for standard input")
    private @Nullable String file;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final AcquisitionOptions acquisition = new AcquisitionOptions();

    @Mixin
    private final PaybackOptions payback = new PaybackOptions();

    @Mixin
    private final ComparisonOptions comparison = new ComparisonOptions();

    @Mixin
    private final TableOptions table = new TableOptions();

    @Option(
            names = "--grid",
            paramLabel = "days|weeks|months|quarters|years",
            description = "calendar periods of cohorts and ages (default: months)")
    private @Nullable CohortPeriod grid;

    @Option(
            names = "--by",
            paramLabel = "COL",
            description = "a row for each value of a column instead of each period of the first purchase")
    private @Nullable String by;

    @Option(
            names = "--show",
            paramLabel = "active|revenue|cumulative|margin,...",
            split = ",",
            description = "which triangles a table has (default: active and cumulative, or margin where there is one)")
    private List<CohortView> views = List.of();

    @Option(
            names = "--ages",
            paramLabel = "N|all",
            defaultValue = "13",
            description = "how many ages a table shows, from 0 on (default: ${DEFAULT-VALUE})")
    private RowLimit ages = new RowLimit(0);

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    CohortCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        input.folding().requireNoUnit("--grid says what ages are counted in");
        if (comparison.isAsked()) {
            compare();
        } else {
            cohorts();
        }
        return 0;
    }

    private void cohorts() {
        comparison.requireNone();
        payback.check();
        Refused.unless(!views.contains(CohortView.MARGIN) || payback.hasMargin(), "--show", "margin needs --margin");
        CohortPeriod period = grid == null ? CohortPeriod.MONTHS : grid;
        input.folding().takePeriods(period.unit(), "--grid");
        LogFile log = read();
        CustomerTable customers = input.folding().summarize(log.ledger(), console);
        PeriodTable periods = input.folding().periods(log.ledger(), customers, period.grid());
        Acquisition whole = acquisition.of(customers, log.attributes(), "cohorts", console);
        CohortTable cohorts = table(periods, period, customers, whole, groups(log, customers));
        CohortPayback paid = payback.of(cohorts);
        CohortRecords records = new CohortRecords(cohorts, payback.margin());
        switch (format) {
            case TABLE ->
                new CohortsForReading(cohorts, payback.margin(), Math.max(1, ages.rows()), table, console.out())
                        .print(views(), paid);
            case CSV -> records.csv(console.out());
            case JSON -> records.json(paid, console.out());
        }
    }

    private CohortTable table(
            PeriodTable periods,
            CohortPeriod period,
            CustomerTable customers,
            Acquisition whole,
            @Nullable Groups groups) {
        CohortTable.Builder builder =
                CohortTable.builder(periods).every(period.each()).acquisition(customers, whole);
        if (groups != null) {
            builder.groups(String.valueOf(by).strip(), groups);
        }
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new DataException(e.getMessage());
        }
    }

    private List<CohortView> views() {
        if (!views.isEmpty()) {
            return views;
        }
        return List.of(CohortView.ACTIVE, payback.hasMargin() ? CohortView.MARGIN : CohortView.CUMULATIVE);
    }

    private void compare() {
        payback.requireNone(COMPARED);
        acquisition.requireNone(COMPARED);
        Refused.unlessNull("--grid", grid, COMPARED);
        Refused.unless(views.isEmpty(), "--show", COMPARED);
        comparison.check(by != null);
        input.folding().takePeriods(ChronoUnit.DAYS, "--compare");
        LogFile log = read();
        CustomerTable customers = input.folding().summarize(log.ledger(), console);
        PeriodTable days = input.folding().periods(log.ledger(), customers, CohortPeriod.DAYS.grid());
        PeriodComparison result = comparison.of(days, groups(log, customers));
        ComparisonRecords records = new ComparisonRecords(result, input.currency());
        switch (format) {
            case TABLE ->
                result.explain().lines().forEach(each -> TableOptions.line(SafeText.escaped(each), console.out()));
            case CSV -> records.csv(console.out());
            case JSON -> records.json(console.out());
        }
    }

    private LogFile read() {
        return input.read(
                String.valueOf(file),
                reader -> {
                    acquisition.addColumns(reader);
                    if (by != null) {
                        reader.category(by);
                    }
                },
                console);
    }

    private @Nullable Groups groups(LogFile log, CustomerTable customers) {
        return by == null
                ? null
                : log.attributes()
                        .join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW)
                        .groups(by.strip(), NOT_SAID);
    }
}
