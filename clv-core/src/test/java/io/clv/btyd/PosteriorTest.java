package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Ratio;
import io.clv.task.Parallelism;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PosteriorTest {

    private static final PosteriorOptions DEFAULTS = PosteriorOptions.defaults();

    private static Tally cdnow() {
        return Tally.of(Cdnow.sample().summarize(Cdnow.CALIBRATED, Cdnow.in(ChronoUnit.WEEKS)));
    }

    /** Forty customers of a BG/NBD model, observed for 52 weeks. */
    private static Tally small() {
        BgNbd model = BgNbd.of(0.8, 6, 0.9, 2.5);
        double[][] columns = new double[3][40];
        for (int customer = 0; customer < 40; customer++) {
            double[] times = model.simulate(7, customer, 52);
            columns[0][customer] = times.length;
            columns[1][customer] = times.length == 0 ? 0 : times[times.length - 1];
            columns[2][customer] = 52;
        }
        return Tally.of(columns[0], columns[1], columns[2], ChronoUnit.WEEKS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nbd", "pareto-nbd", "bg-nbd", "mbg-nbd"})
    void isWorthFourHundredDrawsOnCdnow(String name) {
        TransactionFamily<?> family = TransactionFamily.named(name);

        Posterior<?> posterior = family.posterior(cdnow(), DEFAULTS);

        assertThat(posterior.isReliable()).as(posterior.toString()).isTrue();
        assertThat(posterior.evaluations()).isLessThanOrEqualTo(2500);
        assertThat(posterior.models()).hasSize(400);
        for (String parameter : family.parameterNames()) {
            assertThat(posterior.effectiveSampleSize(parameter)).as(parameter).isGreaterThan(400);
            ParameterInterval interval =
                    posterior.interval(parameter, Ratio.percent(90)).orElseThrow();
            assertThat(posterior.mode().parameter(parameter)).isBetween(interval.low(), interval.high());
        }
    }

    /** What the curvature at the mode understates: 0.31 and 0.53 there, by a long chain about 0.47 and 0.69. */
    @Test
    void isWiderThanTheCurvatureAtItsModeWhereTheLikelihoodIsSkewed() {
        Posterior<ParetoNbd> posterior = ParetoNbd.family().posterior(cdnow(), DEFAULTS);

        assertThat(posterior.logDeviation("s")).isBetween(0.43, 0.52);
        assertThat(posterior.logDeviation("beta")).isBetween(0.63, 0.77);
        assertThat(posterior.logMean("s"))
                .isGreaterThan(Math.log(posterior.mode().parameter("s")));
    }

    @Test
    void isThatOfGammaGammaWhereItsMeanIsFinite() {
        Posterior<GammaGamma> posterior = GammaGamma.family()
                .posterior(
                        SpendTally.ofRepeatPurchases(
                                Cdnow.sample().summarize(Cdnow.CALIBRATED, Cdnow.in(ChronoUnit.WEEKS))),
                        DEFAULTS);

        assertThat(posterior.isReliable()).isTrue();
        assertThat(posterior.models())
                .allMatch(model -> parameter(model.parameters(), "q") > 1)
                .allMatch(model -> model.expectedSpendOfNewCustomer() > 0);
    }

    /** Of three heavy spenders q may well be below 1; the draws are kept to where a mean can be expected at all. */
    @Test
    void keepsToFiniteMeansWhereTheModeHasNone() {
        SpendTally heavy = SpendTally.of(
                new double[] {3, 2, 5, 1}, new double[] {1, 40, 3000, 900_000}, new double[] {1, 1, 1, 1});

        Posterior<GammaGamma> posterior = GammaGamma.family().posterior(heavy, DEFAULTS);

        assertThat(posterior.mode().parameter("q")).isLessThan(1);
        assertThat(posterior.models()).allMatch(model -> parameter(model.parameters(), "q") > 1);
    }

    @Test
    void isTheSameOnAnyNumberOfThreadsAndForAnotherSeedAnother() {
        Tally tally = small();

        Posterior<BgNbd> posterior = BgNbd.family().posterior(tally, DEFAULTS);

        assertThat(BgNbd.family().posterior(tally, DEFAULTS.parallelism(Parallelism.of(2))))
                .isEqualTo(posterior)
                .hasSameHashCodeAs(posterior);
        assertThat(BgNbd.family().posterior(tally, DEFAULTS.seed(2))).isNotEqualTo(posterior);
    }

    @Test
    void followsThePriorWhereDataSayLittle() {
        Tally one = Tally.of(new double[] {1}, new double[] {3}, new double[] {10}, ChronoUnit.WEEKS);
        Prior prior = Prior.WEAK.with("r", 0.5, 0.1).with("alpha", 8, 0.1);

        Posterior<Nbd> posterior = Nbd.family().posterior(one, DEFAULTS.prior(prior));

        assertThat(posterior.prior()).isEqualTo(prior);
        assertThat(posterior.logMean("r")).isCloseTo(Math.log(0.5), within(0.03));
        assertThat(posterior.logDeviation("alpha")).isCloseTo(0.1, within(0.02));
    }

    /** By the conjugate rule: with alpha and r held tight, P(no purchase) is that of the model. */
    @Test
    void drawsModelsAsOftenAsTheyAreLikely() {
        Posterior<BgNbd> posterior = BgNbd.family().posterior(small(), DEFAULTS.draws(2000));

        double mean = posterior.models().stream()
                .mapToDouble(model -> Math.log(parameter(model.parameters(), "r")))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(posterior.logMean("r"), within(0.25 / Math.sqrt(2000)));
    }

    @Test
    void saysHowFarItCanBeTrusted() {
        Posterior<BgNbd> posterior = BgNbd.family().posterior(small(), DEFAULTS);

        assertThat(posterior.diagnosis())
                .matches(
                        "posterior under the weak prior by \\d+ evaluations of the likelihood, effective sample size at"
                                + " least \\d+, k-hat -?\\d\\.\\d\\d");
        assertThat(posterior.toString()).isEqualTo("bg-nbd [r, alpha, a, b]: " + posterior.diagnosis());
    }

    @Test
    void refusesWhatHasNoPosterior() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.prior(Prior.NONE))
                .withMessage("prior of a posterior must say something of every parameter, but was none, under which the"
                        + " posterior's integral has no end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.draws(19))
                .withMessage("draws must be at least 20, but were 19");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nbd.family().posterior(small(), DEFAULTS.prior(Prior.WEAK.with("beta", 1, 1))))
                .withMessage("prior must be of the parameters r, alpha, but was of 'beta'");
        Posterior<Nbd> posterior = Nbd.family().posterior(small(), DEFAULTS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posterior.interval("beta", Ratio.percent(90)))
                .withMessage("parameter must be one of r, alpha, but was 'beta'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posterior.interval("r", Ratio.percent(100)))
                .withMessage("level must be between 0% and 100%, but was 100%");
        assertThat(Collections.max(posterior.models().stream()
                        .map(model -> model.parameters().size())
                        .toList()))
                .isEqualTo(2);
    }

    private static double parameter(Map<String, Double> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name));
    }
}
