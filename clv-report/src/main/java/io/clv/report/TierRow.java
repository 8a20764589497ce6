package io.clv.report;

import io.clv.quantity.Money;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A tier of customers by value.
 *
 * @param name its name; of the usual tiers "A" for the best 5% of customers, "B" for the next 15%, "C" for the next 30%
 *     and "D" for the rest, as far as customers of equal value allow
 * @param customers how many are in it
 * @param share of all customers, from 0 to 1
 * @param value what they are worth together, rounded once
 * @param meanValue what one of them is worth; empty where there is none
 * @param least what the least of them is worth; empty where there is none
 * @param shareOfValue of the value of all; empty where that is not above 0
 */
public record TierRow(
        String name,
        int customers,
        double share,
        Money value,
        Optional<Money> meanValue,
        Optional<Money> least,
        OptionalDouble shareOfValue) {}
