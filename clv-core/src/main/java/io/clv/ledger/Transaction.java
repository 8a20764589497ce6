package io.clv.ledger;

import io.clv.quantity.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One row of a log: a customer, a date and an amount. A negative amount is a refund, a zero amount is a purchase.
 *
 * @param customer the customer's id, not blank, taken as it stands
 * @param date the date, within the range of an {@code int} of days from 1970-01-01
 * @param amount what was paid, or paid back if negative
 */
public record Transaction(String customer, LocalDate date, Money amount) {

    /**
     * Checks the customer and the date.
     *
     * @param customer the customer's id
     * @param date the date
     * @param amount what was paid
     * @throws IllegalArgumentException if the customer is blank, or the date is beyond the range
     */
    public Transaction {
        Ids.requireText("customer", customer);
        EpochDays.of("date", date);
    }

    /**
     * A transaction at a moment, dated as the calendar of a zone has it.
     *
     * @param customer the customer's id, not blank
     * @param instant the moment
     * @param zone the zone whose date it is
     * @param amount what was paid, or paid back if negative
     * @return the transaction
     * @throws IllegalArgumentException if the customer is blank, or the date is beyond the range
     */
    public static Transaction at(String customer, Instant instant, ZoneId zone, Money amount) {
        return new Transaction(customer, LocalDate.ofInstant(instant, zone), amount);
    }

    @Override
    public String toString() {
        return "customer '" + customer + "', " + date + ", " + amount;
    }
}
