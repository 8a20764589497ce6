package io.clv.ledger;

import io.clv.quantity.Money;

/**
 * One customer of a {@link CustomerTable}, with recency and age in the table's unit of time.
 *
 * @param id the customer's id
 * @param frequency x, the purchase periods after the first
 * @param recency t_x, the last purchase minus the first; 0 without a repeat
 * @param age T, the end of observation minus the first purchase
 * @param monetaryValue the mean of the repeat periods' totals in major units; 0 without a repeat
 * @param total what the customer has brought, the first period included
 */
public record Customer(String id, int frequency, double recency, double age, double monetaryValue, Money total) {}
