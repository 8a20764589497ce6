package io.clv.btyd;

import io.clv.task.Parallelism;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * When every customer of a base buys next, should he do so within a horizon: the chance that he does, and the quantiles
 * of the time until then. The time t_p by which the purchase has come with probability p, given that it comes within
 * the horizon H, solves
 *
 * <pre>P(purchase in (T, T + t_p]) = p P(purchase in (T, T + H])</pre>
 *
 * <p>Without that condition there is no median for a customer who has probably left, and one of many years for a
 * customer of whom little is known. With it the times lie within the horizon, and both statements can be held to what
 * then happens: the share that comes, and the share of those that come before t_p.
 *
 * <p>The chance is one of buying, {@link TransactionModel#probabilityOfPurchase}, and not P(alive). Under the models of
 * this library the times depend on x and T alone, since who buys is there at T; so they are computed once for all who
 * are alike in these. Numbers do not depend on that, or on the threads. Immutable.
 */
public final class NextPurchases {

    private final Histories histories;
    private final double horizon;
    private final Parallelism parallelism;
    private final IntFunction<? extends TransactionModel> models;
    private final RowCodes alikeIfBuying;
    private final double[] chance;

    private NextPurchases(
            IntFunction<? extends TransactionModel> models,
            RowCodes alike,
            RowCodes alikeIfBuying,
            Histories histories,
            double horizon,
            Parallelism parallelism) {
        this.models = models;
        this.alikeIfBuying = alikeIfBuying;
        this.histories = histories;
        this.horizon = horizon;
        this.parallelism = parallelism;
        chance = histories.evaluate(alike, this::chanceAt, parallelism);
    }

    /**
     * Asks a model about every customer.
     *
     * @param model the model, in the unit of the histories
     * @param histories the customers
     * @param horizon how far ahead, in that unit
     * @param parallelism the threads; the result does not depend on them
     * @return the next purchases
     * @throws IllegalArgumentException if the horizon is not above 0 or not finite, or the model refuses a history,
     *     naming the customer
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static NextPurchases within(
            TransactionModel model, Histories histories, double horizon, Parallelism parallelism) {
        requireAbove0(horizon);
        RowCodes alike = histories.codes();
        RowCodes alikeIfBuying =
                model instanceof ConjugateModel ? histories.alikeIn(new double[histories.size()]) : alike;
        return new NextPurchases(row -> model, alike, alikeIfBuying, histories, horizon, parallelism);
    }

    /**
     * Asks each customer's own model, such as {@link WithCovariates#at} gives it.
     *
     * @param modelOfRow the model of a row's customer, in the unit of the histories; asked for more than once
     * @param histories the customers
     * @param horizon how far ahead, in that unit
     * @param parallelism the threads; the result does not depend on them
     * @return the next purchases
     * @throws IllegalArgumentException as with one model for all
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static NextPurchases within(
            IntFunction<? extends TransactionModel> modelOfRow,
            Histories histories,
            double horizon,
            Parallelism parallelism) {
        requireAbove0(horizon);
        int[] rows = IntStream.range(0, histories.size()).toArray();
        RowCodes each = RowCodes.of(rows, new double[rows.length], new double[rows.length]);
        return new NextPurchases(modelOfRow, each, each, histories, horizon, parallelism);
    }

    private static void requireAbove0(double horizon) {
        if (!(horizon > 0 && horizon <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("horizon must be finite and above 0, but was " + horizon);
        }
    }

    private double chanceAt(int row) {
        return models.apply(row)
                .probabilityOfPurchase(histories.x(row), histories.last(row), histories.age(row), horizon);
    }

    /**
     * How many customers there are.
     *
     * @return the rows of the histories
     */
    public int size() {
        return chance.length;
    }

    /**
     * How far ahead.
     *
     * @return the horizon, in the unit of the histories
     */
    public double horizon() {
        return horizon;
    }

    /**
     * The probability that a customer buys within the horizon.
     *
     * @param row from 0
     * @return between 0 and 1
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double chance(int row) {
        return chance[Objects.checkIndex(row, chance.length)];
    }

    /**
     * The times by which those who buy within the horizon have done so with a given probability.
     *
     * @param share the probability, above 0 and below 1
     * @return the time after T for each row, above 0 and not above the horizon; a new array
     * @throws IllegalArgumentException if the share is not between 0 and 1
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public double[] times(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be above 0 and below 1, but was " + share);
        }
        return histories.evaluate(alikeIfBuying, row -> timeAt(row, share), parallelism);
    }

    private double timeAt(int row, double share) {
        TransactionModel model = models.apply(row);
        int x = histories.x(row);
        double age = histories.age(row);
        double time = model instanceof ConjugateModel conjugate
                ? conjugate.timeIfAlive(x, age, share * conjugate.purchaseIfAlive(x, age, horizon))
                : model.timeToNextPurchase(x, histories.last(row), age, share * chance[row])
                        .orElse(horizon);
        return Math.min(time, horizon);
    }
}
