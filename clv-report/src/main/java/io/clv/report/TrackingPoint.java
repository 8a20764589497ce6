package io.clv.report;

import java.time.LocalDate;

/**
 * Repeat purchases of one unit of time beside those a model expects, of the customers it was fitted to.
 *
 * @param through the last day of the unit
 * @param actual the repeat purchases in it
 * @param expected how many the model expects in it
 * @param cumulativeActual the repeat purchases up to its end
 * @param cumulativeExpected how many the model expects up to its end
 * @param heldOut whether it ends after the calibration: what came in it the model had not seen
 */
public record TrackingPoint(
        LocalDate through,
        long actual,
        double expected,
        long cumulativeActual,
        double cumulativeExpected,
        boolean heldOut) {}
