package io.clv.lifecycle;

import java.time.LocalDate;

/**
 * How far something had been used on a date: what a meter showed.
 *
 * @param date when it was read
 * @param amount what it showed, such as kilometres; finite and not negative
 */
public record Reading(LocalDate date, double amount) {

    /**
     * Checks the amount.
     *
     * @param date when it was read
     * @param amount what it showed
     * @throws IllegalArgumentException if the amount is negative or not finite
     */
    public Reading {
        amount = amount + 0.0;
        if (!(amount >= 0 && amount <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "reading on " + date + " must be finite and not negative, but was " + amount);
        }
    }
}
