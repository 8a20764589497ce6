package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Likelihoods of few customers may have several maxima; twenty starts at random find none above the fit's. */
class FarMaximumTest {

    private static final int STARTS = 20;

    /** A family whose fits begin at random places as well. */
    private record Anywhere<M extends TransactionModel>(TransactionFamily<M> family, long seed)
            implements TransactionFamily<M> {

        @Override
        public String name() {
            return family.name();
        }

        @Override
        public String description() {
            return family.description();
        }

        @Override
        public List<String> parameterNames() {
            return family.parameterNames();
        }

        @Override
        public Set<String> scaledParameters() {
            return family.scaledParameters();
        }

        @Override
        public Set<String> inverseParameters() {
            return family.inverseParameters();
        }

        @Override
        public M of(double... parameters) {
            return family.of(parameters);
        }

        @Override
        public List<double[]> starts(Moments moments) {
            List<double[]> starts = new ArrayList<>(family.starts(moments));
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < STARTS; i++) {
                double[] start = new double[parameterNames().size()];
                Arrays.setAll(start, j -> {
                    double factor = Math.exp(5 * (2 * random.nextDouble() - 1));
                    String name = parameterNames().get(j);
                    return scaledParameters().contains(name)
                            ? factor * moments.meanScale()
                            : inverseParameters().contains(name) ? factor / moments.meanScale() : factor;
                });
                starts.add(start);
            }
            return starts;
        }

        @Override
        public Map<String, Double> nested(Moments moments) {
            return family.nested(moments);
        }

        @Override
        public double reach(String name) {
            return family.reach(name);
        }

        @Override
        public FitObjective objective(Tally tally, FitOptions options) {
            return family.objective(tally, options);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 30, 100})
    void isWhereTheFitEnds(int customers) {
        List<TransactionModel> truths = List.of(
                ParetoNbd.of(0.55, 10.6, 0.6, 11.7),
                BgNbd.of(0.24, 4.4, 0.8, 2.4),
                MbgNbd.of(0.5, 6, 0.9, 1.6),
                Nbd.of(1, 10),
                GGompertzNbd.of(0.5, 10, 0.3, 0.3, 500));
        for (int set = 0; set < 10; set++) {
            TransactionModel truth = truths.get(set % 5);
            Tally told = PathologicalFitTest.simulated(truth, 1000L * set, customers, 27, 39);
            Tally drawn = PathologicalFitTest.drawn(truth, set, customers, 27, 39);
            for (TransactionFamily<?> family : ContinuousTime.families()) {
                assertNothingHigher(family, drawn, set);
                // An integral over the time of leaving takes a hundred times as long as a closed form.
                if (set < 5 || family.parameterNames().size() < 5) {
                    assertNothingHigher(family, told, set);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 30, 100})
    void isWhereTheFitOfOpportunitiesEnds(int customers) {
        List<BgBb> truths = List.of(BgBb.of(1.2, 0.75, 0.66, 2.8), BgBb.of(0.5, 5, 0.7, 9), BgBb.of(2, 5, 1e-9, 1));
        for (int set = 0; set < 12; set++) {
            BgBb truth = truths.get(set % 3);
            assertNothingHigher(
                    BgBb.family(), PathologicalFitTest.simulated(truth, 1000L * set, customers, 6, 13), set);
            assertNothingHigher(BgBb.family(), PathologicalFitTest.drawn(truth, set, customers, 6, 13), set);
        }
    }

    private static void assertNothingHigher(TransactionFamily<?> family, Tally tally, int seed) {
        Fit<?> fit = family.fit(tally);
        Fit<?> best = new Anywhere<>(family, seed).fit(tally);
        assertThat(fit.logLikelihood()).as(fit + " against " + best).isGreaterThan(best.logLikelihood() - 0.01);
    }
}
