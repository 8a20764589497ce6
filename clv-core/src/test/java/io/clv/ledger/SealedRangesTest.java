package io.clv.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.quantity.CalendarGrid;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SealedRangesTest {

    private static DayRange range(int first, int last) {
        return new DayRange(first, last);
    }

    @Test
    void rangesGrowTogetherWhereTheyMeet() {
        SealedRanges apart = SealedRanges.NONE.plus(range(20, 29)).plus(range(0, 9));
        assertThat(apart.ranges()).containsExactly(range(0, 9), range(20, 29));
        assertThat(apart.plus(range(11, 18)).ranges()).containsExactly(range(0, 9), range(11, 18), range(20, 29));
        assertThat(apart.plus(range(10, 18)).ranges()).containsExactly(range(0, 18), range(20, 29));
        assertThat(apart.plus(range(11, 19)).ranges()).containsExactly(range(0, 9), range(11, 29));
        assertThat(apart.plus(range(10, 19)).ranges()).containsExactly(range(0, 29));
        assertThat(apart.plus(range(31, 40)).ranges()).containsExactly(range(0, 9), range(20, 29), range(31, 40));
        assertThat(apart.plus(range(-5, 50)).ranges()).containsExactly(range(-5, 50));
        assertThat(apart.plus(range(3, 4))).isEqualTo(apart);
        assertThat(apart.plus(DayRange.through(3)).ranges()).containsExactly(DayRange.through(9), range(20, 29));
        assertThat(apart.plus(SealedRanges.NONE.plus(range(10, 12)).plus(range(14, 50)))
                        .ranges())
                .containsExactly(range(0, 12), range(14, 50));
    }

    @Test
    void daysAreHeldByOneRange() {
        SealedRanges ranges = SealedRanges.NONE.plus(range(0, 9)).plus(range(20, 29));
        assertThat(ranges.holding(-1)).isEmpty();
        assertThat(ranges.holding(0)).contains(range(0, 9));
        assertThat(ranges.holding(9)).contains(range(0, 9));
        assertThat(ranges.holding(10)).isEmpty();
        assertThat(ranges.holding(20)).contains(range(20, 29));
        assertThat(ranges.last()).contains(29);
        assertThat(ranges.overlapping(range(10, 19))).isEmpty();
        assertThat(ranges.overlapping(range(9, 20))).contains(range(0, 9));
        assertThat(ranges.overlapping(range(10, 20))).contains(range(20, 29));
        assertThat(SealedRanges.NONE.last()).isEmpty();
    }

    @Test
    void aPeriodIsCutUnlessTheRangeBeginsOrEndsWithIt() {
        CalendarGrid months = CalendarGrid.months();
        DayRange january = DayRange.of(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31));
        DayRange middle = DayRange.of(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 30));
        assertThat(january.cutsFirstPeriod(months)).isFalse();
        assertThat(january.cutsLastPeriod(months)).isFalse();
        assertThat(middle.cutsFirstPeriod(months)).isTrue();
        assertThat(middle.cutsLastPeriod(months)).isTrue();
        assertThat(middle.cutsFirstPeriod(CalendarGrid.days())).isFalse();
        assertThat(middle.cutsLastPeriod(CalendarGrid.days())).isFalse();
        assertThat(range(Integer.MIN_VALUE, Integer.MAX_VALUE).cutsFirstPeriod(months))
                .isFalse();
        assertThat(range(Integer.MIN_VALUE, Integer.MAX_VALUE).cutsLastPeriod(months))
                .isFalse();
    }
}
