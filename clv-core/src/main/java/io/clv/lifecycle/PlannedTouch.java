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
 * @param key what the contact is about, the same in every plan made for it: the date of an occasion, the visit that a
 *     next one is to follow, the part of the plan of a regular contact; not blank
 * @param due when what the contact is about is due; empty for a regular contact
 * @param because why, with the numbers behind it, in words
 */
public record PlannedTouch(
        String customer, ZonedDateTime moment, String reason, String key, Optional<LocalDate> due, String because) {

    /**
     * Checks the reason.
     *
     * @param customer the customer's id
     * @param moment when the contact is to be made
     * @param reason the name of the occasion
     * @param key what the contact is about
     * @param due when what the contact is about is due
     * @param because why
     * @throws IllegalArgumentException if the reason or the key is blank
     */
    public PlannedTouch {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason of a contact must have a name, but it was blank");
        }
        if (key.isBlank()) {
            throw new IllegalArgumentException("key of a contact must say what it is about, but it was blank");
        }
    }
}
