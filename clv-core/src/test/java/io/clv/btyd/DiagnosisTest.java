package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether a diagnosis is true, by the profile of the likelihood: parameters are moved away from where the fit found
 * them and held there, and the others are fitted anew.
 */
class DiagnosisTest {

    /** Log units: a factor of 3,000. */
    private static final double STEP = 8;

    private static final double LEVEL = 0.02;

    static Stream<Arguments> fits() {
        List<Arguments> fits = new ArrayList<>();
        PathologicalFitTest.data().forEach(data -> {
            Object name = data.get()[0];
            for (TransactionFamily<?> family : ContinuousTime.families()) {
                fits.add(Arguments.of(name + ", " + family.name(), family, data.get()[1]));
            }
        });
        BgBbFitTest.data()
                .forEach(data -> fits.add(Arguments.of(data.get()[0] + ", bg-bb", BgBb.family(), data.get()[1])));
        return fits.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fits")
    void isTrue(String name, TransactionFamily<?> family, Tally tally) {
        Fit<?> fit = family.fit(tally);
        switch (fit.diagnosis().kind()) {
            case CONVERGED -> {
                for (String parameter : family.parameterNames()) {
                    assertThat(lost(family, tally, fit, Map.of(parameter, STEP)))
                            .as(parameter + " up")
                            .isPositive();
                    assertThat(lost(family, tally, fit, Map.of(parameter, -STEP)))
                            .as(parameter + " down")
                            .isPositive();
                }
            }
            case AT_BOUNDARY -> {
                Map<String, Double> further = new java.util.LinkedHashMap<>();
                for (String limit : fit.diagnosis().directions()) {
                    further.put(limit.substring(0, limit.indexOf(' ')), limit.endsWith("> 0") ? -STEP : STEP);
                }
                assertThat(lost(family, tally, fit, further)).as(fit.toString()).isLessThan(LEVEL);
            }
            case NOT_IDENTIFIED -> {
                assertThat(fit.diagnosis().directions()).isNotEmpty();
                for (String parameter : fit.diagnosis().directions()) {
                    assertThat(lost(family, tally, fit, Map.of(parameter, STEP)))
                            .isLessThan(LEVEL);
                    assertThat(lost(family, tally, fit, Map.of(parameter, -STEP)))
                            .isLessThan(LEVEL);
                }
            }
        }
    }

    /** What the log-likelihood loses as parameters are moved by steps of their logs, as far as they may be held. */
    private static double lost(TransactionFamily<?> family, Tally tally, Fit<?> fit, Map<String, Double> steps) {
        FitOptions options = FitOptions.defaults();
        for (Map.Entry<String, Double> step : steps.entrySet()) {
            String name = step.getKey();
            double scale =
                    family.scaledParameters().contains(name) ? tally.moments().meanScale() : 1;
            double moved = Math.log(fit.parameter(name) / scale) + step.getValue();
            options = options.fixing(name, scale * Math.exp(Math.max(-99, Math.min(99, moved))));
        }
        return fit.logLikelihood() - family.fit(tally, options).logLikelihood();
    }

    /** The likelihood rises without end until rounding makes maxima of it. */
    @Test
    void ofOneAmountThereIsNoSpread() {
        for (int i = 1; i <= 100; i++) {
            double amount = 0.37 * i;
            Fit<GammaGamma> fit = GammaGamma.family()
                    .fit(SpendTally.of(new double[] {1 + i % 3}, new double[] {amount}, new double[] {1}));
            assertThat(fit.diagnosis().kind()).as(fit.toString()).isEqualTo(Diagnosis.Kind.AT_BOUNDARY);
            assertThat(fit.diagnosis().directions()).contains("p -> infinity", "q -> infinity");
            assertThat(fit.standardErrors()).isEmpty();
            assertThat(fit.logLikelihood()).isFinite();
            assertThat(fit.model().expectedSpend(1, amount)).isBetween(0.999 * amount, 1.001 * amount);
        }
    }

    @Test
    void whereTheLikelihoodIsLevelAllAroundTheWayThereTells() {
        Tally staying = PathologicalFitTest.simulated(Nbd.of(2, 10), 2000, 27, 39);
        assertThat(MbgNbd.family().fit(staying).diagnosis()).hasToString("at-boundary (a -> infinity, b -> infinity)");
    }

    @Test
    void aKindThatDoesNotExistIsRefused() {
        assertThat(Diagnosis.parse("at-boundary (s -> 0)").directions()).containsExactly("s -> 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Diagnosis.parse("perfect"))
                .withMessage("diagnosis must be one of converged, at-boundary, not-identified, but was 'perfect'");
    }
}
