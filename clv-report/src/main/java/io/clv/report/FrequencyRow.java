package io.clv.report;

/**
 * Customers with the same number of repeat purchases before the hold-out.
 *
 * @param frequency that number
 * @param andMore whether those with more are here too
 * @param customers how many
 * @param actual what they bought on average in the hold-out
 * @param expected what was forecast on average
 */
public record FrequencyRow(int frequency, boolean andMore, int customers, double actual, double expected) {}
