package io.clv.btyd;

import io.clv.numerics.Extremes;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;

/**
 * The middle of equally likely draws: from the kth smallest to the kth largest of n, {@code k = floor((n + 1) (1 -
 * level) / 2)}. One more draw of the same kind lies in it with a probability of {@code (n + 1 - 2 k) / (n + 1)}, which
 * is at least the level.
 *
 * @param draws how many, n
 * @param rank k, at least 1
 * @param level the probability
 * @param of what the draws are of
 */
record CentralRange(int draws, int rank, Ratio level, Interval.Of of) {

    /** Keeps a product that is whole but for rounding from being taken for the number below. */
    private static final double ROUNDING = 1e-9;

    static CentralRange of(int draws, Ratio level, Interval.Of of) {
        double beyond = 0.5 * (1 - requireLevel(level).value());
        int rank = (int) Math.floor((draws + 1) * beyond + ROUNDING);
        if (rank < 1) {
            throw new IllegalArgumentException("draws must be at least " + (long) Math.ceil(1 / beyond - 1 - ROUNDING)
                    + " for an interval at the level " + level + ", but were " + draws);
        }
        return new CentralRange(draws, rank, level, of);
    }

    static Ratio requireLevel(Ratio level) {
        if (!(level.value() > 0 && level.value() < 1)) {
            throw new IllegalArgumentException("level must be above 0% and below 100%, but was " + level);
        }
        return level;
    }

    /** What finds the ends; one thread's. */
    Extremes ends() {
        return new Extremes(rank);
    }

    /** The interval of values, which stay as they are. */
    Interval of(double[] values) {
        Extremes ends = ends();
        ends.find(values.clone());
        return new Interval(ends.low(), ends.high(), level, of);
    }
}
