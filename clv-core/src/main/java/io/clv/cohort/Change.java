package io.clv.cohort;

import io.clv.quantity.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a measure changed from one period to another, and whether that is more than noise.
 *
 * @param measure what was compared
 * @param before the earlier period, at the length of the later one where lengths differ
 * @param after the later period
 * @param difference after - before, with the interval of its mean
 * @param relative after / before - 1; empty unless both are above 0, and for shares
 * @param relativeInterval the interval of its mean; empty where it is
 * @param pValue how often a difference as large as this comes by chance where nothing has changed
 */
public record Change(
        PeriodMeasure measure,
        double before,
        double after,
        Interval difference,
        OptionalDouble relative,
        Optional<Interval> relativeInterval,
        double pValue) {

    /**
     * Whether the change is more than noise at the level of its interval: p is below 5% at 95%.
     *
     * @return true if chance seldom makes such a difference
     */
    public boolean isMoreThanNoise() {
        return pValue < 1 - difference.level().value();
    }
}
