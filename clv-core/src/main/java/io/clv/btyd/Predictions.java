package io.clv.btyd;

import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Horizon;
import io.clv.task.Parallelism;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

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

    private final IntFunction<? extends TransactionModel> models;
    private final @Nullable TransactionModel same;
    private final Histories histories;
    private final double horizon;
    private final OptionalDouble delta;
    private final double[] alive;
    private final double[] expected;
    private final double[] discounted;
    private final double[] logLikelihood;

    private Predictions(
            IntFunction<? extends TransactionModel> models,
            @Nullable TransactionModel same,
            BaseScores scores,
            Histories histories,
            double horizon,
            OptionalDouble delta) {
        this.models = models;
        this.same = same;
        this.histories = histories;
        this.horizon = horizon;
        this.delta = delta;
        alive = scores.alive();
        expected = scores.expected(horizon);
        logLikelihood = scores.logLikelihood();
        discounted = delta.isEmpty() || histories.size() == 0
                ? new double[0]
                : scores.purchases(
                        new Ahead(models.apply(0), Horizon.forever(), Double.POSITIVE_INFINITY),
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
        return new Predictions(
                row -> model, model, new Scores(model, histories, parallelism), histories, horizon, delta);
    }

    /**
     * Asks each customer's own model, such as {@link WithCovariates#at} gives it.
     *
     * @param modelOfRow the model of a row's customer, in the unit of the histories; asked for more than once
     * @param histories the customers
     * @param horizon how far ahead purchases are expected, in that unit
     * @param delta the continuous discount rate per that unit; empty for no DERT
     * @param parallelism the threads; the result does not depend on them
     * @return the predictions
     * @throws IllegalArgumentException as with one model for all
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static Predictions of(
            IntFunction<? extends TransactionModel> modelOfRow,
            Histories histories,
            double horizon,
            OptionalDouble delta,
            Parallelism parallelism) {
        Arguments.requireHorizon(horizon);
        delta.ifPresent(Arguments::requireDiscountForEver);
        return new Predictions(
                modelOfRow, null, BaseScores.of(modelOfRow, histories, parallelism), histories, horizon, delta);
    }

    /**
     * The model.
     *
     * @return the model of all customers; empty if each was asked about by his own
     */
    public Optional<TransactionModel> model() {
        return Optional.ofNullable(same);
    }

    /**
     * The model of a customer.
     *
     * @param row from 0
     * @return the model that was asked
     */
    public TransactionModel model(int row) {
        return models.apply(Objects.checkIndex(row, size()));
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
        return "predictions of " + (same == null ? "a model for each customer" : same) + " for " + histories;
    }
}
