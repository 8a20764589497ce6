package io.clv.ledger;

import static io.clv.ledger.Logs.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.task.Parallelism;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Money TEN = Money.of(10, "USD");

    @Test
    void tellsItsExtent() {
        Ledger ledger = Ledger.builder(USD)
                .add("b", DAY.plusDays(2), TEN)
                .add(new Transaction("a", DAY, TEN))
                .add("b", (int) DAY.toEpochDay() + 1, -250)
                .build();
        assertThat(ledger.size()).isEqualTo(3);
        assertThat(ledger.isEmpty()).isFalse();
        assertThat(ledger.currency()).isEqualTo(USD);
        assertThat(ledger.firstDate()).contains(DAY);
        assertThat(ledger.lastDate()).contains(DAY.plusDays(2));
        assertThat(ledger.total()).isEqualTo(Money.parse("USD 17.50"));
        assertThat(ledger).hasToString("3 transactions in USD, 2024-03-01 to 2024-03-03");
    }

    @Test
    void anEmptyLedgerIsUsable() {
        Ledger ledger = Ledger.of(USD, List.of());
        assertThat(ledger.isEmpty()).isTrue();
        assertThat(ledger.firstDate()).isEmpty();
        assertThat(ledger.lastDate()).isEmpty();
        assertThat(ledger.total()).isEqualTo(Money.zero(USD));
        assertThat(ledger).hasToString("no transactions in USD");
        CustomerTable table = ledger.summarize(DAY);
        assertThat(table.rows()).isEmpty();
        assertThat(table.gaps()).isEmpty();
        assertThat(table.total()).isEqualTo(Money.zero(USD));
        assertThat(table.exclusions().isEmpty()).isTrue();
    }

    @Test
    void aBuilderGoesOnAfterItsLedgers() {
        Ledger.Builder builder = Ledger.builder(USD).add("a", DAY, TEN);
        Ledger one = builder.build();
        Ledger two = builder.add("b", DAY, TEN).build();
        assertThat(builder.size()).isEqualTo(2);
        assertThat(one.size()).isEqualTo(1);
        assertThat(one.summarize(DAY).rows()).hasSize(1);
        assertThat(two.summarize(DAY).rows()).hasSize(2);
    }

    @Test
    void columnsAreCopied() {
        long[] ids = {7, 7};
        int[] days = {100, 101};
        long[] minor = {1, 2};
        Ledger ledger = Ledger.ofColumns(USD, ids, days, minor);
        days[0] = 0;
        minor[0] = 0;
        ids[0] = 0;
        assertThat(ledger.summarize(LocalDate.ofEpochDay(200)).rows())
                .containsExactly(new Customer("7", 1, 1 / 7.0, 100 / 7.0, 0.02, Money.ofMinor(3, USD)));
    }

    @Test
    void idsMayBeGivenOnceAndInTheRowsByTheirPlaces() {
        int[] days = {100, 101, 102, 103};
        long[] minor = {1, 2, 3, 4};
        for (String suffix : List.of("", ", who has a long name", "😀")) {
            String[] ids = {"b" + suffix, "nobody" + suffix, "a" + suffix, "b" + suffix};
            int[] places = {0, 2, 3, 2};
            String[] column = {ids[0], ids[2], ids[3], ids[2]};

            Ledger ledger = Ledger.ofUnsafe(USD, ids, places, days, minor, Parallelism.sequential());

            CustomerTable table = ledger.summarize(LocalDate.ofEpochDay(200));
            assertThat(table.rows()).extracting(Customer::id).containsExactly("a" + suffix, "b" + suffix);
            assertThat(table.rows())
                    .isEqualTo(Ledger.ofColumns(USD, column, days, minor)
                            .summarize(LocalDate.ofEpochDay(200))
                            .rows());
            assertThat(table.indexOf("nobody" + suffix)).isEqualTo(-1);
        }
    }

    @Test
    void aPlaceMustBeAmongTheIds() {
        String[] ids = {"a", "b"};
        for (int place : new int[] {-1, 2}) {
            assertThatThrownBy(() ->
                            Ledger.ofUnsafe(USD, ids, new int[] {0, place}, new int[2], new long[2], Parallelism.of(2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("place of row 2 must be from 0 to 1, the ids there are, but was " + place);
        }
        assertThatThrownBy(
                        () -> Ledger.ofUnsafe(USD, ids, new int[1], new int[2], new long[2], Parallelism.sequential()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns must be of one length, but ids had 1, epochDays 2 and minorUnits 2 rows");
    }

    @Test
    void numbersStandByValueAndTextByCodePoint() {
        int[] days = new int[4];
        long[] minor = new long[4];
        LocalDate end = LocalDate.ofEpochDay(0);
        CustomerTable numbers = Ledger.ofColumns(USD, new long[] {10, -3, 9, Long.MIN_VALUE}, days, minor)
                .summarize(end);
        assertThat(numbers.rows()).extracting(Customer::id).containsExactly("-9223372036854775808", "-3", "9", "10");
        assertThat(numbers.indexOf("9")).isEqualTo(2);
        assertThat(numbers.indexOf("09")).isEqualTo(-1);
        assertThat(numbers.indexOf("+9")).isEqualTo(-1);
        assertThat(numbers.indexOf("8")).isEqualTo(-1);
        assertThat(numbers.indexOf("nine")).isEqualTo(-1);
        CustomerTable texts = Ledger.ofColumns(USD, new String[] {"😀", "9", "\uFFFD", "10"}, days, minor)
                .summarize(end);
        assertThat(texts.rows()).extracting(Customer::id).containsExactly("10", "9", "\uFFFD", "😀");
        assertThat(texts.indexOf("9")).isEqualTo(1);
        assertThat(texts.indexOf("11")).isEqualTo(-1);
    }

    @Test
    void manyCustomersKeepTheirRows() {
        int customers = 100_000;
        long[] ids = new long[2 * customers];
        int[] days = new int[ids.length];
        long[] minor = new long[ids.length];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = (row % customers) * 0x9E3779B97F4A7C15L;
            days[row] = row / customers;
            minor[row] = row % customers;
        }
        Ledger ledger = Ledger.ofColumns(USD, ids, days, minor);
        CustomerTable table = ledger.summarize(LocalDate.ofEpochDay(1));
        assertThat(table.exclusions().isEmpty()).isTrue();
        assertThat(table.size()).isEqualTo(customers);
        for (int customer = 0; customer < customers; customer++) {
            int row = table.indexOf(Long.toString(customer * 0x9E3779B97F4A7C15L));
            assertThat(table.totalMinorUnits(row)).isEqualTo(2L * customer);
            assertThat(table.frequency(row)).isEqualTo(1);
        }
    }

    @Test
    void blankCustomersAreRefused() {
        assertThatThrownBy(() -> new Transaction(" ", DAY, TEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer must not be blank, but was ' '");
        assertThatThrownBy(() -> Ledger.builder(USD).add("a", DAY, TEN).add("", DAY, TEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer of row 2 must not be blank, but was ''");
        assertThatThrownBy(() -> Ledger.ofColumns(USD, new String[] {"\t"}, new int[1], new long[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer of row 1 must not be blank, but was '\t'");
    }

    @Test
    void otherCurrenciesAreRefused() {
        assertThatThrownBy(() -> Ledger.builder(USD).add("a", DAY, TEN).add("b", DAY, Money.of(1, "EUR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("amount must be in USD, the ledger's currency, but row 2, customer 'b', has EUR 1.00");
        assertThatThrownBy(() -> Ledger.builder(Currency.getInstance("XAU")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currency XAU has no minor digits in ISO 4217 and cannot hold money");
    }

    @Test
    void columnsOfDifferentLengthsAreRefused() {
        String message = "columns must be of one length, but ids had 2, epochDays 2 and minorUnits 1 rows";
        assertThatThrownBy(() -> Ledger.ofColumns(USD, new long[2], new int[2], new long[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Ledger.ofColumns(USD, new String[] {"a", "b"}, new int[2], new long[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void datesBeyondTheColumnAreRefused() {
        LocalDate last = LocalDate.ofEpochDay(Integer.MAX_VALUE);
        assertThat(new Transaction("a", last, TEN).date()).isEqualTo(last);
        assertThatThrownBy(() -> new Transaction("a", last.plusDays(1), TEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("date must be from -5877641-06-23 to +5881580-07-11, but was +5881580-07-12");
        assertThatThrownBy(() -> Ledger.builder(USD).add("a", LocalDate.MIN, TEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("date must be from -5877641-06-23 to +5881580-07-11, but was -999999999-01-01");
        assertThatThrownBy(() -> Ledger.of(USD, List.of()).summarize(LocalDate.MAX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("observedThrough must be from -5877641-06-23 to +5881580-07-11, but was +999999999-12-31");
    }

    @Test
    void theFirstAndTheLastDayThereAreMakeTheLongestAge() {
        Ledger ledger =
                Ledger.ofColumns(USD, new long[2], new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE}, new long[] {1, 1});
        CustomerTable table =
                ledger.summarize(LocalDate.ofEpochDay(Integer.MAX_VALUE), LedgerOptions.collapse(ChronoUnit.DAYS));
        assertThat(table.age(0)).isEqualTo(4294967295.0).isEqualTo(table.recency(0));
        assertThat(table.gaps().orElseThrow().quantile(Ratio.ONE)).hasToString("4294967295 days");
    }

    @Test
    void aMomentIsDatedInItsZone() {
        Instant newYear = Instant.parse("2024-12-31T23:30:00Z");
        Transaction there = Transaction.at("a", newYear, ZoneId.of("Europe/Berlin"), TEN);
        assertThat(there.date()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(there).hasToString("customer 'a', 2025-01-01, USD 10.00");
    }

    @Test
    void aTotalBeyondMoneyIsRefusedOnlyWhenAskedFor() {
        Ledger ledger =
                Ledger.ofColumns(USD, new long[] {1, 2, 1}, new int[3], new long[] {Long.MAX_VALUE, Long.MAX_VALUE, 0});
        CustomerTable table = ledger.summarize(LocalDate.ofEpochDay(0));
        assertThat(table.total(0).minorUnits()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(ledger::total)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the total of the ledger is USD 184467440737095516.14, beyond the range of USD money");
        assertThatThrownBy(table::total)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the total of the table is USD 184467440737095516.14, beyond the range of USD money");
        assertThat(table)
                .hasToString("2 customers with 0 repeat purchases, observed through 1970-01-01, time in weeks");
    }

    @Test
    void aCustomersTotalIsJudgedOnItsFinalValue() {
        long max = Long.MAX_VALUE;
        LedgerOptions net = LedgerOptions.defaults().refunds(RefundPolicy.NET);
        LocalDate end = LocalDate.ofEpochDay(10);
        CustomerTable table = Ledger.ofColumns(USD, new long[4], new int[4], new long[] {max, max, -max, -max})
                .summarize(end, net);
        assertThat(table.total()).isEqualTo(Money.zero(USD));
        assertThatThrownBy(() -> Ledger.ofColumns(USD, new String[] {"a", "b", "b"}, new int[3], new long[] {1, max, 1})
                        .summarize(end))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the total of customer 'b' is USD 92233720368547758.08, beyond the range of USD money");
        assertThatThrownBy(() -> Ledger.ofColumns(
                                USD, new long[] {5, 5, 5, 5}, new int[] {0, 1, 2, 3}, new long[] {-max, 0, max, max})
                        .summarize(end, net))
                .as("the first period's total takes the refund, the repeats are beyond")
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the total of the repeat purchases of customer '5' is USD 184467440737095516.14,"
                        + " beyond the range of USD money");
    }

    @Test
    void sumsOfWhatIsLeftOutAreJudgedToo() {
        long[] ids = {1, 2, 3};
        long[] minor = {Long.MIN_VALUE, -1, 0};
        Ledger ledger = Ledger.ofColumns(USD, ids, new int[3], minor);
        LocalDate end = LocalDate.ofEpochDay(0);
        assertThatThrownBy(() -> ledger.summarize(end, LedgerOptions.defaults().refunds(RefundPolicy.IGNORE)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the sum of the refunds left out is USD -92233720368547758.09,"
                        + " beyond the range of USD money");
        assertThatThrownBy(() -> ledger.summarize(end, LedgerOptions.defaults().refunds(RefundPolicy.NET)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the total of the customers without a purchase is USD -92233720368547758.09,"
                        + " beyond the range of USD money");
    }
}
