package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.quantity.Ratio;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeldParameterTest {

    private static final Tally TALLY = PathologicalFitTest.simulated(BgNbd.of(1, 8, 0.8, 2.5), 2000, 27, 39);

    static java.util.List<TransactionFamily<?>> families() {
        return TransactionFamily.all();
    }

    private static FitOptions holding(String parameter, double value) {
        return FitOptions.defaults().fixing(parameter, value);
    }

    @ParameterizedTest
    @MethodSource("families")
    void theOthersAreTheBestBesideIt(TransactionFamily<?> family) {
        Tally tally = PathologicalFitTest.typical(family, 3000);
        Fit<?> free = family.fit(tally);
        for (String held : family.parameterNames()) {
            double value = 1.1 * free.parameter(held);
            Fit<?> fit = family.fit(tally, holding(held, value));
            assertThat(fit.parameter(held)).isEqualTo(value);
            assertThat(fit.logLikelihood()).isLessThan(free.logLikelihood());
            assertThat(fit.diagnosis()).hasToString("converged");
            FitObjective objective = family.objective(tally, FitOptions.defaults());
            double[] at = fit.parameters().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            Derivatives there = objective.at(at);
            for (int i = 0; i < at.length; i++) {
                double slope = there.gradient(i) * at[i];
                if (family.parameterNames().get(i).equals(held)) {
                    assertThat(slope).as("by " + held).isLessThan(-1e-3);
                } else {
                    assertThat(slope)
                            .as("by parameter " + i + " beside " + held)
                            .isCloseTo(0, within(1e-6));
                }
            }
        }
    }

    @Test
    void itIsSaidToBeHeldAndHasNoStandardError() {
        Fit<BgNbd> free = BgNbd.family().fit(TALLY);
        Fit<BgNbd> fit = BgNbd.family().fit(TALLY, holding("b", 3).fixing("r", 1.3));
        assertThat(free.heldParameters()).isEmpty();
        assertThat(free.freeParameters()).isEqualTo(4);
        assertThat(fit.heldParameters()).containsExactly("r", "b");
        assertThat(fit.freeParameters()).isEqualTo(2);
        assertThat(fit.aic()).isCloseTo(2 * 2 - 2 * fit.logLikelihood(), within(1e-9));
        assertThat(fit.bic()).isCloseTo(2 * Math.log(2000) - 2 * fit.logLikelihood(), within(1e-9));
        assertThat(fit.standardErrors().orElseThrow()).containsOnlyKeys("alpha", "a");
        assertThat(fit.standardError("a").orElseThrow())
                .isLessThan(free.standardError("a").orElseThrow());
        assertThat(fit.standardError("b")).isEmpty();
        assertThat(fit.interval("b", Ratio.percent(95))).isEmpty();
        assertThat(fit.interval("a", Ratio.percent(95))).isPresent();
        double[][] covariance = fit.covariance().orElseThrow();
        assertThat(covariance[0]).containsOnly(0);
        assertThat(covariance[3]).containsOnly(0);
        assertThat(Math.sqrt(covariance[2][2])).isCloseTo(fit.standardError("a").orElseThrow(), within(1e-15));
        assertThat(fit.notes())
                .containsExactly(
                        "r was held at 1.3, and so has no standard error",
                        "b was held at 3.0, and so has no standard error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "weak"})
    void theTextRecordsIt(String label) {
        Prior prior = Prior.parse(label);
        Fit<BgNbd> fit =
                BgNbd.family().fit(TALLY, holding("b", 3).fixing("r", 1.3).prior(prior));
        assertThat(fit.toText())
                .startsWith("clv-fit 2\nmodel bg-nbd\nparameter r 1.3 held\nparameter alpha ")
                .contains("\nparameter b 3.0 held\nunit weeks\n");
        Fit<BgNbd> read = BgNbd.family().parse(fit.toText());
        assertThat(read).isEqualTo(fit);
        assertThat(read.heldParameters()).isEqualTo(fit.heldParameters());
        assertThat(read.standardErrors()).isEqualTo(fit.standardErrors());
    }

    @Test
    void withAllHeldTheLikelihoodIsEvaluated() {
        Fit<Nbd> fit = Nbd.family().fit(TALLY, holding("r", 0.5).fixing("alpha", 9));
        assertThat(fit.model()).isEqualTo(Nbd.of(0.5, 9));
        assertThat(fit.logLikelihood())
                .isCloseTo(
                        Nbd.family()
                                .objective(TALLY, FitOptions.defaults())
                                .at(new double[] {0.5, 9})
                                .value(),
                        within(1e-9));
        assertThat(fit.diagnosis()).hasToString("converged");
        assertThat(fit.freeParameters()).isZero();
        assertThat(fit.standardErrors().orElseThrow()).isEmpty();
    }

    @Test
    void aModelNestedByHoldingNeverEndsBelowTheOneNestedInIt() {
        Tally staying = PathologicalFitTest.allJustBought();
        double nbd = Nbd.family().fit(staying).logLikelihood();
        assertThat(ParetoNbd.family().fit(staying, holding("beta", 20)).logLikelihood())
                .isGreaterThanOrEqualTo(nbd - 1e-9);
        assertThat(BgNbd.family().fit(staying, holding("b", 20)).logLikelihood())
                .isGreaterThanOrEqualTo(nbd - 1e-9);
        assertThat(ParetoNbd.family().fit(staying, holding("beta", 20)).diagnosis())
                .hasToString("at-boundary (s -> 0)");
    }

    @Test
    void withoutSecondDerivativesTheEndIsTheSame() {
        FitObjective exact = BgNbd.family().objective(TALLY, FitOptions.defaults());
        FitObjective gradientOnly = new FitObjective() {
            @Override
            public Moments moments() {
                return exact.moments();
            }

            @Override
            public Derivatives at(double[] parameters) {
                Derivatives all = exact.at(parameters);
                double[] gradient = new double[4];
                java.util.Arrays.setAll(gradient, all::gradient);
                return Derivatives.of(all.value(), gradient, new double[0][]);
            }
        };
        FitOptions options = holding("r", 1.2);
        Fit<BgNbd> expected = BgNbd.family().fit(TALLY, options);
        Fit<BgNbd> actual = BgNbd.family().fit(gradientOnly, ChronoUnit.WEEKS, options);
        assertThat(actual.logLikelihood()).isCloseTo(expected.logLikelihood(), within(1e-6));
        assertThat(actual.diagnosis().converged()).isTrue();
    }

    @Test
    void theLaterValueHolds() {
        FitOptions options = holding("r", 1).fixing("b", 2).fixing("r", 3);
        assertThat(options.held()).containsOnly(java.util.Map.entry("r", 3.0), java.util.Map.entry("b", 2.0));
        assertThat(options.prior(Prior.WEAK).held()).isEqualTo(options.held());
    }

    @Test
    void whatCannotBeHeldIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> holding("r", Double.NaN))
                .withMessage("r must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BgNbd.family().fit(TALLY, holding("r", 0)))
                .withMessage("r must be finite and above 0, but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BgNbd.family().fit(TALLY, holding("beta", 1)))
                .withMessage("held parameter must be one of r, alpha, a, b, but was 'beta'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BgNbd.family().fit(TALLY, holding("a", 1e-60)))
                .withMessage("a must be held between 3.7e-44 and 2.7e+43, but was held at 1.0E-60");
    }
}
