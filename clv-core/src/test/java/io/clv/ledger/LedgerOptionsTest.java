package io.clv.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.CalendarGrid;
import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class LedgerOptionsTest {

    @Test
    void eachSettingIsItsOwn() {
        LedgerOptions weeks = LedgerOptions.collapse(ChronoUnit.WEEKS);
        assertThat(weeks)
                .isEqualTo(new LedgerOptions(
                        CalendarGrid.weeks(DayOfWeek.MONDAY),
                        ChronoUnit.WEEKS,
                        RefundPolicy.REJECT,
                        AfterEnd.LEAVE_OUT));
        assertThat(weeks.unit(ChronoUnit.YEARS).unit()).isEqualTo(ChronoUnit.YEARS);
        assertThat(weeks.grid(CalendarGrid.days()).unit()).isEqualTo(ChronoUnit.WEEKS);
        assertThat(weeks.refunds(RefundPolicy.NET).refunds()).isEqualTo(RefundPolicy.NET);
        assertThat(weeks.afterEnd(AfterEnd.REJECT).afterEnd()).isEqualTo(AfterEnd.REJECT);
        assertThat(LedgerOptions.defaults())
                .isEqualTo(LedgerOptions.collapse(ChronoUnit.DAYS).unit(ChronoUnit.WEEKS))
                .hasToString("collapsed to days in UTC, time in weeks, refunds REJECT, rows after the end LEAVE_OUT");
    }

    @Test
    void otherUnitsAreRefused() {
        assertThatThrownBy(() -> LedgerOptions.defaults().unit(ChronoUnit.HOURS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unit must be one of DAYS, WEEKS, MONTHS, YEARS, but was HOURS");
        assertThatThrownBy(() -> LedgerOptions.collapse(ChronoUnit.DECADES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unit must be one of DAYS, WEEKS, MONTHS, YEARS, but was DECADES");
    }
}
