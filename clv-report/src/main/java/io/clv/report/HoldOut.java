package io.clv.report;

import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was forecast for a time that was held out, beside what came.
 *
 * @param forecast the name of the forecast
 * @param calibratedThrough the last day that the model has seen
 * @param observedThrough the last day held out
 * @param customers how many were forecast
 * @param actual the purchases that they made
 * @param expected how many were forecast
 * @param meanAbsoluteError the mean of |forecast - actual| over customers, in purchases
 * @param gini how well the forecast ranks customers by their purchases, 1 the best; empty where nobody, or everybody
 *     the same, bought
 * @param actualMoney what they brought; empty where money was not forecast
 * @param expectedMoney what was forecast of it; empty where money was not forecast
 */
public record HoldOut(
        String forecast,
        LocalDate calibratedThrough,
        LocalDate observedThrough,
        int customers,
        long actual,
        double expected,
        double meanAbsoluteError,
        OptionalDouble gini,
        Optional<Money> actualMoney,
        Optional<Money> expectedMoney) {}
