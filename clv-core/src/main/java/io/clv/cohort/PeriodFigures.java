package io.clv.cohort;

import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What happened in a period.
 *
 * @param from its first date
 * @param through its last date
 * @param sales the money of all purchases, refunds taken off
 * @param purchases at most one a customer and day
 * @param activeCustomers customers with a purchase in the period
 * @param newCustomers those whose first purchase in the log lies in it
 * @param newCustomersObserved those of them observed long enough to tell whether they became regulars; 0 if no rule was
 *     given
 * @param regulars those of these who did
 * @param acquisitionCost what was spent on acquiring customers in it, if that was given
 * @param serviceCost what was spent on serving customers in it, if that was given
 */
public record PeriodFigures(
        LocalDate from,
        LocalDate through,
        Money sales,
        long purchases,
        int activeCustomers,
        int newCustomers,
        int newCustomersObserved,
        int regulars,
        Optional<Money> acquisitionCost,
        Optional<Money> serviceCost) {

    /**
     * How long the period is.
     *
     * @return in days, the last included
     */
    public long days() {
        return ChronoUnit.DAYS.between(from, through) + 1;
    }

    /**
     * What a new customer cost to acquire.
     *
     * @return in major units; empty if no cost was given, or nobody is new
     */
    public OptionalDouble acquisitionCostPerNewCustomer() {
        return per(acquisitionCost, newCustomers);
    }

    /**
     * What it cost to serve a customer who bought.
     *
     * @return in major units; empty if no cost was given, or nobody bought
     */
    public OptionalDouble serviceCostPerActiveCustomer() {
        return per(serviceCost, activeCustomers);
    }

    /**
     * What it cost to serve a purchase.
     *
     * @return in major units; empty if no cost was given, or nobody bought
     */
    public OptionalDouble serviceCostPerPurchase() {
        return per(serviceCost, purchases);
    }

    /**
     * What a purchase brought.
     *
     * @return in major units; empty if there is none
     */
    public OptionalDouble salesPerPurchase() {
        return per(Optional.of(sales), purchases);
    }

    /**
     * The share of the new customers who became regulars.
     *
     * @return from 0 to 1, of those observed long enough; empty if there is none
     */
    public OptionalDouble regularShare() {
        return newCustomersObserved == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) regulars / newCustomersObserved);
    }

    private static OptionalDouble per(Optional<Money> amount, long count) {
        return amount.isEmpty() || count == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(amount.get().toDouble() / count);
    }

    @Override
    public String toString() {
        return from + " to " + through;
    }
}
