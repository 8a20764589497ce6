package io.clv.ltv;

import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.LocalDate;

/**
 * One delivery that subscribers are expected to get, and what it takes to procure.
 *
 * @param date the calendar date of the delivery
 * @param after the time since the start
 * @param subscribers how many are expected to have paid for it
 * @param units the units expected to be delivered
 * @param cost what they cost, rounded half to even
 */
public record PlannedDelivery(LocalDate date, Span after, double subscribers, double units, Money cost) {}
