package io.clv.examples.cli;

import io.clv.ledger.CustomerTable;
import io.clv.lifecycle.LifecycleStages;
import io.clv.lifecycle.Prospect;
import io.clv.lifecycle.Stage;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv plan stages}: where everybody stands. */
@Command(
        name = "stages",
        description = {
            "Puts customers into stages by what they did: new, growing, plateau, declining, at risk, lost, won back;"
                    + " and prospects, known by contacts, into awareness, comparison, interest.",
            "--stage lists who is in a stage, each with the reason."
        },
        mixinStandardHelpOptions = true)
final class StagesCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StageOptions options = new StageOptions();

    @Mixin
    private final FunnelOptions funnel = new FunnelOptions();

    @Option(
            names = "--values",
            paramLabel = "VALUES.csv",
            description = "what customers are worth: the columns customer, clv and, if it is to be used, p_alive")
    private @Nullable String values;

    @Option(
            names = "--at-risk-below",
            paramLabel = "RATIO",
            description = "P(alive) of --values below which a customer with a repeat purchase is at risk")
    private @Nullable Ratio alive;

    @Option(
            names = "--stage",
            paramLabel = "STAGE|all",
            split = ",",
            description = "a row for each customer or prospect of these stages, as in 'at risk', instead of each stage")
    private List<String> chosen = List.of();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    StagesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        funnel.check();
        Refused.unless(alive == null || values != null, "--at-risk-below", "needs the p_alive of --values");
        List<Stage> listed = listed();
        StageOptions.Folded folded = options.read(console);
        Optional<CustomerValues> worth =
                Optional.ofNullable(values).map(file -> WorthOfCustomers.read(file, folded.customers(), console));
        LifecycleStages stages = options.stages(
                folded,
                rules -> {
                    if (alive != null) {
                        rules.atRiskBelow(alive);
                    }
                },
                builder -> {
                    worth.ifPresent(builder::values);
                    funnel.addTo(builder, console);
                });
        String notes = String.join("\n", stages.notes());
        if (listed.isEmpty()) {
            report.print(
                    notes,
                    List.of("stage", "customers", "to_date", "value", "currency"),
                    lines(stages),
                    "stage",
                    console.out());
        } else {
            report.print(
                    notes,
                    List.of("customer", "stage", "to_date", "value", "currency", "reason"),
                    customers(stages, listed, worth),
                    "row",
                    console.out());
        }
        return 0;
    }

    private List<Stage> listed() {
        if (chosen.stream().anyMatch(text -> text.strip().equalsIgnoreCase("all"))) {
            return List.of(Stage.values());
        }
        return chosen.stream()
                .map(text -> Asked.of("--stage", text, Stage::parse))
                .toList();
    }

    private List<List<Object>> lines(LifecycleStages stages) {
        List<List<Object>> rows = new ArrayList<>();
        for (LifecycleStages.Line line : stages.lines()) {
            if (!line.stage().isProspect() || !stages.prospects().isEmpty()) {
                rows.add(List.of(
                        line.stage().label(),
                        line.customers(),
                        line.toDate().amount(),
                        line.value().<Object>map(money -> money.amount()).orElse(OptionalDouble.empty()),
                        options.currency().getCurrencyCode()));
            }
        }
        return rows;
    }

    /** Those worth most first, or who brought most; and prospects, who brought nothing, last. */
    private List<List<Object>> customers(LifecycleStages stages, List<Stage> listed, Optional<CustomerValues> worth) {
        CustomerTable table = stages.customers();
        List<List<Object>> rows = new ArrayList<>();
        IntStream.range(0, stages.size())
                .filter(row -> listed.contains(stages.stage(row)))
                .boxed()
                .sorted(Comparator.comparingDouble(
                        row -> -worth.map(of -> of.amount(row)).orElseGet(() -> table.totalAmount(row))))
                .forEach(row -> rows.add(List.of(
                        table.id(row),
                        stages.stage(row).label(),
                        table.total(row).amount(),
                        worth.<Object>map(of -> of.value(row).amount()).orElse(OptionalDouble.empty()),
                        options.currency().getCurrencyCode(),
                        new Rows.Sentence(stages.reason(row)))));
        for (Prospect prospect : stages.prospects()) {
            if (listed.contains(prospect.stage())) {
                rows.add(List.of(
                        prospect.id(),
                        prospect.stage().label(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        options.currency().getCurrencyCode(),
                        new Rows.Sentence(prospect.reason())));
            }
        }
        return rows;
    }
}
