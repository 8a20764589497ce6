package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.economics.GrowthPhase;
import io.clv.economics.GrowthPlan;
import io.clv.economics.MarginCurve;
import io.clv.ltv.RetentionCurve;
import io.clv.quantity.LossRate;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv economics growth}: the cash that winning customers takes, phase by phase. */
@Command(
        name = "growth",
        description = {
            "The cash that winning customers takes, phase by phase, some of them at a loss, and the day it turns.",
            "The file has the columns phase, periods, customers (won in each period), cac, margin (as in '20 per month')"
                    + " and churn (as in '10%% per month', whose unit is that of the periods)."
        },
        mixinStandardHelpOptions = true)
final class GrowthCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "PHASES.csv", description = "the phases, in their order")
    private String file = "";

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "the first day of the plan")
    private LocalDate from = LocalDate.EPOCH;

    @Option(
            names = "--through",
            paramLabel = "N",
            description = "how many periods are looked at (default: the phases and as long again)")
    private @Nullable Integer through;

    @Mixin
    private final CurrencyOption currency = new CurrencyOption();

    @Mixin
    private final TableOptions table = new TableOptions();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    GrowthCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<GrowthPhase> phases = Sheet.read(
                        file, List.of("phase", "periods", "customers", "cac", "margin", "churn"), console)
                .map(this::phase);
        GrowthPlan plan;
        try {
            GrowthPlan.Builder builder = GrowthPlan.startingOn(from);
            phases.forEach(builder::phase);
            plan = (through == null ? builder : builder.through(through)).build();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(e.getMessage());
        }
        switch (format) {
            case TABLE -> table(plan);
            case CSV -> rows(plan).csv(console.out());
            case JSON -> json(plan);
        }
        return 0;
    }

    private GrowthPhase phase(Sheet.Row row) {
        String name = row.get("phase", text -> text);
        int periods = row.get("periods", text -> Math.toIntExact(Amounts.whole(text)));
        long customers = row.get("customers", Amounts::whole);
        Money cac = row.get("cac", text -> Amounts.money(text, currency.get()));
        RetentionCurve stay = RetentionCurve.constant(row.get("churn", LossRate::parse));
        MarginCurve curve = MarginCurve.of(row.get("margin", text -> Amounts.rate(text, currency.get())), stay);
        row.whole();
        return new GrowthPhase(name, periods, customers, cac, curve);
    }

    private void table(GrowthPlan plan) {
        plan.explain().lines().forEach(text -> line(text, console.out()));
        line("", console.out());
        TextTable rows = new TextTable();
        rows.add(List.of("from", "phase", "customers", "spend", "margin", "cash flow", "balance"));
        plan.periods().stream()
                .limit(table.limit())
                .forEach(period -> rows.add(List.of(
                        period.from().toString(),
                        period.phase(),
                        Words.count(period.customers()),
                        Words.amount(period.spend()),
                        Words.amount(period.margin()),
                        Words.amount(period.cashFlow()),
                        Words.amount(period.balance()))));
        table.print(rows, plan.periods().size(), "period", "first", console.out());
    }

    private static Rows rows(GrowthPlan plan) {
        Rows rows = new Rows("period", "from", "phase", "customers", "spend", "margin", "balance", "currency");
        for (GrowthPlan.Period period : plan.periods()) {
            rows.add(
                    period.number(),
                    period.from().toString(),
                    period.phase(),
                    period.customers(),
                    period.spend().amount(),
                    period.margin().amount(),
                    period.balance().amount(),
                    plan.cashNeed().currency().getCurrencyCode());
        }
        return rows;
    }

    private void json(GrowthPlan plan) {
        console.out()
                .print("{\"currency\":"
                        + Json.text(plan.cashNeed().currency().getCurrencyCode()) + ",\"cash_need\":"
                        + plan.cashNeed().amount().toPlainString() + ",\"deepest_on\":"
                        + plan.deepestOn().map(day -> Json.text(day.toString())).orElse("null") + ",\"turns_on\":"
                        + plan.turnsOn().map(day -> Json.text(day.toString())).orElse("null") + ",\"paid_back_on\":"
                        + plan.paidBackOn()
                                .map(day -> Json.text(day.toString()))
                                .orElse("null") + ",\"periods\":"
                        + rows(plan).json() + "}\n");
    }
}
