package io.clv.ledger;

import static io.clv.ledger.Logs.USD;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.RandomAccess;
import org.junit.jupiter.api.Test;

/** Small logs, summarised by hand. */
class CustomerTableTest {

    private static final LocalDate END = LocalDate.of(2024, 3, 31);

    private static Ledger ledger(String... rows) {
        Ledger.Builder builder = Ledger.builder(USD);
        for (String row : rows) {
            String[] cells = row.split(" ", -1);
            builder.add(cells[0], LocalDate.parse(cells[1]), Money.parse("USD " + cells[2]));
        }
        return builder.build();
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    /** Two orders on one day, then one 12 days later, from a Monday to a Saturday; a zero amount in February. */
    private static final Ledger SHOP = ledger(
            "c 2024-01-13 30",
            "c 2024-01-01 10",
            "c 2024-01-01 5.50",
            "c 2024-02-29 0",
            "d 2024-03-31 7",
            "e 2024-04-01 9");

    @Test
    void daysCollapseAndTimeIsInWeeks() {
        CustomerTable table = SHOP.summarize(END);
        assertThat(table.rows())
                .containsExactly(
                        new Customer("c", 2, 59 / 7.0, 90 / 7.0, 15.0, usd("45.50")),
                        new Customer("d", 0, 0, 0, 0, usd("7")));
        assertThat(table.firstPurchase(0)).isEqualTo("2024-01-01");
        assertThat(table.lastPurchase(0)).isEqualTo("2024-02-29");
        assertThat(table.total()).isEqualTo(usd("52.50"));
        assertThat(table.totalAmount(0)).isEqualTo(45.5);
        assertThat(table.repeatPurchases()).isEqualTo(2);
        assertThat(table.observedThrough()).isEqualTo(END);
        assertThat(table.currency()).isEqualTo(USD);
        assertThat(table.unit()).isEqualTo(WEEKS);
        assertThat(table.options()).isEqualTo(LedgerOptions.defaults());
        assertThat(table.exclusions()).isEqualTo(new Exclusions(1, 1, 0, usd("0"), 0, usd("0")));
        assertThat(table.exclusions())
                .hasToString("left out: 1 rows after the end (1 customers have no other), 0 refunds of USD 0.00,"
                        + " 0 customers without a purchase, USD 0.00");
        assertThat(table.gaps().orElseThrow())
                .hasToString("2 gaps between purchases, half within 12 days, 90% within 47 days");
        assertThat(table)
                .hasToString("2 customers with 2 repeat purchases, observed through 2024-03-31, time in weeks");
    }

    @Test
    void twelveDaysInEachUnit() {
        LocalDate day = LocalDate.of(2024, 1, 13);
        assertThat(SHOP.summarize(day, LedgerOptions.collapse(DAYS)).age(0)).isEqualTo(12);
        assertThat(SHOP.summarize(day).age(0)).isEqualTo(12 * 86400.0 / 604800.0);
        assertThat(SHOP.summarize(day, LedgerOptions.collapse(DAYS).unit(MONTHS))
                        .age(0))
                .isEqualTo(12 * 86400.0 / 2629746.0);
        assertThat(SHOP.summarize(day, LedgerOptions.collapse(DAYS).unit(YEARS)).age(0))
                .isEqualTo(12 * 86400.0 / 31556952.0);
    }

    @Test
    void weeksBeginOnTheirFirstDay() {
        Ledger weekend = ledger("a 2024-01-06 1", "a 2024-01-07 2", "a 2024-01-08 4");
        LedgerOptions fromMonday = LedgerOptions.collapse(WEEKS);
        assertThat(weekend.summarize(END, fromMonday).rows()).containsExactly(new Customer("a", 1, 1, 12, 4, usd("7")));
        LedgerOptions fromSunday = fromMonday.grid(CalendarGrid.weeks(DayOfWeek.SUNDAY));
        CustomerTable table = weekend.summarize(END, fromSunday);
        assertThat(table.rows()).containsExactly(new Customer("a", 1, 1, 13, 6, usd("7")));
        assertThat(table.firstPurchase(0)).isEqualTo("2023-12-31");
        assertThat(table.gaps().orElseThrow().quantile(Ratio.ONE)).isEqualTo(Span.weeks(1));
    }

    @Test
    void monthsAndYearsAreCalendarPeriods() {
        CustomerTable months = SHOP.summarize(END, LedgerOptions.collapse(MONTHS));
        assertThat(months.rows())
                .containsExactly(new Customer("c", 1, 1, 2, 0, usd("45.50")), new Customer("d", 0, 0, 0, 0, usd("7")));
        assertThat(months.lastPurchase(0)).isEqualTo("2024-02-01");
        assertThat(SHOP.summarize(END, LedgerOptions.collapse(MONTHS).unit(YEARS))
                        .age(0))
                .isEqualTo(2 * 2629746.0 / 31556952.0);
        CustomerTable years = ledger("a 2022-12-31 1", "a 2024-01-01 3").summarize(END, LedgerOptions.collapse(YEARS));
        assertThat(years.rows()).containsExactly(new Customer("a", 1, 2, 2, 3, usd("4")));
    }

    /** A refund before the first purchase, one on a day of purchase that it undoes, one later. */
    private static final Ledger RETURNS = ledger(
            "a 2024-01-01 -1",
            "a 2024-01-02 10",
            "a 2024-01-05 20",
            "a 2024-01-05 -20",
            "a 2024-01-09 8",
            "a 2024-01-20 -3");

    @Test
    void netRefundsLowerTotalsOnly() {
        CustomerTable table = RETURNS.summarize(END, LedgerOptions.defaults().refunds(RefundPolicy.NET));
        assertThat(table.rows()).containsExactly(new Customer("a", 2, 1, 89 / 7.0, 2.5, usd("14")));
        assertThat(table.firstPurchase(0)).isEqualTo("2024-01-02");
        assertThat(table.exclusions().isEmpty()).isTrue();
        assertThat(table.exclusions()).hasToString("nothing left out");
    }

    @Test
    void droppingTakesTheUndonePeriodAway() {
        LedgerOptions dropping = LedgerOptions.defaults().refunds(RefundPolicy.NET_DROPPING_PERIODS);
        assertThat(RETURNS.summarize(END, dropping).rows())
                .containsExactly(new Customer("a", 1, 1, 89 / 7.0, 5, usd("14")));
        Ledger firstUndone = ledger("a 2024-01-01 10", "a 2024-01-01 -12", "a 2024-01-08 5", "a 2024-01-15 0");
        assertThat(firstUndone.summarize(END, dropping).rows())
                .as("the next period is the first and bears the loss; a zero amount without a refund stays")
                .containsExactly(new Customer("a", 1, 1, 83 / 7.0, 0, usd("3")));
        CustomerTable none = ledger("a 2024-01-01 10", "a 2024-01-01 -12").summarize(END, dropping);
        assertThat(none.rows()).isEmpty();
        assertThat(none.exclusions()).isEqualTo(new Exclusions(0, 0, 0, usd("0"), 1, usd("-2")));
    }

    @Test
    void ignoredRefundsAreCounted() {
        CustomerTable table = RETURNS.summarize(END, LedgerOptions.defaults().refunds(RefundPolicy.IGNORE));
        assertThat(table.rows()).containsExactly(new Customer("a", 2, 1, 89 / 7.0, 14, usd("38")));
        assertThat(table.exclusions()).isEqualTo(new Exclusions(0, 0, 3, usd("-24"), 0, usd("0")));
    }

    @Test
    void rejectedRefundsAreNamed() {
        assertThatThrownBy(() -> ledger("a 2024-01-01 5", "b 2024-01-02 -3").summarize(END))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 2, customer 'b', 2024-01-02, USD -3.00, is a refund; choose how refunds count:"
                        + " RefundPolicy.NET, NET_DROPPING_PERIODS or IGNORE");
        assertThat(ledger("a 2024-01-01 5", "b 2024-04-02 -3").summarize(END).size())
                .as("a refund that is not observed is not refused")
                .isEqualTo(1);
    }

    @Test
    void customersWithRefundsOnlyAreNotInTheTable() {
        Ledger ledger = ledger("a 2024-01-01 -5", "b 2024-01-02 3", "c 2024-05-01 1");
        assertThat(ledger.summarize(END, LedgerOptions.defaults().refunds(RefundPolicy.NET))
                        .exclusions())
                .isEqualTo(new Exclusions(1, 1, 0, usd("0"), 1, usd("-5")));
        assertThat(ledger.summarize(END, LedgerOptions.defaults().refunds(RefundPolicy.IGNORE))
                        .exclusions())
                .isEqualTo(new Exclusions(1, 1, 1, usd("-5"), 1, usd("0")));
    }

    @Test
    void rowsAfterTheEndAreRejectedWhenAskedFor() {
        assertThatThrownBy(() -> SHOP.summarize(END, LedgerOptions.defaults().afterEnd(AfterEnd.REJECT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 6, customer 'e', 2024-04-01, USD 9.00, is after the end of observation, 2024-03-31;"
                        + " AfterEnd.LEAVE_OUT would count and leave out such rows");
    }

    @Test
    void anEndBeforeTheFirstRowLeavesEverythingOut() {
        CustomerTable table = SHOP.summarize(LocalDate.of(2023, 12, 31));
        assertThat(table.size()).isZero();
        assertThat(table.exclusions()).isEqualTo(new Exclusions(6, 3, 0, usd("0"), 0, usd("0")));
    }

    @Test
    void aRefundAfterAnOnlyPurchaseIsInTheTotalAlone() {
        assertThat(ledger("a 2024-01-01 5", "a 2024-02-01 -2")
                        .summarize(END, LedgerOptions.defaults().refunds(RefundPolicy.NET))
                        .rows())
                .containsExactly(new Customer("a", 0, 0, 90 / 7.0, 0, usd("3")));
    }

    @Test
    void currenciesWithOtherDecimalsHaveTheirOwnMajorUnit() {
        Ledger yen = Ledger.builder(Money.currency("JPY"))
                .add("a", LocalDate.of(2024, 1, 1), Money.of(100, "JPY"))
                .add("a", LocalDate.of(2024, 1, 2), Money.of(300, "JPY"))
                .build();
        assertThat(yen.summarize(END).monetaryValue(0)).isEqualTo(300);
        Ledger dinar = Ledger.builder(Money.currency("KWD"))
                .add("a", LocalDate.of(2024, 1, 1), Money.parse("KWD 1"))
                .add("a", LocalDate.of(2024, 1, 2), Money.parse("KWD 2.125"))
                .build();
        assertThat(dinar.summarize(END).monetaryValue(0)).isEqualTo(2.125);
    }

    @Test
    void rowsAreAnImmutableView() {
        List<Customer> rows = SHOP.summarize(END).rows();
        assertThat(rows).isInstanceOf(RandomAccess.class);
        assertThatThrownBy(() -> rows.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> rows.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> SHOP.summarize(END).frequency(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void tablesAreEqualByWhatTheyHold() {
        CustomerTable table = SHOP.summarize(END);
        assertThat(table).isEqualTo(SHOP.summarize(END)).isNotEqualTo(SHOP.summarize(END.plusDays(1)));
        assertThat(table).isNotEqualTo(SHOP.summarize(END, LedgerOptions.collapse(DAYS)));
        assertThat(ledger("a 2024-01-01 1").summarize(END))
                .isNotEqualTo(ledger("a 2024-01-01 2").summarize(END))
                .isNotEqualTo(ledger("b 2024-01-01 1").summarize(END))
                .isNotEqualTo(ledger("a 2024-01-02 1").summarize(END));
        assertThat(Ledger.ofColumns(USD, new long[] {1}, new int[1], new long[1])
                        .summarize(END))
                .isEqualTo(Ledger.ofColumns(USD, new long[] {1}, new int[1], new long[1])
                        .summarize(END))
                .isNotEqualTo(Ledger.ofColumns(USD, new String[] {"1"}, new int[1], new long[1])
                        .summarize(END));
    }
}
