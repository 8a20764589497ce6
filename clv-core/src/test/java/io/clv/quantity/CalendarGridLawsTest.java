package io.clv.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Every grid cuts the days of the calendar, before 1970 too, into consecutive periods without a gap. */
@Domain(DomainContext.Global.class)
@Domain(value = Quantities.class, priority = 1)
class CalendarGridLawsTest {

    @Property
    void aDateLiesInItsPeriod(
            @ForAll(supplier = Draw.Day.class) int epochDay, @ForAll ChronoUnit unit, @ForAll DayOfWeek first) {
        CalendarGrid grid = new CalendarGrid(unit, first, ZoneOffset.UTC);
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        int index = grid.indexOf(date);
        assertThat(grid.indexOfEpochDay(epochDay)).isEqualTo(index);
        assertThat(date).isBetween(grid.startOf(index), grid.endOf(index));
    }

    @Property
    void periodsFollowOneAnotherWithoutAGap(@ForAll short index, @ForAll ChronoUnit unit, @ForAll DayOfWeek first) {
        CalendarGrid grid = new CalendarGrid(unit, first, ZoneOffset.UTC);
        assertThat(grid.startOf(index + 1)).isEqualTo(grid.endOf(index).plusDays(1));
        assertThat(grid.startOf(index + 1)).isEqualTo(grid.startOf(index).plus(1, unit));
        assertThat(grid.indexOf(grid.startOf(index))).isEqualTo(index);
        assertThat(grid.indexOf(grid.endOf(index))).isEqualTo(index);
    }

    @Property
    void periodsBeginWhereTheyShould(@ForAll short index, @ForAll DayOfWeek first) {
        assertThat(CalendarGrid.weeks(first).startOf(index).getDayOfWeek()).isEqualTo(first);
        assertThat(CalendarGrid.months().startOf(index).getDayOfMonth()).isEqualTo(1);
        assertThat(CalendarGrid.years().startOf(index).getDayOfYear()).isEqualTo(1);
    }

    @Property
    void numbersCountThePeriodsBetween(
            @ForAll(supplier = Draw.Day.class) int a,
            @ForAll(supplier = Draw.Day.class) int b,
            @ForAll ChronoUnit unit,
            @ForAll DayOfWeek first) {
        CalendarGrid grid = new CalendarGrid(unit, first, ZoneOffset.UTC);
        int from = grid.indexOfEpochDay(a);
        int to = grid.indexOfEpochDay(b);
        assertThat((long) to - from).isEqualTo(unit.between(grid.startOf(from), grid.startOf(to)));
    }
}
