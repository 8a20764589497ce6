package io.clv.report;

import java.util.OptionalInt;

/**
 * Customers with like frequency and like time since their last purchase. A cell without customers is not there.
 *
 * @param quietFrom the least time between the last purchase and the end of observation, in the unit of the summary
 * @param quietTo what that time is below; the last cell includes it
 * @param frequencyFrom the least number of repeat purchases
 * @param frequencyTo the greatest number of repeat purchases; empty where there is no upper end
 * @param customers how many
 * @param meanAlive the mean of P(alive) over them
 */
public record AliveCell(
        double quietFrom,
        double quietTo,
        int frequencyFrom,
        OptionalInt frequencyTo,
        int customers,
        double meanAlive) {}
