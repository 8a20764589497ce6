package io.clv.examples.cli;

import io.clv.io.LogFile;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.PeriodTable;
import io.clv.lifecycle.PlanAccuracy;
import io.clv.lifecycle.VisitForecasts;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv plan accuracy}: forecasts of visits held against the visits that were paid. */
@Command(
        name = "accuracy",
        description = {
            "Forecasts the next visits from the part of a log up to a date, and holds them against what the rest shows:",
            "how many days they were off, how many visits the intervals held, and how many customers did not come."
        },
        mixinStandardHelpOptions = true)
final class AccuracyCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "LOG.csv", description = "the log, or - for standard input")
    private String file = "";

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ForecastOptions forecast = new ForecastOptions();

    @Option(
            names = "--calibrate-through",
            paramLabel = "DATE",
            required = true,
            description = "the last date that forecasts are made from")
    private @Nullable LocalDate calibrateThrough;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    AccuracyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        forecast.check();
        Refused.unless(forecast.isAsked(), "--forecast", "none leaves nothing to be judged");
        LocalDate cut = calibrateThrough;
        if (cut == null) {
            throw new UsageException("--calibrate-through: is needed");
        }
        LogFile log = input.read(file, forecast::addColumns, console);
        CustomerTable all = input.folding().summarize(log.ledger(), console);
        CustomerTable known = input.folding().summarizeThrough(cut, log.ledger(), console);
        PeriodTable before = ForecastOptions.days(input.folding(), log.ledger(), known);
        PeriodTable later = ForecastOptions.days(input.folding(), log.ledger(), all);
        VisitForecasts forecasts = forecast.of(known, before, log.attributes(), console);
        PlanAccuracy accuracy = ReportOptions.wellAsked(() -> PlanAccuracy.of(forecasts, later));
        List<List<Object>> rows = new ArrayList<>();
        for (PlanAccuracy.Line line : accuracy.lines()) {
            rows.add(List.of(
                    line.label(),
                    line.forecasts(),
                    line.open(),
                    line.came(),
                    line.afterExpected(),
                    line.early(),
                    line.within(),
                    line.late(),
                    line.never(),
                    line.bias(),
                    line.meanAbsoluteError(),
                    share(line.shareWithin())));
        }
        report.print(
                accuracy.explain(),
                List.of(
                        "source",
                        "forecasts",
                        "open",
                        "came",
                        "after_expected",
                        "early",
                        "within",
                        "late",
                        "never",
                        "bias_days",
                        "mae_days",
                        "share_within"),
                rows,
                "source",
                console.out());
        return 0;
    }

    private static OptionalDouble share(Optional<Ratio> ratio) {
        return ratio.map(each -> OptionalDouble.of(each.value())).orElse(OptionalDouble.empty());
    }
}
