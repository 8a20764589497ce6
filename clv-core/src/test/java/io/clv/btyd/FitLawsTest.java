package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.task.Parallelism;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds of fits to any data whatever. */
class FitLawsTest {

    record History(int x, double share, double age, double weight) {

        double last() {
            return x == 0 ? 0 : share * age;
        }
    }

    @Provide
    static Arbitrary<List<History>> histories() {
        Arbitrary<Integer> x = Arbitraries.oneOf(
                Arbitraries.just(0),
                Arbitraries.integers().between(0, 5),
                Arbitraries.integers().between(0, 300));
        Arbitrary<Double> share = Arbitraries.oneOf(
                Arbitraries.just(1.0), Arbitraries.doubles().between(0.001, 1).ofScale(4));
        Arbitrary<Double> age = Arbitraries.oneOf(
                Arbitraries.just(39.0), Arbitraries.doubles().between(0.1, 100).ofScale(4));
        Arbitrary<Double> weight = Arbitraries.integers().between(1, 30).map(Integer::doubleValue);
        return Combinators.combine(x, share, age, weight)
                .as(History::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static Tally tally(List<History> histories) {
        return Tally.of(
                histories.stream().mapToDouble(History::x).toArray(),
                histories.stream().mapToDouble(History::last).toArray(),
                histories.stream().mapToDouble(History::age).toArray(),
                histories.stream().mapToDouble(History::weight).toArray(),
                ChronoUnit.WEEKS);
    }

    /** The same in opportunities, where the family counts them. */
    private static Tally tally(List<History> histories, TransactionFamily<?> family) {
        if (family.process() == PurchaseProcess.CONTINUOUS_TIME) {
            return tally(histories);
        }
        double[][] columns = new double[4][histories.size()];
        for (int row = 0; row < histories.size(); row++) {
            History history = histories.get(row);
            double age = Math.ceil(history.age);
            double last = history.x == 0 ? 0 : Math.rint(history.share * age);
            columns[0][row] = Math.min(history.x, last);
            columns[1][row] = last;
            columns[2][row] = age;
            columns[3][row] = history.weight;
        }
        return Tally.of(columns[0], columns[1], columns[2], columns[3], ChronoUnit.WEEKS);
    }

    /** By more than rounding of a sum of so many terms. */
    private static double slack(double logLikelihood) {
        return 1e-8 + 1e-11 * Math.abs(logLikelihood);
    }

    @Property(tries = 200)
    void aModelThatNestsAnotherNeverEndsBelowIt(@ForAll("histories") List<History> histories) {
        Tally tally = tally(histories);
        double nbd = Nbd.family().fit(tally).logLikelihood();
        for (TransactionFamily<?> family : ContinuousTime.families()) {
            Fit<?> fit = family.fit(tally);
            assertThat(fit.logLikelihood()).as(fit.toString()).isGreaterThanOrEqualTo(nbd - slack(nbd));
            assertThat(fit.parameters().values()).allMatch(value -> value > 0 && Double.isFinite(value));
            assertThat(fit.standardErrors().isPresent())
                    .isEqualTo(fit.diagnosis().converged());
        }
    }

    @Property(tries = 200)
    void opportunitiesNeverEndBelowThoseOfCustomersWhoStay(@ForAll("histories") List<History> histories) {
        Tally tally = tally(histories, BgBb.family());
        Fit<BgBb> fit = BgBb.family().fit(tally);
        double staying = BgBbFitTest.betaBinomial(tally);
        assertThat(fit.logLikelihood()).as(fit.toString()).isGreaterThanOrEqualTo(staying - slack(staying));
        assertThat(fit.parameters().values()).allMatch(value -> value > 0 && Double.isFinite(value));
        assertThat(fit.standardErrors().isPresent()).isEqualTo(fit.diagnosis().converged());
    }

    @Property(tries = 100)
    void neitherOrderNorThreadsChangeABit(@ForAll("histories") List<History> histories, @ForAll long seed) {
        List<History> shuffled = new ArrayList<>(histories);
        Collections.shuffle(shuffled, new Random(seed));
        FitOptions threads = FitOptions.defaults().parallelism(Parallelism.of(2));
        for (TransactionFamily<?> family : TransactionFamily.all()) {
            assertThat(family.fit(tally(shuffled, family), threads).toText())
                    .isEqualTo(family.fit(tally(histories, family)).toText());
        }
    }

    /** Of the richer models this is not certain: on data that no customers give, their likelihoods have many maxima. */
    @Property(tries = 200)
    void whatIsHeldCostsLikelihood(@ForAll("histories") List<History> histories, @ForAll Random random) {
        Tally tally = tally(histories);
        Fit<Nbd> free = Nbd.family().fit(tally);
        double value = Math.exp(4 * random.nextGaussian());
        for (FitOptions options : List.of(
                FitOptions.defaults().fixing("r", value),
                FitOptions.defaults().fixing("alpha", tally.moments().meanScale() * value))) {
            Fit<Nbd> held = Nbd.family().fit(tally, options);
            assertThat(held.logLikelihood())
                    .as(held + " against " + free)
                    .isLessThanOrEqualTo(free.logLikelihood() + slack(free.logLikelihood()));
        }
    }

    /** One who bought thrice within a tenth of a week beside five who took 39 for two. */
    @Test
    void theLikelihoodOfPurchasesHasItsMaximumFarFromTheMoments() {
        Tally tally = tally(List.of(new History(3, 1, 0.1, 1), new History(2, 1, 39, 5)));
        Fit<Nbd> free = Nbd.family().fit(tally);
        assertThat(free.diagnosis()).hasToString("converged");
        for (double r = 1e-3; r < 1e4; r *= 1.5) {
            Fit<Nbd> held = Nbd.family().fit(tally, FitOptions.defaults().fixing("r", r));
            assertThat(held.logLikelihood()).isLessThanOrEqualTo(free.logLikelihood());
        }
        for (TransactionFamily<?> family : ContinuousTime.families()) {
            assertThat(family.fit(tally).logLikelihood())
                    .as(family.name())
                    .isGreaterThanOrEqualTo(free.logLikelihood() - slack(free.logLikelihood()));
        }
    }
}
