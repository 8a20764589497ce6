package io.clv.examples.cli;

import io.clv.economics.IncomeByKind;
import io.clv.quantity.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code clv economics income}: income, and value, split by kind. */
@Command(
        name = "income",
        description = {
            "Income split by its kind, such as commission and interest, and the value of customers in the same parts.",
            "INCOME.csv has the columns customer, kind and amount; VALUES.csv has customer and clv or value."
        },
        mixinStandardHelpOptions = true)
final class IncomeCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "INCOME.csv", description = "what customers brought, by kind")
    private String income = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "VALUES.csv", description = "what they are worth")
    private @Nullable String values;

    @Mixin
    private final CurrencyOption currency = new CurrencyOption();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    IncomeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        IncomeByKind.Builder builder = IncomeByKind.builder(currency.get());
        Sheet.read(income, List.of("customer", "kind", "amount"), console).map(row -> {
            String customer = row.get("customer", text -> text);
            String kind = row.get("kind", text -> text);
            return builder.add(customer, kind, row.get("amount", text -> Amounts.money(text, currency.get())));
        });
        IncomeByKind split = ReportOptions.asked(builder::build);
        Map<String, Money> worth =
                values == null ? Map.of() : split.split(StatedValues.read(values, currency.get(), console));
        List<List<Object>> rows = new ArrayList<>();
        for (IncomeByKind.Kind kind : split.kinds()) {
            Money value = worth.get(kind.name());
            rows.add(List.of(
                    kind.name(),
                    kind.customers(),
                    kind.income().amount(),
                    kind.share().map(share -> OptionalDouble.of(share.value())).orElse(OptionalDouble.empty()),
                    value == null ? OptionalDouble.empty() : value.amount(),
                    currency.get().getCurrencyCode()));
        }
        Money rest = worth.get(IncomeByKind.NO_INCOME);
        if (rest != null) {
            rows.add(List.of(
                    IncomeByKind.NO_INCOME,
                    0,
                    Money.zero(currency.get()).amount(),
                    OptionalDouble.empty(),
                    rest.amount(),
                    currency.get().getCurrencyCode()));
        }
        report.print(
                split.explain(),
                List.of("kind", "customers", "income", "share", "value", "currency"),
                rows,
                "kind",
                console.out());
        return 0;
    }
}
