package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.scenario.Outcome;
import io.clv.scenario.Scenario;
import io.clv.scenario.WhatIf;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv scenario what-if}: the value of a base under scenarios. */
@Command(
        name = "what-if",
        description = {
            "What a base would be worth under scenarios, each beside the value as it is, in all and by segment.",
            "A scenario is one or more changes, with ';' between them and a name before ':' if it is to have one:",
            "  price +5%%; order value +10%%; frequency -5%%; margin +3 points; discount +5 points;",
            "  retention +5 points per year; churn x 1.5; upsell 20%% x 2.5; collapse 60%% after 18 months;",
            "  subscription 20 per month, churn 5%% per month, take-up 30%%"
        },
        mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ValuedBase base = new ValuedBase();

    @Option(
            names = "--scenario",
            paramLabel = "CHANGES",
            required = true,
            description = "as in 'price +5%%' or 'dearer: price +5%%; churn x 1.2'; may be repeated")
    private List<String> texts = List.of();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    WhatIfCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Scenario> scenarios = texts.stream()
                .map(each -> Asked.of("--scenario", each, text -> Scenario.parse(text, base.currency())))
                .toList();
        WhatIf whatIf = base.read(console);
        List<Outcome> outcomes = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            outcomes.add(Asked.of("--scenario", scenario.name(), name -> whatIf.run(scenario)));
        }
        switch (format) {
            case TABLE -> table(outcomes);
            case CSV -> rows(outcomes).csv(console.out());
            case JSON -> console.out().print(rows(outcomes).json() + "\n");
        }
        return 0;
    }

    private void table(List<Outcome> outcomes) {
        String gap = "";
        for (Outcome outcome : outcomes) {
            console.out().print(gap);
            gap = "\n";
            line(SafeText.escaped(outcome.scenario().toString()), console.out());
            TextTable table = new TextTable();
            table.add(List.of("segment", "customers", "as it is", "becomes", "change", "%"));
            lines(outcome)
                    .forEach(row -> table.add(List.of(
                            row.label(),
                            Words.count(row.customers()),
                            Words.amount(row.before()),
                            Words.amount(row.after()),
                            Words.amount(row.change()),
                            percent(row.relativeChange()))));
            table.lines().forEach(text -> line(text, console.out()));
        }
    }

    static String percent(OptionalDouble share) {
        return share.isPresent() ? Words.signed(100 * share.getAsDouble(), 1) : "";
    }

    /** The segments, if there is more than one, and all. */
    private static List<Outcome.Row> lines(Outcome outcome) {
        List<Outcome.Row> lines = new ArrayList<>(outcome.segments().size() > 1 ? outcome.segments() : List.of());
        lines.add(outcome.total());
        return lines;
    }

    private static Rows rows(List<Outcome> outcomes) {
        Rows rows = new Rows(
                "scenario", "changes", "segment", "customers", "before", "after", "change", "relative", "currency");
        for (Outcome outcome : outcomes) {
            Scenario scenario = outcome.scenario();
            String changes = String.join(
                    "; ", scenario.changes().stream().map(Object::toString).toList());
            for (Outcome.Row row : lines(outcome)) {
                rows.add(
                        scenario.name(),
                        changes,
                        row.label(),
                        row.customers(),
                        row.before().amount(),
                        row.after().amount(),
                        row.change().amount(),
                        row.relativeChange(),
                        row.before().currency().getCurrencyCode());
            }
        }
        return rows;
    }
}
