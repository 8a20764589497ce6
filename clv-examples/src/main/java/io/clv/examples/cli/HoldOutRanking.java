package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.btyd.Fit;
import io.clv.btyd.PurchaseProcess;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.Split;
import io.clv.validation.HoldOutComparison;
import io.clv.validation.Scores;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Models and baselines side by side, in each format. */
final class HoldOutRanking {

    private static final int DIGITS = 4;
    private static final int FEW_DIGITS = 2;

    private final HoldOutComparison comparison;
    private final Split split;

    HoldOutRanking(HoldOutComparison comparison) {
        this.comparison = comparison;
        split = comparison.rows().get(0).evaluation().split();
        if (comparison.rows().stream().noneMatch(row -> row.fit().isPresent())) {
            Map.Entry<String, String> one =
                    comparison.refused().entrySet().iterator().next();
            throw new DataException(
                    "no model applies: " + one.getKey() + " does not, " + InOptions.say(one.getValue()));
        }
    }

    void print(OutputFormat format, PrintWriter out) {
        switch (format) {
            case TABLE -> table(out);
            case CSV -> rows().csv(out);
            case JSON ->
                out.print("{\"calibrated_through\":"
                        + Json.text(split.calibratedThrough().toString()) + ",\"observed_through\":"
                        + Json.text(split.observedThrough().toString()) + ",\"customers\":"
                        + split.calibration().size() + ",\"actual\":" + split.holdoutPurchases() + ",\"models\":"
                        + rows().json() + "}\n");
        }
    }

    private Rows rows() {
        Rows rows = new Rows(
                "forecast",
                "process",
                "free_parameters",
                "bic",
                "log_score",
                "predicted",
                "bias",
                "mae",
                "rmse",
                "gini",
                "lift",
                "diagnosis");
        OptionalDouble none = OptionalDouble.empty();
        for (HoldOutComparison.Row row : comparison.rows()) {
            Scores scores = row.evaluation().counts();
            Optional<Fit<? extends TransactionModel>> fit = row.fit();
            rows.add(
                    row.name(),
                    fit.map(HoldOutRanking::process).orElse(""),
                    fit.<Object>map(Fit::freeParameters).orElse(none),
                    fit.<Object>map(Fit::bic).orElse(none),
                    scores.logScore(),
                    scores.predicted(),
                    scores.bias(),
                    scores.meanAbsoluteError(),
                    scores.rootMeanSquareError(),
                    scores.gini(),
                    scores.lift(),
                    fit.map(each -> each.diagnosis().toString()).orElse("needs no fit"));
        }
        comparison
                .refused()
                .forEach((model, reason) -> rows.add(
                        model,
                        "",
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        "does not apply: " + InOptions.say(reason)));
        return rows;
    }

    private static String process(Fit<?> fit) {
        return TransactionFamily.named(fit.family()).process().label();
    }

    private void table(PrintWriter out) {
        line(
                Words.count(split.calibration().size(), "customer") + " calibrated through " + split.calibratedThrough()
                        + ", who made " + Words.count(split.holdoutPurchases(), "purchase") + " in "
                        + Words.rounded(split.duration()) + " through " + split.observedThrough(),
                out);
        TextTable table = new TextTable();
        table.add(List.of(
                "forecast", "log score", "predicted", "bias", "MAE", "RMSE", "Gini", "lift", "BIC", "diagnosis"));
        boolean opportunities = false;
        for (HoldOutComparison.Row row : comparison.rows()) {
            Scores scores = row.evaluation().counts();
            Optional<Fit<? extends TransactionModel>> fit = row.fit();
            boolean apart = fit.map(HoldOutRanking::process)
                    .filter(PurchaseProcess.OPPORTUNITIES.label()::equals)
                    .isPresent();
            opportunities |= apart;
            table.add(List.of(
                    row.name(),
                    number(scores.logScore()),
                    Words.decimal(scores.predicted(), FEW_DIGITS),
                    Words.signed(scores.bias(), FEW_DIGITS),
                    Words.decimal(scores.meanAbsoluteError(), DIGITS),
                    Words.decimal(scores.rootMeanSquareError(), DIGITS),
                    number(scores.gini()),
                    number(scores.lift()),
                    fit.map(each -> (apart ? "* " : "") + Words.decimal(each.bic(), FEW_DIGITS))
                            .orElse(""),
                    fit.map(each -> each.diagnosis().toString()).orElse("")));
        }
        table.lines().forEach(each -> line(each, out));
        if (opportunities) {
            line("* of another process: compares with its like alone", out);
        }
        if (!comparison.refused().isEmpty()) {
            line("", out);
        }
        comparison
                .refused()
                .forEach((model, reason) ->
                        line("does not apply: " + model + ", " + SafeText.escaped(InOptions.say(reason)), out));
    }

    private static String number(OptionalDouble score) {
        return score.isPresent() ? Words.decimal(score.getAsDouble(), DIGITS) : "";
    }
}
