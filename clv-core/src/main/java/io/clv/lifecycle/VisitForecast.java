package io.clv.lifecycle;

import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When a customer is to be expected next, and why.
 *
 * @param customer the customer's id
 * @param source what the date was read off
 * @param expected the date by which the visit has come with a probability of one half, where there is an interval; by
 *     plain arithmetic where there is none
 * @param interval where the visit lies with the stated probability, given that it comes within the horizon (of usage:
 *     given that he keeps to the service); empty if nothing is known of how sure the date is
 * @param chance the probability of a visit within the horizon; empty for usage, which says when a visit is due and not
 *     whether it is made
 * @param reason the numbers behind it, in words
 */
public record VisitForecast(
        String customer,
        Source source,
        LocalDate expected,
        Optional<DateRange> interval,
        Optional<Ratio> chance,
        String reason) {

    /** What a date is read off. */
    public enum Source {
        /** A fitted model of purchasing. */
        MODEL("model"),
        /** The gaps between the customer's own visits. */
        RHYTHM("own rhythm"),
        /** What the customer uses up until the next visit is due, such as kilometres. */
        USAGE("usage");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        /**
         * The source in words.
         *
         * @return such as "own rhythm"
         */
        public String label() {
            return label;
        }
    }
}
