package io.clv.scenario;

import io.clv.quantity.Ratio;

/** Which of so many sorted draws is a percentile. */
final class Percentile {

    /** Keeps a product that is whole but for rounding from being taken for the number below. */
    private static final double ROUNDING = 1e-9;

    private Percentile() {}

    /**
     * The place, from 0: of n draws the kth smallest with {@code k = floor((n + 1) p)}, and above one half the kth
     * largest with {@code k = floor((n + 1) (1 - p))}, so that the 5th and the 95th hold at least 90% of what may come.
     */
    static int place(Ratio percentile, int draws) {
        double share = percentile.value();
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("percentile must be above 0% and below 100%, but was " + percentile);
        }
        double beyond = Math.min(share, 1 - share);
        int rank = (int) Math.floor((draws + 1) * beyond + ROUNDING);
        if (rank < 1) {
            throw new IllegalArgumentException("futures must be at least " + (long) Math.ceil(1 / beyond - 1 - ROUNDING)
                    + " for the percentile " + percentile + ", but were " + draws);
        }
        return share <= 0.5 ? rank - 1 : draws - rank;
    }
}
