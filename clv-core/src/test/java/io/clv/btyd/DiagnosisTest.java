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

    /** Just less far than parameters are looked for. */
    private static final double FARTHEST = 99.9;

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

    /**
     * What the log-likelihood loses as parameters are moved by steps of their logs; by shorter ones, if one of them
     * could not be held so far out, since together they may be level and apart not.
     */
    private static double lost(TransactionFamily<?> family, Tally tally, Fit<?> fit, Map<String, Double> steps) {
        double share = 1;
        for (Map.Entry<String, Double> step : steps.entrySet()) {
            double at = Math.log(fit.parameter(step.getKey()) / scale(family, tally, step.getKey()));
            double room = step.getValue() > 0 ? FARTHEST - at : FARTHEST + at;
            share = Math.min(share, Math.max(0, room) / STEP);
        }
        FitOptions options = FitOptions.defaults();
        double[] moved = fit.parameters().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        for (Map.Entry<String, Double> step : steps.entrySet()) {
            double value = fit.parameter(step.getKey()) * Math.exp(share * step.getValue());
            options = options.fixing(step.getKey(), value);
            moved[family.parameterNames().indexOf(step.getKey())] = value;
        }
        // A fit anew may lose its way so far out; then the others are better left where they are.
        double left = family.objective(tally, FitOptions.defaults()).at(moved).value();
        return fit.logLikelihood() - Math.max(left, family.fit(tally, options).logLikelihood());
    }

    private static double scale(TransactionFamily<?> family, Tally tally, String name) {
        double scale = tally.moments().meanScale();
        return family.scaledParameters().contains(name)
                ? scale
                : family.inverseParameters().contains(name) ? 1 / scale : 1;
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
        // To which of its limits the likelihood tends is chance; that it tends to one is not.
        for (int seed = 1; seed <= 4; seed++) {
            Tally drawn = PathologicalFitTest.drawn(Nbd.of(2, 10), seed, 2000, 39, 39);
            Fit<MbgNbd> fit = MbgNbd.family().fit(drawn);
            assertThat(fit.diagnosis().kind()).as(fit.toString()).isNotEqualTo(Diagnosis.Kind.NOT_IDENTIFIED);
        }
    }

    @Test
    void aKindThatDoesNotExistIsRefused() {
        assertThat(Diagnosis.parse("at-boundary (s -> 0)").directions()).containsExactly("s -> 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Diagnosis.parse("perfect"))
                .withMessage("diagnosis must be one of converged, at-boundary, not-identified, but was 'perfect'");
    }
}
