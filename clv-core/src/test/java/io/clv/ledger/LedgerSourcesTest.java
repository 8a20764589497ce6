package io.clv.ledger;

import static io.clv.ledger.Logs.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.Money;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Every way to fill a ledger makes the same ledger. */
class LedgerSourcesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Transaction ROW = new Transaction("a", DAY, Money.of(10, "USD"));
    private static final Transaction EURO = new Transaction("a", DAY, Money.of(10, "EUR"));

    @Provide
    Arbitrary<List<SlowSummary.Row>> texts() {
        // Half of a surrogate pair is no UTF-8.
        return Logs.texts()
                .map(rows ->
                        rows.stream().filter(row -> !row.id().equals("\uD83D")).toList());
    }

    @Provide
    Arbitrary<List<SlowSummary.Row>> numbers() {
        return Logs.numbers();
    }

    @Provide
    Arbitrary<LedgerOptions> options() {
        return Logs.options();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                ZoneOffset.UTC,
                ZoneOffset.ofHoursMinutes(-3, -30),
                ZoneId.of("UTC"),
                ZoneId.of("Europe/Berlin"),
                ZoneId.of("America/New_York"),
                ZoneId.of("Pacific/Apia"),
                ZoneId.of("Asia/Kolkata"));
    }

    @Provide
    Arbitrary<long[]> moments() {
        Arbitrary<Long> usual = Arbitraries.longs().between(-2_000_000_000_000L, 4_000_000_000_000L);
        Arbitrary<Long> far = Arbitraries.longs().between(-180_000_000_000_000_000L, 180_000_000_000_000_000L);
        // The changes to and from summer time of 2024, and the day that Samoa left out.
        Arbitrary<Long> changes = Combinators.combine(
                        Arbitraries.of(1_711_846_800_000L, 1_729_990_800_000L, 1_325_239_200_000L),
                        Arbitraries.longs().between(-7_200_000, 7_200_000))
                .as(Long::sum);
        return Arbitraries.oneOf(
                        Arbitraries.oneOf(usual, changes).list().ofMaxSize(30),
                        Arbitraries.oneOf(usual, changes, far).list().ofMaxSize(30))
                .map(list -> list.stream().mapToLong(Long::longValue).toArray());
    }

    @Property
    void utf8MakesTheLedgerOfItsText(
            @ForAll("texts") List<SlowSummary.Row> rows, @ForAll("options") LedgerOptions options) {
        ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
        utf8.writeBytes(new byte[] {'?', '?'});
        int[] offsets = new int[rows.size() + 1];
        offsets[0] = 2;
        for (int row = 0; row < rows.size(); row++) {
            utf8.writeBytes(rows.get(row).id().getBytes(StandardCharsets.UTF_8));
            offsets[row + 1] = utf8.size();
        }
        Ledger ledger = Ledger.ofColumns(
                USD,
                utf8.toByteArray(),
                offsets,
                rows.stream().mapToInt(row -> (int) row.date().toEpochDay()).toArray(),
                rows.stream().mapToLong(SlowSummary.Row::minor).toArray());
        LocalDate end = LocalDate.of(1971, 6, 1);
        assertThat(ledger.summarize(end, options)).isEqualTo(Logs.ofTexts(rows).summarize(end, options));
    }

    @Property
    void numbersOneByOneMakeTheLedgerOfTheirColumn(
            @ForAll("numbers") List<SlowSummary.Row> rows, @ForAll("options") LedgerOptions options) {
        Ledger.Builder builder = Ledger.builder(USD);
        for (SlowSummary.Row row : rows) {
            builder.add(Long.parseLong(row.id()), row.date(), Money.ofMinor(row.minor(), USD));
        }
        assertThat(builder.size()).isEqualTo(rows.size());
        LocalDate end = LocalDate.of(1971, 6, 1);
        if (!rows.isEmpty()) {
            assertThat(builder.build().summarize(end, options))
                    .isEqualTo(Logs.ofNumbers(rows).summarize(end, options));
        }
    }

    @Property
    void momentsAreDatedAsTheCalendarOfTheZoneHasThem(
            @ForAll("moments") long[] epochMillis, @ForAll("zones") ZoneId zone) {
        int[] expected = Arrays.stream(epochMillis)
                .mapToInt(millis -> (int)
                        LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone).toEpochDay())
                .toArray();
        assertThat(Ledger.epochDays(epochMillis, zone)).isEqualTo(expected);
    }

    @Test
    void momentsBeyondTheDaysAreRefusedNamingTheRow() {
        assertThatThrownBy(() -> Ledger.epochDays(new long[] {0, Long.MAX_VALUE}, ZoneId.of("Europe/Berlin")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epochMillis of row 2 must be within -5877641-06-23 to +5881580-07-11 in Europe/Berlin,"
                        + " but was 9223372036854775807");
        assertThatThrownBy(() -> Ledger.epochDays(new long[] {Long.MIN_VALUE}, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epochMillis of row 1 must be within -5877641-06-23 to +5881580-07-11 in Z,"
                        + " but was -9223372036854775808");
        assertThat(Ledger.epochDays(new long[0], ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void manyRowsOneByOne() {
        int rows = 700_000;
        Ledger.Builder numbers = Ledger.builder(USD);
        Ledger.Builder texts = Ledger.builder(USD);
        for (int row = 0; row < rows; row++) {
            numbers.add((long) row % 1000, row % 365, row);
            texts.add("id" + row % 1000, row % 365, row);
        }
        Money total = Money.ofMinor((long) rows * (rows - 1) / 2, USD);
        for (Ledger ledger : List.of(numbers.build(), texts.build())) {
            assertThat(ledger.size()).isEqualTo(rows);
            assertThat(ledger.total()).isEqualTo(total);
            assertThat(ledger.summarize(LocalDate.ofEpochDay(364)).size()).isEqualTo(1000);
        }
    }

    @Test
    void aBuilderOfNumbersGoesOnAfterItsLedgers() {
        Ledger.Builder builder = Ledger.builder(USD).add(7, DAY, Money.of(1, "USD"));
        Ledger one = builder.build();
        Ledger two = builder.add(8, 0, 5).build();
        assertThat(one.size()).isEqualTo(1);
        assertThat(two.size()).isEqualTo(2);
        assertThat(two.summarize(DAY).id(1)).isEqualTo("8");
    }

    @Test
    void numbersAndTextDoNotMix() {
        assertThatThrownBy(() -> Ledger.builder(USD).add(7, 0, 1).add("7", 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ids must be all numbers or all text, but row 2 has the text '7' after numbers");
        assertThatThrownBy(() -> Ledger.builder(USD).add(ROW).add(7, DAY, Money.of(1, "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ids must be all numbers or all text, but row 2 has the number '7' after text");
        assertThatThrownBy(() -> Ledger.builder(USD).add(7, DAY, Money.of(1, "EUR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("amount must be in USD, the ledger's currency, but row 1, customer '7', has EUR 1.00");
        assertThatThrownBy(() -> Ledger.builder(USD).add(7, LocalDate.MIN, Money.of(1, "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("date must be from -5877641-06-23 to +5881580-07-11, but was -999999999-01-01");
    }

    @Test
    void anIteratorIsReadToItsEnd() {
        Iterator<Transaction> rows = List.of(ROW, ROW, ROW).iterator();
        rows.next();
        assertThat(Ledger.of(USD, rows).size()).isEqualTo(2);
        assertThat(rows.hasNext()).isFalse();
        assertThat(Ledger.of(USD, List.of(ROW)).size()).isEqualTo(1);
    }

    @Test
    void aStreamIsClosedWhetherOrNotItCouldBeRead() {
        AtomicInteger closed = new AtomicInteger();
        assertThat(Ledger.of(USD, Stream.of(ROW, ROW).onClose(closed::incrementAndGet))
                        .size())
                .isEqualTo(2);
        assertThat(closed).hasValue(1);
        assertThatThrownBy(() -> Ledger.of(USD, Stream.of(ROW, EURO).onClose(closed::incrementAndGet)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("amount must be in USD, the ledger's currency, but row 2, customer 'a', has EUR 10.00");
        assertThat(closed).hasValue(2);
    }

    private static Ledger utf8(byte[] bytes, int... offsets) {
        return Ledger.ofColumns(USD, bytes, offsets, new int[2], new long[2]);
    }

    @Test
    void brokenUtf8ColumnsAreRefused() {
        byte[] ab = {'a', 'b'};
        assertThat(utf8(ab, 0, 1, 2).summarize(DAY).rows())
                .extracting(Customer::id)
                .containsExactly("a", "b");
        assertThatThrownBy(() -> utf8(ab, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns must be of one length, but ids had 1, epochDays 2 and minorUnits 2 rows");
        assertThatThrownBy(() -> utf8(ab))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns must be of one length, but ids had -1, epochDays 2 and minorUnits 2 rows");
        assertThatThrownBy(() -> utf8(ab, -1, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("offsets must begin at 0 or more, but began at -1");
        assertThatThrownBy(() -> utf8(ab, 0, 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("offsets must not descend, but after row 2 came 1 after 2");
        assertThatThrownBy(() -> utf8(ab, 0, 1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("offsets must end within the 2 bytes of the ids, but ended at 3");
        assertThatThrownBy(() -> utf8(ab, 0, 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer of row 2 must not be blank, but was ''");
        assertThatThrownBy(() -> utf8(new byte[] {'a', (byte) 0xFF}, 0, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer of row 2 must be UTF-8, but was bytes [-1]");
    }

    @Test
    void manyUtf8IdsKeepTheirRows() {
        int customers = 40_000;
        ByteArrayOutputStream ids = new ByteArrayOutputStream();
        int[] offsets = new int[2 * customers + 1];
        int[] days = new int[2 * customers];
        long[] minor = new long[2 * customers];
        for (int row = 0; row < days.length; row++) {
            ids.writeBytes(("customer number " + row % customers).getBytes(StandardCharsets.UTF_8));
            offsets[row + 1] = ids.size();
            days[row] = row / customers;
            minor[row] = row % customers;
        }
        CustomerTable table =
                Ledger.ofColumns(USD, ids.toByteArray(), offsets, days, minor).summarize(LocalDate.ofEpochDay(1));
        assertThat(table.size()).isEqualTo(customers);
        for (int customer = 0; customer < customers; customer++) {
            int row = table.indexOf("customer number " + customer);
            assertThat(table.totalMinorUnits(row)).isEqualTo(2L * customer);
            assertThat(table.frequency(row)).isEqualTo(1);
        }
    }
}
