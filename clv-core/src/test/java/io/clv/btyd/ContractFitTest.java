package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Ratio;
import io.clv.task.Parallelism;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractFitTest {

    static List<ContractFamily<?>> families() {
        return ContractFamily.all();
    }

    private static Survivors drawn(ContractModel model, int customers, int offered) {
        int[] made = new int[customers];
        boolean[] active = new boolean[customers];
        for (int i = 0; i < customers; i++) {
            int due = 1 + i % offered;
            made[i] = model.simulate(3, i, due);
            active[i] = made[i] == due;
        }
        return Survivors.ofCustomers(made, active);
    }

    @ParameterizedTest
    @MethodSource("families")
    void derivativesAreThoseOfTheLikelihood(ContractFamily<?> family) {
        Survivors survivors = drawn(BetaDiscreteWeibull.of(0.5, 1.5, 1.3), 500, 30);
        double[][] points = {{0.7, 1.2, 1}, {0.02, 30, 0.6}, {40, 3, 1.7}, {2, 2e4, 3}, {1e-4, 1e-3, 1}};
        for (double[] point : points) {
            double[] at = Arrays.copyOf(point, family.parameterNames().size());
            FitObjective objective = family.objective(survivors, FitOptions.defaults());
            Derivatives here = objective.at(at);
            assertThat(here.value()).isCloseTo(logLikelihood(family.of(at), survivors), within(1e-8));
            FitTest.assertDerivatives(objective, at, here);
        }
    }

    private static double logLikelihood(ContractModel model, Survivors survivors) {
        double sum = 0;
        for (int row = 0; row < survivors.rows(); row++) {
            int made = survivors.renewals(row);
            double log =
                    survivors.active(row) ? model.logSurvival(made) : Math.log(model.probabilityOfLeaving(made + 1));
            sum += survivors.weight(row) * log;
        }
        return sum;
    }

    @Test
    void derivativesHoldWhereSurvivalIsAPower() {
        Survivors survivors = Survivors.of(100, 60, 50, 40, 35, 31, 28, 26, 25, 24, 23, 22, 22, 21);
        double[] at = {0.3, 2, 95};
        FitObjective objective = BetaDiscreteWeibull.family().objective(survivors, FitOptions.defaults());
        FitTest.assertDerivatives(objective, at, objective.at(at));
    }

    @ParameterizedTest
    @MethodSource("families")
    void fitsFindTheParametersThatMadeTheData(ContractFamily<?> family) {
        double[] truth =
                Arrays.copyOf(new double[] {0.6, 2, 1}, family.parameterNames().size());
        Fit<?> fit = family.fit(drawn(family.of(truth), 50_000, 12));
        assertThat(fit.diagnosis().converged()).isTrue();
        for (int i = 0; i < truth.length; i++) {
            String name = family.parameterNames().get(i);
            assertThat(fit.parameter(name))
                    .as(name)
                    .isCloseTo(truth[i], within(4 * fit.standardError(name).orElseThrow()));
        }
        assertThat(fit.evaluations()).isLessThan(60);
    }

    @ParameterizedTest
    @MethodSource("families")
    void partsAndThreadsMakeNoDifference(ContractFamily<?> family) {
        Survivors first = drawn(ShiftedBetaGeometric.of(0.6, 2), 2000, 12);
        Survivors second = drawn(ShiftedBetaGeometric.of(0.9, 2), 3000, 7);
        FitOptions options = FitOptions.defaults();
        Fit<?> whole = family.fit(first.plus(second));
        Fit<?> merged = family.fit(
                FitObjective.sum(List.of(family.objective(first, options), family.objective(second, options))),
                options);
        assertThat(merged.logLikelihood()).isCloseTo(whole.logLikelihood(), within(1e-8));
        assertThat(merged.customers()).isEqualTo(5000);
        assertThat(family.fit(first.plus(second), options.parallelism(Parallelism.of(3))))
                .isEqualTo(whole);
    }

    @ParameterizedTest
    @MethodSource("families")
    void textRoundTrips(ContractFamily<?> family) {
        for (Prior prior : List.of(Prior.NONE, Prior.WEAK)) {
            Fit<? extends ContractModel> fit = family.fit(
                    ContractFiguresTest.REGULAR, FitOptions.defaults().prior(prior));
            Fit<? extends ContractModel> read = family.parse(fit.toText());
            assertThat(read).isEqualTo(fit);
            assertThat(read.model()).isEqualTo(fit.model());
            assertThat(read.unit()).isEmpty();
            assertThat(read.unitText()).isEqualTo("renewals");
            assertThat(read.customers()).isEqualTo(1000);
            assertThat(read.repeatPurchases()).isEqualTo(631 + 468 + 382 + 326 + 289 + 262 + 241);
        }
    }

    @Test
    void familiesAreFoundByName() {
        assertThat(ContractFamily.all()).extracting(ModelFamily::name).containsExactly("bdw", "sbg");
        assertThat(ContractFamily.named("sbg").of(1, 2)).isEqualTo(ShiftedBetaGeometric.of(1, 2));
        assertThat(ContractFamily.all()).allMatch(family -> family.description().contains("contracts"));
        assertThat(ContractFamily.all())
                .allMatch(family -> family.scaledParameters().isEmpty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractFamily.named("bg-nbd"))
                .withMessage("contract model must be one of bdw, sbg, but was 'bg-nbd'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShiftedBetaGeometric.family().of(1))
                .withMessage("sbg must have 2 parameters (alpha, beta), but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShiftedBetaGeometric.fit(Survivors.of(0)))
                .withMessage("a fit must have at least one customer, but had none");
    }

    static Stream<Arguments> data() {
        double[] longest = new double[60];
        Arrays.setAll(longest, n -> n < 59 ? 1000 : 0);
        double[] thousands = new double[5000];
        Arrays.setAll(thousands, n -> 1e6 / (1 + 0.01 * n));
        return Stream.of(
                Arguments.of("nobody leaves", Survivors.of(1000, 1000, 1000, 1000)),
                Arguments.of("all leave at the first renewal", Survivors.of(1000, 0)),
                Arguments.of("all leave at the first renewal, long ago", Survivors.of(1000, 0, 0, 0)),
                Arguments.of("all leave in the end", Survivors.of(1000, 500, 0)),
                Arguments.of("all leave at once after many renewals", Survivors.of(longest)),
                Arguments.of("one customer, there", Survivors.ofCustomers(new int[] {3}, new boolean[] {true})),
                Arguments.of("one customer, gone", Survivors.ofCustomers(new int[] {3}, new boolean[] {false})),
                Arguments.of("nobody has come to a renewal", Survivors.of(1000)),
                Arguments.of("two points", Survivors.of(1000, 600)),
                Arguments.of("three points", Survivors.of(1000, 600, 420)),
                Arguments.of("a constant rate", Survivors.of(1000, 800, 640, 512)),
                Arguments.of("a falling rate", Survivors.of(1000, 950, 800, 500)),
                Arguments.of("the rest stay for ever", Survivors.of(1000, 600, 600, 600, 600)),
                Arguments.of(
                        "a customer of a million renewals",
                        Survivors.ofCustomers(
                                new int[] {1_000_000, 3, 0}, new boolean[] {true, false, false}, new double[] {1, 10, 10
                                })),
                Arguments.of(
                        "the largest number of renewals",
                        Survivors.ofCustomers(new int[] {Integer.MAX_VALUE, 2}, new boolean[] {false, false})),
                Arguments.of("tiny weights", Survivors.of(1e-3, 6e-4, 5e-4, 4.5e-4)),
                Arguments.of("huge weights", Survivors.of(1e12, 6e11, 5e11, 4.5e11)),
                Arguments.of("thousands of renewals", Survivors.of(thousands)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("data")
    void endInAFiniteAnswerWithADiagnosis(String name, Survivors survivors) {
        Fit<?> sorted = ShiftedBetaGeometric.fit(survivors);
        for (ContractFamily<?> family : ContractFamily.all()) {
            for (Prior prior : List.of(Prior.NONE, Prior.WEAK)) {
                Fit<? extends ContractModel> fit =
                        family.fit(survivors, FitOptions.defaults().prior(prior));
                assertThat(fit.logLikelihood()).isFinite().isLessThanOrEqualTo(0);
                assertThat(fit.parameters().values()).allMatch(value -> value > 0 && Double.isFinite(value));
                ContractModel model = fit.model();
                assertThat(model.survival(5)).isBetween(0.0, 1.0);
                assertThat(model.discountedExpectedLifetime(0.1)).isBetween(1.0, 11 + 1e-9);
                assertThat(model.discountedExpectedResidualLifetime(3, 0.1, RenewalMoment.JUST_BEFORE))
                        .isBetween(0.0, 11 + 1e-9);
                assertThat(model.retentionElasticity(3, 0.1)).isBetween(1.0, 11 + 1e-9);
                assertThat(fit.standardErrors().isPresent())
                        .isEqualTo(fit.diagnosis().converged());
                if (prior.equals(Prior.NONE)) {
                    assertThat(fit.logLikelihood()).isGreaterThanOrEqualTo(sorted.logLikelihood() * (1 + 1e-11) - 1e-9);
                } else {
                    assertThat(fit.diagnosis()).hasToString("converged");
                    assertThat(fit.evaluations()).isLessThan(100);
                }
            }
        }
    }

    private static String diagnosis(ContractFamily<?> family, double... survivors) {
        return family.fit(Survivors.of(survivors)).diagnosis().toString();
    }

    @Test
    void dataThatDoNotTellTheModelSaySo() {
        ContractFamily<ShiftedBetaGeometric> sorted = ShiftedBetaGeometric.family();
        ContractFamily<BetaDiscreteWeibull> changing = BetaDiscreteWeibull.family();
        assertThat(diagnosis(sorted, 1000, 1000, 1000)).isEqualTo("at-boundary (alpha -> 0, beta -> infinity)");
        assertThat(diagnosis(changing, 1000, 1000, 1000)).startsWith("at-boundary (");
        assertThat(diagnosis(sorted, 1000, 0)).isEqualTo("at-boundary (alpha -> infinity, beta -> 0)");
        assertThat(diagnosis(changing, 1000, 0)).isEqualTo("at-boundary (alpha -> infinity, beta -> 0)");
        assertThat(diagnosis(sorted, 1000, 600)).isEqualTo("not-identified (alpha, beta)");
        assertThat(diagnosis(changing, 1000, 600)).isEqualTo("not-identified (alpha, beta, c)");
        assertThat(diagnosis(sorted, 1000, 800, 640)).isEqualTo("at-boundary (alpha -> infinity, beta -> infinity)");
        assertThat(diagnosis(changing, 1000, 500, 0)).isEqualTo("at-boundary (c -> infinity)");
    }

    /**
     * Two retention rates are met by all models on a curve through the three parameters, which no straight line finds.
     */
    @Test
    void aRidgeThatBendsIsNotIdentified() {
        Survivors survivors = Survivors.of(1000, 600, 420);
        Fit<ShiftedBetaGeometric> sorted = ShiftedBetaGeometric.fit(survivors);
        assertThat(sorted.diagnosis().converged()).isTrue();
        assertThat(sorted.model().retention(2)).isCloseTo(0.7, within(1e-9));
        Fit<BetaDiscreteWeibull> changing = BetaDiscreteWeibull.fit(survivors);
        assertThat(changing.diagnosis()).hasToString("not-identified (alpha, beta)");
        assertThat(changing.standardErrors()).isEmpty();
    }

    /** No parameter is looked for beyond e^100 of its scale, and where the best is there, that is no maximum. */
    @Test
    void whatStoppedAtTheEndOfTheWorldHasNotConverged() {
        double[] survivors = new double[60];
        Arrays.setAll(survivors, n -> n < 59 ? 1000 : 0);
        assertThat(diagnosis(BetaDiscreteWeibull.family(), survivors)).isEqualTo("at-boundary (beta -> infinity)");
    }

    @Test
    void whetherCustomersChangeIsTestedByHoldingC() {
        FitOptions sorted = FitOptions.defaults().fixing("c", 1);
        Survivors survivors = ContractFiguresTest.HIGH_END;
        Fit<BetaDiscreteWeibull> restricted = BetaDiscreteWeibull.family().fit(survivors, sorted);
        Fit<BetaDiscreteWeibull> full = BetaDiscreteWeibull.fit(survivors);
        assertThat(restricted.logLikelihood())
                .isCloseTo(ShiftedBetaGeometric.fit(survivors).logLikelihood(), within(1e-9));
        LikelihoodRatio test = LikelihoodRatio.test(restricted, full);
        assertThat(test.degrees()).isEqualTo(1);
        assertThat(test.pValue()).isLessThan(0.05);
        Fit<BetaDiscreteWeibull> others =
                BetaDiscreteWeibull.family().fit(Survivors.of(1000, 500, 500).plus(Survivors.of(0)), sorted);
        Fit<BetaDiscreteWeibull> sameCounts = BetaDiscreteWeibull.family()
                .fit(Survivors.of(999, 999, 1).plus(Survivors.of(1, 0)), FitOptions.defaults());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatio.test(others, sameCounts))
                .withMessage("fits must be of the same data, but the mean number of renewals due was 1.5 and 1.999");
    }

    @ParameterizedTest
    @MethodSource("families")
    void posteriorsSpreadAboutTheFit(ContractFamily<?> family) {
        Survivors survivors = Survivors.of(10_000, 6_310, 4_680, 3_820, 3_260, 2_890, 2_620, 2_410);
        Posterior<?> posterior = family.posterior(survivors, PosteriorOptions.defaults());
        assertThat(posterior.isReliable()).isTrue();
        ParameterInterval interval =
                posterior.interval("alpha", Ratio.percent(90)).orElseThrow();
        assertThat(posterior.mode().parameter("alpha")).isBetween(interval.low(), interval.high());
    }

    /** Where most leave about renewal 300, beta is about 300^c: far from 1, but well told. */
    @Test
    void longContractsHaveAFarBetaThatIsToldAllTheSame() {
        BetaDiscreteWeibull truth = BetaDiscreteWeibull.of(2, Math.pow(300, 5), 5);
        Survivors survivors = drawn(truth, 20_000, 600);
        Fit<BetaDiscreteWeibull> fit = BetaDiscreteWeibull.fit(survivors);
        assertThat(fit.diagnosis()).hasToString("converged");
        assertThat(fit.parameter("c"))
                .isCloseTo(5, within(4 * fit.standardError("c").orElseThrow()));
        assertThat(fit.model().survival(300)).isCloseTo(truth.survival(300), within(0.02));
    }
}
