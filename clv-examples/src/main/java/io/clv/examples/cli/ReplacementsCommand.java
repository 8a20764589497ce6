package io.clv.examples.cli;

import io.clv.io.LogFile;
import io.clv.ledger.CustomerTable;
import io.clv.lifecycle.Replacement;
import io.clv.lifecycle.Replacements;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
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

/** {@code clv plan replacements}: when the next one is due, and what it brings. */
@Command(
        name = "replacements",
        description = {
            "When each customer replaces what he bought last, the second car for example, and what that brings.",
            "LOG.csv has the purchases of what is replaced, and nothing else."
        },
        mixinStandardHelpOptions = true)
final class ReplacementsCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "LOG.csv", description = "the log, or - for standard input")
    private String file = "";

    @Option(names = "--within", paramLabel = "SPAN", description = "how far ahead chances count (default: '1 year')")
    private @Nullable String within;

    @Option(names = "--level", paramLabel = "RATIO", description = "of the intervals of dates (default: 90%%)")
    private @Nullable Ratio level;

    @Option(
            names = "--fewest-watched",
            paramLabel = "N",
            description = "nothing is told beyond the time that fewer have waited for (default: 10)")
    private @Nullable Integer fewest;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    ReplacementsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        input.folding().requireNoUnit("time is counted in the periods of --granularity");
        Optional<Span> ahead = Asked.find("--within", within, Span::parse);
        LogFile log = input.read(file, reader -> {}, console);
        CustomerTable customers = input.folding().summarize(log.ledger(), console);
        Replacements replacements = ReportOptions.asked(() -> {
            Replacements.Builder builder = Replacements.builder(input.folding()
                    .periods(log.ledger(), customers, customers.options().grid()));
            ahead.ifPresent(builder::within);
            if (level != null) {
                builder.level(level);
            }
            if (fewest != null) {
                builder.fewestWatched(fewest);
            }
            return builder.build();
        });
        List<List<Object>> rows = new ArrayList<>();
        for (Replacement each : replacements.first(replacements.size())) {
            rows.add(List.of(
                    each.customer(),
                    each.last().toString(),
                    date(each.date()),
                    date(each.earliest()),
                    date(each.latest()),
                    each.chance()
                            .map(chance -> OptionalDouble.of(chance.value()))
                            .orElse(OptionalDouble.empty()),
                    each.value().amount(),
                    each.expected().<Object>map(Money::amount).orElse(OptionalDouble.empty()),
                    input.currency().getCurrencyCode()));
        }
        report.print(
                replacements.explain(),
                List.of("customer", "last", "next", "earliest", "latest", "chance", "value", "expected", "currency"),
                rows,
                "customer",
                console.out());
        return 0;
    }

    private static String date(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }
}
