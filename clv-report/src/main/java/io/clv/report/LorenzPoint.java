package io.clv.report;

/**
 * A point of the Lorenz curve, from the poorest customers to all. It lies below 0 as long as the customers up to it
 * lose money together.
 *
 * @param shareOfCustomers how many of the customers, the poorest first, from 0 to 1
 * @param shareOfValue what they hold of the value of all
 */
public record LorenzPoint(double shareOfCustomers, double shareOfValue) {}
