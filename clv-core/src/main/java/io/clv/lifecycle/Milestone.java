package io.clv.lifecycle;

import java.time.LocalDate;

/**
 * A day that gives a reason to call a customer.
 *
 * @param customer the id
 * @param occasion what it is, as in "birthday"
 * @param date the day
 * @param years the completed years on that day; 0 for what happens once
 */
public record Milestone(String customer, String occasion, LocalDate date, int years) {

    /**
     * The reason in words.
     *
     * @return such as "birthday, 40 years" or "contract end"
     */
    public String reason() {
        return years == 0 ? occasion : occasion + ", " + TriggerWording.count(years, "year");
    }
}
