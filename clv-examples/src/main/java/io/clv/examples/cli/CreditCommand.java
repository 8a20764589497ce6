package io.clv.examples.cli;

import io.clv.economics.ValueNetOfDefault;
import io.clv.ledger.Attributes;
import io.clv.ltv.CustomerValues;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code clv economics credit}: values less what those who owe will fail to pay. */
@Command(
        name = "credit",
        description = {
            "Values less what those who owe will fail to pay: PD x LGD x exposure.",
            "VALUES.csv has the columns customer and clv or value, as clv value writes them; CREDIT.csv has customer,"
                    + " exposure, pd and lgd (shares, as in 0.05 or 5%%)."
        },
        mixinStandardHelpOptions = true)
final class CreditCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "VALUES.csv", description = "what customers are worth")
    private String values = "";

    @Parameters(index = "1", paramLabel = "CREDIT.csv", description = "what they owe, and how surely they pay")
    private String credit = "";

    @Mixin
    private final CurrencyOption currency = new CurrencyOption();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    CreditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CustomerValues worth = StatedValues.read(values, currency.get(), console);
        Attributes.Builder known = Attributes.builder()
                .moneyColumn("exposure", currency.get())
                .numberColumn("pd")
                .numberColumn("lgd");
        Sheet.read(credit, List.of("customer", "exposure", "pd", "lgd"), console)
                .map(row -> {
                    String customer = row.get("customer", text -> text);
                    known.money("exposure", customer, row.get("exposure", text -> Amounts.money(text, currency.get())));
                    known.number("pd", customer, row.get("pd", Sheet::share));
                    return known.number("lgd", customer, row.get("lgd", Sheet::share));
                });
        ValueNetOfDefault net = ReportOptions.asked(() -> ValueNetOfDefault.of(
                worth, Sheet.join(known.build(), worth, credit, console), "exposure", "pd", "lgd"));
        List<List<Object>> rows = new ArrayList<>();
        for (ValueNetOfDefault.Debtor each : net.debtors()) {
            rows.add(List.of(
                    each.id(),
                    each.value().amount(),
                    each.exposure().amount(),
                    each.expectedLoss().amount(),
                    each.net().amount(),
                    currency.get().getCurrencyCode()));
        }
        report.print(
                net.explain(),
                List.of("customer", "value", "exposure", "expected_loss", "net", "currency"),
                rows,
                "customer",
                console.out());
        return 0;
    }
}
