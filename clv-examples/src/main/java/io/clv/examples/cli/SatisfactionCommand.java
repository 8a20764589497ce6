package io.clv.examples.cli;

import io.clv.economics.Satisfaction;
import io.clv.ledger.Attributes;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv economics satisfaction}: answers of customers beside what they are worth. */
@Command(
        name = "satisfaction",
        description = {
            "NPS and CSAT beside what customers are worth: who is valuable and unhappy, and the value at risk.",
            "VALUES.csv has the columns customer and clv or value; ANSWERS.csv has customer, and nps (0 to 10), csat (1 to"
                    + " 5) or both. The rows are those to call first."
        },
        mixinStandardHelpOptions = true)
final class SatisfactionCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "VALUES.csv", description = "what customers are worth")
    private String values = "";

    @Parameters(index = "1", paramLabel = "ANSWERS.csv", description = "what they answered")
    private String answers = "";

    @Option(names = "--valuable-from", paramLabel = "MONEY", description = "a valuable customer (default: the mean)")
    private @Nullable String threshold;

    @Option(names = "--leaving", paramLabel = "RATIO", description = "share of the unhappy who leave, as measured")
    private @Nullable Ratio leaving;

    @Option(
            names = "--level",
            paramLabel = "RATIO",
            defaultValue = "90%",
            description = "of the intervals (default: 90%%)")
    private Ratio level = Ratio.percent(90);

    @Mixin
    private final CurrencyOption currency = new CurrencyOption();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    SatisfactionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CustomerValues worth = StatedValues.read(values, currency.get(), console);
        Attributes.Builder known = Attributes.builder();
        boolean[] asked = new boolean[2];
        Sheet.read(answers, List.of("customer"), console).map(row -> {
            String customer = row.get("customer", text -> text);
            row.find("nps").ifPresent(text -> {
                asked[0] = true;
                known.number("nps", customer, Amounts.number(text));
            });
            row.find("csat").ifPresent(text -> {
                asked[1] = true;
                known.number("csat", customer, Amounts.number(text));
            });
            return customer;
        });
        Satisfaction satisfaction = ReportOptions.asked(() -> {
            Satisfaction.Builder builder = Satisfaction.builder(
                            worth, Sheet.join(known.build(), worth, answers, console))
                    .level(level);
            if (asked[0]) {
                builder.nps("nps");
            }
            if (asked[1]) {
                builder.csat("csat");
            }
            ReportOptions.findMoney("--valuable-from", threshold, currency.get())
                    .ifPresent(builder::valuableFrom);
            if (leaving != null) {
                builder.leaving(leaving);
            }
            return builder.build();
        });
        List<List<Object>> rows = new ArrayList<>();
        for (Satisfaction.Call each : satisfaction.firstToCall()) {
            rows.add(List.of(
                    each.id(),
                    each.value().amount(),
                    cell(each.nps()),
                    cell(each.csat()),
                    currency.get().getCurrencyCode()));
        }
        report.print(
                satisfaction.explain(),
                List.of("customer", "value", "nps", "csat", "currency"),
                rows,
                "customer",
                console.out());
        return 0;
    }

    private static Object cell(OptionalInt answer) {
        return answer.isPresent() ? (Object) answer.getAsInt() : OptionalDouble.empty();
    }
}
