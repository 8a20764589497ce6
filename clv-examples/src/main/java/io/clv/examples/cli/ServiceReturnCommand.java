package io.clv.examples.cli;

import io.clv.ledger.CustomerTable;
import io.clv.lifecycle.ReturnShare;
import io.clv.lifecycle.ServiceReturn;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv plan service-return}: what it is worth if more customers come back for service. */
@Command(
        name = "service-return",
        description = {
            "What it is worth in a year if more customers come back for service.",
            "The share of today is given by --share, or counted from two logs: BOUGHT.csv of who bought, VISITS.csv of"
                    + " who came for service."
        },
        mixinStandardHelpOptions = true)
final class ServiceReturnCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "BOUGHT.csv", description = "the log of who bought")
    private @Nullable String bought;

    @Parameters(index = "1", arity = "0..1", paramLabel = "VISITS.csv", description = "the log of who came for service")
    private @Nullable String visited;

    @Option(names = "--customers", paramLabel = "N", description = "who could come back (default: all of the log)")
    private @Nullable Long customers;

    @Option(names = "--share", paramLabel = "RATIO", description = "share that comes back today, where no log is given")
    private @Nullable Ratio share;

    @Option(
            names = "--window",
            paramLabel = "SPAN",
            description = "who has come within it before the end of observation is back (default: '1 year')")
    private @Nullable String window;

    @Option(names = "--target", paramLabel = "RATIO", required = true, description = "share that is to come back")
    private Ratio target = Ratio.ONE;

    @Option(names = "--visits", paramLabel = "PACE", required = true, description = "as in '1.5 per year'")
    private String visits = "";

    @Option(names = "--margin", paramLabel = "MONEY", required = true, description = "what a visit brings")
    private String margin = "";

    @Option(names = "--cost", paramLabel = "MONEY", description = "what it costs in a year to win them back")
    private @Nullable String cost;

    @Option(names = "--level", paramLabel = "RATIO", description = "of the interval of a counted share (default: 90%%)")
    private @Nullable Ratio level;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    ServiceReturnCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean logs = bought != null && visited != null;
        Refused.unless(
                logs || bought == null, "VISITS.csv", "must be given with BOUGHT.csv, for a share to be counted");
        if (logs == (share != null)) {
            throw new UsageException("what share comes back today: give --share, or two logs to count it from");
        }
        ServiceReturn.Builder builder = ServiceReturn.builder();
        Pace pace = Asked.of("--visits", visits, Pace::parse);
        Money brings = ReportOptions.money("--margin", margin, input.currency());
        Optional<Money> costs = ReportOptions.findMoney("--cost", cost, input.currency());
        if (share == null) {
            builder.share(counted(String.valueOf(bought), String.valueOf(visited)));
        } else {
            String why = "is of use beside two logs only";
            Refused.unlessNull("--window", window, why);
            Refused.unlessNull("--level", level, why);
            input.requireNoColumns(why);
            input.requireNoLog(why);
            input.folding().requireNoUnit(why);
            Ratio stated = share;
            ReportOptions.wellAsked(() -> builder.share(stated));
        }
        ServiceReturn result = ReportOptions.wellAsked(() -> {
            builder.target(target).visits(pace).marginPerVisit(brings);
            costs.ifPresent(builder::costPerYear);
            if (customers != null) {
                builder.customers(customers);
            }
            if (level != null) {
                builder.level(level);
            }
            return builder.build();
        });
        print(result);
        return 0;
    }

    private ReturnShare counted(String purchases, String visits) {
        Span span = Asked.find("--window", window, Span::parse).orElse(Span.years(1));
        CustomerTable buyers = input.folding()
                .summarize(input.read(purchases, reader -> {}, console).ledger(), console);
        CustomerTable visitors = input.folding()
                .summarize(input.read(visits, reader -> {}, console).ledger(), console);
        return ReportOptions.asked(() -> ReturnShare.measure(buyers, visitors, span));
    }

    private void print(ServiceReturn result) {
        Optional<Interval> interval = result.interval();
        report.print(
                result.explain(),
                List.of("more_customers", "worth", "low", "high", "per_point", "net", "break_even", "currency"),
                List.of(List.of(
                        result.moreCustomers(),
                        result.worth().amount(),
                        cell(interval.map(Interval::low)),
                        cell(interval.map(Interval::high)),
                        result.perPoint().amount(),
                        result.net().<Object>map(Money::amount).orElse(OptionalDouble.empty()),
                        cell(result.breakEven().map(Ratio::value)),
                        input.currency().getCurrencyCode())),
                "sum",
                console.out());
    }

    private static OptionalDouble cell(Optional<Double> number) {
        return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
