/**
 * What customers who came together did as they grew older ({@link io.clv.cohort.CohortTable}), when they had paid for
 * their acquisition ({@link io.clv.cohort.CohortPayback}), and how one period did beside another
 * ({@link io.clv.cohort.PeriodComparison}).
 *
 * <p>What is observed in part only is marked and averaged with nothing. Sums of money are exact; means are doubles.
 */
@NullMarked
package io.clv.cohort;

import org.jspecify.annotations.NullMarked;
