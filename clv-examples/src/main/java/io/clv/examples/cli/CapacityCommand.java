package io.clv.examples.cli;

import io.clv.btyd.FitOptions;
import io.clv.btyd.FuturePurchases;
import io.clv.btyd.Posterior;
import io.clv.btyd.PosteriorOptions;
import io.clv.btyd.Prior;
import io.clv.btyd.Tally;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.io.LogFile;
import io.clv.ledger.CustomerTable;
import io.clv.quantity.Ratio;
import io.clv.scenario.DayPassed;
import io.clv.scenario.OrderForecast;
import io.clv.scenario.OrderForecast.Part;
import io.clv.scenario.OrderForecastBuilder;
import io.clv.task.Parallelism;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv scenario capacity}: how many orders are to come, and when a capacity is no longer enough. */
@Command(
        name = "capacity",
        description = {
            "How many orders are to come, period by period, and when a capacity is no longer enough.",
            "With a log, its customers buy on by a model that is fitted, whose parameters are in doubt. Without one, all"
                    + " customers are alike:",
            "  clv scenario capacity --customers 20000 --orders '1.5 per month' --doubt 20%% --churn '4%% per month'"
                    + " --from 2026-01-01 --newcomers '500 per day' --capacity 5000",
            "The rows are the periods, or, with --capacity, the days on which capacities are passed."
        },
        mixinStandardHelpOptions = true)
final class CapacityCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "LOG.csv", description = "the log, or - for standard input")
    private @Nullable String file;

    @Mixin
    private final FittingOptions fitting = new FittingOptions();

    @Mixin
    private final AcquisitionOptions acquisition = new AcquisitionOptions();

    @Mixin
    private final RateOptions rate = new RateOptions();

    @Mixin
    private final OutlookOptions forecasting = new OutlookOptions();

    @Option(
            names = "--capacity",
            paramLabel = "ORDERS",
            description = "orders that can be handled in a period; may be repeated")
    private List<Long> capacities = List.of();

    @Option(names = "--percentile", paramLabel = "RATIO", description = "may be repeated (default: 5%%, 50%% and 95%%)")
    private List<Ratio> percentiles = List.of();

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    CapacityCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        OrderForecastBuilder builder = forecasting.builder();
        if (file == null) {
            String why = "is of use with a log, and none is given";
            fitting.requireNoModel(why);
            fitting.requireNoPrior(why);
            acquisition.requireNone(why);
            input.requireNoColumns(why);
            input.folding().requireNone(why);
            rate.addTo(builder);
            forecasting.addTo(builder);
        } else {
            rate.requireNone("the log says it: its customers are known by their histories");
            TransactionFamily<?> family = family();
            LogFile log = input.read(file, acquisition::addColumns, console);
            CustomerTable customers = input.folding().summarize(log.ledger(), console);
            Tally tally = Tally.of(customers, acquisition.of(customers, log.attributes(), console));
            builder.customers(customers)
                    .buying(ReportOptions.asked(() -> FuturePurchases.of(posterior(family, tally))));
            forecasting.addTo(builder, log.ledger(), customers);
        }
        OrderForecast forecast = ReportOptions.wellAsked(builder::forecast);
        List<Ratio> asked =
                percentiles.isEmpty() ? List.of(Ratio.percent(5), Ratio.percent(50), Ratio.percent(95)) : percentiles;
        if (capacities.isEmpty()) {
            periods(forecast, asked);
        } else {
            capacities(forecast, asked);
        }
        return 0;
    }

    private TransactionFamily<?> family() {
        TransactionFamily<?> family =
                Asked.of("--model", fitting.model(console), name -> TransactionFamily.named(name));
        Opportunities.require(family, input.folding());
        return family;
    }

    private <M extends TransactionModel> Posterior<M> posterior(TransactionFamily<M> family, Tally tally) {
        FitOptions options = fitting.options();
        PosteriorOptions how = PosteriorOptions.defaults().parallelism(Parallelism.available());
        return family.posterior(tally, options.prior().equals(Prior.NONE) ? how : how.prior(options.prior()));
    }

    private static List<String> names(List<String> first, List<Ratio> percentiles) {
        List<String> names = new ArrayList<>(first);
        percentiles.forEach(each -> names.add("p" + each.toString().replace("%", "")));
        return names;
    }

    private void periods(OrderForecast forecast, List<Ratio> asked) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < forecast.periods(); i++) {
            int period = i;
            List<Object> row = new ArrayList<>(List.of(
                    forecast.from(i).toString(),
                    forecast.through(i).toString(),
                    forecast.mean(i),
                    forecast.mean(i, Part.KNOWN),
                    forecast.mean(i, Part.FIRST),
                    forecast.mean(i, Part.AGAIN)));
            asked.forEach(each -> row.add(ReportOptions.wellAsked(() -> forecast.orders(period, each))));
            rows.add(row);
        }
        List<String> names = List.of("from", "through", "orders", "known", "first", "again");
        report.print(forecast.explain(), names(names, asked), rows, "period", console.out());
    }

    private void capacities(OrderForecast forecast, List<Ratio> asked) {
        List<List<Object>> rows = new ArrayList<>();
        for (long capacity : capacities) {
            DayPassed passed = ReportOptions.wellAsked(() -> forecast.dayPassed(capacity));
            List<Object> row = new ArrayList<>(List.of(capacity));
            asked.forEach(each -> row.add(ReportOptions.wellAsked(
                    () -> passed.day(each).map(LocalDate::toString).orElse("never"))));
            row.add(passed.never().value());
            rows.add(row);
        }
        List<String> names = names(List.of("capacity"), asked);
        names.add("never");
        report.print(forecast.explain(), names, rows, "capacity", console.out());
    }
}
