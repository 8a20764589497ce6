package io.clv.examples.cli;

import io.clv.economics.LoyaltyUplift;
import io.clv.ledger.Groups;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv economics loyalty}: a loyalty programme's cost against the change of its members' value. */
@Command(
        name = "loyalty",
        description = {
            "What a loyalty programme costs against the change of its members' value.",
            "The file has the columns customer, group, before and after: the value of each customer at two dates. An"
                    + " effect is spoken of only against a control that was kept out by chance."
        },
        mixinStandardHelpOptions = true)
final class LoyaltyCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "CHANGES.csv", description = "the value of each customer before and after")
    private String file = "";

    @Option(names = "--cost", paramLabel = "MONEY", required = true, description = "of the programme in all")
    private String cost = "";

    @Option(names = "--members", paramLabel = "GROUP", defaultValue = "member", description = "who is in it")
    private String members = "member";

    @Option(names = "--control", paramLabel = "GROUP", description = "who was kept out by chance")
    private @Nullable String control;

    @Option(names = "--comparison", paramLabel = "GROUP", description = "who is not in it, for whatever reason")
    private @Nullable String comparison;

    @Option(
            names = "--level",
            paramLabel = "RATIO",
            defaultValue = "90%",
            description = "of the interval (default: 90%%)")
    private Ratio level = Ratio.percent(90);

    @Mixin
    private final CurrencyOption currency = new CurrencyOption();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    LoyaltyCommand(Console console) {
        this.console = console;
    }

    private record Change(String group, double amount) {}

    @Override
    public Integer call() {
        Refused.unless(control == null || comparison == null, "--control", "and --comparison cannot both be given");
        Money spent = ReportOptions.money("--cost", cost, currency.get());
        List<Change> changes = Sheet.read(file, List.of("customer", "group", "before", "after"), console)
                .map(row -> new Change(
                        row.get("group", text -> text),
                        row.get("after", Amounts::number) - row.get("before", Amounts::number)));
        LoyaltyUplift uplift = ReportOptions.asked(() -> uplift(changes, spent));
        Interval each = uplift.interval();
        Interval net = uplift.netInterval();
        report.print(
                uplift.explain(),
                List.of(
                        "evidence",
                        "members",
                        "uplift",
                        "low",
                        "high",
                        "level",
                        "cost",
                        "net",
                        "net_low",
                        "net_high",
                        "currency"),
                List.of(List.of(
                        Words.constant(uplift.evidence()),
                        uplift.members().customers(),
                        uplift.uplift().amount(),
                        each.low(),
                        each.high(),
                        level.value(),
                        spent.amount(),
                        uplift.net().amount(),
                        net.low(),
                        net.high(),
                        currency.get().getCurrencyCode())),
                "row",
                console.out());
        return 0;
    }

    private LoyaltyUplift uplift(List<Change> changes, Money spent) {
        LoyaltyUplift.Builder builder = LoyaltyUplift.builder(
                        Groups.ofLabels(changes.stream().map(Change::group).toList()), currency.get())
                .change(changes.stream().mapToDouble(Change::amount).toArray())
                .members(members)
                .cost(spent)
                .level(level);
        if (control != null) {
            builder.control(control);
        }
        if (comparison != null) {
            builder.comparison(comparison);
        }
        return builder.build();
    }
}
