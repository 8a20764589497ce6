package io.clv.report;

import io.clv.quantity.Money;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Pages of rows that show everything, with names that would do harm where they are not escaped, and next to nothing.
 */
final class Pages {

    /** Names that break out of text, of an attribute, of a script, or of the direction of a line. */
    static final List<String> HOSTILE = List.of(
            "<script>window.harmed = true</script>",
            "\"><img src=x onerror=\"window.harmed = true\">",
            "</script><script>window.harmed = true</script>",
            "<!-- ' & ${7*7} {{7*7}} \u2028",
            "\u202eretsim \ud83d\ude00");

    static final ReportRows EVERYTHING = everything(Bases.whole().rows());

    private Pages() {}

    static String page(ReportRows rows, String language) {
        StringBuilder page = new StringBuilder();
        try {
            Report.of(rows).language(Locale.forLanguageTag(language)).writeTo(page);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return page.toString();
    }

    private static ReportRows everything(ReportRows rows) {
        List<StageRow> stages = List.of(
                new StageRow("interest", 20, 0.2, Optional.empty()),
                new StageRow("growing", 30, 0.3, Optional.of(Money.of(2000, "USD"))),
                new StageRow("at risk", 40, 0.4, Optional.of(Money.of(500, "USD"))),
                new StageRow("lost", 10, 0.1, Optional.of(Money.of(0, "USD"))));
        return with(rows, rows.tiers(), stages, rows.channels(), rows.actions(), rows.acquisitionCost());
    }

    /** Everything, at another cost of acquisition. */
    static ReportRows costing(Money cost) {
        ReportRows rows = EVERYTHING;
        return with(rows, rows.tiers(), rows.stages(), rows.channels(), rows.actions(), Optional.of(cost));
    }

    /** Everything, but names are what an attacker would choose. */
    static ReportRows hostile() {
        Money money = Money.of(10, "USD");
        List<TierRow> tiers = HOSTILE.stream()
                .map(name -> new TierRow(
                        name, 1, 0.2, money, Optional.of(money), Optional.of(money), OptionalDouble.of(0.2)))
                .toList();
        List<StageRow> stages = HOSTILE.stream()
                .map(name -> new StageRow(name, 1, 0.2, Optional.of(money)))
                .toList();
        List<ChannelRow> channels = HOSTILE.stream()
                .map(name ->
                        new ChannelRow(name, 1, money, Optional.of(money), Optional.of(money), OptionalDouble.of(1)))
                .toList();
        List<ActionRow> actions = HOSTILE.stream()
                .map(name -> new ActionRow(
                        name,
                        ActionRow.Reason.MAY_BE_LEAVING,
                        Optional.of(name),
                        money,
                        Optional.of(money),
                        OptionalDouble.of(0.5),
                        2,
                        money,
                        LocalDate.of(2025, 5, 1)))
                .toList();
        return with(EVERYTHING, tiers, stages, channels, actions, Optional.of(money));
    }

    private static ReportRows with(
            ReportRows rows,
            List<TierRow> tiers,
            List<StageRow> stages,
            List<ChannelRow> channels,
            List<ActionRow> actions,
            Optional<Money> cost) {
        return new ReportRows(
                rows.summary(),
                tiers,
                rows.lorenz(),
                rows.values(),
                rows.alive(),
                rows.tracking(),
                rows.holdOut(),
                rows.frequencies(),
                rows.cohorts(),
                rows.cohortUnit(),
                rows.cumulative(),
                rows.grossMargin(),
                cost,
                stages,
                channels,
                actions,
                rows.assumptions(),
                rows.diagnosis(),
                rows.notes(),
                Set.of());
    }
}
