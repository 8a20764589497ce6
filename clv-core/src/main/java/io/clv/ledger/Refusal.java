package io.clv.ledger;

import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Currency;

/** A row that the options refuse, and why. */
record Refusal(int row, String customer, int day, long amount, Currency currency) {

    IllegalArgumentException afterEnd(int lastDay) {
        return new IllegalArgumentException(this + ", is after the end of observation, " + LocalDate.ofEpochDay(lastDay)
                + "; AfterEnd.LEAVE_OUT would count and leave out such rows");
    }

    IllegalArgumentException refund() {
        return new IllegalArgumentException(
                this + ", is a refund; choose how refunds count: RefundPolicy.NET, NET_DROPPING_PERIODS or IGNORE");
    }

    @Override
    public String toString() {
        return "row " + (row + 1L) + ", customer '" + customer + "', " + LocalDate.ofEpochDay(day) + ", "
                + Money.ofMinor(amount, currency);
    }
}
