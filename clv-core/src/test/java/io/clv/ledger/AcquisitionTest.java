package io.clv.ledger;

import static io.clv.ledger.Logs.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.CalendarGrid;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AcquisitionTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final LocalDate END = LocalDate.of(2024, 12, 31);

    /** First purchases on January 3, 10 and 20. */
    private static final CustomerTable TABLE = table(LedgerOptions.defaults(), 2, 9, 19);

    /** Customers 10, 11 ... who bought first so many days after the start. */
    private static CustomerTable table(LedgerOptions options, int... daysAfterStart) {
        Ledger.Builder ledger = Ledger.builder(USD);
        for (int i = 0; i < daysAfterStart.length; i++) {
            ledger.add(String.valueOf(10 + i), (int) START.toEpochDay() + daysAfterStart[i], 100);
        }
        return ledger.build().summarize(END, options);
    }

    private static JoinedAttributes since(CustomerTable customers, Map<String, LocalDate> dates) {
        Attributes.Builder attributes = Attributes.builder().date("since", "nobody", START);
        dates.forEach((id, date) -> attributes.date("since", id, date));
        return attributes.build().join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW);
    }

    private static List<Integer> cutOff(Acquisition acquisition, CustomerTable customers) {
        List<Integer> rows = IntStream.range(0, customers.size())
                .filter(row -> !acquisition.isWhole(customers, row))
                .boxed()
                .toList();
        assertThat(acquisition.cutOff(customers)).isEqualTo(rows.size());
        return rows;
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void everybodyCameInTheLogUnlessItIsSaidOtherwise() {
        assertThat(cutOff(Acquisition.inLog(), TABLE)).isEmpty();
        assertThat(Acquisition.inLog()).hasToString("acquired with the first purchase in the log");
        assertThatThrownBy(() -> Acquisition.inLog().isWhole(TABLE, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whoBoughtBeforeTheLogIsCompleteIsCutOff() {
        assertThat(cutOff(Acquisition.completeFrom(START), TABLE)).isEmpty();
        assertThat(cutOff(Acquisition.completeFrom(LocalDate.of(2024, 1, 10)), TABLE))
                .containsExactly(0);
        assertThat(cutOff(Acquisition.completeFrom(LocalDate.of(2024, 1, 11)), TABLE))
                .containsExactly(0, 1);
        assertThat(cutOff(Acquisition.completeFrom(LocalDate.MAX), TABLE)).hasSize(3);
        assertThat(Acquisition.completeFrom(START)).hasToString("log complete from 2024-01-01");
    }

    @Test
    void aPeriodThatTheDateLiesInIsNotBeforeIt() {
        CustomerTable months = table(LedgerOptions.collapse(ChronoUnit.MONTHS), 2, 40);
        Acquisition january = Acquisition.completeFrom(LocalDate.of(2024, 1, 31));
        Acquisition february = Acquisition.completeFrom(LocalDate.of(2024, 2, 1));

        assertThat(cutOff(january, months)).isEmpty();
        assertThat(cutOff(february, months)).containsExactly(0);
    }

    @Test
    void whoCameBeforeTheLogBeginsIsCutOff() {
        Map<String, LocalDate> dates =
                Map.of("10", LocalDate.of(2024, 1, 2), "11", LocalDate.of(2024, 1, 3), "12", LocalDate.of(2020, 2, 29));
        Acquisition acquisition = Acquisition.dates(since(TABLE, dates), "since");

        assertThat(cutOff(acquisition, TABLE)).containsExactly(0, 2);
        assertThat(acquisition).hasToString("acquired on the dates of column 'since'");
        assertThat(cutOff(Acquisition.dates(since(TABLE, Map.of()), "since"), TABLE))
                .isEmpty();
    }

    @Test
    void datesAndACompleteLogCombine() {
        Map<String, LocalDate> dates = Map.of("11", LocalDate.of(2024, 1, 7), "12", LocalDate.of(2024, 1, 8));
        Acquisition acquisition = Acquisition.dates(since(TABLE, dates), "since", LocalDate.of(2024, 1, 8));

        assertThat(cutOff(acquisition, TABLE)).containsExactly(0, 1);
        assertThat(acquisition).hasToString("acquired on the dates of column 'since', log complete from 2024-01-08");
    }

    @Test
    void nobodyComesAfterTheFirstPurchase() {
        refused(
                () -> Acquisition.dates(since(TABLE, Map.of("11", LocalDate.of(2024, 1, 11))), "since"),
                "date in column 'since' must not be after the first purchase on 2024-01-10, but was 2024-01-11 for"
                        + " customer '11'");
        CustomerTable months = table(LedgerOptions.collapse(ChronoUnit.MONTHS), 2);
        assertThat(cutOff(Acquisition.dates(since(months, Map.of("10", LocalDate.of(2024, 1, 31))), "since"), months))
                .isEmpty();
        refused(
                () -> Acquisition.dates(since(months, Map.of("10", LocalDate.of(2024, 2, 1))), "since"),
                "date in column 'since' must not be after the first purchase on 2024-01-01, but was 2024-02-01 for"
                        + " customer '10'");
    }

    @Test
    void datesAreOfOneTable() {
        Acquisition acquisition = Acquisition.dates(since(TABLE, Map.of()), "since");
        CustomerTable other = table(LedgerOptions.defaults(), 5);

        refused(
                () -> acquisition.cutOff(other),
                "acquisition dates must be joined to the table they are asked about, 1 customers with 0 repeat purchases,"
                        + " observed through 2024-12-31, time in weeks, but were joined to another, 3 customers with 0"
                        + " repeat purchases, observed through 2024-12-31, time in weeks");
        refused(
                () -> Acquisition.dates(since(TABLE, Map.of()), "sinse"),
                "column must be one of since, but was 'sinse'");
    }

    @Test
    void nobodyIsCutOffOfNobody() {
        CustomerTable nobody = table(LedgerOptions.defaults());

        assertThat(cutOff(Acquisition.dates(since(nobody, Map.of()), "since"), nobody))
                .isEmpty();
        assertThat(Acquisition.inLog().warning(nobody)).isEmpty();
    }

    /** So many customers on the first day, and the others one a day from the last day backwards. */
    private static CustomerTable piled(LedgerOptions options, int days, int first, int others) {
        return table(
                options,
                IntStream.range(0, first + others)
                        .map(i -> i < first ? 0 : days - 1 - (i - first))
                        .toArray());
    }

    @Test
    void aPileOfFirstPurchasesIsWarnedOf() {
        CustomerTable piled = piled(LedgerOptions.defaults(), 105, 26, 74);

        assertThat(Acquisition.inLog().warning(piled))
                .contains("every customer came with the first purchase in the log, though 26 of 100 first purchases lie"
                        + " from 2024-01-01 through 2024-01-10, in the first tenth of the time in which customers came,"
                        + " as those of old customers do whose history a log cuts off; say from which date the log is"
                        + " complete, or when customers were acquired");
        assertThat(Acquisition.inLog().warning(piled(LedgerOptions.defaults(), 105, 25, 75)))
                .isEmpty();
        assertThat(Acquisition.completeFrom(START).warning(piled)).isEmpty();
        assertThat(Acquisition.dates(since(piled, Map.of()), "since").warning(piled))
                .isEmpty();
    }

    @Test
    void fewCustomersOrFewPeriodsTellNothing() {
        assertThat(Acquisition.inLog().warning(piled(LedgerOptions.defaults(), 100, 40, 10)))
                .isPresent();
        assertThat(Acquisition.inLog().warning(piled(LedgerOptions.defaults(), 100, 40, 9)))
                .isEmpty();
        assertThat(Acquisition.inLog().warning(piled(LedgerOptions.defaults(), 10, 90, 9)))
                .isPresent();
        assertThat(Acquisition.inLog().warning(piled(LedgerOptions.defaults(), 9, 90, 9)))
                .isEmpty();
        assertThat(Acquisition.inLog().warning(piled(LedgerOptions.defaults(), 1, 90, 0)))
                .isEmpty();
    }

    @Test
    void aPileIsCountedInPeriodsOfTheGrid() {
        LedgerOptions weeks = LedgerOptions.defaults().grid(CalendarGrid.weeks(DayOfWeek.MONDAY));

        assertThat(Acquisition.inLog().warning(piled(weeks, 100, 60, 40)))
                .hasValueSatisfying(text ->
                        assertThat(text).contains("60 of 100 first purchases lie from 2024-01-01 through 2024-01-07"));
        assertThat(Acquisition.inLog().warning(piled(weeks, 63, 60, 40))).isEmpty();
    }

    /** Customers come evenly, stay for about a year and buy about monthly; the second log begins in their midst. */
    @Property(tries = 50)
    void anOldBaseIsToldFromANewOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int gap) {
        SplittableRandom random = new SplittableRandom(seed);
        Ledger.Builder whole = Ledger.builder(USD);
        Ledger.Builder cut = Ledger.builder(USD);
        int begins = (int) START.toEpochDay();
        for (int customer = 0; customer < 4000; customer++) {
            int came = begins - 1460 + random.nextInt(1825);
            double left = came - 365 * Math.log(1 - random.nextDouble());
            for (double at = came; at < left; at -= gap * Math.log(1 - random.nextDouble())) {
                if (at < begins + 365) {
                    whole.add("c" + customer, (int) at, 100);
                    if (at >= begins) {
                        cut.add("c" + customer, (int) at, 100);
                    }
                }
            }
        }

        assertThat(Acquisition.inLog().warning(whole.build().summarize(END))).isEmpty();
        assertThat(Acquisition.inLog().warning(cut.build().summarize(END))).isPresent();
    }
}
