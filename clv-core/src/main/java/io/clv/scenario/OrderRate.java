package io.clv.scenario;

import io.clv.quantity.LossRate;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import java.time.temporal.ChronoUnit;

/**
 * How often a customer orders and how readily he leaves, where there is no model: all customers alike, at moments that
 * are pure chance. The rate is an expectation that may be missed; by how much is its doubt, the relative standard
 * deviation of a Gamma factor with mean 1 that is drawn once a future and is the same for all customers. It does not
 * shrink as customers grow in number, and is what a forecast of many is mostly in doubt about.
 *
 * @param orders what one customer orders, from the day after he came
 * @param churn what share of the customers leaves
 * @param doubt of the rate, such as 20%; 0% if it is taken to be known
 */
public record OrderRate(Pace orders, LossRate churn, Ratio doubt) {

    /**
     * Checks the doubt.
     *
     * @param orders what one customer orders
     * @param churn what share of the customers leaves
     * @param doubt of the rate
     * @throws IllegalArgumentException if the doubt is negative or above 1000%
     */
    public OrderRate {
        Inflow.requireDeviation("doubt about the rate of orders", doubt);
    }

    /**
     * A rate that is known, of customers who stay.
     *
     * @param orders what one customer orders
     * @return the rate
     */
    public static OrderRate of(Pace orders) {
        return new OrderRate(orders, LossRate.of(0, ChronoUnit.DAYS), Ratio.ZERO);
    }

    /**
     * The same rate of customers who leave.
     *
     * @param rate what share of them
     * @return another rate
     */
    public OrderRate losing(LossRate rate) {
        return new OrderRate(orders, rate, doubt);
    }

    /**
     * The same rate, in doubt.
     *
     * @param deviation the relative standard deviation
     * @return another rate
     * @throws IllegalArgumentException if it is negative or above 1000%
     */
    public OrderRate doubted(Ratio deviation) {
        return new OrderRate(orders, churn, deviation);
    }

    @Override
    public String toString() {
        return orders
                + (churn.share() > 0 ? ", churn " + churn : "")
                + (doubt.value() > 0 ? ", give or take " + doubt : "");
    }
}
