package io.clv.lifecycle;

import io.clv.quantity.Interval;
import io.clv.quantity.Ratio;

/**
 * How many customers like one took what he has not.
 *
 * @param customer the id, of a customer or a prospect
 * @param share of those alike who took it, shrunken to that of wider groups
 * @param interval of that share, of the mean
 * @param alike how many have all the same traits, he himself among them
 * @param took how many of those did
 * @param traits the traits, as in "channel social, age 30 to 45"
 */
public record TakerScore(String customer, Ratio share, Interval interval, int alike, int took, String traits) {}
