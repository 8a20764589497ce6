package io.clv.validation;

import io.clv.numerics.ChiSquare;
import io.clv.quantity.Ratio;
import java.util.Arrays;
import java.util.Locale;

/**
 * The randomised probability integral transform of the counts in a hold-out (Smith 1985; Czado, Gneiting and Held
 * 2009): for a customer of whom k purchases came, a uniform draw between P(X &lt; k) and P(X &lt;= k). Where the
 * forecast's probabilities are right these numbers are uniform between 0 and 1. Piled up at both ends they say that it
 * was too sure of itself; in the middle, that it was not sure enough; at one end, that it forecast too little (towards
 * 1) or too much (towards 0).
 *
 * <p>Plain coverage does not tell as much: an interval of counts has to take whole numbers in, so that the 90% interval
 * of customers who mostly buy nothing covers more than 90% of them even if every probability is right.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Pit {

    private static final int BINS = 10;

    private final double[] below;
    private final double[] through;
    private final double[] values;

    /** By P(X &lt; k), P(X = k) and a uniform draw, of each customer. */
    Pit(double[] below, double[] at, double[] uniform) {
        this.below = below;
        this.through = new double[below.length];
        this.values = new double[below.length];
        for (int row = 0; row < below.length; row++) {
            through[row] = below[row] + at[row];
            // Rounding may leave a sum of probabilities a little above 1.
            values[row] = Math.min(1, below[row] + uniform[row] * at[row]);
        }
    }

    /**
     * How many customers there are.
     *
     * @return the number of rows
     */
    public int size() {
        return values.length;
    }

    /**
     * The transform of a customer.
     *
     * @param row a row of the calibration
     * @return between 0 and 1
     */
    public double value(int row) {
        return values[row];
    }

    /**
     * How many customers fall into each tenth of 0 to 1.
     *
     * @return ten numbers, about the same where the probabilities are right
     */
    public int[] histogram() {
        int[] bins = new int[BINS];
        for (double value : values) {
            bins[(int) Math.min(BINS - 1, value * BINS)]++;
        }
        return bins;
    }

    /**
     * How likely bins so uneven are if the numbers are uniform: Pearson's chi-square test of the ten bins, with nine
     * degrees of freedom. It takes customers as independent; errors of parameters, which they share, make it smaller
     * than it should be where customers are many.
     *
     * @return the p-value; small where the probabilities are wrong
     */
    public double uniformity() {
        double each = (double) values.length / BINS;
        double statistic = Arrays.stream(histogram())
                .mapToDouble(count -> (count - each) * (count - each) / each)
                .sum();
        return ChiSquare.tail(statistic, BINS - 1);
    }

    /**
     * The largest distance between the distribution of the numbers and the uniform one (Kolmogorov and Smirnov); for n
     * independent customers it is above {@code 1.63 / sqrt(n)} in 1% of cases.
     *
     * @return between 0 and 1
     */
    public double distance() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            distance = Math.max(
                    distance, Math.max(sorted[i] - (double) i / sorted.length, (i + 1.0) / sorted.length - sorted[i]));
        }
        return distance;
    }

    /**
     * The share of customers whose number lies in the middle of 0 to 1.
     *
     * @param level how much of 0 to 1 is the middle, between 0% and 100%
     * @return the share, about the level where the probabilities are right
     * @throws IllegalArgumentException if the level is not between 0% and 100%
     */
    public Ratio coverage(Ratio level) {
        double beyond = beyond(level);
        return share(row -> values[row] > beyond && values[row] < 1 - beyond);
    }

    /**
     * The share of customers of whom as many purchases came as the central interval of the forecast says: from the
     * smallest n with {@code P(X <= n) >= (1 - level) / 2} to the smallest with {@code P(X <= n) >= (1 + level) / 2}.
     *
     * @param level of the interval, between 0% and 100%
     * @return the share, above the level even where the probabilities are right
     * @throws IllegalArgumentException if the level is not between 0% and 100%
     */
    public Ratio plainCoverage(Ratio level) {
        double beyond = beyond(level);
        return share(row -> through[row] >= beyond && below[row] < 1 - beyond);
    }

    private static double beyond(Ratio level) {
        if (level.value() <= 0 || level.value() >= 1) {
            throw new IllegalArgumentException("level must be between 0% and 100%, but was " + level);
        }
        return 0.5 * (1 - level.value());
    }

    private interface Covered {
        boolean isCovered(int row);
    }

    private Ratio share(Covered covered) {
        int count = 0;
        for (int row = 0; row < values.length; row++) {
            count += covered.isCovered(row) ? 1 : 0;
        }
        return Ratio.of((double) count / values.length);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d customers by tenths of the forecast's probability %s, p-value of uniformity %.4f",
                values.length,
                Arrays.toString(histogram()),
                uniformity());
    }
}
