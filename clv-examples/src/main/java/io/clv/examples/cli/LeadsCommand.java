package io.clv.examples.cli;

import io.clv.economics.LeadScores;
import io.clv.ledger.Attributes;
import io.clv.ltv.CustomerValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv economics leads}: prospects by the value of customers like them. */
@Command(
        name = "leads",
        description = {
            "Ranks prospects by the value of customers like them.",
            "VALUES.csv has the columns customer and clv or value; TRAITS.csv has customer and what is known of customers"
                    + " and prospects. Who has traits and no value is a prospect."
        },
        mixinStandardHelpOptions = true)
final class LeadsCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "VALUES.csv", description = "what customers are worth")
    private String values = "";

    @Parameters(index = "1", paramLabel = "TRAITS.csv", description = "what is known of customers and prospects")
    private String traits = "";

    @Option(
            names = "--by",
            paramLabel = "COL[:CUTS]",
            required = true,
            split = ",",
            description = "columns to compare by, the first first; numbers in bands, as in channel,age:30:45")
    private List<String> by = List.of();

    @Mixin
    private final CurrencyOption currency = new CurrencyOption();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    LeadsCommand(Console console) {
        this.console = console;
    }

    /** A column, and where its bands part if it holds numbers. */
    private record Column(String name, List<Double> cuts) {

        static Column parse(String text) {
            String[] parts = text.strip().split(":", -1);
            return new Column(
                    parts[0].strip().toLowerCase(Locale.ROOT),
                    Arrays.stream(parts).skip(1).map(Amounts::number).toList());
        }
    }

    @Override
    public Integer call() {
        List<Column> columns =
                by.stream().map(each -> Asked.of("--by", each, Column::parse)).toList();
        List<String> names = new ArrayList<>(List.of("customer"));
        columns.forEach(column -> names.add(column.name()));
        Attributes.Builder known = Attributes.builder();
        for (Column column : columns) {
            if (column.cuts().isEmpty()) {
                known.categoryColumn(column.name());
            } else {
                known.numberColumn(column.name());
            }
        }
        Sheet.read(traits, names, console).map(row -> {
            String customer = row.get("customer", text -> text);
            for (Column column : columns) {
                row.find(column.name()).ifPresent(text -> {
                    if (column.cuts().isEmpty()) {
                        known.category(column.name(), customer, text);
                    } else {
                        known.number(column.name(), customer, Amounts.number(text));
                    }
                });
            }
            return customer;
        });
        CustomerValues worth = StatedValues.read(values, currency.get(), console);
        LeadScores scores = ReportOptions.asked(() -> {
            LeadScores.Builder builder = LeadScores.builder(worth, known.build());
            columns.forEach(column -> {
                if (column.cuts().isEmpty()) {
                    builder.category(column.name());
                } else {
                    builder.number(
                            column.name(),
                            column.cuts().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray());
                }
            });
            return builder.build();
        });
        List<List<Object>> rows = new ArrayList<>();
        for (LeadScores.Score each : scores.scores()) {
            rows.add(List.of(
                    each.prospect(),
                    each.value().amount(),
                    each.interval().low(),
                    each.interval().high(),
                    each.alike(),
                    each.traits(),
                    currency.get().getCurrencyCode()));
        }
        report.print(
                scores.explain(),
                List.of("prospect", "value", "low", "high", "alike", "traits", "currency"),
                rows,
                "prospect",
                console.out());
        return 0;
    }
}
