package io.clv.btyd;

import io.clv.numerics.OrderStatistic;
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

    /** The lower end; reorders the values, and the upper end is to be asked for next. */
    double low(double[] values) {
        return OrderStatistic.select(values, 0, draws, rank - 1) + 0.0;
    }

    /** The upper end of values whose lower end is in its place. */
    double high(double[] values) {
        return OrderStatistic.select(values, rank - 1, draws, draws - rank) + 0.0;
    }

    /** The interval of values, which stay as they are. */
    Interval of(double[] values) {
        double[] copy = values.clone();
        double low = low(copy);
        return new Interval(low, high(copy), level, of);
    }
}
