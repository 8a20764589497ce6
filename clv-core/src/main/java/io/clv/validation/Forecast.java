package io.clv.validation;

import io.clv.btyd.Posterior;
import io.clv.btyd.SpendModel;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Split;
import io.clv.task.Parallelism;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is forecast for each customer of a calibration: how many purchases in the hold-out, by a model also with which
 * probability so many, and what they bring. Immutable and safe to share between threads.
 */
public final class Forecast {

    private final String name;
    private final double[] expected;
    private final double @Nullable [] amounts;
    private final @Nullable PredictiveCounts counts;

    private Forecast(String name, double[] expected, double @Nullable [] amounts, @Nullable PredictiveCounts counts) {
        this.name = name;
        this.expected = expected;
        this.amounts = amounts;
        this.counts = counts;
    }

    /**
     * A forecast of one's own.
     *
     * @param name what it is called in results
     * @param expected the purchases expected of each customer, in the rows of the calibration; copied
     * @return the forecast, without probabilities and amounts
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public static Forecast of(String name, double[] expected) {
        return new Forecast(name, checked("expected purchases", expected, true), null, null);
    }

    /**
     * What a model forecasts for the hold-out.
     *
     * @param model the model, in the calibration's unit of time
     * @param split the log cut in two; only its calibration and the length of its hold-out are looked at
     * @param parallelism the threads; the result does not depend on them
     * @return the forecast, with probabilities and without amounts
     */
    public static Forecast of(TransactionModel model, Split split, Parallelism parallelism) {
        PredictiveCounts counts = new PredictiveCounts(List.of(model), split, parallelism);
        return new Forecast(model.name(), counts.expected(), null, counts);
    }

    /**
     * What is forecast where the parameters are not known but by their posterior: expectations and probabilities are
     * the averages over its equally likely models. Of a customer this is what there is to know; a fit takes its
     * parameters for certain and is too sure of itself.
     *
     * @param posterior of a model in the calibration's unit of time
     * @param split the log cut in two; only its calibration and the length of its hold-out are looked at
     * @param parallelism the threads; the result does not depend on them
     * @return the forecast, with probabilities and without amounts, named "bg-nbd posterior" for bg-nbd
     * @throws IllegalArgumentException if the posterior is not {@linkplain Posterior#isReliable reliable}
     */
    public static Forecast of(Posterior<? extends TransactionModel> posterior, Split split, Parallelism parallelism) {
        if (!posterior.isReliable()) {
            throw new IllegalArgumentException(
                    "posterior must be reliable to forecast with, but was not: " + posterior.diagnosis());
        }
        PredictiveCounts counts = new PredictiveCounts(posterior.models(), split, parallelism);
        return new Forecast(posterior.mode().family() + " posterior", counts.expected(), null, counts);
    }

    /**
     * This forecast with what the purchases bring.
     *
     * @param values the amount expected of each customer in the hold-out, in major units; copied
     * @return the forecast
     * @throws IllegalArgumentException if there are more or fewer than customers, or one is not finite
     */
    public Forecast withAmounts(double[] values) {
        requireLength("expected amounts", values.length, expected.length);
        return new Forecast(name, expected, checked("expected amount", values, false), counts);
    }

    /**
     * This forecast with what the purchases bring by a model of spend: purchases expected x spend expected.
     *
     * @param spend the model
     * @param calibration the customers
     * @return the forecast
     * @throws IllegalArgumentException if there are more or fewer customers
     * @throws ArithmeticException if the mean spend of the population is infinite
     */
    public Forecast withSpend(SpendModel spend, CustomerTable calibration) {
        requireLength("customers", calibration.size(), expected.length);
        double population = spend.expectedSpendOfNewCustomer();
        double[] values = new double[expected.length];
        for (int row = 0; row < values.length; row++) {
            double mean = calibration.monetaryValue(row);
            double each = mean > 0 ? spend.expectedSpend(calibration.frequency(row), mean) : population;
            values[row] = expected[row] * each;
        }
        return withAmounts(values);
    }

    /**
     * This forecast under another name.
     *
     * @param other what it is called in results
     * @return the forecast
     */
    public Forecast named(String other) {
        return new Forecast(other, expected, amounts, counts);
    }

    private static double[] checked(String what, double[] values, boolean positive) {
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row]) || (positive && values[row] < 0)) {
                throw new IllegalArgumentException(what + " of row " + row + " must be finite"
                        + (positive ? " and not negative" : "") + ", but was " + values[row]);
            }
        }
        return values.clone();
    }

    static void requireLength(String what, int length, int customers) {
        if (length != customers) {
            throw new IllegalArgumentException(
                    what + " must be for the " + customers + " customers, but were for " + length);
        }
    }

    /**
     * What it is called in results.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * How many customers it is for.
     *
     * @return the number of rows
     */
    public int size() {
        return expected.length;
    }

    /**
     * The purchases expected of a customer in the hold-out.
     *
     * @param row a row of the calibration
     * @return not negative
     */
    public double expected(int row) {
        return expected[row];
    }

    /**
     * Whether it says with which probability a customer makes so many purchases.
     *
     * @return false for a plain number
     */
    public boolean hasProbabilities() {
        return counts != null;
    }

    Optional<PredictiveCounts> counts() {
        return Optional.ofNullable(counts);
    }

    double[] expected() {
        return expected.clone();
    }

    /**
     * Whether it says what the purchases bring.
     *
     * @return whether amounts were given
     */
    public boolean hasAmounts() {
        return amounts != null;
    }

    Optional<double[]> amounts() {
        return Optional.ofNullable(amounts).map(double[]::clone);
    }

    @Override
    public String toString() {
        return name + " for " + expected.length + " customers";
    }
}
