package io.clv.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.Ledger;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationTest {

    private static final LocalDate MIDDLE = LocalDate.of(2025, 6, 30);

    /** Before the middle a brings 10, b 20, c 30; after it a 100 and d, who is new, 5. */
    private static final Ledger LOG = Ledger.builder(Money.currency("USD"))
            .add("a", LocalDate.of(2025, 1, 1), Money.of(10, "USD"))
            .add("b", LocalDate.of(2025, 2, 1), Money.of(20, "USD"))
            .add("c", LocalDate.of(2025, 3, 1), Money.of(30, "USD"))
            .add("a", LocalDate.of(2025, 9, 1), Money.of(100, "USD"))
            .add("d", LocalDate.of(2025, 10, 1), Money.of(5, "USD"))
            .build();

    private static final CustomerTable BEFORE = LOG.summarize(MIDDLE);
    private static final CustomerTable AFTER = LOG.summarize(Base.END);
    private static final List<String> LABELS = List.of("low", "high");
    private static final Groups THEN = Groups.of(new int[] {0, 1, 1}, LABELS);
    private static final Groups NOW = Groups.of(new int[] {1, 0, 1, 0}, LABELS);

    private static Migration migration() {
        return Migration.of(CustomerAmounts.toDate(BEFORE), THEN, CustomerAmounts.between(BEFORE, AFTER), NOW);
    }

    @Test
    void customersMove() {
        Migration migration = migration();

        assertThat(migration.moved(0, 1)).isEqualTo(1);
        assertThat(migration.moved(0, 0)).isZero();
        assertThat(migration.moved(1, 0)).isEqualTo(1);
        assertThat(migration.moved(1, 1)).isEqualTo(1);
        assertThat(migration.newcomers(0)).isEqualTo(1);
        assertThat(migration.newcomers(1)).isZero();
        assertThat(migration.valueOfNewcomers(0)).isEqualTo(Money.parse("USD 5.00"));
        assertThat(migration.missing(0)).isZero();
        assertThat(migration.stayed()).contains(1);
        assertThat(migration.rose()).contains(1);
        assertThat(migration.fell()).contains(1);
        assertThat(migration.then()).isEqualTo(THEN);
        assertThat(migration.now()).isEqualTo(NOW);
        assertThat(migration.expected()).isEmpty();
    }

    @Test
    void valueMovesWithThem() {
        Migration.Move up = migration().moves().get(1);

        assertThat(up.from()).isEqualTo("low");
        assertThat(up.to()).isEqualTo("high");
        assertThat(up.customers()).isEqualTo(1);
        assertThat(up.share().value()).isEqualTo(1);
        assertThat(up.before()).isEqualTo(Money.parse("USD 10.00"));
        assertThat(up.after()).isEqualTo(Money.parse("USD 100.00"));
        assertThat(up.expected()).isEmpty();
        assertThat(up.surprise()).isEmpty();
    }

    @Test
    void whoIsNotInTheLaterTableIsMissing() {
        CustomerTable other = Ledger.builder(Money.currency("USD"))
                .add("a", LocalDate.of(2025, 9, 1), Money.of(1, "USD"))
                .build()
                .summarize(Base.END);
        Migration migration = Migration.of(
                CustomerAmounts.toDate(BEFORE),
                THEN,
                CustomerAmounts.toDate(other),
                Groups.of(new int[] {0}, List.of("some")));

        assertThat(migration.missing(1)).isEqualTo(2);
        assertThat(migration.stayed()).isEmpty();
        assertThat(migration.explain()).isEqualTo("""
                from 2025-06-30 to 2025-12-31
                high, 2 customers: 2 missing
                low, 1 customer: 1 some
                """);
    }

    /** In three draws 1, 1 and 0 of the two who were high are low. */
    @Test
    void movesBesideThoseToBeExpected() {
        ExpectedMoves expected = new ExpectedMoves(
                THEN, LABELS, new long[][] {{3, 0}, {2, 4}}, new double[][] {{3, 0}, {2, 6}}, 3, "in a test");
        Migration migration = migration().beside(expected);

        assertThat(expected.mean(1, 0)).isEqualTo(2.0 / 3);
        // The variance of 1, 1, 0 is 1/3.
        assertThat(expected.standardDeviation(1, 0)).isCloseTo(Math.sqrt(1.0 / 3), within(1e-15));
        assertThat(migration.moves().get(2).expected()).hasValue(2.0 / 3);
        assertThat(migration.moves().get(2).surprise().orElseThrow()).isCloseTo(1 / Math.sqrt(3), within(1e-15));
        assertThat(migration.moves().get(0).surprise()).isEmpty();
        assertThat(migration.expected()).containsSame(expected);
        assertThat(expected).hasToString("moves of 3 customers expected in a test");
        assertThat(migration.explain()).isEqualTo("""
                from 2025-06-30 to 2025-12-31: 1 of 3 customers stayed, 1 rose, 1 fell
                high, 2 customers: 1 high (1.3 expected), 1 low (0.7 expected)
                low, 1 customer: 1 high (0.0 expected), 0 low (1.0 expected)
                1 newcomer: 1 low
                expected in a test
                no move is beyond chance
                """);
    }

    @Test
    void movesBeyondChanceAreNamed() {
        // Always a half, as if drawn a hundred times with 1 and 0 in turn, less what would make it rare.
        ExpectedMoves expected = new ExpectedMoves(
                THEN, LABELS, new long[][] {{99, 1}, {0, 200}}, new double[][] {{99, 1}, {0, 400}}, 100, "in a test");

        assertThat(migration().beside(expected).explain())
                .endsWith("beyond chance (more than 3 standard deviations off), so that customers or their times have"
                        + " changed, or the model does not fit: fewer still low, more from low to high\n");
    }

    @Test
    void amountsBetweenTwoDates() {
        CustomerAmounts between = CustomerAmounts.between(BEFORE, AFTER);

        assertThat(new double[] {between.amount(0), between.amount(1), between.amount(2), between.amount(3)})
                .containsExactly(100, 0, 0, 5);
        assertThat(between).hasToString("USD 105.00, revenue after 2025-06-30 through 2025-12-31, of 4 customers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerAmounts.between(AFTER, BEFORE))
                .withMessage(
                        "the earlier table must be observed through a date before 2025-06-30, that of the later, but"
                                + " was through 2025-12-31");
    }

    @Test
    void amountsOfAHoldOut() {
        CustomerAmounts heldOut = CustomerAmounts.heldOut(LOG.split(MIDDLE, Base.END, BEFORE.options()));

        assertThat(heldOut.size()).isEqualTo(3);
        assertThat(heldOut.amount(0)).isEqualTo(100);
        assertThat(heldOut.what()).isEqualTo("revenue after 2025-06-30 through 2025-12-31");
    }

    @Test
    void refusesAmountsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerAmounts.of("profit", BEFORE, new double[2]))
                .withMessage("profit must have one amount for each of the 3 customers, but had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerAmounts.of("profit", BEFORE, new double[] {1, Double.NaN, 3}))
                .withMessage("profit of customer b must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerAmounts.of(" ", BEFORE, new double[3]))
                .withMessage("what the amounts are must be said, but was blank");
    }

    @Test
    void refusesDatesAndSegmentsThatDoNotFit() {
        CustomerAmounts before = CustomerAmounts.toDate(BEFORE);
        CustomerAmounts after = CustomerAmounts.toDate(AFTER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migration.of(after, NOW, before, THEN))
                .withMessage("the earlier date must be before the later, 2025-06-30, but was 2025-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migration.of(before, NOW, after, NOW))
                .withMessage("segments at the earlier date must have a row for each of the 3 customers, but had 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migration.of(before, THEN, after, THEN))
                .withMessage("segments at the later date must have a row for each of the 4 customers, but had 3");
        ExpectedMoves ofOthers = new ExpectedMoves(
                Groups.of(new int[3], List.of("one")), LABELS, new long[][] {{3, 3}}, new double[][] {{3, 3}}, 2, "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> migration().beside(ofOthers))
                .withMessage(
                        "expected moves must be of the same segments of the same customers, but were from 3 rows: one"
                                + " 3 to [low, high]");
    }
}
