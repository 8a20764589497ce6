package io.clv.benchmarks;

/**
 * What every engine says of a customer.
 *
 * @param id the customer
 * @param frequency days with purchases after the first
 * @param recency days from the first purchase to the last
 * @param age days from the first purchase to the end of observation
 * @param firstDay the first purchase in days from 1970-01-01
 * @param monetaryValue mean total of the days after the first in major units, 0 if there is none
 * @param total of all rows in minor units
 */
record CustomerRow(Object id, int frequency, int recency, int age, int firstDay, double monetaryValue, long total) {

    /** The row of a customer who bought on so many days, from first to last. */
    static CustomerRow of(Object id, int days, int firstDay, int lastDay, long firstTotal, long total) {
        return new CustomerRow(
                id,
                days - 1,
                lastDay - firstDay,
                SimulatedLog.END_DAY - firstDay,
                firstDay,
                days == 1 ? 0 : (total - firstTotal) / (SimulatedLog.MINOR_PER_MAJOR * (days - 1)),
                total);
    }
}
