package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.economics.Budget;
import io.clv.economics.BudgetPlan;
import io.clv.economics.BudgetRisk;
import io.clv.economics.ResponseCurve;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A budget's best plan, beside the current one where that is known, and what is uncertain of it.
 *
 * @param best the plan
 * @param current what is spent now
 * @param risk where responses are not known for sure
 */
record PlannedBudget(BudgetPlan best, Optional<BudgetPlan> current, Optional<BudgetRisk> risk) {

    private static final Ratio LEVEL = Ratio.percent(90);

    static PlannedBudget of(Money total, Ratio hurdle, List<ChannelRow> rows, int draws, long seed) {
        Budget.Builder builder = Budget.builder(total).hurdle(hurdle);
        rows.forEach(row -> builder.channel(row.channel()));
        Budget budget = builder.build();
        Map<String, Money> now = new LinkedHashMap<>();
        Map<String, List<ResponseCurve>> unsure = new LinkedHashMap<>();
        for (ChannelRow row : rows) {
            row.current().ifPresent(money -> now.put(row.channel().name(), money));
            if (row.uncertainty().isPresent()) {
                unsure.put(row.channel().name(), row.draws(draws, seed));
            }
        }
        if (unsure.isEmpty()) {
            return new PlannedBudget(
                    budget.allocate(),
                    now.isEmpty() ? Optional.empty() : Optional.of(budget.plan(now)),
                    Optional.empty());
        }
        BudgetRisk risk = BudgetRisk.of(budget, unsure);
        return new PlannedBudget(
                risk.allocate(), now.isEmpty() ? Optional.empty() : Optional.of(risk.plan(now)), Optional.of(risk));
    }

    void print(OutputFormat format, PrintWriter out) {
        switch (format) {
            case TABLE -> table(out);
            case CSV -> rows().csv(out);
            case JSON -> json(out);
        }
    }

    private void table(PrintWriter out) {
        line(best + ", " + best.unspent() + " unspent", out);
        line(
                Words.decimal(best.customers(), 1) + " customers expected, " + best.net()
                        + " after the cost of winning them",
                out);
        current.ifPresent(plan -> line("what is spent now, " + plan.spent() + ", nets " + plan.net(), out));
        risk.ifPresent(each -> {
            each.explain(best).lines().forEach(text -> line(text, out));
            current.ifPresent(plan -> line(
                    "better than what is spent now with a probability of "
                            + Words.decimal(
                                    100 * each.probabilityBetter(best, plan).value(), 1) + "%",
                    out));
        });
        if (!best.unspent().isZero()) {
            line(
                    "what is unspent would bring less than the hurdle of "
                            + best.budget().hurdle() + ", or passes a cap",
                    out);
        }
        line("", out);
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of("channel", "spend"));
        current.ifPresent(plan -> head.add("now"));
        head.addAll(List.of("customers", "CAC", "next CAC", "next 1 brings", "bound"));
        table.add(head);
        for (BudgetPlan.Line each : best.lines()) {
            List<String> cells = new ArrayList<>(List.of(each.channel(), Words.amount(each.spend())));
            current.ifPresent(
                    plan -> cells.add(Words.amount(plan.line(each.channel()).spend())));
            cells.addAll(List.of(
                    Words.decimal(each.customers(), 1),
                    each.cac().map(Words::amount).orElse(""),
                    each.marginalCac().map(Words::amount).orElse(""),
                    Words.decimal(each.marginalReturn(), 2),
                    each.bound().label()));
            table.add(cells);
        }
        table.lines().forEach(text -> line(text, out));
    }

    private Rows rows() {
        Rows rows =
                new Rows("channel", "spend", "current", "customers", "worth", "marginal_return", "bound", "currency");
        for (BudgetPlan.Line each : best.lines()) {
            rows.add(
                    each.channel(),
                    each.spend().amount(),
                    current.map(plan ->
                                    (Object) plan.line(each.channel()).spend().amount())
                            .orElse(OptionalDouble.empty()),
                    each.customers(),
                    each.worth(),
                    each.marginalReturn(),
                    each.bound().label(),
                    best.spent().currency().getCurrencyCode());
        }
        return rows;
    }

    private void json(PrintWriter out) {
        List<String> members = new ArrayList<>(List.of(
                "\"currency\":" + Json.text(best.spent().currency().getCurrencyCode()),
                "\"budget\":" + Words.amount(best.budget().total()),
                "\"spent\":" + Words.amount(best.spent()),
                "\"unspent\":" + Words.amount(best.unspent()),
                "\"customers\":" + Json.number(best.customers()),
                "\"worth\":" + Words.amount(best.worth()),
                "\"net\":" + Words.amount(best.net())));
        current.ifPresent(plan -> members.add("\"current_net\":" + Words.amount(plan.net())));
        risk.ifPresent(each -> {
            Interval net = each.net(best, LEVEL);
            members.add("\"net_low\":" + Json.number(net.low()));
            members.add("\"net_high\":" + Json.number(net.high()));
            members.add(
                    "\"mean_regret\":" + Words.amount(each.regret(best, LEVEL).mean()));
            current.ifPresent(plan -> members.add("\"probability_better_than_current\":"
                    + Json.number(each.probabilityBetter(best, plan).value())));
        });
        members.add("\"channels\":" + rows().json());
        out.print("{" + String.join(",", members) + "}\n");
    }
}
