package io.clv.examples.cli;

import io.clv.cohort.CohortTable;
import io.clv.io.ResultWriter;
import io.clv.ledger.PeriodTable;
import io.clv.lifecycle.LifecycleStages;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.report.Analysis;
import io.clv.report.Report;
import io.clv.report.ReportRows;
import io.clv.report.Section;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv report}: a log as a page for those who look at it. */
@Command(
        name = "report",
        description = {
            "Values every customer of a log, or of a simulated one if no log is given, and writes a page for managers:"
                    + " one file of HTML that needs no network.",
            "--calibrate-through adds how good a forecast would have been, --spend-file what channels cost and bring."
        },
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    /** What a report can be written in. */
    enum Language {
        EN,
        AR,
        FA;

        Locale locale() {
            return Locale.forLanguageTag(name());
        }
    }

    private final Console console;

    @Mixin
    private final ValueOptions options = new ValueOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "where the page goes, as in report.html")
    private @Nullable String page;

    @Option(
            names = "--xlsx",
            paramLabel = "FILE",
            description = "the same tables as a workbook, as in report.xlsx; with or without --out")
    private @Nullable String workbook;

    @Option(
            names = "--values",
            paramLabel = "FILE",
            description = "the value of every customer as csv, as in values.csv; the page lists some only")
    private @Nullable String list;

    @Option(
            names = "--language",
            paramLabel = "en|ar|fa",
            defaultValue = "en",
            description = "English, Arabic or Persian (default: ${DEFAULT-VALUE})")
    private Language language = Language.EN;

    @Option(names = "--title", paramLabel = "TEXT", description = "title of the page, in place of the usual one")
    private @Nullable String title;

    @Option(
            names = "--calibrate-through",
            paramLabel = "DATE",
            description = "tries the model on what came after this date, with a fit that has not seen it")
    private @Nullable LocalDate calibrateThrough;

    @Option(
            names = "--cohorts",
            paramLabel = "weeks|months|quarters|years",
            description = "calendar periods of cohorts (default: months, or longer ones where there are more than 36)")
    private @Nullable CohortPeriod cohorts;

    @Option(
            names = "--cac",
            paramLabel = "MONEY",
            description = "what a customer cost to acquire, a line across what cohorts have brought")
    private @Nullable String cac;

    @Mixin
    private final ChannelOptions channels = new ChannelOptions();

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path html = path("--out", page);
        Path xlsx = path("--xlsx", workbook);
        Path csv = path("--values", list);
        if (html == null && xlsx == null) {
            throw new UsageException("--out: must name the page, as in --out report.html, or --xlsx a workbook");
        }
        Optional<Money> cost = ReportOptions.findMoney("--cac", cac, options.currency());
        channels.check(options.currency(), console);
        ValueOptions.Job job = options.jobOfBase(channels.column(), console);
        CustomerValues values = job.values();
        ValueOptions.warnOfRevenue(values.measure(), job.chosen(), console);
        ReportRows rows = ReportOptions.asked(() -> analysis(job, values, cost)).rows();
        Report report = ReportOptions.wellAsked(() -> titled(Report.of(rows).language(language.locale())));
        if (html != null) {
            write(html, report::writeTo);
        }
        if (xlsx != null) {
            write(xlsx, report::writeWorkbook);
        }
        if (csv != null) {
            write(csv, file -> {
                try (Writer out = Files.newBufferedWriter(file)) {
                    ResultWriter.csv(out).write(values);
                }
            });
        }
        tellOfAbsent(rows);
        return 0;
    }

    private static @Nullable Path path(String option, @Nullable String file) {
        if (file == null) {
            return null;
        }
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UsageException(option + ": must be the name of a file, but was '" + file + "'");
        }
    }

    private Report titled(Report report) {
        return title == null ? report : report.title(title);
    }

    private Analysis analysis(ValueOptions.Job job, CustomerValues values, Optional<Money> cost) {
        CohortPeriod period = cohorts == null ? CohortPeriod.forPage(values.customers()) : cohorts;
        PeriodTable periods = options.periods(job, period.grid());
        PeriodTable months = period.unit() == ChronoUnit.MONTHS ? periods : options.periods(job, CalendarGrid.months());
        Analysis analysis = Analysis.of(values).cohorts(cohorts(job, period, periods));
        Optional<LifecycleStages> stages = stages(months, values);
        if (stages.isPresent()) {
            analysis = analysis.stages(stages.get());
        }
        if (job.fitted().isPresent()) {
            analysis = analysis.fitted(job.fitted().get());
        }
        if (options.margin().isPresent()) {
            analysis = analysis.grossMargin(options.margin().get());
        }
        if (cost.isPresent()) {
            analysis = analysis.acquisitionCost(cost.get());
        }
        if (calibrateThrough != null) {
            HeldOutForecast heldOut = options.heldOut(job, calibrateThrough, console);
            analysis = analysis.holdOut(heldOut.evaluation());
            if (heldOut.tracking().isPresent()) {
                analysis = analysis.tracking(heldOut.tracking().get());
            }
        }
        return channels.addTo(analysis, job, console);
    }

    private CohortTable cohorts(ValueOptions.Job job, CohortPeriod period, PeriodTable periods) {
        return CohortTable.builder(periods)
                .every(period.each())
                .acquisition(job.base().customers(), options.acquired(job))
                .build();
    }

    /** Stages by the usual rules, unless the base has too few gaps to tell who is overdue, which is said. */
    private Optional<LifecycleStages> stages(PeriodTable months, CustomerValues values) {
        try {
            return Optional.of(LifecycleStages.builder(values.customers(), months)
                    .values(values)
                    .build());
        } catch (IllegalArgumentException e) {
            console.note("customers are not staged: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** What writes a file, and may fail. */
    private interface Written {
        void to(Path file) throws IOException;
    }

    private void write(Path file, Written what) {
        try {
            what.to(file);
        } catch (IOException e) {
            throw new DataException(file + " cannot be written: " + e.getMessage());
        }
        console.note("wrote " + file);
    }

    private void tellOfAbsent(ReportRows rows) {
        if (!rows.absent().isEmpty()) {
            console.note("left out for want of data: "
                    + rows.absent().stream().map(ReportCommand::name).collect(Collectors.joining(", ")));
        }
    }

    private static String name(Section section) {
        return section.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
