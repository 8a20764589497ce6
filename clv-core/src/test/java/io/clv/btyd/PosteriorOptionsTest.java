package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Money;
import io.clv.task.Parallelism;
import io.clv.task.Progress;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PosteriorOptionsTest {

    @ParameterizedTest
    @ValueSource(ints = {19, 451})
    void refusesTooFewAndTooManyEffectiveDraws(int draws) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PosteriorOptions.defaults().effectiveDraws(draws))
                .withMessage("draws must be worth 20 to 450 independent ones, but were " + draws);
    }

    @Test
    void keepsTheOthersWhereOneIsChanged() {
        PosteriorOptions options = PosteriorOptions.defaults().effectiveDraws(100);
        assertThat(options.draws(50)
                        .seed(7)
                        .prior(Prior.WEAK)
                        .progress(Progress.none())
                        .parallelism(Parallelism.sequential()))
                .isEqualTo(new PosteriorOptions(Prior.WEAK, 50, 7, Parallelism.sequential(), options.progress(), 100));
        assertThat(new PosteriorOptions(Prior.WEAK, 400, 1, Parallelism.sequential(), options.progress()))
                .isEqualTo(options.effectiveDraws(450));
    }

    /** The same posterior, told by fewer evaluations: the mean is within the error that 100 draws have. */
    @Test
    void fewerEffectiveDrawsTakeFewerEvaluations() {
        Tally tally = Tally.of(Simulation.builder(BgNbd.of(0.8, 5, 0.7, 2.5), ChronoUnit.WEEKS, Money.currency("USD"))
                .customers(1000)
                .seed(5)
                .from(LocalDate.of(2024, 1, 1))
                .observedThrough(LocalDate.of(2024, 12, 31))
                .build()
                .ledger()
                .summarize(LocalDate.of(2024, 12, 31)));
        Posterior<BgNbd> many = BgNbd.family().posterior(tally, PosteriorOptions.defaults());
        Posterior<BgNbd> few =
                BgNbd.family().posterior(tally, PosteriorOptions.defaults().effectiveDraws(100));
        assertThat(few.evaluations()).isLessThan(many.evaluations() / 2);
        assertThat(few.isReliable()).isTrue();
        assertThat(few.effectiveSampleSize("r")).isGreaterThan(100);
        assertThat(few.logMean("r")).isCloseTo(many.logMean("r"), within(3 * many.logDeviation("r") / 10));
    }
}
