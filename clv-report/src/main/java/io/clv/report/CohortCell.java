package io.clv.report;

import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Customers who came together, at one age.
 *
 * @param cohort the name of the cohort, as in "2025-03"
 * @param from the first day of the period in which they came; empty where cohorts are groups
 * @param age periods after that of the first purchase
 * @param complete whether all of them were seen to the end of the age; if not, the figures are of those who were, or
 *     are those so far
 * @param customers how many came
 * @param activeShare how many of them made a purchase at the age, from 0 to 1
 * @param revenuePerCustomer what one of them brought at the age, refunds taken off
 */
public record CohortCell(
        String cohort,
        Optional<LocalDate> from,
        int age,
        boolean complete,
        int customers,
        double activeShare,
        Money revenuePerCustomer) {}
