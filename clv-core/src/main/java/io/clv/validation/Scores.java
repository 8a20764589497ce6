package io.clv.validation;

import java.util.OptionalDouble;

/**
 * How a forecast did over all customers, in purchases or in major units of money.
 *
 * @param actual what came, in total
 * @param predicted what was forecast, in total
 * @param meanAbsoluteError the mean of |forecast - actual|
 * @param rootMeanSquareError the root of the mean of its square
 * @param gini how well the forecast ranks customers by what they bring: the Gini coefficient of what came along the
 *     order of the forecast (customers with equal forecasts share what came evenly), over that along the order of what
 *     came; 1 is the best order, 0 none; empty where nobody, or everybody the same, brought something
 * @param lift what the tenth of customers with the highest forecast brought, over a tenth of what all did; empty where
 *     nothing came
 * @param logScore the mean log of the probability that was given to what came, higher is better; empty for a forecast
 *     without probabilities, or one that gave none to what came
 */
public record Scores(
        double actual,
        double predicted,
        double meanAbsoluteError,
        double rootMeanSquareError,
        OptionalDouble gini,
        OptionalDouble lift,
        OptionalDouble logScore) {

    /**
     * The forecast less what came, in total.
     *
     * @return above 0 for too much
     */
    public double bias() {
        return predicted - actual;
    }

    /**
     * The bias as a share of what came.
     *
     * @return predicted / actual - 1; empty where nothing came
     */
    public OptionalDouble relativeBias() {
        return actual == 0 ? OptionalDouble.empty() : OptionalDouble.of(predicted / actual - 1);
    }
}
