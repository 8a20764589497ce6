package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.task.Parallelism;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NullBootstrapTest {

    private static final Tally STAYING = PathologicalFitTest.simulated(Nbd.of(1, 10), 400, 400, 27, 39);
    private static final Tally LEAVING = PathologicalFitTest.simulated(BgNbd.of(1, 5, 0.8, 2.5), 400, 27, 39);

    static List<TransactionFamily<?>> richer() {
        return ContinuousTime.families().stream()
                .filter(family -> !family.nested(STAYING.moments()).isEmpty())
                .toList();
    }

    /** Fewer where a fit takes a tenth of a second. */
    private static int replications(TransactionFamily<?> family) {
        return family.parameterNames().size() > 4 ? 19 : 99;
    }

    private static LikelihoodRatio nbdAgainst(TransactionFamily<?> family, Tally tally, FitOptions options) {
        return LikelihoodRatio.bootstrap(Nbd.family(), family, tally, replications(family), 7, options);
    }

    @ParameterizedTest
    @MethodSource("richer")
    void customersWhoStayDoNotSpeakAgainstNbd(TransactionFamily<?> family) {
        LikelihoodRatio ratio = nbdAgainst(family, STAYING, FitOptions.defaults());
        assertThat(ratio.pValue()).as(ratio.toString()).isGreaterThan(0.1);
    }

    @ParameterizedTest
    @MethodSource("richer")
    void customersWhoLeaveDo(TransactionFamily<?> family) {
        LikelihoodRatio ratio = nbdAgainst(family, LEAVING, FitOptions.defaults());
        int replications = replications(family);
        double p = 1.0 / (replications + 1);
        assertThat(ratio.pValue()).as(ratio.toString()).isEqualTo(p);
        assertThat(ratio.statistic()).isGreaterThan(20);
        assertThat(ratio.degrees()).isEqualTo(family.parameterNames().size() - 2);
        assertThat(ratio.replications()).isEqualTo(replications);
        assertThat(ratio)
                .hasToString(
                        "likelihood ratio " + ratio.statistic() + ", p = " + p + " by a bootstrap of " + replications);
    }

    /** Chi-square with two degrees of freedom would reject once in a hundred. 7 of 40 are exceeded once in 1,500. */
    @Test
    void atFivePercentATrueNullOnTheBoundaryIsRejectedAboutOnceInTwenty() {
        int rejected = 0;
        for (int set = 0; set < 40; set++) {
            Tally tally = PathologicalFitTest.simulated(Nbd.of(1, 10), 400L * set, 400, 27, 39);
            LikelihoodRatio ratio =
                    LikelihoodRatio.bootstrap(Nbd.family(), BgNbd.family(), tally, 19, set, FitOptions.defaults());
            if (ratio.pValue() <= 0.05) {
                rejected++;
            }
        }
        assertThat(rejected).isBetween(1, 7);
    }

    @Test
    void aRestrictionIsTestedAsByChiSquare() {
        FitOptions held = FitOptions.defaults().fixing("r", 1.3);
        LikelihoodRatio bootstrap =
                LikelihoodRatio.bootstrap(Nbd.family(), held, Nbd.family(), FitOptions.defaults(), STAYING, 999, 3);
        LikelihoodRatio chiSquare = LikelihoodRatio.test(
                Nbd.family().fit(STAYING, held), Nbd.family().fit(STAYING));
        assertThat(bootstrap.statistic()).isEqualTo(chiSquare.statistic());
        assertThat(bootstrap.degrees()).isEqualTo(1);
        double p = chiSquare.pValue();
        assertThat(bootstrap.pValue())
                .isBetween(p - 4 * Math.sqrt(p * (1 - p) / 999), p + 4 * Math.sqrt(p * (1 - p) / 999));
    }

    @Test
    void modelsBesideEachOtherAreComparedBothWays() {
        LikelihoodRatio one =
                LikelihoodRatio.bootstrap(BgNbd.family(), ParetoNbd.family(), LEAVING, 19, 1, FitOptions.defaults());
        LikelihoodRatio other =
                LikelihoodRatio.bootstrap(ParetoNbd.family(), BgNbd.family(), LEAVING, 19, 1, FitOptions.defaults());
        assertThat(one.statistic()).isEqualTo(-other.statistic()).isNegative();
        assertThat(one.degrees()).isZero();
        assertThat(one.pValue()).isGreaterThan(other.pValue());
    }

    @Test
    void whereNothingHappensNothingIsRejected() {
        Tally nobody = Tally.of(new double[20], new double[20], new double[20], ChronoUnit.WEEKS);
        LikelihoodRatio ratio = nbdAgainst(BgNbd.family(), nobody, FitOptions.defaults());
        assertThat(ratio.statistic()).isZero();
        assertThat(ratio.pValue()).isEqualTo(1);
    }

    @Test
    void threadsDoNotChangeTheResultAndTheSeedDoes() {
        LikelihoodRatio alone = nbdAgainst(BgNbd.family(), STAYING, FitOptions.defaults());
        LikelihoodRatio together =
                nbdAgainst(BgNbd.family(), STAYING, FitOptions.defaults().parallelism(Parallelism.of(3)));
        assertThat(together).hasToString(alone.toString());
        LikelihoodRatio reseeded =
                LikelihoodRatio.bootstrap(Nbd.family(), BgNbd.family(), STAYING, 99, 8, FitOptions.defaults());
        assertThat(reseeded.statistic()).isEqualTo(alone.statistic());
        assertThat(reseeded.pValue()).isNotEqualTo(alone.pValue());
    }

    @Test
    void progressIsHeardAndInterruptionEndsIt() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        FitOptions listening = FitOptions.defaults()
                .parallelism(Parallelism.of(2))
                .progress((stage, done, total) -> heard.add(stage + " " + done + " of " + total));
        nbdAgainst(BgNbd.family(), STAYING, listening);
        assertThat(heard).contains("fit nbd 1 of -1", "fit bg-nbd 1 of -1", "bootstrap 1 of 99", "bootstrap 99 of 99");
        assertThat(heard.stream().filter(each -> each.startsWith("bootstrap"))).hasSize(99);
        FitOptions interrupting = FitOptions.defaults().progress((stage, done, total) -> {
            if (stage.equals("bootstrap") && done == 3) {
                Thread.currentThread().interrupt();
            }
        });
        assertThatThrownBy(() -> nbdAgainst(BgNbd.family(), STAYING, interrupting))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted after 3 of 99 tasks were begun");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatCannotBeSimulatedIsRefused() {
        Tally half = Tally.of(
                new double[] {2, 0},
                new double[] {20, 0},
                new double[] {39, 39},
                new double[] {1.5, 2},
                ChronoUnit.WEEKS);
        assertRefused(
                half, 9, "weights must be whole for a bootstrap, but the history x = 2, t_x = 20.0, T = 39.0 has 1.5");
        Tally many =
                Tally.of(new double[] {0}, new double[] {0}, new double[] {39}, new double[] {1e12}, ChronoUnit.WEEKS);
        assertRefused(many, 9, "customers must be at most 2147483639 for a bootstrap, but were 1.0E12");
        assertRefused(STAYING, 0, "replications must be at least 1, but was 0");
        Tally none = Tally.of(new double[0], new double[0], new double[0], ChronoUnit.WEEKS);
        assertRefused(none, 9, "a fit must have at least one customer, but had none");
    }

    private static void assertRefused(Tally tally, int replications, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatio.bootstrap(
                        Nbd.family(), BgNbd.family(), tally, replications, 1, FitOptions.defaults()))
                .withMessage(message);
    }
}
