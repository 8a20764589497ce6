package io.clv.lifecycle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Somebody who is known by contacts and has bought nothing up to the end of observation.
 *
 * @param id of the prospect
 * @param stage the furthest step that any contact shows
 * @param kind of the latest contact of that step; of several on one day the first in the order of the alphabet
 * @param on when that was
 * @param first the first contact that counts
 * @param contacts how many contacts count
 * @param observedThrough the end of observation
 */
public record Prospect(
        String id, Stage stage, String kind, LocalDate on, LocalDate first, int contacts, LocalDate observedThrough) {

    /**
     * Why the prospect is in that stage.
     *
     * @return such as "test drive on 2025-03-02, 12 days ago, shows interest; 4 contacts since 2025-01-10"
     */
    public String reason() {
        return kind + " on " + on + ", " + StageWording.count(ChronoUnit.DAYS.between(on, observedThrough), "day")
                + " ago, shows " + stage.label() + "; " + StageWording.count(contacts, "contact") + " since " + first;
    }
}
