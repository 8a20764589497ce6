package io.clv.examples.cli;

import io.clv.validation.CohortDrift;
import io.clv.validation.Evaluation;
import io.clv.validation.Scores;
import io.clv.validation.Tracking;

/** The parts of an evaluation, in rows. */
final class EvaluationRows {

    private final Trial trial;

    EvaluationRows(Trial trial) {
        this.trial = trial;
    }

    Rows of(EvaluationPart part) {
        return switch (part) {
            case SCORES -> scores();
            case BY_FREQUENCY -> byFrequency();
            case DECILES -> deciles();
            case HISTOGRAM -> histogram();
            case PIT -> pit();
            case TRACKING -> tracking();
            case COHORTS -> cohorts();
        };
    }

    /** Purchases and money of the model and of the baselines. */
    private Rows scores() {
        Rows rows =
                new Rows("of", "forecast", "actual", "predicted", "bias", "mae", "rmse", "gini", "lift", "log_score");
        add(rows, "purchases", trial.evaluation(), trial.evaluation().counts());
        trial.baselines().forEach(baseline -> add(rows, "purchases", baseline, baseline.counts()));
        trial.evaluation().amounts().ifPresent(scores -> add(rows, "money", trial.evaluation(), scores));
        trial.baselines()
                .forEach(baseline -> baseline.amounts().ifPresent(scores -> add(rows, "money", baseline, scores)));
        return rows;
    }

    private static void add(Rows rows, String of, Evaluation evaluation, Scores scores) {
        rows.add(
                of,
                evaluation.forecast(),
                scores.actual(),
                scores.predicted(),
                scores.bias(),
                scores.meanAbsoluteError(),
                scores.rootMeanSquareError(),
                scores.gini(),
                scores.lift(),
                scores.logScore());
    }

    private Rows byFrequency() {
        Rows rows = new Rows("frequency", "and_more", "customers", "actual", "predicted");
        for (Evaluation.FrequencyClass each : trial.evaluation().byFrequency()) {
            rows.add(each.frequency(), each.andMore(), each.customers(), each.actual(), each.predicted());
        }
        return rows;
    }

    private Rows deciles() {
        Rows rows = new Rows("decile", "customers", "actual", "predicted");
        for (Evaluation.Decile each : trial.evaluation().deciles()) {
            rows.add(each.decile(), each.customers(), each.actual(), each.predicted());
        }
        return rows;
    }

    private Rows histogram() {
        Rows rows = new Rows("purchases", "and_more", "actual", "predicted");
        for (Evaluation.CountClass each : trial.evaluation().histogram()) {
            rows.add(each.purchases(), each.andMore(), each.actual(), each.predicted());
        }
        return rows;
    }

    private Rows pit() {
        Rows rows = new Rows("tenth", "customers", "expected");
        trial.pit().ifPresent(pit -> {
            int[] tenths = pit.histogram();
            for (int i = 0; i < tenths.length; i++) {
                rows.add(i + 1, tenths[i], (double) pit.size() / tenths.length);
            }
        });
        return rows;
    }

    private Rows tracking() {
        Rows rows = new Rows("through", "held_out", "actual", "predicted", "cumulative_actual", "cumulative_predicted");
        trial.tracking().ifPresent(tracking -> {
            for (Tracking.Point each : tracking.points()) {
                rows.add(
                        each.through().toString(),
                        each.through().isAfter(tracking.calibratedThrough()) ? "yes" : "no",
                        each.actual(),
                        each.expected(),
                        each.cumulativeActual(),
                        each.cumulativeExpected());
            }
        });
        return rows;
    }

    private Rows cohorts() {
        Rows rows = new Rows("from", "customers", "purchases", "standard_error", "amount");
        trial.drift().ifPresent(drift -> {
            for (CohortDrift.Cohort each : drift.cohorts()) {
                rows.add(
                        each.from().toString(),
                        each.customers(),
                        each.purchases(),
                        each.standardError(),
                        each.amount());
            }
        });
        return rows;
    }
}
