package io.clv.lifecycle;

import java.time.LocalDate;

/**
 * A contact with a prospect or a customer that is no purchase.
 *
 * @param id of the prospect or customer, as in the log of purchases
 * @param date of the contact
 * @param kind such as "newsletter" or "test drive"; a {@link Funnel} says what it means
 */
public record ContactEvent(String id, LocalDate date, String kind) {

    /**
     * Checks the texts.
     *
     * @param id of the prospect or customer
     * @param date of the contact
     * @param kind what it was
     * @throws IllegalArgumentException if the id or the kind is blank
     */
    public ContactEvent {
        requireText("id of a contact", id);
        requireText("kind of contact with '" + id + "'", kind);
    }

    static void requireText(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank, but was '" + text + "'");
        }
    }
}
