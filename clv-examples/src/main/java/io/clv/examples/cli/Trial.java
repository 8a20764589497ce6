package io.clv.examples.cli;

import io.clv.btyd.Fit;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.Split;
import io.clv.validation.CohortDrift;
import io.clv.validation.Evaluation;
import io.clv.validation.Pit;
import io.clv.validation.Scores;
import io.clv.validation.Tracking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A model tried on what was held out.
 *
 * @param split the cut
 * @param fit of the model
 * @param notes what a reader must know of the fit, of how it forecasts and of the hold-out
 * @param spend the fit of spend, where there is one
 * @param evaluation of the model
 * @param baselines forecasts that need no model
 * @param tracking week by week, where the unit of time allows it
 * @param drift of the cohorts, where they can be compared
 */
record Trial(
        Split split,
        Fit<? extends TransactionModel> fit,
        List<String> notes,
        Optional<Fit<GammaGamma>> spend,
        Evaluation evaluation,
        List<Evaluation> baselines,
        Optional<Tracking> tracking,
        Optional<CohortDrift> drift) {

    /** Each customer draws by the same seed on every run. */
    private static final long SEED = 1;

    /** Where what customers did lies in what was forecast of them. */
    Optional<Pit> pit() {
        return evaluation.pit(SEED);
    }

    /** In which scores a baseline did better, by money or by purchases: one clause for each baseline. */
    List<String> beaten(Function<Evaluation, Optional<Scores>> scores) {
        Optional<Scores> model = scores.apply(evaluation);
        List<String> clauses = new ArrayList<>();
        for (Evaluation baseline : baselines) {
            Optional<Scores> other = scores.apply(baseline);
            if (model.isPresent() && other.isPresent()) {
                List<String> better = better(other.get(), model.get());
                if (!better.isEmpty()) {
                    clauses.add(baseline.forecast() + " is better in " + String.join(", ", better));
                }
            }
        }
        return clauses;
    }

    private static List<String> better(Scores one, Scores other) {
        List<String> better = new ArrayList<>();
        ToDoubleFunction<OptionalDouble> orWorst = score -> score.orElse(Double.NEGATIVE_INFINITY);
        if (Math.abs(one.bias()) < Math.abs(other.bias())) {
            better.add("bias");
        }
        if (one.meanAbsoluteError() < other.meanAbsoluteError()) {
            better.add("MAE");
        }
        if (one.rootMeanSquareError() < other.rootMeanSquareError()) {
            better.add("RMSE");
        }
        if (orWorst.applyAsDouble(one.gini()) > orWorst.applyAsDouble(other.gini())) {
            better.add("Gini");
        }
        return better;
    }
}
