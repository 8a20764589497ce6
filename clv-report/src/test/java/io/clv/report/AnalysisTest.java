package io.clv.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.ledger.Groups;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.segment.ValueTiers;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysisTest {

    private final Analysis analysis = Analysis.of(Bases.values(10, 20));

    @Test
    void refusesWhatWasSetBefore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> analysis.tiers(ValueTiers.byQuantile(2)).tiers(ValueTiers.byQuantile(3)))
                .withMessage("tiers were already set");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> analysis.channels(Bases.costs()).channels(Bases.economics()))
                .withMessage("channels were already set");
    }

    @Test
    void refusesAMarginOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> analysis.grossMargin(Ratio.percent(120)))
                .withMessage("gross margin must be between 0% and 100%, but was 120%");
    }

    @Test
    void refusesANegativeCost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> analysis.acquisitionCost(Money.of(-1, "USD")))
                .withMessage("cost of acquisition must not be negative, but was USD -1.00");
    }

    @Test
    void refusesAnotherCurrency() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> analysis.acquisitionCost(Money.of(1, "EUR")))
                .withMessage("cost of acquisition must be in USD as the values are, but was in EUR");
    }

    @Test
    void refusesStagesOfOtherCustomers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> analysis.stages(Groups.of(new int[] {0}, List.of("new"))))
                .withMessage("stages must be one for each of the 2 customers, but were 1");
    }

    @Test
    void isNotChangedByWhatIsAdded() {
        analysis.grossMargin(Ratio.percent(30));
        assertThat(analysis.rows().grossMargin()).isEmpty();
        assertThat(analysis).hasToString("analysis of USD 30.00 for 2 customers (revenue, lifetime from acquisition)");
    }
}
