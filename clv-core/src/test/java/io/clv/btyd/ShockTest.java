package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ShockTest {

    private static final List<ConjugateModel> MODELS = List.of(
            BgNbd.of(0.243, 4.414, 0.793, 2.426),
            MbgNbd.of(0.525, 6.183, 0.891, 1.614),
            ParetoNbd.of(0.553, 10.578, 0.606, 11.669),
            GGompertzNbd.of(0.553, 10.578, 0.02, 0.603, 2.6),
            Nbd.of(0.385, 12.072),
            BgBb.of(1.204, 0.750, 0.657, 2.783));

    private static Offset<Double> near(double value) {
        return within(1e-10 * Math.max(1e-3, Math.abs(value)));
    }

    /** What lies ahead of a customer is a newcomer's future at updated parameters: with no shock, his own. */
    @Property(tries = 100)
    void noShockIsTheModelItself(
            @ForAll @IntRange(min = 0, max = 20) int x,
            @ForAll @IntRange(min = 0, max = 30) int silence,
            @ForAll @IntRange(min = 1, max = 60) int ahead,
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double delta) {
        int last = x == 0 ? 0 : x + 3;
        int age = last + silence;
        for (ConjugateModel model : MODELS) {
            ShockedModel same = new ShockedModel(model, Shock.none());
            double expected = model.expectedTransactions(x, last, age, ahead);
            assertThat(same.expectedTransactions(x, last, age, ahead)).isCloseTo(expected, near(expected));
            double dert = model.discountedExpectedTransactions(x, last, age, delta);
            assertThat(same.discountedExpectedTransactions(x, last, age, delta)).isCloseTo(dert, near(dert));
            double life = model.discountedExpectedLifetime(x, last, age, delta, ahead);
            assertThat(same.discountedExpectedLifetime(x, last, age, delta, ahead))
                    .isCloseTo(life, near(life));
            double none = model.probabilityOfCount(x, last, age, 1, ahead);
            assertThat(same.probabilityOfCount(x, last, age, 1, ahead)).isCloseTo(none, near(none));
            assertThat(same.probabilityAlive(x, last, age)).isEqualTo(model.probabilityAlive(x, last, age));
            assertThat(same.logLikelihood(x, last, age)).isEqualTo(model.logLikelihood(x, last, age));
        }
    }

    @Property(tries = 50)
    void theMoreLeaveTheFewerBuy(
            @ForAll @IntRange(min = 0, max = 10) int x, @ForAll @DoubleRange(min = 1.1, max = 10) double times) {
        int last = x == 0 ? 0 : x + 3;
        for (ConjugateModel model : MODELS) {
            double before = model.expectedTransactions(x, last, last + 5, 52);
            double after = Shock.leavingTimes(times).on(model).expectedTransactions(x, last, last + 5, 52);
            if (model instanceof Nbd) {
                assertThat(after).isCloseTo(before, near(before));
            } else {
                assertThat(after).isLessThan(before);
            }
            assertThat(Shock.buyingTimes(times).on(model).expectedTransactions(x, last, last + 5, 52))
                    .isGreaterThan(before);
        }
    }

    @Test
    void paretoByHand() {
        ParetoNbd model = ParetoNbd.of(0.5, 10, 2, 10);
        double alive = model.probabilityAlive(2, 15, 20);
        // (r + x) / (alpha + T) B / (s - 1) (1 - (B / (B + t))^(s - 1)), B = (beta + T) / k:
        // 2.5 / 30 x 30 x (1 - 30/40) = .625 as it is, 2.5 / 30 x 15 x (1 - 15/25) = .5 at twice the hazard
        assertThat(model.expectedTransactions(2, 15, 20, 10)).isCloseTo(alive * 0.625, within(1e-12));
        TransactionModel shocked = Shock.leavingTimes(2).on(model);
        assertThat(shocked.expectedTransactions(2, 15, 20, 10)).isCloseTo(alive * 0.5, within(1e-12));
        // At three times the rate, three times as many.
        assertThat(Shock.leavingTimes(2).and(Shock.buyingTimes(3)).on(model).expectedTransactions(2, 15, 20, 10))
                .isCloseTo(alive * 1.5, within(1e-12));
        assertThat(shocked).isNotEqualTo(model);
    }

    @Test
    void drawsFollowTheExpectation() {
        TransactionModel shocked = Shock.leavingTimes(2).on(BgNbd.of(0.9, 4, 0.8, 2.4));
        int draws = 20_000;
        long purchases = 0;
        for (int draw = 0; draw < draws; draw++) {
            purchases += shocked.simulate(7, draw, 3, 20, 24, 52).length;
        }
        double expected = shocked.expectedTransactions(3, 20, 24, 52);
        assertThat((double) purchases / draws).isCloseTo(expected, within(0.05 * expected));
    }

    @Test
    void inWordsAndRefused() {
        assertThat(Shock.none()).hasToString("no shock");
        assertThat(Shock.leavingTimes(2).and(Shock.buyingTimes(0.5)))
                .hasToString("that from now on customers leave 2.0 times as readily and buy 0.5 times as often");
        assertThatThrownBy(() -> Shock.leavingTimes(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shock of leaving must be times a finite number above 0, but was times 0.0");
        assertThat(Shock.spendingTimes(2).on(MODELS.get(0))).isSameAs(MODELS.get(0));
    }
}
