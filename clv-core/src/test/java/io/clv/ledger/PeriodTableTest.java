package io.clv.ledger;

import static io.clv.ledger.Logs.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTableTest {

    private static final LocalDate END = LocalDate.of(1970, 4, 15);

    private static Ledger.Builder log() {
        return Ledger.builder(USD)
                .add("b", LocalDate.of(1970, 3, 3), Money.of(7, "USD"))
                .add("a", LocalDate.of(1970, 1, 31), Money.of(1, "USD"))
                .add("a", LocalDate.of(1970, 1, 1), Money.of(2, "USD"))
                .add("a", LocalDate.of(1970, 3, 1), Money.of(0, "USD"))
                .add("b", LocalDate.of(1970, 5, 1), Money.of(9, "USD"));
    }

    @Test
    void cellsStandByCustomerAndPeriod() {
        PeriodTable table = log().build().periods(END, CalendarGrid.months(), RefundPolicy.REJECT);
        assertThat(table.customers()).isEqualTo(2);
        assertThat(table.id(0)).isEqualTo("a");
        assertThat(table.indexOf("b")).isEqualTo(1);
        assertThat(table.indexOf("c")).isEqualTo(-1);
        assertThat(table.cells()).isEqualTo(3);
        assertThat(table.cellsBegin(0)).isZero();
        assertThat(table.cellsEnd(0)).isEqualTo(2).isEqualTo(table.cellsBegin(1));
        assertThat(table.period(0)).isZero();
        assertThat(table.purchases(0)).isEqualTo(2);
        assertThat(table.amount(0)).isEqualTo(Money.of(3, "USD"));
        assertThat(table.minorUnits(0)).isEqualTo(300);
        assertThat(table.period(1)).isEqualTo(2);
        assertThat(table.purchases(1)).as("a zero amount is a purchase").isEqualTo(1);
        assertThat(table.total()).isEqualTo(Money.of(10, "USD"));
        assertThat(table.firstPeriod()).isZero();
        assertThat(table.lastPeriod()).isEqualTo(3);
        assertThat(table.observedThrough()).isEqualTo(END);
        assertThat(table.currency()).isEqualTo(USD);
        assertThat(table.grid()).isEqualTo(CalendarGrid.months());
        assertThat(table.exclusions().rowsAfterEnd()).isEqualTo(1);
        assertThat(table).hasToString("2 customers in months in UTC, 1970-01-01 to 1970-04-15, 3 cells");
    }

    @Test
    void refundsFollowThePolicy() {
        Ledger returns = log().add("a", LocalDate.of(1970, 1, 5), Money.of(-3, "USD"))
                .add("a", LocalDate.of(1970, 2, 5), Money.of(-5, "USD"))
                .add("c", LocalDate.of(1970, 2, 5), Money.of(-6, "USD"))
                .build();
        PeriodTable net = returns.periods(END, CalendarGrid.months(), RefundPolicy.NET);
        assertThat(net.cellsEnd(0)).isEqualTo(3);
        assertThat(net.purchases(0)).isEqualTo(2);
        assertThat(net.amount(0)).isEqualTo(Money.zero(USD));
        assertThat(net.purchases(1)).isZero();
        assertThat(net.amount(1)).isEqualTo(Money.of(-5, "USD"));
        assertThat(net.exclusions().refundsOfThoseCustomers()).isEqualTo(Money.of(-6, "USD"));
        PeriodTable dropping = returns.periods(END, CalendarGrid.months(), RefundPolicy.NET_DROPPING_PERIODS);
        assertThat(dropping.purchases(0)).isZero();
        assertThat(dropping.amount(0)).isEqualTo(Money.zero(USD));
        PeriodTable ignoring = returns.periods(END, CalendarGrid.months(), RefundPolicy.IGNORE);
        assertThat(ignoring.amount(0)).isEqualTo(Money.of(3, "USD"));
        assertThat(ignoring.exclusions()).isEqualTo(new Exclusions(1, 0, 3, Money.of(-14, "USD"), 1, Money.zero(USD)));
        assertThatThrownBy(() -> returns.periods(END, CalendarGrid.months(), RefundPolicy.REJECT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 6, customer 'a', 1970-01-05, USD -3.00, is a refund; choose how refunds count:"
                        + " RefundPolicy.NET, NET_DROPPING_PERIODS or IGNORE");
    }

    @Test
    void anEmptyTableEndsWhereItBegins() {
        PeriodTable empty = log().build().periods(LocalDate.of(1969, 12, 31), CalendarGrid.years(), RefundPolicy.NET);
        assertThat(empty.customers()).isZero();
        assertThat(empty.cells()).isZero();
        assertThat(empty.firstPeriod()).isEqualTo(-1).isEqualTo(empty.lastPeriod());
        assertThat(empty.exclusions().customersAfterEnd()).isEqualTo(2);
    }

    @Test
    void aCellBeyondMoneyIsNamed() {
        Ledger ledger = Ledger.ofColumns(
                USD, new long[] {3, 3}, new int[] {40, 41}, new long[] {Long.MAX_VALUE, Long.MAX_VALUE});
        assertThat(ledger.periods(END, CalendarGrid.days(), RefundPolicy.REJECT).cells())
                .isEqualTo(2);
        assertThatThrownBy(() -> ledger.periods(END, CalendarGrid.months(), RefundPolicy.REJECT))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the total of customer '3' in the period from 1970-02-01 is USD 184467440737095516.14,"
                        + " beyond the range of USD money");
        assertThatThrownBy(() -> ledger.periods(END, CalendarGrid.days(), RefundPolicy.REJECT)
                        .total())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the total of the table is USD 184467440737095516.14, beyond the range of USD money");
    }

    @Test
    void tablesAreEqualByWhatTheyHold() {
        PeriodTable table = log().build().periods(END, CalendarGrid.months(), RefundPolicy.NET);
        assertThat(table)
                .isEqualTo(log().build().periods(END, CalendarGrid.months(), RefundPolicy.REJECT))
                .hasSameHashCodeAs(log().build().periods(END, CalendarGrid.months(), RefundPolicy.REJECT))
                .isNotEqualTo(log().build().periods(END, CalendarGrid.days(), RefundPolicy.NET))
                .isNotEqualTo(log().build().periods(END.plusDays(1), CalendarGrid.months(), RefundPolicy.NET));
    }
}
