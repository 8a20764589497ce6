package io.clv.lifecycle;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The forecasts of one source, in the rows of a table: days from 1970-01-01, or why there is none. Filled by its maker
 * and then left alone.
 */
final class VisitColumns {

    /** No day: also of an interval that is not known. */
    static final int NONE = Integer.MIN_VALUE;

    /** A chance that is not known. */
    static final double UNKNOWN = -1;

    final VisitForecast.Source source;
    final int[] expected;
    final int[] earliest;
    final int[] latest;
    final double[] chance;
    /** The numbers behind a forecast, in words, or why there is none. */
    private final IntFunction<String> words;

    VisitColumns(VisitForecast.Source source, int rows, IntFunction<String> words) {
        this.source = source;
        this.words = words;
        expected = filled(rows);
        earliest = filled(rows);
        latest = filled(rows);
        chance = new double[rows];
        Arrays.fill(chance, UNKNOWN);
    }

    private static int[] filled(int rows) {
        int[] days = new int[rows];
        Arrays.fill(days, NONE);
        return days;
    }

    boolean has(int row) {
        return expected[row] != NONE;
    }

    String words(int row) {
        return words.apply(row);
    }
}
