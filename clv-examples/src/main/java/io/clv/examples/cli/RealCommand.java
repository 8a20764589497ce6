package io.clv.examples.cli;

import io.clv.economics.PriceIndex;
import io.clv.economics.RealIncome;
import io.clv.io.LogFile;
import io.clv.ledger.CustomerTable;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.GrowthRate;
import io.clv.quantity.Ratio;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv economics real}: what customers brought in the money of one month. */
@Command(
        name = "real",
        description = {
            "What customers brought, year by year, in the money of the day and in that of one month.",
            "INDEX.csv has the columns month (as in 2025-01) and level, one row for every month."
        },
        mixinStandardHelpOptions = true)
final class RealCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "INDEX.csv", description = "the level of prices by month")
    private String index = "";

    @Parameters(index = "1", paramLabel = "LOG.csv", description = "the log, or - for standard input")
    private String file = "";

    @Option(names = "--base", paramLabel = "MONTH", required = true, description = "in whose money, as in 2025-01")
    private String base = "";

    @Option(
            names = "--then",
            paramLabel = "RATE",
            description = "how prices grow beyond the index, as in '3%% per year'")
    private @Nullable String then;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    RealCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        YearMonth month = Asked.of("--base", base, RealCommand::month);
        Optional<GrowthRate> beyond = Asked.find("--then", then, GrowthRate::parse);
        Map<YearMonth, Double> levels = new HashMap<>();
        Sheet.read(index, List.of("month", "level"), console).map(row -> {
            YearMonth of = row.get("month", RealCommand::month);
            if (levels.put(of, row.get("level", Amounts::number)) != null) {
                throw new IllegalArgumentException("month " + of + " was already there");
            }
            return of;
        });
        PriceIndex prices = ReportOptions.asked(() -> {
            PriceIndex known = PriceIndex.of(levels);
            return beyond.map(known::then).orElse(known);
        });
        LogFile log = input.read(file, reader -> {}, console);
        CustomerTable customers = input.folding().summarize(log.ledger(), console);
        RealIncome income = ReportOptions.asked(() ->
                RealIncome.of(input.folding().periods(log.ledger(), customers, CalendarGrid.months()), prices, month));
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < income.years().size(); row++) {
            RealIncome.Year year = income.years().get(row);
            rows.add(List.of(
                    Integer.toString(year.year()),
                    year.whole() ? "yes" : "no",
                    year.nominal().amount(),
                    year.real().amount(),
                    share(income.growth(row, false)),
                    share(income.growth(row, true)),
                    input.currency().getCurrencyCode()));
        }
        report.print(
                income.explain(),
                List.of("year", "whole", "nominal", "real", "growth", "real_growth", "currency"),
                rows,
                "year",
                console.out());
        return 0;
    }

    private static OptionalDouble share(Optional<Ratio> ratio) {
        return ratio.map(each -> OptionalDouble.of(each.value())).orElse(OptionalDouble.empty());
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a month as in 2025-01, but was '" + text.strip() + "'", e);
        }
    }
}
