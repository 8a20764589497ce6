package io.clv.economics;

import io.clv.numerics.InverseNormal;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;

/**
 * How many are satisfied, CSAT, of the answers from 1 to 5: the share that answers 4 or 5. Who answers 1 or 2 is
 * dissatisfied.
 *
 * @param satisfied how many answered 4 or 5
 * @param answers how many answered
 */
public record SatisfiedShare(int satisfied, int answers) {

    /** The least answer of the satisfied. */
    public static final int SATISFIED = 4;

    /** The greatest answer of the dissatisfied. */
    public static final int DISSATISFIED = 2;

    private static final int MOST = 5;

    /**
     * Checks the counts.
     *
     * @param satisfied how many answered 4 or 5
     * @param answers how many answered
     * @throws IllegalArgumentException if nobody answered, or the satisfied are not from 0 to the answers
     */
    public SatisfiedShare {
        if (answers < 1) {
            throw new IllegalArgumentException("a share of satisfied needs answers, but there were " + answers);
        }
        if (satisfied < 0 || satisfied > answers) {
            throw new IllegalArgumentException(
                    "satisfied must be between 0 and the answers, " + answers + ", but were " + satisfied);
        }
    }

    /**
     * The share of some answers.
     *
     * @param answers from 1 to 5
     * @return the share
     * @throws IllegalArgumentException if one is not from 1 to 5, or there is none
     */
    public static SatisfiedShare of(int... answers) {
        int satisfied = 0;
        for (int answer : answers) {
            satisfied += require(answer, "answer") >= SATISFIED ? 1 : 0;
        }
        return new SatisfiedShare(satisfied, answers.length);
    }

    static int require(double answer, String name) {
        if (!(answer >= 1 && answer <= MOST && answer == Math.rint(answer))) {
            throw new IllegalArgumentException(name + " must be a whole number from 1 to 5, but was "
                    + (answer == Math.rint(answer) ? Long.toString((long) answer) : Double.toString(answer)));
        }
        return (int) answer;
    }

    /**
     * The share.
     *
     * @return satisfied / answers
     */
    public Ratio share() {
        return Ratio.of((double) satisfied / answers);
    }

    /**
     * The interval of the share of all who might have answered, by Wilson (JASA 22, 1927): it stays within 0 and 1, and
     * is not a point where all agree.
     *
     * @param level above 0% and below 100%
     * @return the interval, of the mean
     * @throws IllegalArgumentException if the level is out of range
     */
    public Interval interval(Ratio level) {
        new Interval(0, 0, level, Interval.Of.MEAN);
        double z = InverseNormal.at((1 + level.value()) / 2);
        double n = answers;
        double p = satisfied / n;
        double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half), level, Interval.Of.MEAN);
    }

    /** "CSAT 84% of 250 answers". */
    @Override
    public String toString() {
        return "CSAT " + Wording.percent(share().value()) + " of " + Wording.count(answers, "answer");
    }
}
