package io.clv.ledger;

import static io.clv.ledger.Logs.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SplitTest {

    private static final LocalDate CALIBRATED = LocalDate.of(2024, 1, 31);
    private static final LocalDate END = LocalDate.of(2024, 2, 28);

    private static final Ledger LOG = Ledger.builder(USD)
            .add("a", LocalDate.of(2024, 1, 5), Money.of(10, "USD"))
            .add("a", LocalDate.of(2024, 1, 30), Money.of(20, "USD"))
            .add("a", LocalDate.of(2024, 2, 1), Money.of(30, "USD"))
            .add("a", LocalDate.of(2024, 2, 1), Money.of(1, "USD"))
            .add("a", LocalDate.of(2024, 2, 28), Money.of(40, "USD"))
            .add("b", LocalDate.of(2024, 1, 31), Money.of(5, "USD"))
            .add("c", LocalDate.of(2024, 2, 2), Money.of(6, "USD"))
            .add("c", LocalDate.of(2024, 2, 3), Money.of(7, "USD"))
            .add("d", LocalDate.of(2024, 2, 29), Money.of(8, "USD"))
            .build();

    @Test
    void theHoldOutFollowsTheCalibration() {
        Split split = LOG.split(CALIBRATED, END, LedgerOptions.defaults());
        assertThat(split.calibration()).isEqualTo(LOG.summarize(CALIBRATED));
        assertThat(split.calibratedThrough()).isEqualTo(CALIBRATED);
        assertThat(split.observedThrough()).isEqualTo(END);
        assertThat(split.duration()).isEqualTo(Span.weeks(4));
        assertThat(split.holdoutFrequency(0)).isEqualTo(2);
        assertThat(split.holdoutTotal(0)).isEqualTo(Money.of(71, "USD"));
        assertThat(split.holdoutFrequency(1)).isZero();
        assertThat(split.holdoutTotal(1)).isEqualTo(Money.zero(USD));
        assertThat(split.holdoutPurchases()).isEqualTo(2);
        assertThat(split.newcomers()).isEqualTo(1);
        assertThat(split.newcomerPurchases()).isEqualTo(2);
        assertThat(split.newcomerTotal()).isEqualTo(Money.of(13, "USD"));
        assertThat(split.exclusions()).isEqualTo(new Exclusions(1, 1, 0, Money.zero(USD), 0, Money.zero(USD)));
        assertThat(split)
                .hasToString("2 customers calibrated through 2024-01-31, with 2 purchases in 4 weeks"
                        + " through 2024-02-28; 1 newcomers");
    }

    @Test
    void aPeriodThatTheDateCutsIsCountedInTheCalibration() {
        Split weeks = LOG.split(CALIBRATED, END, LedgerOptions.collapse(ChronoUnit.WEEKS));
        assertThat(weeks.calibration().frequency(0)).isEqualTo(1);
        assertThat(weeks.holdoutFrequency(0))
                .as("2024-02-01 is in the week of 2024-01-30")
                .isEqualTo(1);
        assertThat(weeks.holdoutTotal(0)).isEqualTo(Money.of(71, "USD"));
        Split months = LOG.split(CALIBRATED, END, LedgerOptions.defaults().grid(CalendarGrid.months()));
        assertThat(months.duration().length()).isEqualTo(2629746.0 / 604800.0);
        assertThat(months.holdoutFrequency(0)).isEqualTo(1);
    }

    @Test
    void datesMustBeInOrder() {
        assertThatThrownBy(() -> LOG.split(END, END, LedgerOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("calibratedThrough must be before observedThrough, 2024-02-28, but was 2024-02-28");
        assertThatThrownBy(() -> LOG.split(LocalDate.MIN, END, LedgerOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "calibratedThrough must be from -5877641-06-23 to +5881580-07-11, but was -999999999-01-01");
    }

    @Test
    void onlyRowsAfterTheEndOfObservationCanBeTooLate() {
        LedgerOptions strict = LedgerOptions.defaults().afterEnd(AfterEnd.REJECT);
        assertThatThrownBy(() -> LOG.split(CALIBRATED, END, strict))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 9, customer 'd', 2024-02-29, USD 8.00, is after the end of observation, 2024-02-28;"
                        + " AfterEnd.LEAVE_OUT would count and leave out such rows");
        assertThat(LOG.split(CALIBRATED, END.plusDays(1), strict).newcomers()).isEqualTo(2);
    }

    @Test
    void refundsOfTheHoldOutFollowThePolicy() {
        Ledger returns = Ledger.builder(USD)
                .add("a", LocalDate.of(2024, 1, 5), Money.of(10, "USD"))
                .add("a", LocalDate.of(2024, 2, 5), Money.of(-4, "USD"))
                .add("b", LocalDate.of(2024, 1, 6), Money.of(-1, "USD"))
                .add("b", LocalDate.of(2024, 2, 6), Money.of(-2, "USD"))
                .build();
        Split net = returns.split(CALIBRATED, END, LedgerOptions.defaults().refunds(RefundPolicy.NET));
        assertThat(net.holdoutTotal(0)).isEqualTo(Money.of(-4, "USD"));
        assertThat(net.holdoutFrequency(0)).isZero();
        assertThat(net.exclusions()).isEqualTo(new Exclusions(0, 0, 0, Money.zero(USD), 1, Money.of(-2, "USD")));
        Split ignored = returns.split(CALIBRATED, END, LedgerOptions.defaults().refunds(RefundPolicy.IGNORE));
        assertThat(ignored.holdoutTotal(0)).isEqualTo(Money.zero(USD));
        assertThat(ignored.exclusions()).isEqualTo(new Exclusions(0, 0, 2, Money.of(-6, "USD"), 1, Money.zero(USD)));
        assertThatThrownBy(() -> returns.split(LocalDate.of(2024, 1, 5), END, LedgerOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 2, customer 'a', 2024-02-05, USD -4.00, is a refund; choose how refunds count:"
                        + " RefundPolicy.NET, NET_DROPPING_PERIODS or IGNORE");
    }
}
