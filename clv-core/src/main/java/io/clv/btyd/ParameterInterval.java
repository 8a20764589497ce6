package io.clv.btyd;

import io.clv.quantity.Ratio;

/**
 * A range for a parameter, by Wald's method on the scale of its log: {@code estimate x exp(-+ z s)}, s the standard
 * error of the log. It is never negative, and not symmetric about the estimate. For coefficients of covariates it is
 * {@code estimate -+ z s}, on their own scale.
 *
 * @param low the lower end
 * @param high the upper end
 * @param level how often such ranges hold the parameter, over repeated data
 */
public record ParameterInterval(double low, double high, Ratio level) {}
