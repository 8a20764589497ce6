/**
 * Does a model hold? A log is cut in two, a model is fitted to the first part, and what it forecasts for the second is
 * laid beside what came ({@link io.clv.validation.Evaluation}), beside rules that need no model
 * ({@link io.clv.validation.Baselines}) and beside other models ({@link io.clv.validation.HoldOutComparison}); week by
 * week ({@link io.clv.validation.Tracking}) and cohort by cohort at equal age ({@link io.clv.validation.CohortDrift}).
 *
 * <p>Counts and money are judged apart. Judged are the customers of the calibration; newcomers are counted beside.
 *
 * <p>No single number crowns a model. Where most customers buy nothing, forecasting nothing for everybody has a smaller
 * mean absolute error than a good model (on CDNOW .798 against the Pareto/NBD's .755 is close, and on a sparser base
 * nothing wins); bias and the log score tell them apart.
 */
@NullMarked
package io.clv.validation;

import org.jspecify.annotations.NullMarked;
