package io.clv.btyd;

import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Horizon;
import io.clv.task.Parallelism;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What a model says of every customer of a base, in columns that stand in the rows of the {@link Histories}: P(alive),
 * the purchases expected over a horizon, where a discount rate is given the discounted expected residual transactions
 * (DERT), and the log-likelihood.
 *
 * <p>Totals are compensated sums over the sorted values, so they depend on the order of the customers as little as on
 * the number of threads.
 *
 * <p>Immutable and safe to share between threads. An accessor given a row that is not one of the histories' throws
 * {@link IndexOutOfBoundsException}.
 */
public final class Predictions {

    private final TransactionModel model;
    private final Histories histories;
    private final double horizon;
    private final OptionalDouble delta;
    private final double[] alive;
    private final double[] expected;
    private final double[] discounted;
    private final double[] logLikelihood;

    private Predictions(
            TransactionModel model,
            Histories histories,
            double horizon,
            OptionalDouble delta,
            Parallelism parallelism) {
        this.model = model;
        this.histories = histories;
        this.horizon = horizon;
        this.delta = delta;
        Scores scores = new Scores(model, histories, parallelism);
        alive = scores.alive();
        expected = scores.expected(horizon);
        logLikelihood = histories.map(model::logLikelihood, parallelism);
        discounted = delta.isEmpty()
                ? new double[0]
                : scores.purchases(
                        new Ahead(model, Horizon.forever(), Double.POSITIVE_INFINITY),
                        new double[] {delta.getAsDouble()});
    }

    /**
     * Asks a model about every customer.
     *
     * @param model the model, in the unit of the histories
     * @param histories the customers
     * @param horizon how far ahead purchases are expected, in that unit
     * @param delta the continuous discount rate per that unit; empty for no DERT
     * @param parallelism the threads; the result does not depend on them
     * @return the predictions
     * @throws IllegalArgumentException if the horizon is negative or not finite, the rate is not above 0 or not finite,
     *     or the model refuses a history, naming the customer
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static Predictions of(
            TransactionModel model,
            Histories histories,
            double horizon,
            OptionalDouble delta,
            Parallelism parallelism) {
        Arguments.requireHorizon(horizon);
        delta.ifPresent(Arguments::requireDiscountForEver);
        return new Predictions(model, histories, horizon, delta, parallelism);
    }

    /**
     * The model.
     *
     * @return the model that was asked
     */
    public TransactionModel model() {
        return model;
    }

    /**
     * The customers.
     *
     * @return the histories in whose rows the columns stand
     */
    public Histories histories() {
        return histories;
    }

    /**
     * How many customers there are.
     *
     * @return the number of rows
     */
    public int size() {
        return histories.size();
    }

    /**
     * How far ahead purchases are expected.
     *
     * @return the horizon in the unit of the histories
     */
    public double horizon() {
        return horizon;
    }

    /**
     * The discount rate of the DERT.
     *
     * @return the continuous rate per unit of the histories; empty if there is no DERT
     */
    public OptionalDouble delta() {
        return delta;
    }

    /**
     * The probability that a customer is still one.
     *
     * @param row from 0
     * @return between 0 and 1
     */
    public double probabilityAlive(int row) {
        return alive[row];
    }

    /**
     * The purchases a customer is expected to make within the horizon, not discounted.
     *
     * @param row from 0
     * @return the expectation
     */
    public double expectedTransactions(int row) {
        return expected[row];
    }

    /**
     * The discounted expected residual transactions of a customer, without end.
     *
     * @param row from 0
     * @return the expectation; empty if no discount rate was given
     */
    public OptionalDouble dert(int row) {
        return delta.isPresent() ? OptionalDouble.of(discounted[row]) : OptionalDouble.empty();
    }

    /**
     * The log-likelihood of a customer's history, in the unit of the histories.
     *
     * @param row from 0
     * @return the log density
     */
    public double logLikelihood(int row) {
        return logLikelihood[row];
    }

    /**
     * How many of the customers are expected to be still there: the sum of P(alive).
     *
     * @return the expectation
     */
    public double totalAlive() {
        return total(alive);
    }

    /**
     * The purchases expected of all customers together.
     *
     * @return the sum over all rows
     */
    public double totalExpectedTransactions() {
        return total(expected);
    }

    /**
     * The DERT of all customers together.
     *
     * @return the sum over all rows; empty if no discount rate was given
     */
    public OptionalDouble totalDert() {
        return delta.isPresent() ? OptionalDouble.of(total(discounted)) : OptionalDouble.empty();
    }

    /**
     * The log-likelihood of all histories together.
     *
     * @return the sum over all rows
     */
    public double totalLogLikelihood() {
        return total(logLikelihood);
    }

    private static double total(double[] column) {
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        CompensatedSum sum = new CompensatedSum();
        for (double value : sorted) {
            sum.add(value);
        }
        return sum.value();
    }

    @Override
    public String toString() {
        return "predictions of " + model + " for " + histories;
    }
}
