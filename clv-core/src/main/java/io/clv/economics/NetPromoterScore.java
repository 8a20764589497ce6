package io.clv.economics;

import io.clv.numerics.InverseNormal;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import java.util.Locale;

/**
 * How many would recommend, of the answers from 0 to 10 (Reichheld, Harvard Business Review, December 2003): {@code NPS
 * = 100 (promoters - detractors) / answers}, from -100 to 100. Promoters answer 9 or 10, detractors 0 to 6.
 *
 * @param promoters how many answered 9 or 10
 * @param passives how many answered 7 or 8
 * @param detractors how many answered 0 to 6
 */
public record NetPromoterScore(int promoters, int passives, int detractors) {

    /** The least answer of a promoter. */
    public static final int PROMOTER = 9;

    /** The greatest answer of a detractor. */
    public static final int DETRACTOR = 6;

    private static final int MOST = 10;

    /**
     * Checks the counts.
     *
     * @param promoters how many answered 9 or 10
     * @param passives how many answered 7 or 8
     * @param detractors how many answered 0 to 6
     * @throws IllegalArgumentException if a count is negative, or nobody answered
     */
    public NetPromoterScore {
        if (promoters < 0 || passives < 0 || detractors < 0) {
            throw new IllegalArgumentException("counts of answers must not be negative, but were " + promoters + ", "
                    + passives + " and " + detractors);
        }
        if ((long) promoters + passives + detractors == 0) {
            throw new IllegalArgumentException("a net promoter score needs answers, but there were none");
        }
    }

    /**
     * The score of some answers.
     *
     * @param answers from 0 to 10
     * @return the score
     * @throws IllegalArgumentException if one is not from 0 to 10, or there is none
     */
    public static NetPromoterScore of(int... answers) {
        int high = 0;
        int low = 0;
        for (int answer : answers) {
            require(answer, "answer");
            high += answer >= PROMOTER ? 1 : 0;
            low += answer <= DETRACTOR ? 1 : 0;
        }
        return new NetPromoterScore(high, answers.length - high - low, low);
    }

    static int require(double answer, String name) {
        if (!(answer >= 0 && answer <= MOST && answer == Math.rint(answer))) {
            throw new IllegalArgumentException(name + " must be a whole number from 0 to 10, but was "
                    + (answer == Math.rint(answer) ? Long.toString((long) answer) : Double.toString(answer)));
        }
        return (int) answer;
    }

    /**
     * How many answered.
     *
     * @return at least 1
     */
    public int answers() {
        return promoters + passives + detractors;
    }

    /**
     * The score.
     *
     * @return from -100 to 100
     */
    public double score() {
        return 100.0 * ((double) promoters - detractors) / answers();
    }

    /**
     * The interval of the score of all who might have answered, as if those who did were drawn by chance. Wald's, with
     * three answers added, of which 3/4 promote, 3/4 detract and 3/2 do neither, so that a few answers that all agree
     * do not look sure (Rocks, The American Statistician 70, 2016): {@code 100 (d +- z sqrt((p + q - d^2) / (n + 3)))},
     * cut at -100 and 100.
     *
     * @param level above 0% and below 100%
     * @return the interval, of the mean
     * @throws IllegalArgumentException if the level is out of range
     */
    public Interval interval(Ratio level) {
        new Interval(0, 0, level, Interval.Of.MEAN);
        double n = answers() + 3.0;
        double p = (promoters + 0.75) / n;
        double q = (detractors + 0.75) / n;
        double d = p - q;
        double half = InverseNormal.at((1 + level.value()) / 2) * Math.sqrt((p + q - d * d) / n);
        return new Interval(Math.max(-100, 100 * (d - half)), Math.min(100, 100 * (d + half)), level, Interval.Of.MEAN);
    }

    /** "NPS +12 of 250 answers". */
    @Override
    public String toString() {
        return "NPS " + signed(score()) + " of " + Wording.count(answers(), "answer");
    }

    static String signed(double score) {
        String text = String.format(Locale.ROOT, "%+.0f", score);
        return text.equals("+0") || text.equals("-0") ? "0" : text;
    }
}
