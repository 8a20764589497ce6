package io.clv.lifecycle;

import java.util.Arrays;

/**
 * Cuts a series of amounts into levels: binary segmentation (Scott and Knott 1974) by the likelihood ratio of a shift
 * in the mean of normal observations (Hawkins 1977; Worsley 1979),
 *
 * <pre>{@code max over k of |mean after k - mean before k| / (s sqrt(1/k + 1/(n-k)))}</pre>
 *
 * <p>with at least three periods on either side. The noise s is von Neumann's (1941), from squared differences of
 * successive amounts, so that levels and slow trends are no part of it; the difference across k is left out. The
 * critical values were simulated for independent normal noise at 5%. A higher level has income in at least three
 * periods, for what one or two purchases bring is no level.
 *
 * <p>Holds buffers: one instance a thread.
 */
final class LevelShifts {

    private static final int SIDE = CurveRules.LEAST_PERIODS;

    /** The 95% points of the statistic under independent normal noise, by length, from 150,000 draws each. */
    private static final int[] LENGTHS = {6, 7, 8, 9, 10, 11, 12, 14, 16, 20, 24, 30, 40, 60, 90, 120, 240, 480};

    private static final double[] POINTS = {
        2.916, 3.252, 3.328, 3.356, 3.369, 3.320, 3.332, 3.302, 3.263, 3.207, 3.169, 3.152, 3.133, 3.125, 3.133, 3.150,
        3.186, 3.219
    };

    private final double leastChange;
    private double[] amounts = {};
    private double[] sums = {};
    private int[] paid = {};
    private double[] criticalSquares = {};

    /** How many levels there are. */
    int count;

    /** The first period of each level. */
    int[] from = {};

    /** The mean of each level. */
    double[] mean = {};

    LevelShifts(CurveRules rules) {
        leastChange = rules.leastChange().value();
    }

    /** Room for the amounts of a number of periods, all zero. */
    double[] clear(int periods) {
        if (amounts.length < periods) {
            amounts = new double[periods];
            sums = new double[periods + 1];
            paid = new int[periods + 1];
            from = new int[periods];
            mean = new double[periods];
            criticalSquares = new double[periods + 1];
            for (int n = 2 * SIDE; n <= periods; n++) {
                double critical = critical(n);
                criticalSquares[n] = critical * critical;
            }
        } else {
            Arrays.fill(amounts, 0, periods, 0);
        }
        return amounts;
    }

    static double critical(int length) {
        int above = Arrays.binarySearch(LENGTHS, length);
        if (above >= 0) {
            return POINTS[above];
        }
        above = -above - 1;
        if (above == LENGTHS.length) {
            return POINTS[above - 1];
        }
        double share = (length - LENGTHS[above - 1]) / (double) (LENGTHS[above] - LENGTHS[above - 1]);
        return POINTS[above - 1] + share * (POINTS[above] - POINTS[above - 1]);
    }

    /** Finds the levels of the amounts that were filled in after {@link #clear}. */
    void find(int periods) {
        for (int i = 0; i < periods; i++) {
            sums[i + 1] = sums[i] + amounts[i];
            paid[i + 1] = paid[i] + (amounts[i] > 0 ? 1 : 0);
        }
        count = 0;
        if (periods > 0) {
            cut(0, periods);
            mergeAlike(periods);
        }
    }

    /** How many periods of a level have income. */
    int paid(int level, int periods) {
        return paid[end(level, periods)] - paid[from[level]];
    }

    /** The period after the last of a level. */
    int end(int level, int periods) {
        return level + 1 < count ? from[level + 1] : periods;
    }

    private void cut(int begin, int end) {
        int at = shift(begin, end);
        if (at < 0) {
            from[count] = begin;
            mean[count++] = (sums[end] - sums[begin]) / (end - begin);
        } else {
            cut(begin, at);
            cut(at, end);
        }
    }

    /** Where the mean shifts, or -1. */
    private int shift(int begin, int end) {
        int n = end - begin;
        if (n < 2 * SIDE || paid[end] - paid[begin] < SIDE) {
            return -1;
        }
        double rough = 0;
        for (int i = begin + 1; i < end; i++) {
            double step = amounts[i] - amounts[i - 1];
            rough += step * step;
        }
        int best = -1;
        double most = criticalSquares[n];
        for (int at = begin + SIDE; at <= end - SIDE; at++) {
            int left = at - begin;
            int right = end - at;
            double shift = (sums[end] - sums[at]) / right - (sums[at] - sums[begin]) / left;
            if (shift == 0 || (shift > 0 ? paid[end] - paid[at] : paid[at] - paid[begin]) < SIDE) {
                continue;
            }
            double step = amounts[at] - amounts[at - 1];
            double noise = Math.max(0, rough - step * step) / (2.0 * (n - 2));
            // Two levels without any noise give infinity, which is beyond every critical value.
            double square = shift * shift * left * right / (noise * n);
            if (square > most) {
                most = square;
                best = at;
            }
        }
        return best;
    }

    /** Takes levels together whose difference is too small to matter, the closest ones first. */
    private void mergeAlike(int periods) {
        while (count > 1) {
            int closest = 0;
            for (int level = 1; level + 1 < count; level++) {
                if (change(level) < change(closest)) {
                    closest = level;
                }
            }
            if (change(closest) >= leastChange) {
                return;
            }
            int end = end(closest + 1, periods);
            mean[closest] = (sums[end] - sums[from[closest]]) / (end - from[closest]);
            for (int level = closest + 1; level + 1 < count; level++) {
                from[level] = from[level + 1];
                mean[level] = mean[level + 1];
            }
            count--;
        }
    }

    private double change(int level) {
        return Math.abs(relativeChange(mean[level], mean[level + 1]));
    }

    /** The change from one level to the next, of the first; infinite from nothing. */
    static double relativeChange(double before, double after) {
        return before == after ? 0 : (after - before) / Math.abs(before);
    }
}
