package io.clv.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Ratio;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ContactRulesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static ContactRules.Builder rules() {
        return ContactRules.between(FIRST, LocalDate.of(2028, 12, 31));
    }

    private static ContactRules.Builder full() {
        return rules().in(ZoneId.of("Europe/Berlin"))
                .at(LocalTime.of(11, 30))
                .quietHours(LocalTime.of(19, 0), LocalTime.of(9, 0))
                .quietDays(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY)
                .quietDates(Set.of(FIRST))
                .lead(21, 7)
                .grace(3)
                .cap(2, CalendarGrid.months())
                .minimumGap(10)
                .touches(36)
                .leastChance(Ratio.percent(30));
    }

    @Test
    void rulesAreReadBack() {
        ContactRules rules = full().build();
        assertThat(rules)
                .hasToString("2026-01-01 to 2028-12-31 at 11:30 in Europe/Berlin; quiet from 19:00 to 09:00; quiet on"
                        + " SATURDAY, SUNDAY; quiet on 1 date; 21 to 7 days ahead; 10 days between two; at most 2 in"
                        + " months in UTC; 36 touches wanted; visits with a chance of at least 30%");
        assertThat(rules.grace()).isEqualTo(3);
        assertThat(rules.cap()).hasValue(2);
        assertThat(rules.capPeriods()).contains(CalendarGrid.months());
        assertThat(rules.leastChance()).contains(Ratio.percent(30));
    }

    @Test
    void whatIsNotSaidIsNotRestricted() {
        ContactRules rules = rules().build();
        assertThat(rules)
                .hasToString("2026-01-01 to 2028-12-31 at 10:00 in UTC; 14 to 1 days ahead; 1 day between two");
        assertThat(rules.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(rules.cap()).isEmpty();
        assertThat(rules.touches()).isZero();
        assertThat(rules.isQuiet(LocalTime.MIDNIGHT)).isFalse();
        assertThat(rules.isQuiet(FIRST)).isFalse();
    }

    @Test
    void quietHoursGoOnPastMidnight() {
        ContactRules rules = full().build();
        assertThat(rules.isQuiet(LocalTime.of(19, 0))).isTrue();
        assertThat(rules.isQuiet(LocalTime.MIDNIGHT)).isTrue();
        assertThat(rules.isQuiet(LocalTime.of(8, 59, 59))).isTrue();
        assertThat(rules.isQuiet(LocalTime.of(9, 0))).isFalse();
        assertThat(rules.isQuiet(LocalTime.of(18, 59))).isFalse();
        ContactRules noon =
                rules().quietHours(LocalTime.of(12, 0), LocalTime.of(14, 0)).build();
        assertThat(noon.isQuiet(LocalTime.of(11, 59))).isFalse();
        assertThat(noon.isQuiet(LocalTime.of(12, 0))).isTrue();
        assertThat(noon.isQuiet(LocalTime.of(14, 0))).isFalse();
    }

    @Test
    void contradictionsAreRefused() {
        refused(each -> each.in(ZoneOffset.UTC), "zone was already set to Europe/Berlin");
        refused(each -> each.at(LocalTime.NOON), "time of contact was already set to 11:30");
        refused(each -> each.quietHours(LocalTime.NOON, LocalTime.MIDNIGHT), "quiet hours was already set to 19:00");
        refused(each -> each.minimumGap(1), "minimum gap was already set to 10");
        refused(each -> each.cap(1, CalendarGrid.days()), "cap was already set to months in UTC");
        refused(each -> each.touches(1), "touches was already set to 36");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules().at(LocalTime.of(20, 0))
                        .quietHours(LocalTime.of(19, 0), LocalTime.of(9, 0))
                        .build())
                .withMessage("time of contact must be outside the quiet hours, 19:00 to 09:00, but was 20:00");
    }

    private static void refused(UnaryOperator<ContactRules.Builder> step, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> step.apply(full()))
                .withMessage(message);
    }

    @Test
    void whatCannotBeIsRefused() {
        bad(
                each -> ContactRules.between(FIRST, FIRST.minusDays(1)),
                "last day must not be before the first (2026-01-01), but was 2025-12-31");
        bad(
                each -> ContactRules.between(FIRST, FIRST.plusYears(101)),
                "last day must be at most 100 years after the first (2026-01-01), but was 2127-01-01");
        bad(
                each -> each.quietHours(LocalTime.NOON, LocalTime.NOON),
                "quiet hours must end at another time than they begin, but both were 12:00");
        bad(each -> each.quietDays(DayOfWeek.values()), "quiet days must leave a day of the week, but were all seven");
        bad(
                each -> each.lead(3, 14),
                "lead must go from a number of days down to one that is not negative, but was from 3 to 14");
        bad(each -> each.grace(-1), "grace must be from 0 to 36525 days, but was -1");
        bad(each -> each.minimumGap(0), "minimum gap must be from 1 to 36525 days, but was 0");
        bad(each -> each.cap(0, CalendarGrid.months()), "cap must be at least 1, but was 0");
        bad(each -> each.touches(0), "touches must be from 1 to the number of planned days, 1,096, but were 0");
        bad(each -> each.leastChance(Ratio.percent(101)), "least chance must be between 0% and 100%, but was 101%");
    }

    private static void bad(UnaryOperator<ContactRules.Builder> step, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> step.apply(rules()))
                .withMessage(message);
    }
}
