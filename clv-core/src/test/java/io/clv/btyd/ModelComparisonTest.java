package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {

    private static Tally cdnow() {
        return Tally.of(Cdnow.sample().summarize(Cdnow.CALIBRATED, Cdnow.in(ChronoUnit.WEEKS)));
    }

    /** MBG/NBD is the best of the four by a log-likelihood of -9582.135, BG/NBD the next; NBD is far behind. */
    @Test
    void ranksTheModelsOfCdnow() {
        ModelComparison comparison = ModelComparison.of(
                cdnow(),
                List.of(Nbd.family(), ParetoNbd.family(), BgNbd.family(), MbgNbd.family()),
                FitOptions.defaults());

        assertThat(comparison.ranked(PurchaseProcess.CONTINUOUS_TIME))
                .extracting(Fit::family)
                .containsExactly("mbg-nbd", "bg-nbd", "pareto-nbd", "nbd");
        assertThat(comparison.refused()).isEmpty();
        assertThat(comparison.toString().lines().toList().get(1))
                .isEqualTo("  mbg-nbd: BIC 19195.33, AIC 19172.27, log-likelihood -9582.14 in weeks by 4 parameters,"
                        + " converged");
    }

    @Test
    void saysWhyAModelDoesNotApply() {
        ModelComparison comparison = ModelComparison.of(cdnow(), FitOptions.defaults());

        assertThat(comparison.refused()).containsOnlyKeys("bg-bb");
        assertThat(comparison.ranked(PurchaseProcess.CONTINUOUS_TIME))
                .extracting(Fit::family)
                .contains("nbd", "pareto-nbd", "bg-nbd", "mbg-nbd")
                .doesNotContain("bg-bb");
        assertThat(comparison.toString()).contains("\ndoes not apply: bg-bb, ");
    }

    /** Donations are counted in years, so models of both kinds can be fitted, and are never in one list. */
    @Test
    void keepsProcessesApart() {
        ModelComparison comparison = ModelComparison.of(
                Cdnow.donations(), List.of(BgBb.family(), Nbd.family(), MbgNbd.family()), FitOptions.defaults());

        for (PurchaseProcess process : PurchaseProcess.values()) {
            assertThat(comparison.ranked(process)).as(process.label()).isNotEmpty();
        }
        assertThat(comparison.ranked(PurchaseProcess.CONTINUOUS_TIME))
                .extracting(Fit::family)
                .doesNotContain("bg-bb");
    }
}
