package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.numerics.RandomStream;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every future drawn, under any model and of any history. */
class FutureLawsTest {

    /** A model and a history it can make. */
    record Known(TransactionModel model, int x, double tx, double age) {
        double[] simulate(long seed, double horizon) {
            return model.simulate(seed, 3, x, tx, age, horizon);
        }
    }

    private static TransactionModel model(int which, double[] p) {
        return switch (which) {
            case 0 -> Nbd.of(p[0], 10 * p[1]);
            case 1 -> BgNbd.of(p[0], 10 * p[1], p[2], p[3]);
            case 2 -> MbgNbd.of(p[0], 10 * p[1], p[2], p[3]);
            case 3 -> ParetoNbd.of(p[0], 10 * p[1], p[2], 10 * p[3]);
            case 4 -> GGompertzNbd.of(p[0], 10 * p[1], 0.1 * p[4], p[2], 10 * p[3]);
            default -> BgBb.of(p[0], p[1], p[2], p[3]);
        };
    }

    @Provide
    Arbitrary<Known> known() {
        Arbitrary<double[]> parameters = Arbitraries.doubles()
                .between(-3, 3)
                .map(Math::exp)
                .array(double[].class)
                .ofSize(5);
        Arbitrary<Double> share = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        parameters,
                        Arbitraries.integers().between(0, 60),
                        share,
                        share)
                .as((which, p, age, late, often) -> {
                    int tx = (int) Math.round(late * age);
                    int x = tx == 0 ? 0 : Math.max(1, (int) Math.round(often * tx));
                    return new Known(model(which, p), x, tx, age);
                })
                .withoutEdgeCases();
    }

    @Property
    void purchasesFollowEachOtherWithinStayAndHorizon(
            @ForAll("known") Known known, @ForAll long seed, @ForAll @IntRange(max = 60) int horizon) {
        PurchaseTimes times = new PurchaseTimes();
        times.add(-1);
        double alive = known.model.probabilityAlive(known.x, known.tx, known.age);
        RandomStream random = FutureDraws.stream(seed, 3, known.age);
        double stay = FutureDraws.of(known.model).draw(random, known.x, known.tx, known.age, alive, horizon, times);
        assertThat(stay).isBetween(0.0, (double) horizon);
        double before = 0;
        for (int i = 0; i < times.size(); i++) {
            assertThat(times.get(i)).isGreaterThan(before).isLessThanOrEqualTo(stay);
            before = times.get(i);
        }
        assertThat(known.simulate(seed, horizon)).isEqualTo(times.toArray());
    }

    @Property
    void aShorterHorizonIsTheBeginningOfALongerOne(
            @ForAll("known") Known known, @ForAll long seed, @ForAll @IntRange(max = 60) int horizon) {
        double[] longer = known.simulate(seed, 60);
        assertThat(known.simulate(seed, horizon))
                .isEqualTo(Arrays.stream(longer).filter(time -> time <= horizon).toArray());
        assertThat(known.simulate(seed, 60)).isEqualTo(longer);
    }

    @Property
    void whoHasLeftBuysNoMore(@ForAll("known") Known known, @ForAll long seed) {
        PurchaseTimes times = new PurchaseTimes();
        double stay =
                FutureDraws.of(known.model).draw(RandomStream.of(seed, 1), known.x, known.tx, known.age, 0, 1e6, times);
        assertThat(stay).isZero();
        assertThat(times.size()).isZero();
    }

    @Property
    void aNewcomerHasNoHistory(@ForAll("known") Known known, @ForAll long seed, @ForAll @IntRange(max = 60) int age) {
        assertThat(known.model.simulate(seed, 3, age)).isEqualTo(known.model.simulate(seed, 3, 0, 0, 0, age));
    }
}
