package io.clv.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SeasonalIndexTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** 14 over 7 days are 2 on average: a factor of 4 is twice the average day. */
    @Test
    void factorsAreDividedByTheirMean() {
        SeasonalIndex week = SeasonalIndex.ofWeek(4, 2, 2, 2, 2, 1, 1);
        assertThat(week.on(MONDAY)).isEqualTo(2);
        assertThat(week.on(MONDAY.plusDays(6))).isEqualTo(0.5);
        assertThat(week.over(MONDAY, MONDAY.plusDays(6))).isCloseTo(7, within(1e-12));
    }

    /** December counts its 31 days of 365.2425: with 2 beside ones, the mean is 396.2425 / 365.2425. */
    @Test
    void monthsCountTheirDays() {
        SeasonalIndex year = SeasonalIndex.parse("1,1,1,1,1,1,1,1,1,1,1,2");
        assertThat(year.on(LocalDate.of(2025, 12, 24))).isCloseTo(2 * 365.2425 / 396.2425, within(1e-12));
        assertThat(year.on(LocalDate.of(2025, 2, 1))).isCloseTo(365.2425 / 396.2425, within(1e-12));
    }

    @Test
    void weekAndYearMultiply() {
        SeasonalIndex week = SeasonalIndex.parse("1, 1, 1, 1, 1, 2, 0");
        SeasonalIndex year = SeasonalIndex.ofYear(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2);
        LocalDate saturday = LocalDate.of(2025, 12, 20);
        assertThat(week.and(year).on(saturday)).isCloseTo(week.on(saturday) * year.on(saturday), within(1e-12));
        assertThat(week.and(year))
                .hasToString("days of the week from 0 (Sunday) to 2 (Saturday), months from 0.92 (January) to 1.84"
                        + " (December)")
                .isEqualTo(year.and(week))
                .hasSameHashCodeAs(year.and(week));
        assertThat(SeasonalIndex.ofWeek(3, 3, 3, 3, 3, 3, 3))
                .hasToString("no season")
                .isEqualTo(SeasonalIndex.none());
    }

    @Property(tries = 200)
    void aWeekOfDaysIsSevenAverageDays(@ForAll @Size(7) List<@DoubleRange(min = 0.01, max = 100) Double> factors) {
        SeasonalIndex week =
                SeasonalIndex.ofWeek(factors.stream().mapToDouble(each -> each).toArray());
        assertThat(week.over(MONDAY.plusDays(3), MONDAY.plusDays(9))).isCloseTo(7, within(1e-9));
    }

    @Test
    void refusesWhatIsNoIndex() {
        assertRefused(() -> SeasonalIndex.ofWeek(1, 2), "index of the days of the week must have 7 factors, but had 2");
        assertRefused(() -> SeasonalIndex.ofYear(1), "index of the months of the year must have 12 factors, but had 1");
        assertRefused(
                () -> SeasonalIndex.ofWeek(1, 1, 1, -1, 1, 1, 1),
                "index of the days of the week must have factors from 0, but had -1.0");
        assertRefused(
                () -> SeasonalIndex.ofWeek(1, 1, 1, Double.NaN, 1, 1, 1),
                "index of the days of the week must have factors from 0, but had NaN");
        assertRefused(
                () -> SeasonalIndex.ofWeek(0, 0, 0, 0, 0, 0, 0),
                "index of the days of the week must have a factor above 0, but had none");
        assertRefused(
                () -> SeasonalIndex.parse("1, 2"),
                "seasonal index must have 7 numbers, from Monday, or 12, from January, but had 2");
        assertRefused(
                () -> SeasonalIndex.parse("high"),
                "seasonal index must be numbers with commas between them, but was 'high'");
    }
}
