package io.clv.cohort;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The randomisation test of paired differences (Fisher 1935): where nothing has changed a customer might as well have
 * done in the earlier period what he did in the later one, so that each difference might have the other sign. The
 * p-value is the share of all assignments of signs whose sum is as far from 0 as the observed one: of every assignment
 * where they are few, else of 9,999 drawn ones, of fewer where differences are very many (999 at least), and then with
 * the observed one counted in (Phipson and Smyth 2010), so that p is never 0.
 */
final class SignFlips {

    /** All assignments of so many signs are gone through. */
    private static final int FEW = 13;

    private static final int MOST_DRAWS = 9_999;
    private static final int LEAST_DRAWS = 999;
    private static final long WORK = 300_000_000;

    /** Sums that differ by less, relative to all that is added, are equal. */
    private static final double ROUNDING = 1e-12;

    /** The sizes of differences, ascending, and how often each comes. */
    private final double[] sizes;

    private final int[] times;
    private final int count;
    private final double bound;

    /** Differences in any order; those of 0 tell nothing. */
    SignFlips(double[] differences) {
        double[] sorted = Arrays.stream(differences)
                .map(Math::abs)
                .filter(size -> size > 0)
                .sorted()
                .toArray();
        double[] distinct = new double[sorted.length];
        int[] repeats = new int[sorted.length];
        int last = -1;
        for (double size : sorted) {
            if (last < 0 || distinct[last] != size) {
                distinct[++last] = size;
            }
            repeats[last]++;
        }
        this.sizes = Arrays.copyOf(distinct, last + 1);
        this.times = Arrays.copyOf(repeats, last + 1);
        this.count = sorted.length;
        double all = Arrays.stream(sorted).sum();
        this.bound = Math.abs(Arrays.stream(differences).sum()) - ROUNDING * all;
    }

    double pValue(long seed) {
        return count <= FEW ? ofAll() : ofDrawn(seed);
    }

    private double ofAll() {
        int assignments = 1 << count;
        int beyond = 0;
        for (int signs = 0; signs < assignments; signs++) {
            double sum = 0;
            int bits = signs;
            for (int i = 0; i < sizes.length; i++) {
                for (int repeat = 0; repeat < times[i]; repeat++) {
                    sum += (bits & 1) == 0 ? sizes[i] : -sizes[i];
                    bits >>= 1;
                }
            }
            beyond += Math.abs(sum) >= bound ? 1 : 0;
        }
        return (double) beyond / assignments;
    }

    private double ofDrawn(long seed) {
        int draws = draws();
        SplittableRandom random = new SplittableRandom(seed);
        int beyond = 0;
        for (int draw = 0; draw < draws; draw++) {
            beyond += Math.abs(drawn(random)) >= bound ? 1 : 0;
        }
        return (1.0 + beyond) / (1.0 + draws);
    }

    private int draws() {
        return (int) Math.max(LEAST_DRAWS, Math.min(MOST_DRAWS, WORK / Math.max(1, sizes.length)));
    }

    /** One sum under random signs; of equal sizes only how many are positive matters. */
    private double drawn(SplittableRandom random) {
        double sum = 0;
        long bits = 0;
        int left = 0;
        for (int i = 0; i < sizes.length; i++) {
            int repeats = times[i];
            if (repeats == 1) {
                if (left == 0) {
                    bits = random.nextLong();
                    left = Long.SIZE;
                }
                sum += (bits & 1) == 0 ? sizes[i] : -sizes[i];
                bits >>>= 1;
                left--;
            } else {
                sum += sizes[i] * (2.0 * positive(repeats, random) - repeats);
            }
        }
        return sum;
    }

    /** Heads among so many throws of a coin. */
    private static int positive(int throwsLeft, SplittableRandom random) {
        int heads = 0;
        int left = throwsLeft;
        for (; left >= Long.SIZE; left -= Long.SIZE) {
            heads += Long.bitCount(random.nextLong());
        }
        return left == 0 ? heads : heads + Long.bitCount(random.nextLong() >>> (Long.SIZE - left));
    }

    /** How the p-value comes about, in words. */
    String description(long seed) {
        return count <= FEW ? "all " + (1 << count) + " assignments" : Wording.count(draws()) + " draws, seed " + seed;
    }
}
