package io.clv.quantity;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CalendarGridTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @ParameterizedTest
    @CsvSource({
        "1970-01-01, 0, 0, 0, 0",
        "1970-01-04, 3, 0, 0, 0",
        "1970-01-05, 4, 1, 0, 0",
        "1969-12-31, -1, 0, -1, -1",
        "1969-12-28, -4, -1, -1, -1",
        "1997-09-30, 10134, 1448, 332, 27",
        "2000-02-29, 11016, 1574, 361, 30",
        "1900-03-01, -25508, -3644, -838, -70",
    })
    void numbersPeriodsFromTheOneThatHoldsTheEpoch(LocalDate date, int day, int week, int month, int year) {
        assertThat(CalendarGrid.days().indexOf(date)).isEqualTo(day);
        assertThat(CalendarGrid.weeks(DayOfWeek.MONDAY).indexOf(date)).isEqualTo(week);
        assertThat(CalendarGrid.months().indexOf(date)).isEqualTo(month);
        assertThat(CalendarGrid.years().indexOf(date)).isEqualTo(year);
    }

    @ParameterizedTest
    @EnumSource(DayOfWeek.class)
    void weekZeroHoldsTheEpochAndBeginsOnItsFirstDay(DayOfWeek firstDay) {
        CalendarGrid weeks = CalendarGrid.weeks(firstDay);
        assertThat(weeks.startOf(0).getDayOfWeek()).isEqualTo(firstDay);
        assertThat(weeks.startOf(0)).isBeforeOrEqualTo(LocalDate.EPOCH);
        assertThat(weeks.endOf(0)).isAfterOrEqualTo(LocalDate.EPOCH);
    }

    @Test
    void endsAreLastDays() {
        assertThat(CalendarGrid.months().endOf(361)).isEqualTo(LocalDate.of(2000, 2, 29));
        assertThat(CalendarGrid.months().endOf(-838)).isEqualTo(LocalDate.of(1900, 3, 31));
        assertThat(CalendarGrid.years().endOf(-1)).isEqualTo(LocalDate.of(1969, 12, 31));
        assertThat(CalendarGrid.weeks(DayOfWeek.SUNDAY).endOf(0)).isEqualTo(LocalDate.of(1970, 1, 3));
        assertThat(CalendarGrid.days().endOf(-1)).isEqualTo(LocalDate.of(1969, 12, 31));
    }

    @Test
    void anInstantIsTheDateOfItsZone() {
        Instant evening = Instant.parse("2023-12-31T15:00:00Z");
        assertThat(CalendarGrid.years().indexOf(evening)).isEqualTo(53);
        assertThat(CalendarGrid.years().in(TOKYO).indexOf(evening)).isEqualTo(54);
        assertThat(CalendarGrid.years().in(TOKYO).zone()).isEqualTo(TOKYO);
    }

    @Test
    void gridsThatNumberAlikeAreEqual() {
        assertThat(new CalendarGrid(DAYS, DayOfWeek.SUNDAY, ZoneId.of("UTC")))
                .isEqualTo(CalendarGrid.days())
                .hasToString("days in UTC");
        assertThat(CalendarGrid.of(MONTHS)).isEqualTo(CalendarGrid.months()).hasToString("months in UTC");
        assertThat(CalendarGrid.of(YEARS)).isEqualTo(CalendarGrid.years());
        assertThat(CalendarGrid.of(WEEKS))
                .isEqualTo(CalendarGrid.weeks(DayOfWeek.MONDAY))
                .isNotEqualTo(CalendarGrid.weeks(DayOfWeek.SUNDAY));
    }

    @ParameterizedTest
    @CsvSource({
        "days, days in UTC",
        "month, months in UTC",
        "Weeks, weeks from Monday in UTC",
        "weeks from sunday, weeks from Sunday in UTC",
        "' WEEKS  FROM SATURDAY IN Asia/Tokyo ', weeks from Saturday in Asia/Tokyo",
        "years in +09:00, years in +09:00",
        "years in Z, years in UTC",
    })
    void readsWhatPeopleWrite(String text, String shown) {
        assertThat(CalendarGrid.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                  | grid must be periods, as in 'weeks from Monday in UTC', but was ''
                    4 weeks             | grid must be periods, as in 'weeks from Monday in UTC', but was '4 weeks'
                    quarters            | unit must be one of days, weeks, months, years, but was 'quarters'
                    months from Sunday  | only weeks have a first day, but was 'months from Sunday'
                    days in Atlantis    | zone must be a time zone such as Europe/Berlin, but was 'Atlantis'
                    weeks from Mon      | first day must be one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, \
                    SATURDAY, SUNDAY, but was 'Mon'
                    """)
    void otherTextIsRefused(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalendarGrid.parse(text))
                .withMessage(message);
    }

    @Test
    void theFarthestPeriodsAreRightOrRefused() {
        assertThat(CalendarGrid.years().indexOf(LocalDate.MAX)).isEqualTo(999_998_029);
        assertThat(CalendarGrid.years().endOf(999_998_029)).isEqualTo(LocalDate.MAX);
        assertThat(CalendarGrid.years().startOf(-1_000_001_969)).isEqualTo(LocalDate.MIN);
        assertThat(CalendarGrid.days().endOf(Integer.MAX_VALUE)).isEqualTo(LocalDate.ofEpochDay(Integer.MAX_VALUE));
        assertThat(CalendarGrid.months().endOf(Integer.MAX_VALUE).lengthOfMonth())
                .isEqualTo(CalendarGrid.months().endOf(Integer.MAX_VALUE).getDayOfMonth());
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> CalendarGrid.days().indexOf(LocalDate.MAX))
                .withMessage("number 365241780471 of days in UTC is beyond the range of an int");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> CalendarGrid.months().indexOf(LocalDate.MAX))
                .withMessage("number 11999976359 of months in UTC is beyond the range of an int");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> CalendarGrid.of(WEEKS).indexOf(LocalDate.MIN))
                .withMessage("number -52177602737 of weeks from Monday in UTC is beyond the range of an int");
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> CalendarGrid.years().endOf(Integer.MAX_VALUE))
                .withMessage("Invalid value for Year (valid values -999999999 - 999999999): 2147485617");
    }

    @Test
    void utcIsTheZoneUnlessGiven() {
        assertThat(CalendarGrid.days().zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(CalendarGrid.weeks(DayOfWeek.FRIDAY).firstDay()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(CalendarGrid.weeks(DayOfWeek.FRIDAY).unit()).isEqualTo(WEEKS);
    }
}
