package io.clv.btyd;

import java.util.Map;

/**
 * A model of what customers spend on a purchase, with its parameters. A customer's history is the number x of purchases
 * whose amounts are known and their mean; amounts are in major units of one currency.
 *
 * <p>The calls take and give plain numbers, allocate nothing (but for {@link #simulate}) and are safe from any thread.
 */
public interface SpendModel {

    /**
     * The name by which a model is chosen, such as "gamma-gamma".
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
     * The log density of a customer's mean amount, given the number of purchases.
     *
     * @param x purchases, at least 1
     * @param mean their mean amount, above 0
     * @return the log density
     * @throws IllegalArgumentException if there is no purchase, or the mean is not finite and above 0
     */
    double logLikelihood(int x, double mean);

    /**
     * The mean amount to be expected of a customer's purchases to come. Of one with x = 0 nothing is known, and he gets
     * {@link #expectedSpendOfNewCustomer}.
     *
     * @param x purchases
     * @param mean their mean amount, above 0; 0 if there are none
     * @return the expectation, above 0
     * @throws IllegalArgumentException if x is negative, or the mean is not finite and above 0 where x is
     * @throws ArithmeticException if the expectation is infinite
     */
    double expectedSpend(int x, double mean);

    /**
     * Whether the mean amount over the whole population of customers is finite.
     *
     * @return false if {@link #expectedSpendOfNewCustomer} throws, so that only customers with a history have an
     *     expectation
     */
    boolean hasFiniteMean();

    /**
     * The mean amount over the whole population of customers.
     *
     * @return the expectation, above 0
     * @throws ArithmeticException if the expectation is infinite, which {@link #hasFiniteMean} tells
     */
    default double expectedSpendOfNewCustomer() {
        return expectedSpend(0, 0);
    }

    /**
     * Draws the amounts of a newcomer's purchases.
     *
     * @param seed which world
     * @param customer which customer
     * @param purchases how many
     * @return the amounts, unrounded
     * @throws IllegalArgumentException if the number of purchases is negative
     * @throws ArithmeticException if an amount is beyond all numbers
     */
    default double[] simulate(long seed, long customer, int purchases) {
        return simulate(seed, customer, 0, 0, purchases);
    }

    /**
     * Draws the amounts of a customer's next purchases: once what his amounts have in common, given his history, and
     * with it each of them. The draw depends on the seed, the customer's number and his history alone; fewer amounts
     * are the beginning of more. Another x draws anew.
     *
     * @param seed which world
     * @param customer which customer
     * @param x purchases whose amounts are known
     * @param mean their mean amount, above 0; 0 if there are none
     * @param purchases how many to draw
     * @return the amounts, unrounded
     * @throws IllegalArgumentException if x or the number of purchases is negative, or the mean is not finite and above
     *     0 where x is
     * @throws ArithmeticException if an amount is beyond all numbers
     */
    double[] simulate(long seed, long customer, int x, double mean, int purchases);
}
