package io.clv.lifecycle;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * One contact of a plan.
 *
 * @param customer the customer's id
 * @param moment when the contact is to be made
 * @param reason the name of the occasion, such as "next visit" or "contract end"; not blank
 * @param due when what the contact is about is due; empty for a regular contact
 * @param because why, with the numbers behind it, in words
 */
public record PlannedTouch(
        String customer, ZonedDateTime moment, String reason, Optional<LocalDate> due, String because) {

    /**
     * Checks the reason.
     *
     * @param customer the customer's id
     * @param moment when the contact is to be made
     * @param reason the name of the occasion
     * @param due when what the contact is about is due
     * @param because why
     * @throws IllegalArgumentException if the reason is blank
     */
    public PlannedTouch {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason of a contact must have a name, but it was blank");
        }
    }
}
