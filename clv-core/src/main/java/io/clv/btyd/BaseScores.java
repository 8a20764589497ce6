package io.clv.btyd;

import io.clv.task.Parallelism;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** What is said of the customers of a base, a number for each, in the rows of their histories. */
interface BaseScores {

    /** P(alive); not to be written to. */
    double[] alive();

    /** The purchases within a horizon. */
    double[] expected(double horizon);

    /** The discounted purchases ahead, at one rate for all or at each customer's own. */
    double[] purchases(Ahead ahead, double[] deltas);

    /** The discounted time ahead, at one rate for all or at each customer's own. */
    double[] lifetime(Ahead ahead, double[] deltas);

    /** The log-likelihood of the histories. */
    double[] logLikelihood();

    /** By a model for each customer: those of equal models are asked about together. */
    static BaseScores of(IntFunction<? extends TransactionModel> modelOfRow, Histories histories, Parallelism threads) {
        Map<TransactionModel, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < histories.size(); row++) {
            groups.computeIfAbsent(modelOfRow.apply(row), none -> new ArrayList<>())
                    .add(row);
        }
        return new GroupScores(groups, histories, threads);
    }
}
