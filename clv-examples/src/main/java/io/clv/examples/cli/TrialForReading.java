package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.btyd.Fit;
import io.clv.ledger.Split;
import io.clv.quantity.Money;
import io.clv.validation.CohortDrift;
import io.clv.validation.Evaluation;
import io.clv.validation.Pit;
import io.clv.validation.Scores;
import io.clv.validation.Tracking;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A hold-out test in each format. */
final class TrialForReading {

    private static final int DIGITS = 4;
    private static final int FEW_DIGITS = 2;

    private final Trial trial;
    private final EvaluationRows rows;

    TrialForReading(Trial trial) {
        this.trial = trial;
        this.rows = new EvaluationRows(trial);
    }

    void print(OutputFormat format, @Nullable EvaluationPart part, PrintWriter out) {
        switch (format) {
            case CSV -> rows.of(part == null ? EvaluationPart.SCORES : part).csv(out);
            case JSON -> json(out);
            case TABLE -> {
                if (part == null) {
                    table(out);
                } else {
                    table(part, out);
                }
            }
        }
    }

    private void table(EvaluationPart part, PrintWriter out) {
        rows.of(part).table(DIGITS).lines().forEach(each -> line(each, out));
    }

    private void table(PrintWriter out) {
        head(out);
        line("", out);
        Scores counts = trial.evaluation().counts();
        scores("purchases", Evaluation::counts, counts, out);
        Optional<Scores> amounts = trial.evaluation().amounts();
        if (amounts.isPresent()) {
            line("", out);
            scores(
                    "money in " + trial.split().calibration().currency().getCurrencyCode(),
                    evaluation -> evaluation.amounts().orElse(null),
                    amounts.get(),
                    out);
        }
        for (EvaluationPart part : List.of(
                EvaluationPart.BY_FREQUENCY,
                EvaluationPart.DECILES,
                EvaluationPart.HISTOGRAM,
                EvaluationPart.PIT,
                EvaluationPart.COHORTS)) {
            line("", out);
            line(title(part), out);
            table(part, out);
        }
    }

    private String title(EvaluationPart part) {
        return switch (part) {
            case SCORES -> "scores";
            case BY_FREQUENCY -> "purchases of a customer held out, by the frequency in the calibration";
            case DECILES -> "purchases of a customer held out, by tenths of the forecast, the highest first";
            case HISTOGRAM -> "customers by the number of their purchases held out";
            case PIT ->
                "customers by tenths of what was forecast of them: as many in each where the probabilities are right"
                        + trial.pit().map(TrialForReading::covered).orElse("");
            case TRACKING -> "repeat purchases by the end of each period";
            case COHORTS ->
                "repeat purchases of a customer"
                        + trial.drift()
                                .map(drift -> " by the age of " + Words.rounded(drift.age()))
                                .orElse("")
                        + ", by when the first one was";
        };
    }

    private void head(PrintWriter out) {
        Split split = trial.split();
        line(
                trial.fit().family() + " fitted to "
                        + Words.weight(trial.fit().customers(), "customer") + " through " + split.calibratedThrough()
                        + ", and held against "
                        + Words.rounded(split.duration()) + " through " + split.observedThrough() + ": "
                        + trial.fit().diagnosis(),
                out);
        trial.notes().forEach(note -> line(SafeText.escaped(note), out));
        trial.spend()
                .ifPresent(spend -> line(
                        "spend by " + spend.family() + " fitted to " + Words.weight(spend.customers(), "customer")
                                + ": " + spend.diagnosis(),
                        out));
        line(
                split.newcomers() == 0
                        ? "no newcomers in the hold-out"
                        : Words.count(split.newcomers(), "newcomer") + " in the hold-out with "
                                + Words.count(split.newcomerPurchases(), "purchase") + " of " + split.newcomerTotal()
                                + ", of whom a fit to the calibration knows nothing: not forecast, not judged",
                out);
        trial.tracking().ifPresent(tracking -> line(tracked(tracking), out));
        trial.drift().ifPresent(drift -> line(drifting(drift), out));
    }

    private static String covered(Pit pit) {
        return " (p-value " + Words.decimal(pit.uniformity(), DIGITS) + ")";
    }

    private static String tracked(Tracking tracking) {
        Tracking.Point end = tracking.points().get(tracking.points().size() - 1);
        return "tracked from the first purchases on: " + Words.count(end.cumulativeActual(), "repeat purchase")
                + " by the end, " + Words.decimal(end.cumulativeExpected(), FEW_DIGITS) + " expected ("
                + percent(tracking.relativeError()) + ")";
    }

    private static String drifting(CohortDrift drift) {
        OptionalDouble trend = drift.trend();
        String compared =
                Words.count(drift.cohorts().size(), "cohort") + " at the age of " + Words.rounded(drift.age()) + ": ";
        return trend.isEmpty()
                ? compared + "too few to see a trend"
                : compared + (drift.warning().isEmpty() ? "no drift" : "they drift") + ", a trend of "
                        + Words.signed(trend.getAsDouble(), FEW_DIGITS) + " standard errors";
    }

    private static String percent(double share) {
        return Words.signed(100 * share, 1) + "%";
    }

    private interface OfEvaluation {
        @Nullable
        Scores of(Evaluation evaluation);
    }

    private void scores(String title, OfEvaluation kind, Scores model, PrintWriter out) {
        TextTable table = new TextTable();
        table.add(List.of(title, "predicted", "bias", "%", "MAE", "RMSE", "Gini", "lift", "log score"));
        List<Evaluation> all = new ArrayList<>(List.of(trial.evaluation()));
        all.addAll(trial.baselines());
        for (Evaluation evaluation : all) {
            Scores scores = kind.of(evaluation);
            if (scores != null) {
                table.add(cells(evaluation.forecast(), scores));
            }
        }
        table.add(List.of("(came)", Words.decimal(model.actual(), FEW_DIGITS)));
        table.lines().forEach(each -> line(each, out));
        trial.beaten(evaluation -> Optional.ofNullable(kind.of(evaluation))).forEach(each -> line(each, out));
    }

    private static List<String> cells(String name, Scores scores) {
        return List.of(
                name,
                Words.decimal(scores.predicted(), FEW_DIGITS),
                Words.signed(scores.bias(), FEW_DIGITS),
                scores.relativeBias().isPresent()
                        ? Words.signed(100 * scores.relativeBias().getAsDouble(), 1)
                        : "",
                Words.decimal(scores.meanAbsoluteError(), DIGITS),
                Words.decimal(scores.rootMeanSquareError(), DIGITS),
                number(scores.gini()),
                number(scores.lift()),
                number(scores.logScore()));
    }

    private static String number(OptionalDouble score) {
        return score.isPresent() ? Words.decimal(score.getAsDouble(), DIGITS) : "";
    }

    private void json(PrintWriter out) {
        Split split = trial.split();
        Fit<?> fit = trial.fit();
        List<String> members = new ArrayList<>(List.of(
                "\"model\":" + Json.text(fit.family()),
                "\"parameters\":" + parameters(fit),
                "\"diagnosis\":" + Json.text(fit.diagnosis().toString()),
                "\"notes\":" + texts(trial.notes()),
                "\"calibrated_through\":" + Json.text(split.calibratedThrough().toString()),
                "\"observed_through\":" + Json.text(split.observedThrough().toString()),
                "\"unit\":" + Json.text(fit.unitText()),
                "\"horizon\":" + Json.number(split.duration().length()),
                "\"customers\":" + split.calibration().size()));
        members.addAll(members(trial.evaluation().counts()));
        members.add("\"spend\":" + spend());
        members.add("\"newcomers\":{\"customers\":" + split.newcomers() + ",\"purchases\":" + split.newcomerPurchases()
                + ",\"amount\":" + amount(split.newcomerTotal()) + "}");
        members.add("\"cohort_trend\":"
                + trial.drift()
                        .map(CohortDrift::trend)
                        .filter(OptionalDouble::isPresent)
                        .map(trend -> Json.number(trend.getAsDouble()))
                        .orElse("null"));
        members.add("\"uniformity\":"
                + trial.pit().map(pit -> Json.number(pit.uniformity())).orElse("null"));
        for (EvaluationPart part : EvaluationPart.values()) {
            members.add(Json.text(Words.constant(part).replace('-', '_')) + ":"
                    + rows.of(part).json());
        }
        out.print("{" + String.join(",", members) + "}\n");
    }

    private String spend() {
        Optional<Scores> amounts = trial.evaluation().amounts();
        if (amounts.isEmpty() || trial.spend().isEmpty()) {
            return "null";
        }
        List<String> members = new ArrayList<>(List.of(
                "\"model\":" + Json.text(trial.spend().get().family()),
                "\"parameters\":" + parameters(trial.spend().get()),
                "\"currency\":"
                        + Json.text(trial.split().calibration().currency().getCurrencyCode())));
        members.addAll(members(amounts.get()));
        return "{" + String.join(",", members) + "}";
    }

    private static List<String> members(Scores scores) {
        return List.of(
                "\"actual\":" + Json.count(scores.actual()),
                "\"predicted\":" + Json.number(scores.predicted()),
                "\"bias\":" + Json.number(scores.bias()),
                "\"mae\":" + Json.number(scores.meanAbsoluteError()),
                "\"rmse\":" + Json.number(scores.rootMeanSquareError()),
                "\"gini\":" + orNull(scores.gini()),
                "\"lift\":" + orNull(scores.lift()),
                "\"log_score\":" + orNull(scores.logScore()));
    }

    private static String orNull(OptionalDouble score) {
        return score.isPresent() ? Json.number(score.getAsDouble()) : "null";
    }

    private static String parameters(Fit<?> fit) {
        List<String> members = new ArrayList<>();
        for (Map.Entry<String, Double> each : fit.parameters().entrySet()) {
            members.add(Json.text(each.getKey()) + ":" + Json.number(each.getValue()));
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String texts(List<String> texts) {
        return "[" + String.join(",", texts.stream().map(Json::text).toList()) + "]";
    }

    private static String amount(Money money) {
        return Words.amount(money);
    }
}
