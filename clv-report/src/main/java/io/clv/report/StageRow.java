package io.clv.report;

import io.clv.quantity.Money;
import java.util.Optional;

/**
 * Customers in a stage of their life.
 *
 * @param stage the code of the stage, as in "at-risk"
 * @param customers how many are in it; of prospects, people who have not bought yet
 * @param share of all customers, and where prospects stand of all prospects, from 0 to 1
 * @param value what they are worth together, rounded once; empty for prospects
 */
public record StageRow(String stage, int customers, double share, Optional<Money> value) {}
