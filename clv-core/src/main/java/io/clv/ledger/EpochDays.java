package io.clv.ledger;

import java.time.LocalDate;

/** Dates as an {@code int} of days from 1970-01-01, half the room of a {@code long} in a column of millions. */
final class EpochDays {

    private EpochDays() {}

    static int of(String name, LocalDate date) {
        long day = date.toEpochDay();
        if (day < Integer.MIN_VALUE || day > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(name + " must be from " + LocalDate.ofEpochDay(Integer.MIN_VALUE)
                    + " to " + LocalDate.ofEpochDay(Integer.MAX_VALUE) + ", but was " + date);
        }
        return (int) day;
    }
}
