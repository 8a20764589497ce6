package io.clv.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.CalendarGrid;
import io.clv.task.Parallelism;
import io.clv.task.Progress;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every engine gives the plain engine's table, for logs long enough to be cut into ranges, and any number of threads.
 */
class EngineAgreementTest {

    private static final int ROWS = 150_000;
    private static final int DAYS = 730;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate END = FIRST.plusDays(DAYS);

    enum Ids {
        SEQUENCE,
        SPARSE,
        ZIPF,
        SCATTERED,
        CLUSTERS,
        EXTREMES,
        ONE
    }

    private static Log log(Ids ids, long seed, boolean refunds) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] keys = new long[ROWS];
        int[] days = new int[ROWS];
        long[] amounts = new long[ROWS];
        int first = (int) FIRST.toEpochDay();
        for (int i = 0; i < ROWS; i++) {
            keys[i] = key(ids, random);
            days[i] = first + random.nextInt(DAYS + 1);
            amounts[i] = random.nextInt(8) == 0 ? 0 : random.nextInt(refunds ? -4000 : 1, 10_000);
        }
        return new Log(Logs.USD, new KeyedRows(keys, days, amounts), Keys.NUMBERS);
    }

    private static long key(Ids ids, SplittableRandom random) {
        int customers = ROWS / 10;
        return switch (ids) {
            case SEQUENCE -> random.nextInt(customers);
            case SPARSE -> -1_000_000_000L + random.nextInt(customers) * 37L;
            case ZIPF -> (long) Math.exp(random.nextDouble() * Math.log(customers));
            case SCATTERED -> mix(random.nextInt(customers));
            case CLUSTERS -> (1L << (40 + random.nextInt(20))) + random.nextInt(customers / 20);
            case EXTREMES ->
                switch (random.nextInt(8)) {
                    case 0 -> Long.MIN_VALUE;
                    case 1 -> Long.MAX_VALUE;
                    default -> mix(random.nextInt(customers));
                };
            case ONE -> 42;
        };
    }

    private static long mix(long value) {
        long mixed = (value + 1) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 29);
    }

    private static void assertAgreement(Log log, LocalDate end, LedgerOptions options) {
        CustomerTable plain = PlainSummary.of(log.coded(), log.currency(), end, options).table;
        for (int threads : new int[] {1, 2, 8}) {
            CustomerTable table = Summary.of(log, end, options, Parallelism.of(threads), Progress.none());
            assertThat(table.equals(plain)).as("%s threads", threads).isTrue();
            assertThat(table.gaps()).isEqualTo(plain.gaps());
            assertThat(table.exclusions()).isEqualTo(plain.exclusions());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverTheIds(Ids ids) {
        assertAgreement(log(ids, 1, false), END, LedgerOptions.defaults());
    }

    @ParameterizedTest
    @EnumSource
    void withRefundsAndRowsAfterTheEnd(Ids ids) {
        Log log = log(ids, 2, true);
        LocalDate middle = FIRST.plusDays(DAYS / 2);
        for (RefundPolicy policy : EnumSet.complementOf(EnumSet.of(RefundPolicy.REJECT))) {
            assertAgreement(log, middle, LedgerOptions.defaults().refunds(policy));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onLongerPeriods(Ids ids) {
        Log log = log(ids, 3, false);
        assertAgreement(log, END, LedgerOptions.defaults().grid(CalendarGrid.months()));
        assertAgreement(log, FIRST.plusDays(100), LedgerOptions.collapse(ChronoUnit.WEEKS));
    }

    @ParameterizedTest
    @EnumSource
    void inOrderAndInReverse(Ids ids) {
        Log ordered = ordered(log(ids, 4, false));
        assertAgreement(ordered, END, LedgerOptions.defaults());
        assertAgreement(ordered, FIRST.plusDays(300), LedgerOptions.defaults());
        assertAgreement(
                ordered(log(ids, 5, true)),
                FIRST.plusDays(300),
                LedgerOptions.defaults().refunds(RefundPolicy.NET));
        assertAgreement(reversed(ordered), END, LedgerOptions.defaults());
    }

    private static Log ordered(Log log) {
        KeyedRows rows = log.rows();
        Integer[] order = new Integer[rows.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int byKey = Long.compare(rows.keys()[a], rows.keys()[b]);
            return byKey != 0 ? byKey : Integer.compare(rows.days()[a], rows.days()[b]);
        });
        return reordered(log, order);
    }

    private static Log reversed(Log log) {
        Integer[] order = new Integer[log.rows().size()];
        Arrays.setAll(order, i -> order.length - 1 - i);
        return reordered(log, order);
    }

    private static Log reordered(Log log, Integer[] order) {
        KeyedRows rows = log.rows();
        long[] keys = Arrays.stream(order).mapToLong(i -> rows.keys()[i]).toArray();
        int[] days = Arrays.stream(order).mapToInt(i -> rows.days()[i]).toArray();
        long[] amounts = Arrays.stream(order).mapToLong(i -> rows.amounts()[i]).toArray();
        return new Log(log.currency(), new KeyedRows(keys, days, amounts), log.keys());
    }

    @Test
    void allOnOneDayAndOfOneAmount() {
        Log log = log(Ids.SPARSE, 6, false);
        int[] days = new int[ROWS];
        Arrays.fill(days, (int) END.toEpochDay());
        long[] amounts = new long[ROWS];
        Arrays.fill(amounts, 700);
        Log flat = new Log(Logs.USD, new KeyedRows(log.rows().keys(), days, amounts), Keys.NUMBERS);
        assertAgreement(flat, END, LedgerOptions.defaults());
    }

    @Test
    void sumsThatOverflowOnTheWayOnly() {
        int rows = 40_000;
        long[] keys = new long[rows];
        int[] days = new int[rows];
        long[] amounts = new long[rows];
        for (int i = 0; i < rows; i++) {
            keys[i] = i % 3;
            days[i] = i % 5;
            amounts[i] = i % 6 < 3 ? 1L << 58 : -(1L << 58);
        }
        Log log = new Log(Logs.USD, new KeyedRows(keys, days, amounts), Keys.NUMBERS);
        assertAgreement(
                log, LocalDate.EPOCH.plusDays(9), LedgerOptions.defaults().refunds(RefundPolicy.NET));
    }

    @Test
    void sumsThatOverflowAreRefusedNamingTheCustomer() {
        long[] keys = new long[30_000];
        int[] days = new int[keys.length];
        long[] amounts = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = i % 1000;
            days[i] = i % 7;
            amounts[i] = keys[i] == 500 ? 1L << 59 : 5;
        }
        Ledger ledger = Ledger.ofUnsafe(Logs.USD, keys, days, amounts);
        assertThatThrownBy(() -> ledger.summarize(LocalDate.EPOCH.plusDays(9)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the total of customer '500' is USD 172938225691027046.40, beyond the range of USD money");
    }

    @Test
    void datesTooFarApartForTheFastEngines() {
        int[] days = {Integer.MIN_VALUE / 8, 0, Integer.MAX_VALUE / 8};
        Log log = new Log(Logs.USD, new KeyedRows(new long[] {1, 1, 1}, days, new long[] {1, 2, 3}), Keys.NUMBERS);
        assertAgreement(log, LocalDate.ofEpochDay(Integer.MAX_VALUE / 4), LedgerOptions.collapse(ChronoUnit.DAYS));
    }

    @Test
    void amountsTooFarApartToBePacked() {
        Log log = log(Ids.SCATTERED, 7, false);
        long[] amounts = log.rows().amounts().clone();
        amounts[77] = Long.MAX_VALUE / 2;
        Log far = new Log(Logs.USD, new KeyedRows(log.rows().keys(), log.rows().days(), amounts), Keys.NUMBERS);
        assertAgreement(far, END, LedgerOptions.defaults());
    }

    @Test
    void rowsAllAfterTheEnd() {
        assertAgreement(log(Ids.SPARSE, 8, false), FIRST.minusDays(1), LedgerOptions.defaults());
    }

    @Test
    void progressEndsAtAllRows() {
        assertProgress(log(Ids.SPARSE, 9, false));
        assertProgress(ordered(log(Ids.SPARSE, 9, false)));
    }

    private static void assertProgress(Log log) {
        AtomicLong most = new AtomicLong();
        Set<String> stages = new TreeSet<>();
        Summary.of(log, END, LedgerOptions.defaults(), Parallelism.of(2), (stage, done, total) -> {
            most.accumulateAndGet(done, Math::max);
            synchronized (stages) {
                stages.add(stage + " of " + total);
            }
        });
        assertThat(stages).containsExactly("summarizing of " + ROWS);
        assertThat(most).hasValue(ROWS);
    }
}
