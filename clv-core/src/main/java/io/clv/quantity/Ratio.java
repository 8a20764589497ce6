package io.clv.quantity;

import java.time.temporal.ChronoUnit;

/**
 * A pure number that scales something else: a margin of 80%, a level of 90%. It has no unit of time; a share that is
 * lost or gained per unit of time is a {@link LossRate} or a {@link GrowthRate}, because the two compound differently.
 *
 * <p>Text form: {@code "80%"}. {@link #parse} reads that and a plain decimal, {@code "0.8"}.
 *
 * @param value the number itself, 0.8 for 80%; finite
 */
public record Ratio(double value) implements Comparable<Ratio> {

    /** Nothing: 0%. */
    public static final Ratio ZERO = new Ratio(0);

    /** The whole: 100%. */
    public static final Ratio ONE = new Ratio(1);

    /**
     * Checks the number.
     *
     * @param value the number itself, 0.8 for 80%
     * @throws IllegalArgumentException if it is not finite
     */
    public Ratio {
        value = Numbers.requireFinite("ratio", value);
    }

    /**
     * A ratio from the number itself.
     *
     * @param value 0.8 for 80%
     * @return the ratio
     * @throws IllegalArgumentException if the value is not finite
     */
    public static Ratio of(double value) {
        return new Ratio(value);
    }

    /**
     * A ratio from a percentage, the same as reading it from text: {@code percent(0.7)} is {@code parse("0.7%")}.
     *
     * @param percent 80 for 80%
     * @return the ratio
     * @throws IllegalArgumentException if the percentage is not finite
     */
    public static Ratio percent(double percent) {
        return new Ratio(Numbers.share(percent));
    }

    /**
     * Reads {@code "80%"} or {@code "0.8"}.
     *
     * @param text the text form
     * @return the ratio
     * @throws IllegalArgumentException if the text is not a number, or beyond the range of a double
     */
    public static Ratio parse(String text) {
        return new Ratio(Numbers.parseShare("ratio", text));
    }

    /**
     * This share lost per unit: {@code percent(3).lossPer(MONTHS)} is a churn of 3% a month.
     *
     * @param unit days, weeks, months or years
     * @return the loss rate
     * @throws IllegalArgumentException if this is not between 0 and 100%, or the unit is another
     */
    public LossRate lossPer(ChronoUnit unit) {
        return LossRate.of(value, unit);
    }

    /**
     * This share gained per unit: {@code percent(1).growthPer(MONTHS)} is an expansion of 1% a month.
     *
     * @param unit days, weeks, months or years
     * @return the growth rate
     * @throws IllegalArgumentException if this is not above -100%, or the unit is another
     */
    public GrowthRate growthPer(ChronoUnit unit) {
        return GrowthRate.of(value, unit);
    }

    /**
     * What is left of the whole: {@code 1 - this}.
     *
     * @return the complement
     */
    public Ratio complement() {
        return new Ratio(1 - value);
    }

    @Override
    public int compareTo(Ratio other) {
        return Double.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Numbers.percentText(value);
    }
}
