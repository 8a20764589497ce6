package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.scenario.RetentionLift;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv scenario retention}: what points of retention are worth, with the arithmetic. */
@Command(
        name = "retention",
        description = "What a customer is worth more when more are kept, by m r / (1 + i - r), with the arithmetic.",
        mixinStandardHelpOptions = true)
final class RetentionCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--from", paramLabel = "RATIO", required = true, description = "the retention as it is, as in 80%%")
    private String from = "";

    @Option(names = "--to", paramLabel = "RATIO", required = true, description = "the retention to come, as in 85%%")
    private String to = "";

    @Option(names = "--per", paramLabel = "day|week|month|year", description = "the period (default: year)")
    private ChronoUnit per = ChronoUnit.YEARS;

    @Option(
            names = "--discount",
            paramLabel = "RATE",
            required = true,
            description = "what a year's wait takes off, as in 10%%, or '1%% per month'")
    private String discount = "";

    @Option(names = "--margin", paramLabel = "MONEY", description = "a customer's margin in a period")
    private @Nullable String margin;

    @Mixin
    private final CurrencyOption currency = new CurrencyOption();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    RetentionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RetentionLift lift = lift();
        Optional<Money> money = Asked.find("--margin", margin, text -> Amounts.money(text, currency.get()));
        if (format == OutputFormat.TABLE) {
            lift.explain().lines().forEach(text -> line(text, console.out()));
            money.ifPresent(each -> line(
                    "with a margin of " + each + " that is " + lift.worth(each)
                            + " a customer, the most that keeping them may cost",
                    console.out()));
            return 0;
        }
        Rows rows = new Rows("from", "to", "multiple_from", "multiple_to", "relative", "elasticity");
        rows.add(
                lift.from().value(),
                lift.to().value(),
                lift.multipleBefore(),
                lift.multipleAfter(),
                lift.relativeChange(),
                lift.elasticity());
        if (format == OutputFormat.CSV) {
            rows.csv(console.out());
        } else {
            console.out().print(rows.json() + "\n");
        }
        return 0;
    }

    private RetentionLift lift() {
        Ratio before = Asked.of("--from", from, Ratio::parse);
        Ratio after = Asked.of("--to", to, Ratio::parse);
        DiscountRate rate = Asked.of("--discount", discount, DiscountRate::parse);
        try {
            return new RetentionLift(before, after, rate, per);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
