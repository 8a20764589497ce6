package io.clv.lifecycle;

import io.clv.quantity.Ratio;

/**
 * What counts as a change of income, and how long a level must hold to be a plateau. That a change is beyond chance is
 * tested as well, see {@link IncomeCurve}; these rules say what matters to the business.
 *
 * @param leastChange the least change of a level that counts, of the level before; smaller ones are part of the level
 * @param plateauFrom for how many periods a level must hold to be a plateau, and for how many a change is recent
 */
public record CurveRules(Ratio leastChange, int plateauFrom) {

    /** The fewest periods of which a level is found. */
    static final int LEAST_PERIODS = 3;

    /**
     * Checks the rules.
     *
     * @param leastChange the least change of a level that counts
     * @param plateauFrom for how many periods a level must hold
     * @throws IllegalArgumentException if the change is not above 0% and below 100%, or there are fewer than 3 periods
     */
    public CurveRules {
        if (!(leastChange.value() > 0 && leastChange.value() < 1)) {
            throw new IllegalArgumentException(
                    "least change of income must be above 0% and below 100%, but was " + leastChange);
        }
        if (plateauFrom < LEAST_PERIODS) {
            throw new IllegalArgumentException(
                    "a plateau must hold for at least " + LEAST_PERIODS + " periods, but was " + plateauFrom);
        }
    }

    /**
     * Changes from 20% on, and plateaus of 6 periods: half a year of months.
     *
     * @return the rules
     */
    public static CurveRules defaults() {
        return new CurveRules(Ratio.percent(20), 6);
    }

    /** "changes of income from 20% on, plateaus from 6 periods on". */
    @Override
    public String toString() {
        return "changes of income from " + leastChange + " on, plateaus from " + plateauFrom + " periods on";
    }
}
