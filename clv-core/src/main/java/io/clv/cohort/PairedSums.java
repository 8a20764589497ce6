package io.clv.cohort;

import io.clv.numerics.ChiSquare;
import io.clv.numerics.CompensatedSum;
import io.clv.numerics.InverseNormal;
import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A measure of each customer in two periods. Customers are taken to come and to act independently of one another, each
 * in his own way: the variance of the sum of any figure d of a customer is then estimated by the sum of d squared, as
 * for a compound Poisson process, however unevenly customers buy.
 */
final class PairedSums {

    private final CompensatedSum before = new CompensatedSum();
    private final CompensatedSum after = new CompensatedSum();
    private final CompensatedSum squaresBefore = new CompensatedSum();
    private final CompensatedSum squaresAfter = new CompensatedSum();
    private final CompensatedSum products = new CompensatedSum();
    private double[] differences = new double[16];
    private int count;

    void add(double inBefore, double inAfter) {
        before.add(inBefore);
        after.add(inAfter);
        squaresBefore.add(inBefore * inBefore);
        squaresAfter.add(inAfter * inAfter);
        products.add(inBefore * inAfter);
        if (inBefore != inAfter) {
            if (count == differences.length) {
                differences = Arrays.copyOf(differences, Math.multiplyExact(2, count));
            }
            differences[count++] = inAfter - inBefore;
        }
    }

    double before() {
        return before.value();
    }

    double after() {
        return after.value();
    }

    /** The variance of {@code a after + b before}. */
    private double variance(double a, double b) {
        return Math.max(0, a * a * squaresAfter.value() + 2 * a * b * products.value() + b * b * squaresBefore.value());
    }

    /** The variance of {@code ln(after / before)}, by its derivatives. */
    double varianceOfLogRatio() {
        return variance(1 / after(), -1 / before());
    }

    boolean hasRatio() {
        return before() > 0 && after() > 0;
    }

    SignFlips signFlips() {
        return new SignFlips(Arrays.copyOf(differences, count));
    }

    /**
     * The change, in units of {@code unit}. Where one period is {@code scale} times as long as the other there is no
     * pair to be flipped, and p is that of the normal limit.
     */
    Change change(PeriodMeasure measure, double unit, double scale, Ratio level, long seed) {
        double z = InverseNormal.at(0.5 + level.value() / 2);
        double difference = after() - scale * before();
        double error = Math.sqrt(variance(1, -scale));
        OptionalDouble relative = OptionalDouble.empty();
        Optional<Interval> relativeInterval = Optional.empty();
        if (hasRatio()) {
            double log = Math.log(after() / (scale * before()));
            double margin = z * Math.sqrt(varianceOfLogRatio());
            relative = OptionalDouble.of(Math.expm1(log));
            relativeInterval = Optional.of(
                    new Interval(Math.expm1(log - margin), Math.expm1(log + margin), level, Interval.Of.MEAN));
        }
        double p = scale == 1 ? signFlips().pValue(seed) : normal(difference, error);
        return new Change(
                measure,
                scale * before() / unit,
                after() / unit,
                new Interval((difference - z * error) / unit, (difference + z * error) / unit, level, Interval.Of.MEAN),
                relative,
                relativeInterval,
                p);
    }

    /** The chance of a standard normal value as far from 0. */
    static double normal(double difference, double error) {
        return error == 0 ? 1 : ChiSquare.tail(difference / error * (difference / error), 1);
    }
}
