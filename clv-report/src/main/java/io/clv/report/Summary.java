package io.clv.report;

import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Interval;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The base in a few figures.
 *
 * @param customers how many there are
 * @param total what they are worth together, rounded once
 * @param mean what one of them is worth; empty where there is none
 * @param interval of the total, in major units of its currency; empty where the model gave none
 * @param model the name of the model
 * @param measure whether values are revenue or profit
 * @param basis whether they are whole lives or what is still to come
 * @param horizon how far ahead they count
 * @param discount what a wait takes off; empty where it differs by customer
 * @param firstPurchase the day of the first purchase of all; empty where there is no customer
 * @param observedThrough the last day that is observed
 * @param purchases first and repeat purchases; those of one period of the log's grid count as one
 * @param revenue what customers have brought to date, exactly
 * @param unit the unit of time of recencies and of the tracking plot
 * @param expectedActive how many customers are expected to be still active, the sum of P(alive); empty where the model
 *     does not know
 * @param expectedPurchases how many purchases they are expected to make over the horizon; empty where the model does
 *     not know
 */
public record Summary(
        int customers,
        Money total,
        Optional<Money> mean,
        Optional<Interval> interval,
        String model,
        Measure measure,
        Basis basis,
        Horizon horizon,
        Optional<DiscountRate> discount,
        Optional<LocalDate> firstPurchase,
        LocalDate observedThrough,
        long purchases,
        Money revenue,
        ChronoUnit unit,
        OptionalDouble expectedActive,
        OptionalDouble expectedPurchases) {}
