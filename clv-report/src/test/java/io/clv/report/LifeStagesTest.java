package io.clv.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.ledger.RefundPolicy;
import io.clv.lifecycle.ContactEvent;
import io.clv.lifecycle.Funnel;
import io.clv.lifecycle.LifecycleRules;
import io.clv.lifecycle.LifecycleStages;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import io.clv.report.ActionRow.Reason;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifeStagesTest {

    private static final Ledger LOG = Ledger.builder(Money.currency("USD"))
            .add("gone", LocalDate.of(2024, 1, 1), Money.of(10, "USD"))
            .add("late", LocalDate.of(2025, 8, 1), Money.of(10, "USD"))
            .add("new", LocalDate.of(2025, 12, 1), Money.of(10, "USD"))
            .build();

    private static LifecycleStages stages(LocalDate end) {
        CustomerTable customers = LOG.summarize(end);
        return LifecycleStages.builder(customers, LOG.periods(end, CalendarGrid.months(), RefundPolicy.REJECT))
                .rules(LifecycleRules.builder()
                        .atRiskAfter(Span.days(100))
                        .lostAfter(Span.days(300))
                        .newFor(Span.days(60))
                        .build())
                .contacts(
                        List.of(
                                new ContactEvent("p1", LocalDate.of(2025, 12, 1), "call"),
                                new ContactEvent("p2", LocalDate.of(2025, 12, 1), "call"),
                                new ContactEvent("p3", LocalDate.of(2025, 12, 1), "advert")),
                        Funnel.builder().awareness("advert").interest("call").build())
                .build();
    }

    private static CustomerValues values() {
        CustomerTable customers = LOG.summarize(Bases.END);
        double[] amounts = new double[customers.size()];
        Arrays.setAll(amounts, row -> 10.0 * (row + 1));
        return CustomerValues.builder("by-hand", customers).amounts(amounts).build();
    }

    /** Of three prospects one has seen an advert and two have called; customers have a share of their own. */
    @Test
    void prospectsComeFirst() {
        ReportRows rows = Analysis.of(values()).stages(stages(Bases.END)).rows();
        assertThat(rows.stages())
                .filteredOn(row -> row.customers() > 0)
                .containsExactly(
                        new StageRow("awareness", 1, 1.0 / 3, Optional.empty()),
                        new StageRow("interest", 2, 2.0 / 3, Optional.empty()),
                        new StageRow("new", 1, 1.0 / 3, Optional.of(Money.of(30, "USD"))),
                        new StageRow("at-risk", 1, 1.0 / 3, Optional.of(Money.of(20, "USD"))),
                        new StageRow("lost", 1, 1.0 / 3, Optional.of(Money.of(10, "USD"))));
    }

    @Test
    void theRulesAreTold() {
        assertThat(Analysis.of(values()).stages(stages(Bases.END)).rows().notes(Section.STAGES))
                .containsExactly(
                        Sentence.of("stages.silent", 100L, 3L),
                        Sentence.of("stages.lost", 300L, 60L, 60L),
                        Sentence.of("stages.curve", Ratio.percent(20), 6L));
    }

    @Test
    void whatTheValuesAreIsNotToldAgain() {
        CustomerTable customers = LOG.summarize(Bases.END);
        LifecycleStages valued = LifecycleStages.builder(
                        customers, LOG.periods(Bases.END, CalendarGrid.months(), RefundPolicy.REJECT))
                .rules(LifecycleRules.builder().atRiskAfter(Span.days(100)).build())
                .values(values())
                .build();
        assertThat(valued.notes()).anyMatch(note -> note.startsWith("value: "));
        assertThat(Analysis.of(values()).stages(valued).rows().notes(Section.STAGES))
                .hasSize(valued.notes().size() - 1);
    }

    @Test
    void whoIsAtRiskByHisStageIsCalledFirstWhereNoModelKnows() {
        List<ActionRow> actions =
                Analysis.of(values()).stages(stages(Bases.END)).rows().actions();
        assertThat(actions.get(0).customer()).isEqualTo("late");
        assertThat(actions.get(0).reason()).isEqualTo(Reason.MAY_BE_LEAVING);
        assertThat(actions.get(0).stage()).contains("at-risk");
        assertThat(actions).extracting(ActionRow::customer).containsExactly("late", "new", "gone");
    }

    @Test
    void refusesStagesAtAnotherDate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Analysis.of(values()).stages(stages(LocalDate.of(2025, 12, 30))))
                .withMessage("stages must be at 2025-12-31 as the values are, but were at 2025-12-30");
    }

    @Test
    void refusesStagesTwice() {
        Analysis staged = Analysis.of(values()).stages(Groups.of(new int[3], List.of("all")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> staged.stages(stages(Bases.END)))
                .withMessage("stages were already set");
    }
}
