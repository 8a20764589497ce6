package io.clv.btyd;

import java.util.Currency;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a fit of spend tells of its data beside the likelihood: {@link SpendTally#facts} of a tally, or the same found
 * where the data are.
 *
 * @param currency the currency of the amounts, if it is known
 * @param correlation of x and the mean amount over customers; empty if either does not vary
 * @param withoutPurchases how many customers are left out for want of a purchase to count, by weight
 * @param withoutSpend how many are left out because their mean amount is not above 0, by weight
 */
public record SpendFacts(
        Optional<Currency> currency, OptionalDouble correlation, double withoutPurchases, double withoutSpend) {

    /**
     * Checks the numbers.
     *
     * @param currency the currency of the amounts, if it is known
     * @param correlation of x and the mean amount over customers; empty if either does not vary
     * @param withoutPurchases how many customers are left out for want of a purchase to count
     * @param withoutSpend how many are left out because their mean amount is not above 0
     * @throws IllegalArgumentException if the correlation is not between -1 and 1, or a number of customers is negative
     *     or not finite
     */
    public SpendFacts {
        correlation.ifPresent(SpendFacts::requireCorrelation);
        requireCount("customers without purchases", withoutPurchases);
        requireCount("customers without spend", withoutSpend);
    }

    private static void requireCorrelation(double value) {
        // Rounding may carry a correlation of 1 a little above it.
        if (!(Math.abs(value) <= 1 + 1e-12)) {
            throw new IllegalArgumentException("correlation must be between -1 and 1, but was " + value);
        }
    }

    private static void requireCount(String name, double value) {
        if (!(value >= 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be finite and not negative, but were " + value);
        }
    }
}
