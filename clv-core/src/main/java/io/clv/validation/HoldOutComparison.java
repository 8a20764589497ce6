package io.clv.validation;

import io.clv.btyd.Fit;
import io.clv.btyd.FitOptions;
import io.clv.btyd.ModelComparison;
import io.clv.btyd.PurchaseProcess;
import io.clv.btyd.Tally;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.Ledger;
import io.clv.ledger.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Models fitted to a calibration, beside one another and beside forecasts that need no model: by BIC, which only models
 * of one process have in common, and by what they forecast for the hold-out, which all have. Models stand first, by log
 * score; then the baselines, by how far their totals are off.
 */
public final class HoldOutComparison {

    private final List<Row> rows;
    private final Map<String, String> refused;

    private HoldOutComparison(List<Row> rows, Map<String, String> refused) {
        this.rows = List.copyOf(rows);
        this.refused = refused;
    }

    /**
     * One forecast.
     *
     * @param evaluation how it did in the hold-out
     * @param fit of the model; empty for a baseline
     */
    public record Row(Evaluation evaluation, Optional<Fit<? extends TransactionModel>> fit) {

        /**
         * What was forecast with.
         *
         * @return the model's or the baseline's name
         */
        public String name() {
            return evaluation.forecast();
        }
    }

    /**
     * Fits models to the calibration and evaluates them, and the baselines, in the hold-out.
     *
     * @param ledger the log that was cut
     * @param split the cut
     * @param families the models
     * @param options how to fit
     * @return the comparison
     * @throws IllegalArgumentException if the calibration has no customer
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static HoldOutComparison of(
            Ledger ledger, Split split, List<? extends TransactionFamily<?>> families, FitOptions options) {
        return of(ledger, split, Tally.of(split.calibration()), families, options);
    }

    /**
     * As {@link #of(Ledger, Split, List, FitOptions)}, with fits to some of the customers, such as those whose history
     * is whole; judged are the forecasts for all.
     *
     * @param ledger the log that was cut
     * @param split the cut
     * @param tally what is fitted to, of the calibration
     * @param families the models
     * @param options how to fit
     * @return the comparison
     * @throws IllegalArgumentException if the tally has no customer
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static HoldOutComparison of(
            Ledger ledger,
            Split split,
            Tally tally,
            List<? extends TransactionFamily<?>> families,
            FitOptions options) {
        ModelComparison models = ModelComparison.of(tally, families, options);
        List<Row> rows = new ArrayList<>();
        for (PurchaseProcess process : PurchaseProcess.values()) {
            for (Fit<? extends TransactionModel> fit : models.ranked(process)) {
                Forecast forecast = Forecast.of(fit.model(), split, options.parallelism());
                rows.add(new Row(Evaluation.of(split, forecast), Optional.of(fit)));
            }
        }
        rows.sort(Comparator.comparingDouble(
                row -> -row.evaluation().counts().logScore().orElse(Double.NEGATIVE_INFINITY)));
        List<Row> baselines = new ArrayList<>();
        for (Forecast baseline : Baselines.of(ledger, split)) {
            baselines.add(new Row(Evaluation.of(split, baseline), Optional.empty()));
        }
        baselines.sort(Comparator.comparingDouble(
                row -> Math.abs(row.evaluation().counts().bias())));
        rows.addAll(baselines);
        return new HoldOutComparison(rows, models.refused());
    }

    /**
     * The forecasts.
     *
     * @return models by log score, the best first; then baselines by the size of their bias
     */
    public List<Row> rows() {
        return rows;
    }

    /**
     * The models that do not apply.
     *
     * @return name to reason
     */
    public Map<String, String> refused() {
        return refused;
    }

    /** A line for each forecast. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append(row.evaluation());
            row.fit().ifPresent(fit -> text.append(String.format(Locale.ROOT, ", BIC %.2f", fit.bic())));
            text.append('\n');
        }
        refused.forEach((name, reason) -> text.append("does not apply: ")
                .append(name)
                .append(", ")
                .append(reason)
                .append('\n'));
        return text.toString();
    }
}
