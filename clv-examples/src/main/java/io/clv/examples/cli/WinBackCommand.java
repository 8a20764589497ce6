package io.clv.examples.cli;

import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.lifecycle.ChurnReasons;
import io.clv.lifecycle.LifecycleStages;
import io.clv.lifecycle.WinBack;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv plan winback}: why customers left, and whom to win back. */
@Command(
        name = "winback",
        description = {
            "Why lost customers left: what could have been prevented, what could not, what went with them, and what"
                    + " winning back is worth.",
            "The rows are those to try, with whom most was lost first."
        },
        mixinStandardHelpOptions = true)
final class WinBackCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StageOptions options = new StageOptions();

    @Option(
            names = "--reasons",
            paramLabel = "REASONS.csv",
            required = true,
            description = "what customers said: the columns customer and reason")
    private String reasons = "";

    @Option(
            names = "--preventable",
            paramLabel = "REASON",
            split = ",",
            required = true,
            description = "reasons for which a customer could have been kept")
    private List<String> preventable = List.of();

    @Option(
            names = "--natural",
            paramLabel = "REASON",
            split = ",",
            description = "reasons against which nothing could be done")
    private List<String> natural = List.of();

    @Option(
            names = "--success",
            paramLabel = "RATIO",
            required = true,
            description = "share of attempts that win a customer back, as measured")
    private Ratio success = Ratio.ZERO;

    @Option(names = "--cost", paramLabel = "MONEY", required = true, description = "of an attempt, won or not")
    private String cost = "";

    @Option(names = "--margin", paramLabel = "RATIO", description = "margin of the income (default: all of it)")
    private @Nullable Ratio margin;

    @Option(
            names = "--before",
            paramLabel = "SPAN",
            description = "time before the loss whose income was lost (default: 1 year)")
    private @Nullable String before;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    WinBackCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Money costs = ReportOptions.money("--cost", cost, options.currency());
        StageOptions.Folded folded = options.read(console);
        LifecycleStages stages = options.stages(folded, rules -> {}, parts -> {});
        JoinedAttributes said = said(folded.customers());
        ChurnReasons churn = ReportOptions.wellAsked(() -> {
            ChurnReasons.Builder builder = ChurnReasons.builder(stages, said, "reason")
                    .preventable(array(preventable))
                    .natural(array(natural));
            if (margin != null) {
                builder.grossMargin(margin);
            }
            Asked.find("--before", before, Span::parse).ifPresent(builder::incomeBefore);
            return builder.build();
        });
        WinBack plan = ReportOptions.wellAsked(() -> churn.winBack(success, costs));
        List<List<Object>> rows = new ArrayList<>();
        for (WinBack.Attempt each : plan.attempts()) {
            rows.add(List.of(
                    each.id(),
                    each.reason(),
                    each.lost().amount(),
                    options.currency().getCurrencyCode()));
        }
        report.print(
                churn.explain() + plan.explain(),
                List.of("customer", "reason", "lost", "currency"),
                rows,
                "customer",
                console.out());
        return 0;
    }

    private JoinedAttributes said(CustomerTable customers) {
        Attributes.Builder known = Attributes.builder().categoryColumn("reason");
        Sheet.read(reasons, List.of("customer", "reason"), console).map(row -> {
            String customer = row.get("customer", text -> text);
            row.find("reason").ifPresent(text -> known.category("reason", customer, text));
            return customer;
        });
        JoinedAttributes joined = known.build().join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW);
        if (!joined.prospects().isEmpty()) {
            console.warn(Words.count(joined.prospects().size(), "customer") + " of " + reasons
                    + " left out, who are not in the log: " + joined.prospects().get(0)
                    + (joined.prospects().size() == 1 ? "" : " ..."));
        }
        return joined;
    }

    private static String[] array(List<String> names) {
        return names.stream().map(String::strip).toArray(String[]::new);
    }
}
