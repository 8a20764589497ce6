package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.task.Parallelism;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextPurchasesTest {

    private static final List<TransactionModel> MODELS = List.of(
            BgNbd.of(0.243, 4.414, 0.793, 2.426),
            MbgNbd.of(0.525, 6.183, 0.891, 1.614),
            ParetoNbd.of(0.553, 10.578, 0.606, 11.669),
            Nbd.of(0.385, 12.072),
            GGompertzNbd.of(0.55, 10.6, 0.01, 0.6, 12));

    private static final Histories HISTORIES = Histories.of(
            new double[] {0, 2, 2, 7, 0, 2},
            new double[] {0, 30.5, 10, 35, 0, 10},
            new double[] {38.9, 38.9, 38.9, 36, 2, 38.9},
            ChronoUnit.WEEKS);

    @Test
    void timesAreThoseOfTheScalarCalls() {
        for (TransactionModel model : MODELS) {
            NextPurchases next = NextPurchases.within(model, HISTORIES, 52, Parallelism.of(2));
            double[] median = next.times(0.5);
            for (int row = 0; row < HISTORIES.size(); row++) {
                int x = HISTORIES.x(row);
                double last = HISTORIES.last(row);
                double age = HISTORIES.age(row);
                double chance = model.probabilityOfPurchase(x, last, age, 52);
                assertThat(next.chance(row)).isEqualTo(chance);
                assertThat(median[row])
                        .as(model + " at row " + row)
                        .isCloseTo(
                                model.timeToNextPurchase(x, last, age, 0.5 * chance)
                                        .orElseThrow(),
                                within(1e-9));
                assertThat(model.probabilityOfPurchase(x, last, age, median[row]))
                        .isCloseTo(0.5 * chance, within(1e-12));
            }
        }
    }

    @Test
    void opportunitiesAreWhole() {
        BgBb model = BgBb.of(1.204, 0.750, 0.657, 2.783);
        Histories donors =
                Histories.of(new double[] {0, 2, 6}, new double[] {0, 4, 6}, new double[] {6, 6, 6}, ChronoUnit.YEARS);
        double[] times =
                NextPurchases.within(model, donors, 5, Parallelism.sequential()).times(0.5);
        assertThat(times).containsExactly(2, 2, 1);
    }

    @Test
    void whenTheLastPurchaseWasChangesTheChanceAndNotTheTime() {
        NextPurchases next = NextPurchases.within(MODELS.get(2), HISTORIES, 52, Parallelism.sequential());
        assertThat(next.chance(1)).isGreaterThan(next.chance(2));
        assertThat(next.times(0.9)[1]).isEqualTo(next.times(0.9)[2]);
    }

    @Test
    void eachCustomerMayHaveAModelOfHisOwn() {
        NextPurchases next = NextPurchases.within(row -> MODELS.get(row % 2), HISTORIES, 52, Parallelism.sequential());
        NextPurchases first = NextPurchases.within(MODELS.get(0), HISTORIES, 52, Parallelism.sequential());
        NextPurchases second = NextPurchases.within(MODELS.get(1), HISTORIES, 52, Parallelism.sequential());
        for (int row = 0; row < next.size(); row++) {
            assertThat(next.times(0.3)[row]).isEqualTo((row % 2 == 0 ? first : second).times(0.3)[row]);
            assertThat(next.chance(row)).isEqualTo((row % 2 == 0 ? first : second).chance(row));
        }
    }

    @Test
    void nobodyIsExpectedInAnEmptyBase() {
        Histories none = Histories.of(new double[0], new double[0], new double[0], ChronoUnit.WEEKS);
        assertThat(NextPurchases.within(MODELS.get(0), none, 52, Parallelism.sequential())
                        .times(0.5))
                .isEmpty();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NextPurchases.within(MODELS.get(0), HISTORIES, 0, Parallelism.sequential()))
                .withMessage("horizon must be finite and above 0, but was 0.0");
        NextPurchases next = NextPurchases.within(MODELS.get(0), HISTORIES, 52, Parallelism.sequential());
        assertThat(next.horizon()).isEqualTo(52);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> next.times(1))
                .withMessage("share must be above 0 and below 1, but was 1.0");
    }
}
