package io.clv.ledger;

import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The distribution of the gaps between successive purchase periods of one customer, over all customers: how long it
 * takes until those come back who do come back. Gaps that are still open at the end of observation are not in it, so it
 * tells of shorter gaps than there are; it serves to choose a window of inactivity, not to estimate a lifespan.
 */
public final class PurchaseGaps {

    private final ChronoUnit unit;
    private final long[] lengths;
    private final long[] counts;
    private final long count;

    /** Takes ownership of ascending lengths, in units, and their counts, none zero. */
    PurchaseGaps(ChronoUnit unit, long[] lengths, long[] counts) {
        this.unit = unit;
        this.lengths = lengths;
        this.counts = counts;
        this.count = Arrays.stream(counts).sum();
    }

    /**
     * How many gaps there are: the repeat purchases of the table.
     *
     * @return at least 1
     */
    public long count() {
        return count;
    }

    /**
     * The unit of the gaps, that of the grid into which purchases were collapsed.
     *
     * @return days, weeks, months or years
     */
    public ChronoUnit unit() {
        return unit;
    }

    /**
     * The shortest gap that a share of the gaps does not exceed (nearest rank: the gap at place ceil(share x count) of
     * the ascending gaps, the shortest for 0%). The share is taken as the decimal that it prints as, so that 7% of 100
     * gaps are 7.
     *
     * @param share from 0% to 100%
     * @return a gap that occurs
     * @throws IllegalArgumentException if the share is not from 0% to 100%
     */
    public Span quantile(Ratio share) {
        if (share.value() < 0 || share.value() > 1) {
            throw new IllegalArgumentException("share of gaps must be from 0% to 100%, but was " + share);
        }
        long rank = BigDecimal.valueOf(share.value())
                .multiply(BigDecimal.valueOf(count))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        int at = 0;
        for (long below = counts[0]; below < rank; below += counts[at]) {
            at++;
        }
        return Span.of((double) lengths[at], unit);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PurchaseGaps gaps
                && unit == gaps.unit
                && Arrays.equals(lengths, gaps.lengths)
                && Arrays.equals(counts, gaps.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lengths) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return count + " gaps between purchases, half within " + quantile(Ratio.percent(50)) + ", 90% within "
                + quantile(Ratio.percent(90));
    }
}
