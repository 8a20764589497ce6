package io.clv.btyd;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * A model of when customers buy and whether they are still there, with its parameters. A customer's history is x repeat
 * purchases, the last at t_x, observed until T; times are in the model's unit and count from the first purchase.
 *
 * <p>The calls take and give plain numbers, allocate nothing (but for those that return an optional or an array) and
 * are safe from any thread. A newcomer is a customer with the history (0, 0, 0); his first purchase is never counted.
 *
 * <p>All of them throw {@link IllegalArgumentException} where a history is impossible (x below 0, t_x not between 0 and
 * T, t_x above 0 without repeat purchases or 0 with some, anything not finite), a horizon or a discount rate is
 * negative or not finite; none returns NaN or an infinity.
 */
public interface TransactionModel {

    /**
     * The name by which a model is chosen, such as "bg-nbd".
     *
     * @return the name
     */
    String name();

    /**
     * The parameters in their conventional order.
     *
     * @return name to value, not to be changed
     */
    Map<String, Double> parameters();

    /**
     * The log-likelihood of one customer's history: of the timing, not of the count alone, so it changes by x ln(k)
     * when the time unit becomes k times as long.
     *
     * @param x repeat purchases
     * @param tx the time of the last one; 0 if there is none
     * @param age the time observed, T
     * @return the log density
     */
    double logLikelihood(int x, double tx, double age);

    /**
     * The probability of being still a customer at T. It is not the probability of buying again soon.
     *
     * @param x repeat purchases
     * @param tx the time of the last one
     * @param age the time observed, T
     * @return between 0 and 1
     */
    double probabilityAlive(int x, double tx, double age);

    /**
     * The purchases to be expected in (T, T + horizon].
     *
     * @param x repeat purchases
     * @param tx the time of the last one
     * @param age the time observed, T
     * @param horizon how far ahead
     * @return the expectation
     */
    double expectedTransactions(int x, double tx, double age, double horizon);

    /**
     * The repeat purchases to be expected of a newcomer in (0, t]; his first one is not counted.
     *
     * @param t the time since the first purchase
     * @return the expectation
     */
    default double expectedTransactionsOfNewCustomer(double t) {
        return expectedTransactions(0, 0, 0, t);
    }

    /**
     * The probability of exactly n purchases in (T, T + horizon].
     *
     * @param x repeat purchases
     * @param tx the time of the last one
     * @param age the time observed, T
     * @param n how many
     * @param horizon how far ahead
     * @return between 0 and 1
     * @throws IllegalArgumentException also if n is negative
     */
    double probabilityOfCount(int x, double tx, double age, int n, double horizon);

    /**
     * The probability of exactly n repeat purchases of a newcomer in (0, t].
     *
     * @param n how many
     * @param t the time since the first purchase
     * @return between 0 and 1
     * @throws IllegalArgumentException also if n is negative
     */
    default double probabilityOfCount(int n, double t) {
        return probabilityOfCount(0, 0, 0, n, t);
    }

    /**
     * The discounted expected residual transactions (DERT, Fader, Hardie and Lee 2005): each purchase after T counts
     * {@code e^(-delta u)}, u after T, without end.
     *
     * @param x repeat purchases
     * @param tx the time of the last one
     * @param age the time observed, T
     * @param delta the continuous discount rate per model time unit
     * @return the expectation
     * @throws IllegalArgumentException also if delta is 0, since the undiscounted sum may be infinite
     */
    double discountedExpectedTransactions(int x, double tx, double age, double delta);

    /**
     * As {@link #discountedExpectedTransactions(int, double, double, double)}, of purchases in (T, T + horizon] only;
     * delta may be 0.
     *
     * @param x repeat purchases
     * @param tx the time of the last one
     * @param age the time observed, T
     * @param delta the continuous discount rate per model time unit
     * @param horizon how far ahead
     * @return the expectation
     */
    double discountedExpectedTransactions(int x, double tx, double age, double delta, double horizon);

    /**
     * The discounted expected residual lifetime: the time still to be a customer after T, each moment counted
     * {@code e^(-delta u)}. It is what a cost to serve, paid as long as the customer is there, is multiplied with.
     *
     * @param x repeat purchases
     * @param tx the time of the last one
     * @param age the time observed, T
     * @param delta the continuous discount rate per model time unit
     * @return the expectation, in model time units
     * @throws IllegalArgumentException also if delta is 0, since the undiscounted time may be infinite
     */
    double discountedExpectedLifetime(int x, double tx, double age, double delta);

    /**
     * As {@link #discountedExpectedLifetime(int, double, double, double)}, of the time up to T + horizon only; delta
     * may be 0.
     *
     * @param x repeat purchases
     * @param tx the time of the last one
     * @param age the time observed, T
     * @param delta the continuous discount rate per model time unit
     * @param horizon how far ahead
     * @return the expectation, in model time units
     */
    double discountedExpectedLifetime(int x, double tx, double age, double delta, double horizon);

    /**
     * The probability of at least one purchase in (T, T + horizon]: of being active in the next period.
     *
     * @param x repeat purchases
     * @param tx the time of the last one
     * @param age the time observed, T
     * @param horizon the period's length
     * @return between 0 and 1
     */
    double probabilityOfPurchase(int x, double tx, double age, double horizon);

    /**
     * The probability of no purchase after T, ever: of having left, or of leaving before the next purchase.
     *
     * @param x repeat purchases
     * @param tx the time of the last one
     * @param age the time observed, T
     * @return between 0 and 1
     */
    double probabilityOfNoFurtherPurchase(int x, double tx, double age);

    /**
     * The time after T by which the next purchase has come with a given probability: a quantile, 0.5 for the median.
     *
     * @param x repeat purchases
     * @param tx the time of the last one
     * @param age the time observed, T
     * @param share the probability, between 0 and 1
     * @return the time; empty if the purchase never comes with so high a probability (see
     *     {@link #probabilityOfNoFurtherPurchase}), or only after a time beyond all numbers
     * @throws IllegalArgumentException also if the share is not between 0 and 1
     */
    OptionalDouble timeToNextPurchase(int x, double tx, double age, double share);

    /**
     * The mean time after T to the next purchase, given that there is one. Without that condition there is no mean.
     *
     * @param x repeat purchases
     * @param tx the time of the last one
     * @param age the time observed, T
     * @return the mean; empty if it is infinite, as it is for customers of whom too little is known (r + x not above 1
     *     where the time has no other bound)
     */
    OptionalDouble meanTimeToNextPurchase(int x, double tx, double age);

    /**
     * Draws a newcomer: the times of his repeat purchases, ascending.
     *
     * @param seed which world
     * @param customer which customer
     * @param age how long he is observed, from his first purchase at time 0
     * @return the times in (0, age]
     * @throws ArithmeticException if there are more than ten million
     */
    default double[] simulate(long seed, long customer, double age) {
        return simulate(seed, customer, 0, 0, 0, age);
    }

    /**
     * Draws what a customer with a history does next: whether he is still there, what his rates are given that history,
     * and with them the times of his purchases after T, ascending. The draw depends on the seed, the customer's number
     * and his history, not on who else is drawn; with a shorter horizon it is the beginning of that with a longer one.
     * Another T draws anew, so that what lies ahead of a customer drawn with a seed is independent of that draw under
     * the same seed.
     *
     * @param seed which world
     * @param customer which customer
     * @param x repeat purchases
     * @param tx the time of the last one
     * @param age the time observed, T
     * @param horizon how far ahead
     * @return the times after T, each in (0, horizon]; none if he has left
     * @throws ArithmeticException if there are more than ten million
     */
    double[] simulate(long seed, long customer, int x, double tx, double age, double horizon);
}
