package io.clv.ledger;

import static io.clv.ledger.Logs.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** One customer's state by hand, and every message. */
class CustomerStateTest {

    private static final LedgerOptions DAYS = LedgerOptions.collapse(ChronoUnit.DAYS);
    private static final LedgerOptions MONTHS = LedgerOptions.collapse(ChronoUnit.MONTHS);
    private static final CustomerState NOTHING = CustomerState.of("c", USD, DAYS);

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2024, month, day);
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    @Test
    void isKeptFromOneRunToTheNext() {
        Currency usd = Money.currency("USD");
        CustomerState state = CustomerState.of("c", usd, LedgerOptions.defaults());
        state = state.add(LocalDate.of(2024, 1, 31), Money.of(12, "USD"));
        state = state.sealThrough(LocalDate.of(2024, 1, 31));
        byte[] stored = state.toBytes();
        CustomerTable table = CustomerState.parse(stored).summarize(LocalDate.of(2024, 2, 29));
        assertThat(table.rows()).containsExactly(new Customer("c", 0, 0, 29 / 7.0, 0, usd("12")));
    }

    @Test
    void tellsWhatItHolds() {
        CustomerState state =
                NOTHING.add(day(1, 5), usd("3")).add(day(1, 5), usd("4")).add(day(2, 5), usd("5"));
        assertThat(state.customer()).isEqualTo("c");
        assertThat(state.currency()).isEqualTo(USD);
        assertThat(state.options()).isEqualTo(DAYS);
        assertThat(state.rows()).isEqualTo(3);
        assertThat(state.sealedThrough()).isEmpty();
        assertThat(state.isSealed(LocalDate.MIN)).isFalse();
        assertThat(state).hasToString("customer 'c', 3 rows in USD");
        CustomerState sealed = state.sealThrough(day(1, 31));
        assertThat(sealed.sealedThrough()).contains(day(1, 31));
        assertThat(sealed.isSealed(day(1, 31))).isTrue();
        assertThat(sealed.isSealed(day(2, 1))).isFalse();
        assertThat(sealed.isSealed(LocalDate.MAX)).isFalse();
        assertThat(sealed).hasToString("customer 'c', 3 rows in USD, sealed through 2024-01-31");
        assertThat(sealed).isNotEqualTo(state).isNotEqualTo("c");
        assertThat(NOTHING.summarize(day(1, 1)).rows()).isEmpty();
        assertThat(NOTHING.summarize(day(1, 1)).exclusions().isEmpty()).isTrue();
    }

    @Test
    void aMonthThatIsSealedHalfwayIsOnePeriod() {
        CustomerState half = CustomerState.of("c", USD, MONTHS)
                .add(day(1, 5), usd("3"))
                .add(day(2, 5), usd("4"))
                .sealThrough(day(2, 14));
        CustomerTable table =
                half.add(day(2, 20), usd("10")).add(day(3, 20), usd("20")).summarize(day(3, 31));
        assertThat(table.rows()).containsExactly(new Customer("c", 2, 2, 2, 17, usd("37")));
        assertThat(half.seal(day(2, 15), day(2, 16))).isEqualTo(half.sealThrough(day(2, 16)));
    }

    @Test
    void aPurchaseSentBackAfterTheSealIsStillDropped() {
        LedgerOptions dropping = MONTHS.refunds(RefundPolicy.NET_DROPPING_PERIODS);
        CustomerState state = CustomerState.of("c", USD, dropping)
                .add(day(1, 5), usd("3"))
                .add(day(2, 5), usd("4"))
                .sealThrough(day(2, 14));
        assertThat(state.summarize(day(2, 29)).frequency(0)).isEqualTo(1);
        assertThat(state.add(day(2, 20), usd("-4")).summarize(day(2, 29)).rows())
                .containsExactly(new Customer("c", 0, 0, 1, 0, usd("3")));
        CustomerState closed = state.sealThrough(day(2, 29));
        assertThat(closed.add(day(3, 1), usd("-4")).summarize(day(3, 31)).frequency(0))
                .as("a refund of another month does not drop the month of the purchase")
                .isEqualTo(1);
    }

    @Test
    void refundsBeforeTheFirstPurchaseLowerTheFirst() {
        CustomerState state = CustomerState.of("c", USD, DAYS.refunds(RefundPolicy.NET))
                .add(day(1, 1), usd("-2"))
                .sealThrough(day(1, 15));
        assertThat(state.summarize(day(1, 15)).exclusions().refundsOfThoseCustomers())
                .isEqualTo(usd("-2"));
        assertThat(state.add(day(1, 20), usd("10"))
                        .add(day(1, 21), usd("5"))
                        .summarize(day(1, 31))
                        .rows())
                .containsExactly(new Customer("c", 1, 1, 11, 5, usd("13")));
    }

    @Test
    void otherUnitsAndLaterRowsAreAChoiceOfTheSummary() {
        CustomerState state = NOTHING.add(day(1, 1), usd("1")).add(day(1, 15), usd("1"));
        CustomerTable weeks = state.summarize(day(1, 15), DAYS.unit(ChronoUnit.WEEKS));
        assertThat(weeks.recency(0)).isEqualTo(2);
        assertThat(state.summarize(day(1, 14)).exclusions().rowsAfterEnd()).isEqualTo(1);
        assertThatThrownBy(() -> state.summarize(day(1, 14), DAYS.afterEnd(AfterEnd.REJECT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer 'c', 2024-01-15, is after the end of observation, 2024-01-14;"
                        + " AfterEnd.LEAVE_OUT would count and leave out such rows");
    }

    @Test
    void refusesASummaryThatNeedsMoreThanIsKept() {
        CustomerState sealed = NOTHING.add(day(1, 1), usd("1")).sealThrough(day(1, 31));
        assertThat(sealed.summarize(day(1, 31)).size()).isEqualTo(1);
        assertThatThrownBy(() -> sealed.summarize(day(1, 30)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("observedThrough must not be before 2024-01-31, through which only counts are kept,"
                        + " but was 2024-01-30");
        assertThatThrownBy(() -> sealed.summarize(day(2, 1), MONTHS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("states that were collapsed to days in UTC, refunds REJECT, cannot be summarised by months"
                        + " in UTC, refunds REJECT");
        assertThatThrownBy(() -> sealed.summarize(LocalDate.MAX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "observedThrough must be from -5877641-06-23 to +5881580-07-11," + " but was +999999999-12-31");
    }

    @Test
    void refusesRowsThatItCannotTake() {
        CustomerState sealed = NOTHING.sealThrough(day(1, 31));
        assertThatThrownBy(() -> sealed.add(day(1, 31), usd("2.50")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer 'c', 2024-01-31, USD 2.50, is too late: all is sealed through 2024-01-31,"
                        + " and a sealed range takes no more rows");
        int[] days = {(int) day(2, 1).toEpochDay(), (int) day(1, 30).toEpochDay()};
        assertThatThrownBy(() -> sealed.addAll(days, new long[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer 'c', 2024-01-30, USD 0.02, is too late: all is sealed through 2024-01-31,"
                        + " and a sealed range takes no more rows");
        assertThatThrownBy(() -> NOTHING.addAll(days, new long[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns must be of one length, but epochDays had 2 and minorUnits 1 rows");
        assertThatThrownBy(() -> NOTHING.add(day(1, 1), usd("-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer 'c', 2024-01-01, USD -1.00, is a refund; choose how refunds count:"
                        + " RefundPolicy.NET, NET_DROPPING_PERIODS or IGNORE");
        assertThatThrownBy(() -> NOTHING.add(day(1, 1), Money.of(1, "EUR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("amount must be in USD, the currency of the state, but customer 'c', 2024-01-01,"
                        + " has EUR 1.00");
        assertThatThrownBy(() -> NOTHING.add(LocalDate.MIN, usd("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("date must be from -5877641-06-23 to +5881580-07-11, but was -999999999-01-01");
    }

    @Test
    void refusesToMergeWhatWasNotMadeAlike() {
        assertThatThrownBy(() -> NOTHING.merge(CustomerState.of("d", USD, DAYS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("states must be of one customer to be merged, but were of text 'c' and text 'd'");
        assertThatThrownBy(() -> CustomerState.of("7", USD, DAYS).merge(CustomerState.of(7, USD, DAYS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("states must be of one customer to be merged, but were of text '7' and number '7'");
        assertThatThrownBy(() -> NOTHING.merge(CustomerState.of("c", Money.currency("EUR"), DAYS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("states must be of one currency to be merged, but were in USD and EUR");
        assertThatThrownBy(() -> NOTHING.merge(CustomerState.of("c", USD, DAYS.refunds(RefundPolicy.NET))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("states must have the same options to be merged, but were collapsed to days in UTC, time in"
                        + " days, refunds REJECT, rows after the end LEAVE_OUT; and collapsed to days in UTC, time in"
                        + " days, refunds NET, rows after the end LEAVE_OUT");
    }

    @Test
    void refusesToMergeWhatOverlapsNamingCustomerAndDates() {
        CustomerState january = NOTHING.sealThrough(day(1, 31));
        assertThatThrownBy(() -> january.merge(NOTHING.seal(day(1, 31), day(2, 29))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer 'c' is sealed through 2024-01-31 in one state and from 2024-01-31 through"
                        + " 2024-02-29 in the other; sealed ranges must not overlap");
        CustomerState row = NOTHING.add(day(1, 15), usd("1"));
        String message = "customer 'c' has rows of 2024-01-15 in one state, but is sealed through 2024-01-31"
                + " in the other; a sealed range takes no more rows";
        assertThatThrownBy(() -> january.merge(row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> row.merge(january))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatIsNoRangeOrCustomer() {
        assertThatThrownBy(() -> NOTHING.seal(day(2, 1), day(1, 31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("first must not be after last, 2024-01-31, but was 2024-02-01");
        assertThatThrownBy(() -> NOTHING.sealThrough(LocalDate.MAX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("date must be from -5877641-06-23 to +5881580-07-11, but was +999999999-12-31");
        assertThatThrownBy(() -> CustomerState.of(" ", USD, DAYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer must not be blank, but was ' '");
        assertThatThrownBy(() -> CustomerState.of("c", Currency.getInstance("XAU"), DAYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currency XAU has no minor digits in ISO 4217 and cannot hold money");
        assertThatThrownBy(() -> CustomerState.of(1, Currency.getInstance("XAU"), DAYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currency XAU has no minor digits in ISO 4217 and cannot hold money");
    }

    @Test
    void theFirstAndTheLastDayThereAreCanBeSealed() {
        LocalDate first = LocalDate.ofEpochDay(Integer.MIN_VALUE);
        LocalDate last = LocalDate.ofEpochDay(Integer.MAX_VALUE);
        for (LedgerOptions options : new LedgerOptions[] {DAYS, MONTHS}) {
            CustomerState state =
                    CustomerState.of("c", USD, options).add(first, usd("1")).add(last, usd("1"));
            CustomerState sealed = state.sealThrough(last);
            assertThat(sealed.summarize(last)).isEqualTo(state.summarize(last));
            assertThat(sealed.seal(first, last)).isEqualTo(sealed);
            assertThat(CustomerState.parse(sealed.toBytes())).isEqualTo(sealed);
            CustomerState rest =
                    CustomerState.of("c", USD, options).add(last, usd("1")).seal(first.plusDays(1), last);
            CustomerState start =
                    CustomerState.of("c", USD, options).add(first, usd("1")).sealThrough(first);
            assertThat(start.merge(rest)).isEqualTo(sealed);
        }
    }

    @Test
    void gapsAreKeptUntilASeal() {
        CustomerState state = NOTHING.add(day(1, 1), usd("1")).add(day(1, 8), usd("1"));
        assertThat(state.summarize(day(1, 31)).gaps().orElseThrow())
                .hasToString("1 gaps between purchases, half within 7 days, 90% within 7 days");
        assertThat(state.sealThrough(day(1, 1)).summarize(day(1, 31)).gaps()).isEmpty();
    }

    @Test
    void gridsAndZonesAreKept() {
        LedgerOptions options = new LedgerOptions(
                CalendarGrid.weeks(DayOfWeek.SUNDAY).in(ZoneId.of("Asia/Kolkata")),
                ChronoUnit.YEARS,
                RefundPolicy.IGNORE,
                AfterEnd.REJECT);
        CustomerState state =
                CustomerState.of(-5, Money.currency("JPY"), options).add(19_000, 12_000);
        assertThat(CustomerState.parse(state.toBytes())).isEqualTo(state);
        assertThat(CustomerState.parse(state.toBytes()).options()).isEqualTo(options);
        assertThat(CustomerState.parse(state.toBytes())).hasToString("customer '-5', 1 rows in JPY");
    }

    @Test
    void sizesAreSmall() {
        CustomerState state = CustomerState.of("C1234567", USD, LedgerOptions.defaults());
        assertThat(state.toBytes()).as("nobody's rows").hasSize(24);
        for (int i = 0; i < 100; i++) {
            state = state.add(day(1, 1).plusDays(6L * i), Money.ofMinor(4_000 + 37 * i, USD));
        }
        assertThat(state.toBytes()).as("100 days with rows").hasSize(24 + 2 + 100 * 4);
        CustomerState sealed = state.sealThrough(LocalDate.of(2025, 12, 31));
        assertThat(sealed.toBytes()).as("sealed").hasSize(41);
        for (int i = 0; i < 10_000; i++) {
            sealed = sealed.add(LocalDate.of(2026, 1, 1).plusDays(i / 10), Money.ofMinor(5_000, USD));
        }
        assertThat(sealed.sealThrough(LocalDate.of(2028, 12, 31)).toBytes())
                .as("sealed with a hundred times as many rows")
                .hasSize(45);
    }

    @Test
    void countsOfRowsAreNeverWrong() {
        assertThat(RowCounts.sum(RowCounts.MOST - 1, 1)).isEqualTo(1L << 60);
        assertThatThrownBy(() -> RowCounts.sum(RowCounts.MOST, 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("a state counts at most 1152921504606846976 rows, but would have 1152921504606846977");
    }
}
