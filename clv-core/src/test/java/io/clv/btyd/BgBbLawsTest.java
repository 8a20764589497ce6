package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Offset;

class BgBbLawsTest {

    /** A model and a history it can make. */
    record Known(BgBb model, double gamma, double delta, int x, int tx, int age) {}

    @Provide
    Arbitrary<Known> known() {
        Arbitrary<Double> parameter = Arbitraries.doubles().between(-3, 4).map(Math::exp);
        Arbitrary<Double> share = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(
                        parameter,
                        parameter,
                        parameter,
                        parameter,
                        Arbitraries.integers().between(0, 60),
                        share,
                        share)
                .as((alpha, beta, gamma, delta, age, late, often) -> {
                    int tx = (int) Math.round(late * age);
                    int x = tx == 0 ? 0 : Math.max(1, (int) Math.round(often * tx));
                    return new Known(BgBb.of(alpha, beta, gamma, delta), gamma, delta, x, tx, age);
                })
                .withoutEdgeCases();
    }

    private static Offset<Double> relative(double accuracy, double value) {
        return within(accuracy * Math.abs(value) + 1e-300);
    }

    @Property
    void countsAreADistributionWhoseMeanIsTheExpectation(
            @ForAll("known") Known known, @ForAll @IntRange(max = 60) int horizon) {
        double sum = 0;
        double mean = 0;
        for (int n = 0; n <= horizon; n++) {
            double probability = known.model.probabilityOfCount(known.x, known.tx, known.age, n, horizon);
            sum += probability;
            mean += n * probability;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        double expected = known.model.expectedTransactions(known.x, known.tx, known.age, horizon);
        assertThat(mean).isCloseTo(expected, relative(1e-11, expected));
    }

    @Property
    void moreTimeMeansMore(@ForAll("known") Known known, @ForAll @IntRange(max = 3000) int horizon) {
        BgBb model = known.model;
        int x = known.x;
        double delta = 0.05;
        double next = model.expectedTransactions(x, known.tx, known.age, horizon + 1);
        assertThat(next).isGreaterThanOrEqualTo(model.expectedTransactions(x, known.tx, known.age, horizon));
        assertThat(next).isLessThanOrEqualTo(horizon + 1);
        assertThat(model.probabilityOfPurchase(x, known.tx, known.age, horizon + 1))
                .isGreaterThanOrEqualTo(model.probabilityOfPurchase(x, known.tx, known.age, horizon))
                .isLessThanOrEqualTo(1);
        double forEver = model.discountedExpectedTransactions(x, known.tx, known.age, delta);
        assertThat(model.discountedExpectedTransactions(x, known.tx, known.age, delta, horizon))
                .isLessThanOrEqualTo(forEver * (1 + 1e-12))
                .isLessThanOrEqualTo(next);
    }

    @Property
    void discountingVanishesWithItsRate(@ForAll("known") Known known, @ForAll @IntRange(max = 3000) int horizon) {
        double plain = known.model.expectedTransactions(known.x, known.tx, known.age, horizon);
        assertThat(known.model.discountedExpectedTransactions(known.x, known.tx, known.age, 0, horizon))
                .isEqualTo(plain);
        assertThat(known.model.discountedExpectedTransactions(known.x, known.tx, known.age, 1e-17, horizon))
                .isCloseTo(plain, relative(1e-12, plain));
    }

    @Property
    void anInfiniteHorizonIsAFiniteOneAndWhatLiesBeyond(
            @ForAll("known") Known known,
            @ForAll @IntRange(max = 3000) int horizon,
            @ForAll @DoubleRange(min = 1e-5, max = 1) @Scale(5) double delta) {
        BgBb model = known.model;
        double up = model.discountedExpectedLifetime(0, 0, 0, delta, horizon);
        double there = model.discountedExpectedLifetime(0, 0, 0, delta, horizon)
                - (horizon == 0 ? 0 : model.discountedExpectedLifetime(0, 0, 0, delta, horizon - 1));
        double beyond = BgBb.of(1, 1, known.gamma, known.delta + horizon).discountedExpectedLifetime(0, 0, 0, delta);
        double forEver = model.discountedExpectedLifetime(0, 0, 0, delta);
        assertThat(up + (horizon == 0 ? 1 : there) * beyond).isCloseTo(forEver, relative(1e-9, forEver));
    }

    @Property
    void whatIsSeenAlongTheWayDoesNotMatterToWhatIsExpectedAtItsBeginning(
            @ForAll("known") Known known, @ForAll @IntRange(min = 1, max = 60) int horizon) {
        // E[next] = P(buys) E[after a purchase] + P(does not) E[after none]
        BgBb model = known.model;
        double age = known.age + 1;
        double buys = model.probabilityOfCount(known.x, known.tx, known.age, 1, 1);
        double afterPurchase = 1 + model.expectedTransactions(known.x + 1, age, age, horizon);
        double afterNone = model.expectedTransactions(known.x, known.tx, age, horizon);
        double expected = model.expectedTransactions(known.x, known.tx, known.age, horizon + 1);
        assertThat(buys * afterPurchase + (1 - buys) * afterNone).isCloseTo(expected, relative(1e-11, expected));
        // and the same of the likelihood
        double history = model.logLikelihood(known.x, known.tx, known.age);
        assertThat(model.logLikelihood(known.x + 1, age, age)).isCloseTo(history + Math.log(buys), within(1e-10));
        assertThat(Math.exp(model.logLikelihood(known.x, known.tx, age) - history))
                .isCloseTo(1 - buys, within(1e-11));
    }

    @Property
    void beingThereNextIsLessLikelyThanNow(@ForAll("known") Known known) {
        double now = known.model.probabilityAlive(known.x, known.tx, known.age);
        double next = known.model.probabilityAliveAtNextOpportunity(known.x, known.tx, known.age);
        assertThat(now).isBetween(0.0, 1.0);
        assertThat(next).isLessThan(now + 1e-300);
        double lifetime = known.model.discountedExpectedLifetime(known.x, known.tx, known.age, 0, 1);
        assertThat(lifetime).isCloseTo(next, relative(1e-13, next));
        double never = known.model.probabilityOfNoFurtherPurchase(known.x, known.tx, known.age);
        assertThat(never).isBetween(1 - next - 1e-15, 1.0);
    }
}
