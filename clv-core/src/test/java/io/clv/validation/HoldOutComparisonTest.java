package io.clv.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.btyd.BgNbd;
import io.clv.btyd.FitOptions;
import io.clv.btyd.MbgNbd;
import io.clv.btyd.Nbd;
import io.clv.btyd.ParetoNbd;
import io.clv.btyd.TransactionFamily;
import io.clv.ledger.Ledger;
import io.clv.ledger.Split;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldOutComparisonTest {

    /** NBD, in which nobody leaves, forecasts 2,929.8 of 1,882 purchases: worse than assuming that all goes on. */
    @Test
    void showsModelsAndBaselinesSideBySide() {
        Ledger ledger = EvaluationTest.cdnow();
        Split split = EvaluationTest.split(ledger);

        HoldOutComparison comparison = HoldOutComparison.of(
                ledger,
                split,
                List.of(Nbd.family(), BgNbd.family(), ParetoNbd.family(), MbgNbd.family()),
                FitOptions.defaults());

        assertThat(comparison.rows()).hasSize(7);
        assertThat(comparison.rows().subList(0, 4)).allMatch(row -> row.fit().isPresent());
        assertThat(comparison.rows().get(3).name()).isEqualTo("nbd");
        assertThat(comparison.rows().subList(4, 7))
                .extracting(HoldOutComparison.Row::name)
                .containsExactlyInAnyOrder("zero", "own rate", "base rate");
        double best = comparison.rows().get(0).evaluation().counts().logScore().orElseThrow();
        double nbd = comparison.rows().get(3).evaluation().counts().logScore().orElseThrow();
        assertThat(best).isGreaterThan(nbd);
        assertThat(comparison.toString()).contains("nbd: 2929.8 purchases predicted, 1882 came (bias +1047.8)");
    }

    @Test
    void saysWhichModelsDoNotApply() {
        Ledger ledger = EvaluationTest.cdnow();

        HoldOutComparison comparison = HoldOutComparison.of(
                ledger,
                EvaluationTest.split(ledger),
                List.of(TransactionFamily.named("bg-bb"), Nbd.family()),
                FitOptions.defaults());

        assertThat(comparison.refused()).containsOnlyKeys("bg-bb");
        assertThat(comparison.toString()).contains("does not apply: bg-bb, ");
    }
}
