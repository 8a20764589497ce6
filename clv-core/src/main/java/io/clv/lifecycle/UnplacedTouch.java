package io.clv.lifecycle;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A contact that had a reason, or was to be a regular one, and is not in the plan.
 *
 * @param customer the customer's id
 * @param reason the name of the occasion
 * @param due when what the contact would be about is due; empty for a regular contact, and where no date is known
 * @param why which rule kept it out
 * @param because the same in words, with the numbers
 */
public record UnplacedTouch(String customer, String reason, Optional<LocalDate> due, Why why, String because) {

    /** What keeps a contact out of a plan. */
    public enum Why {
        /** There is no forecast of the visit. */
        NO_DATE("no date is known"),
        /** The chance of the visit is below the least that the rules ask for. */
        UNLIKELY("the visit is too unlikely"),
        /** The customer must not be contacted. */
        NOT_CONTACTABLE("the customer must not be contacted"),
        /** The customer was contacted for it before. */
        DONE("the customer was contacted for it before"),
        /** It was due before the plan begins. */
        TOO_LATE("it was due before the plan begins"),
        /** The lead begins after the plan ends. */
        BEYOND("it is due too long after the plan ends"),
        /** All days that are left for it are quiet. */
        QUIET("all days for it are quiet"),
        /** All days that are left for it are too close to another contact. */
        GAP("all days for it are too close to another contact"),
        /** The cap is reached in the periods that are left for it. */
        CAP("the cap is reached");

        private final String label;

        Why(String label) {
            this.label = label;
        }

        /**
         * The rule in words.
         *
         * @return such as "the cap is reached"
         */
        public String label() {
            return label;
        }
    }
}
