package io.clv.cohort;

import io.clv.quantity.Interval;

/**
 * What a change did to the customers who had it, by the ratio of ratios {@code (after / before of the treated) / (after
 * / before of the control) - 1}: a difference in differences of logs. It is an effect if without the change both groups
 * would have changed by the same factor, which no data can show.
 *
 * @param measure what was compared
 * @param treatedBefore the treated in the earlier period
 * @param treatedAfter the treated in the later period
 * @param controlBefore the control in the earlier period
 * @param controlAfter the control in the later period
 * @param relative the effect as a share of what there would have been without the change
 * @param interval of the mean of that
 * @param amount the effect on the treated in the later period: {@code treatedAfter - treatedBefore controlAfter /
 *     controlBefore}
 * @param pValue how often an effect as large as this comes by chance where there is none
 */
public record Effect(
        PeriodMeasure measure,
        double treatedBefore,
        double treatedAfter,
        double controlBefore,
        double controlAfter,
        double relative,
        Interval interval,
        double amount,
        double pValue) {

    /**
     * Whether the effect is more than noise at the level of its interval.
     *
     * @return true if chance seldom makes such an effect
     */
    public boolean isMoreThanNoise() {
        return pValue < 1 - interval.level().value();
    }
}
