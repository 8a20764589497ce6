package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.economics.AcquisitionCost;
import io.clv.economics.AcquisitionCosts;
import io.clv.economics.Campaign;
import io.clv.economics.CampaignEconomics;
import io.clv.economics.LtvToCac;
import io.clv.economics.SpendKind;
import io.clv.quantity.Money;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What customers cost, and what they are worth where that is known.
 *
 * @param costs by campaign and channel
 * @param economics of the campaigns, where a newcomer's value is known
 */
record CostsForReading(AcquisitionCosts costs, Optional<CampaignEconomics> economics) {

    void print(OutputFormat format, PrintWriter out) {
        switch (format) {
            case TABLE -> table(out);
            case CSV -> rows().csv(out);
            case JSON ->
                out.print("{\"currency\":" + Json.text(costs.currency().getCurrencyCode()) + ",\"costs\":"
                        + rows().json() + "}\n");
        }
    }

    private void table(PrintWriter out) {
        costs.explain().lines().filter(this::isOfAll).forEach(text -> line(text, out));
        line("", out);
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of("campaign"));
        for (SpendKind kind : SpendKind.values()) {
            head.add(kind.label());
        }
        head.addAll(List.of("loaded", "customers", "CAC"));
        economics.ifPresent(each -> head.addAll(List.of("LTV", "LTV:CAC", "ROI %", "ceiling")));
        table.add(head);
        costs.campaigns().forEach((campaign, cost) -> {
            List<String> cells = cells(campaign.toString(), cost);
            worth(campaign)
                    .ifPresent(worth -> cells.addAll(List.of(
                            Words.amount(worth.ltv()),
                            worth.returns()
                                    .map(each -> Words.decimal(each.ratio(), 2))
                                    .orElse(""),
                            worth.returns()
                                    .map(each -> Words.decimal(100 * each.roi(), 1))
                                    .orElse(""),
                            Words.amount(worth.ceiling().most()))));
            table.add(cells);
        });
        table.add(cells("(paid)", costs.paid()));
        table.add(cells("(blended)", costs.blended()));
        table.lines().forEach(text -> line(text, out));
        economics.ifPresent(each -> {
            line("", out);
            each.explain().lines().forEach(text -> line(SafeText.escaped(text), out));
        });
    }

    /** The channels have lines of their own, which the table says again. */
    private boolean isOfAll(String line) {
        return line.startsWith("paid: ") || line.startsWith("blended, ") || line.startsWith("media alone ");
    }

    private static List<String> cells(String name, AcquisitionCost cost) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (SpendKind kind : SpendKind.values()) {
            cells.add(Words.amount(cost.spend(kind)));
        }
        cells.add(Words.amount(cost.loaded()));
        cells.add(Words.count(cost.customers()));
        cells.add(cost.cac().map(Words::amount).orElse(""));
        return cells;
    }

    private Optional<CampaignEconomics.Line> worth(Campaign campaign) {
        return economics.flatMap(each -> each.lines().stream()
                .filter(line -> line.campaign().equals(campaign))
                .findFirst());
    }

    private Rows rows() {
        Rows rows = new Rows(
                "level",
                "channel",
                "campaign",
                "media",
                "fees",
                "salaries",
                "tools",
                "loaded",
                "customers",
                "cac",
                "ltv",
                "ltv_to_cac",
                "roi",
                "ceiling",
                "currency");
        for (Map.Entry<Campaign, AcquisitionCost> each : costs.campaigns().entrySet()) {
            Campaign campaign = each.getKey();
            Optional<CampaignEconomics.Line> worth = worth(campaign);
            Optional<LtvToCac> returns = worth.flatMap(CampaignEconomics.Line::returns);
            add(
                    rows,
                    List.of("campaign", campaign.channel(), campaign.name()),
                    each.getValue(),
                    List.of(
                            money(worth.map(CampaignEconomics.Line::ltv)),
                            number(returns.map(LtvToCac::ratio)),
                            number(returns.map(LtvToCac::roi)),
                            money(worth.map(line -> line.ceiling().most()))));
        }
        List<Object> nothing =
                List.of(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        costs.channels().forEach(cost -> add(rows, List.of("channel", cost.name(), ""), cost, nothing));
        add(rows, List.of("paid", "", ""), costs.paid(), nothing);
        add(rows, List.of("blended", "", ""), costs.blended(), nothing);
        return rows;
    }

    private static void add(Rows rows, List<String> names, AcquisitionCost cost, List<Object> worth) {
        List<Object> cells = new ArrayList<>(names);
        for (SpendKind kind : SpendKind.values()) {
            cells.add(cost.spend(kind).amount());
        }
        cells.add(cost.loaded().amount());
        cells.add(cost.customers());
        cells.add(money(cost.cac()));
        cells.addAll(worth);
        cells.add(cost.currency().getCurrencyCode());
        rows.add(cells);
    }

    private static Object money(Optional<Money> money) {
        return money.<Object>map(Money::amount).orElse(OptionalDouble.empty());
    }

    private static Object number(Optional<Double> number) {
        return number.<Object>map(value -> value).orElse(OptionalDouble.empty());
    }
}
