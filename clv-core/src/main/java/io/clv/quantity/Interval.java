package io.clv.quantity;

/**
 * A range that holds a quantity with a stated probability, and of what: of the mean, when only the parameters are in
 * doubt, or of the outcome itself. The first is always narrower; taking it for the second is overconfidence.
 *
 * @param low the lower end
 * @param high the upper end, not below the lower
 * @param level the probability, above 0 and below 1
 * @param of what the interval is about
 */
public record Interval(double low, double high, Ratio level, Of of) {

    /** What an interval is about. */
    public enum Of {
        /** The mean, or expected value: parameters are uncertain, the dice are not thrown. */
        MEAN("mean"),
        /** The outcome: parameters, latent traits, purchases and spend are all uncertain. */
        OUTCOME("outcome");

        private final String label;

        Of(String label) {
            this.label = label;
        }

        /**
         * What the interval is about, in words.
         *
         * @return the word, in English
         */
        public String label() {
            return label;
        }
    }

    /**
     * Checks the ends and the level.
     *
     * @param low the lower end
     * @param high the upper end
     * @param level the probability
     * @param of what the interval is about
     * @throws IllegalArgumentException if an end is not finite, they are out of order, or the level is not in (0, 1)
     */
    public Interval {
        low = Numbers.requireFinite("low", low);
        high = Numbers.requireFinite("high", high);
        if (low > high) {
            throw new IllegalArgumentException(
                    "low must not be above high (" + Numbers.text(high) + "), but was " + Numbers.text(low));
        }
        if (level.value() <= 0 || level.value() >= 1) {
            throw new IllegalArgumentException("level must be above 0% and below 100%, but was " + level);
        }
    }

    /**
     * Whether a value lies between the ends, both included.
     *
     * @param value the value
     * @return true inside
     */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /**
     * The distance between the ends.
     *
     * @return high - low
     * @throws ArithmeticException if it is beyond a double
     */
    public double width() {
        double width = high - low;
        if (Double.isInfinite(width)) {
            throw Numbers.beyondDouble("the width from " + Numbers.text(low) + " to " + Numbers.text(high));
        }
        return width;
    }
}
