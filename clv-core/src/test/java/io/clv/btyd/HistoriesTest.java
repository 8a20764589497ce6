package io.clv.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.quantity.Money;
import io.clv.task.Parallelism;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class HistoriesTest {

    private static final BgNbd MODEL = BgNbd.of(0.243, 4.414, 0.793, 2.426);

    private static Histories four() {
        return Histories.of(
                new double[] {2, 0, 2, 0},
                new double[] {30.43, 0, 30.43, -0.0},
                new double[] {38.86, 10, 38.86, 10},
                ChronoUnit.WEEKS);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void columnsAreKept() {
        Histories histories = four();

        assertThat(histories.size()).isEqualTo(4);
        assertThat(histories.unit()).isEqualTo(ChronoUnit.WEEKS);
        assertThat(histories.x(2)).isEqualTo(2);
        assertThat(histories.last(2)).isEqualTo(30.43);
        assertThat(histories.last(3)).isEqualTo(0.0);
        assertThat(histories.age(1)).isEqualTo(10);
        assertThat(histories.id(3)).isEqualTo("4");
        assertThat(histories).hasToString("4 histories in weeks");
        assertThatThrownBy(() -> histories.x(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void columnsAreCopied() {
        double[] age = {10};
        Histories histories = Histories.of(new double[1], new double[1], age, ChronoUnit.DAYS);
        age[0] = 11;

        assertThat(histories.age(0)).isEqualTo(10);
    }

    @Test
    void aTableHasItsIdsAndUnit() {
        CustomerTable customers = Ledger.builder(Money.currency("USD"))
                .add("bob", LocalDate.of(2024, 1, 1), Money.parse("USD 5"))
                .add("bob", LocalDate.of(2024, 1, 15), Money.parse("USD 5"))
                .add("ann", LocalDate.of(2024, 1, 8), Money.parse("USD 5"))
                .build()
                .summarize(
                        LocalDate.of(2024, 1, 29),
                        LedgerOptions.collapse(ChronoUnit.DAYS).unit(ChronoUnit.WEEKS));
        Histories histories = Histories.of(customers);

        assertThat(histories.id(0)).isEqualTo("ann");
        assertThat(histories.id(1)).isEqualTo("bob");
        assertThat(histories.unit()).isEqualTo(ChronoUnit.WEEKS);
        assertThat(histories.map((x, last, age) -> 100 * x + 10 * last + age)).containsExactly(3, 124);
    }

    @Test
    void idsMayBeGiven() {
        assertThat(four().withIds(List.of("a", "b", "c", "d")).id(2)).isEqualTo("c");
        refused(
                () -> four().withIds(List.of("a", "b")),
                "there must be an id for each of the 4 rows, but there were 2");
    }

    @Test
    void badRowsAreNamed() {
        double[] one = {1};
        double[] two = {2};
        double[] half = {0.5};
        double[] none = {0};
        refused(
                () -> Histories.of(two, one, new double[2], ChronoUnit.DAYS),
                "columns must be of one length, but x had 1 rows, t_x 1 and T 2");
        refused(
                () -> Histories.of(half, one, two, ChronoUnit.DAYS),
                "row 1: x must be a whole number and not negative, but was 0.5");
        refused(
                () -> Histories.of(one, two, one, ChronoUnit.DAYS),
                "row 1: t_x must be between 0 and T (1.0), but was 2.0");
        refused(() -> Histories.of(none, one, two, ChronoUnit.DAYS), "row 1: t_x must be 0 where x is 0, but was 1.0");
        refused(
                () -> Histories.of(one, none, two, ChronoUnit.DAYS),
                "row 1: t_x must be above 0 where x is above 0 (1), but was 0.0");
        refused(
                () -> Histories.of(one, one, new double[] {Double.NaN}, ChronoUnit.DAYS),
                "row 1: T must be finite and not negative, but was NaN");
        refused(
                () -> Histories.of(new double[] {1e10}, one, two, ChronoUnit.DAYS),
                "row 1: x must be a whole number and not negative, but was 1.0E10");
    }

    @Test
    void equalHistoriesAreAskedForOnce() {
        AtomicInteger calls = new AtomicInteger();
        double[] alive = four().map((x, last, age) -> {
            calls.incrementAndGet();
            return MODEL.probabilityAlive(x, last, age);
        });

        assertThat(calls).hasValue(2);
        assertThat(alive[0]).isEqualTo(MODEL.probabilityAlive(2, 30.43, 38.86));
        assertThat(alive).containsExactly(alive[0], 1, alive[0], 1);
    }

    @Test
    void aRefusalNamesTheFirstCustomerOfThatHistory() {
        Histories named = four().withIds(List.of("a", "b", "c", "d"));

        refused(
                () -> named.map((x, last, age) -> MODEL.expectedTransactions(x, last, age, -1)),
                "customer a: horizon must be finite and not negative, but was -1.0");
        assertThatThrownBy(() -> named.map((x, last, age) -> {
                    if (x == 0) {
                        throw new ArithmeticException("too large");
                    }
                    return 1;
                }))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("customer b: too large");
    }

    @Test
    void threadsChangeNothing() {
        int rows = 3000;
        double[] x = IntStream.range(0, rows).mapToDouble(row -> row % 7).toArray();
        double[] last = IntStream.range(0, rows)
                .mapToDouble(row -> row % 7 == 0 ? 0 : 1 + row % 50 * 0.1)
                .toArray();
        double[] age =
                IntStream.range(0, rows).mapToDouble(row -> 10 + row % 2000).toArray();
        Histories histories = Histories.of(x, last, age, ChronoUnit.DAYS);
        double[] alone = histories.map(MODEL::probabilityAlive);

        for (int row = 0; row < rows; row++) {
            assertThat(alone[row]).isEqualTo(MODEL.probabilityAlive((int) x[row], last[row], age[row]));
        }
        assertThat(histories.map(MODEL::probabilityAlive, Parallelism.of(3))).isEqualTo(alone);
        assertThatThrownBy(() -> histories.map(
                        (count, tx, t) -> {
                            throw new IllegalArgumentException("no");
                        },
                        Parallelism.of(3)))
                .hasMessage("customer 1: no");
    }

    @Test
    void nobodyIsAnEmptyColumn() {
        Histories nobody = Histories.of(new double[0], new double[0], new double[0], ChronoUnit.DAYS);

        assertThat(nobody.map(MODEL::probabilityAlive)).isEmpty();
    }
}
