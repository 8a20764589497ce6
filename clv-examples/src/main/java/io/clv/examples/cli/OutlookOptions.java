package io.clv.examples.cli;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.GrowthRate;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import io.clv.scenario.Inflow;
import io.clv.scenario.OrderForecast;
import io.clv.scenario.OrderForecastBuilder;
import io.clv.scenario.Overdispersion;
import io.clv.scenario.SeasonalIndex;
import io.clv.task.Parallelism;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a forecast of orders is told of the time to come; what it is not told is left out, and named. */
final class OutlookOptions {

    private static final String HISTORY = "history";

    @Option(names = "--per", paramLabel = "day|week|month|year", description = "the periods (default: day)")
    private ChronoUnit per = ChronoUnit.DAYS;

    @Option(
            names = "--periods",
            paramLabel = "N",
            defaultValue = "90",
            description = "how many (default: ${DEFAULT-VALUE})")
    private int periods;

    @Option(names = "--newcomers", paramLabel = "PACE", description = "who is to come, as in '40 per day'")
    private @Nullable String newcomers;

    @Option(names = "--growth", paramLabel = "RATE", description = "of the newcomers, as in '5%% per month'")
    private @Nullable String growth;

    @Option(
            names = "--newcomers-vary",
            paramLabel = "RATIO",
            description = "by how much days of newcomers differ beyond chance")
    private @Nullable Ratio variation;

    @Option(
            names = "--newcomers-doubt",
            paramLabel = "RATIO",
            description = "by how much the whole pace of newcomers may be missed")
    private @Nullable Ratio doubt;

    @Option(
            names = "--season",
            paramLabel = "INDEX",
            description = "7 numbers, from Monday, or 12, from January, with commas between them; may be repeated")
    private List<String> seasons = List.of();

    @Option(
            names = "--overdispersion",
            paramLabel = "RATIO|history",
            description = "by how much periods differ beyond chance, as in 10%%; 'history' reads it off the log")
    private @Nullable String overdispersion;

    @Option(
            names = "--futures",
            paramLabel = "N",
            defaultValue = "400",
            description = "how many are drawn (default: ${DEFAULT-VALUE})")
    private int futures;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "which (default: ${DEFAULT-VALUE})")
    private long seed;

    private CalendarGrid grid() {
        return CalendarGrid.of(per);
    }

    OrderForecastBuilder builder() {
        OrderForecastBuilder builder =
                Asked.of("--periods", String.valueOf(periods), none -> OrderForecast.over(grid(), periods));
        Asked.of("--futures", String.valueOf(futures), none -> builder.futures(futures));
        return builder.seed(seed).parallelism(Parallelism.available());
    }

    /** Where there is no log. */
    void addTo(OrderForecastBuilder builder) {
        Refused.unless(!HISTORY.equals(overdispersion), "--overdispersion", "there is no log to read it off");
        addTo(builder, season());
        given().ifPresent(builder::overdispersion);
    }

    void addTo(OrderForecastBuilder builder, Ledger log, CustomerTable customers) {
        SeasonalIndex season = season();
        addTo(builder, season);
        if (HISTORY.equals(overdispersion)) {
            builder.overdispersion(ReportOptions.asked(() -> {
                var history = log.periods(
                        customers.observedThrough(), grid(), customers.options().refunds());
                return season == null ? Overdispersion.estimate(history) : Overdispersion.estimate(history, season);
            }));
        } else {
            given().ifPresent(builder::overdispersion);
        }
    }

    private Optional<Overdispersion> given() {
        return Asked.find("--overdispersion", overdispersion, text -> new Overdispersion(Ratio.parse(text), grid()));
    }

    private @Nullable SeasonalIndex season() {
        return seasons.stream()
                .map(text -> Asked.of("--season", text, SeasonalIndex::parse))
                .reduce((one, other) -> Asked.of("--season", "", none -> one.and(other)))
                .orElse(null);
    }

    private void addTo(OrderForecastBuilder builder, @Nullable SeasonalIndex season) {
        if (season != null) {
            builder.season(season);
        }
        if (newcomers == null) {
            String why = "is of use with --newcomers only";
            Refused.unlessNull("--growth", growth, why);
            Refused.unlessNull("--newcomers-vary", variation, why);
            Refused.unlessNull("--newcomers-doubt", doubt, why);
            return;
        }
        Pace pace = Asked.of("--newcomers", newcomers, Pace::parse);
        GrowthRate rate = Asked.find("--growth", growth, GrowthRate::parse).orElse(GrowthRate.of(0, ChronoUnit.DAYS));
        builder.newcomers(ReportOptions.wellAsked(() -> new Inflow(
                pace, rate, variation == null ? Ratio.ZERO : variation, doubt == null ? Ratio.ZERO : doubt)));
    }
}
