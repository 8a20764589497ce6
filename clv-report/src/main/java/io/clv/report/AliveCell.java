package io.clv.report;

/**
 * Customers with like frequency and like time since their last purchase. A cell without customers is not there.
 *
 * @param quietFrom the least time between the last purchase and the end of observation, in the unit of the summary
 * @param quietTo what that time is below; the last cell includes it
 * @param frequencyFrom the least number of repeat purchases
 * @param frequencyTo the greatest number of repeat purchases
 * @param customers how many
 * @param meanAlive the mean of P(alive) over them
 */
public record AliveCell(
        double quietFrom, double quietTo, int frequencyFrom, int frequencyTo, int customers, double meanAlive) {}
