package io.clv.ledger;

import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Currency;

/** A row that the options refuse, and why. */
record Refusal(int row, String customer, int day, long amount, Currency currency) {

    static final String REFUND_RULE =
            "is a refund; choose how refunds count: RefundPolicy.NET, NET_DROPPING_PERIODS or IGNORE";

    static String lateRule(DayRange sealed) {
        return "is too late: all is sealed " + sealed + ", and a sealed range takes no more rows";
    }

    IllegalArgumentException afterEnd(int lastDay) {
        return new IllegalArgumentException(this + ", is after the end of observation, " + LocalDate.ofEpochDay(lastDay)
                + "; AfterEnd.LEAVE_OUT would count and leave out such rows");
    }

    IllegalArgumentException refund() {
        return new IllegalArgumentException(this + ", " + REFUND_RULE);
    }

    IllegalArgumentException tooLate(DayRange sealed) {
        return new IllegalArgumentException(this + ", " + lateRule(sealed));
    }

    Money money() {
        return Money.ofMinor(amount, currency);
    }

    @Override
    public String toString() {
        return "row " + (row + 1L) + ", customer '" + customer + "', " + LocalDate.ofEpochDay(day) + ", " + money();
    }
}
