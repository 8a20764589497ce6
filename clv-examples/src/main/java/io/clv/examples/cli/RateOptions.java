package io.clv.examples.cli;

import io.clv.quantity.LossRate;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import io.clv.scenario.OrderForecastBuilder;
import io.clv.scenario.OrderRate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Customers who are all alike, where there is no log of them. */
final class RateOptions {

    @Option(names = "--customers", paramLabel = "N", description = "how many there are, where there is no log")
    private @Nullable Long customers;

    @Option(names = "--orders", paramLabel = "PACE", description = "what each orders, as in '1.5 per month'")
    private @Nullable String orders;

    @Option(names = "--doubt", paramLabel = "RATIO", description = "by how much that may be missed, as in 20%%")
    private @Nullable Ratio doubt;

    @Option(names = "--churn", paramLabel = "RATE", description = "who leaves, as in '4%% per month'")
    private @Nullable String churn;

    @Option(names = "--from", paramLabel = "DATE", description = "the first day, where there is no log")
    private @Nullable LocalDate from;

    void requireNone(String why) {
        Refused.unlessNull("--customers", customers, why);
        Refused.unlessNull("--orders", orders, why);
        Refused.unlessNull("--doubt", doubt, why);
        Refused.unlessNull("--churn", churn, why);
        Refused.unlessNull("--from", from, why);
    }

    void addTo(OrderForecastBuilder builder) {
        if (orders == null || from == null) {
            throw new UsageException("without a log, --orders and --from are needed, and --customers or --newcomers");
        }
        OrderRate each = OrderRate.of(Asked.of("--orders", orders, Pace::parse));
        OrderRate staying =
                Asked.find("--churn", churn, LossRate::parse).map(each::losing).orElse(each);
        OrderRate rate = doubt == null
                ? staying
                : Asked.of("--doubt", doubt.toString(), text -> staying.doubted(Ratio.parse(text)));
        Asked.of("--orders", orders, text -> builder.buying(rate));
        builder.from(from);
        if (customers != null) {
            Asked.of("--customers", customers.toString(), text -> builder.customers(Long.parseLong(text)));
        }
    }
}
