package io.clv.report;

import io.clv.quantity.Money;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was spent to win customers by a channel, and what they are worth.
 *
 * @param channel its name
 * @param customers how many came by it
 * @param spend all that was spent on it
 * @param cac what a customer cost; empty where nobody came
 * @param ltv what a newcomer by the channel is worth over a whole life, before the cost of acquisition; empty where
 *     that is not known
 * @param ltvToCac value over cost; empty where one is not known, or nothing was spent
 */
public record ChannelRow(
        String channel,
        long customers,
        Money spend,
        Optional<Money> cac,
        Optional<Money> ltv,
        OptionalDouble ltvToCac) {}
