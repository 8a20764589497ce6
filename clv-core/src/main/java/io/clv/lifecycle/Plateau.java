package io.clv.lifecycle;

import io.clv.quantity.Money;
import java.time.LocalDate;

/**
 * The level on which a customer's income has held.
 *
 * @param start the first day of its first period
 * @param growth how many periods the curve had before it
 * @param periods how many periods it holds, so far if nothing follows
 * @param level the income of a period, on average
 * @param then what follows
 */
public record Plateau(LocalDate start, int growth, int periods, Money level, Then then) {

    /** What follows a plateau. */
    public enum Then {
        /** Nothing yet: its length is what is known so far. */
        HOLDS("holds"),
        /** Less income, or none: the customer flows out. */
        FLOWS_OUT("flows out"),
        /** More income: it has ended, but not by outflow. */
        GROWS("grows on");

        private final String label;

        Then(String label) {
            this.label = label;
        }

        /**
         * What follows, in words.
         *
         * @return such as "flows out"
         */
        public String label() {
            return label;
        }
    }
}
