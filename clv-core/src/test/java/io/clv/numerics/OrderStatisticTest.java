package io.clv.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OrderStatisticTest {

    @Property
    void standsWhereItWouldIfAllWereSorted(
            @ForAll @Size(min = 1, max = 500) int[] few, @ForAll @IntRange(max = 499) int place) {
        assertSelects(Arrays.stream(few).asDoubleStream().toArray(), place % few.length);
    }

    /** Counts are mostly equal. */
    @Property
    void standsWhereItWouldAmongMany(
            @ForAll @Size(min = 1, max = 500) @IntRange(max = 3) int[] few, @ForAll @IntRange(max = 499) int place) {
        assertSelects(Arrays.stream(few).asDoubleStream().toArray(), place % few.length);
    }

    private static void assertSelects(double[] values, int rank) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);

        double selected = OrderStatistic.select(values, 0, values.length, rank);

        assertThat(selected).isEqualTo(sorted[rank]).isEqualTo(values[rank]);
        assertThat(Arrays.stream(values, 0, rank)).allMatch(before -> before <= selected);
        assertThat(Arrays.stream(values, rank, values.length)).allMatch(after -> after >= selected);
        // The next is looked for behind it.
        double last = OrderStatistic.select(values, rank, values.length, values.length - 1);
        assertThat(last).isEqualTo(sorted[values.length - 1]);
    }

    @Property
    void extremesStandSoFarFromTheEnds(
            @ForAll @Size(min = 1, max = 500) int[] few, @ForAll @IntRange(max = 499) int place) {
        double[] values = Arrays.stream(few).asDoubleStream().toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int rank = place % few.length + 1;
        Extremes extremes = new Extremes(rank);

        // What was found before does not matter.
        extremes.find(new double[values.length]);
        extremes.find(values);

        assertThat(extremes.low()).isEqualTo(sorted[rank - 1]);
        assertThat(extremes.high()).isEqualTo(sorted[values.length - rank]);
    }
}
