package io.clv.report;

import io.clv.quantity.Money;
import java.util.Optional;

/**
 * What a customer of a cohort has brought by the end of an age: revenue, or margin where the analysis was told a gross
 * margin. Ages that are not over are left out.
 *
 * @param cohort the name of the cohort; empty for all cohorts on average
 * @param age periods after that of the first purchase
 * @param customers over how many customers the mean is
 * @param value what one of them has brought from age 0 to the end of this age
 */
public record CumulativeValuePoint(Optional<String> cohort, int age, long customers, Money value) {}
