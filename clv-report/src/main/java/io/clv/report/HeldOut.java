package io.clv.report;

import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.validation.Evaluation;
import io.clv.validation.Scores;
import io.clv.validation.Tracking;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What came in a time that was held out, beside what was expected. */
final class HeldOut {

    private HeldOut() {}

    static List<TrackingPoint> points(Tracking tracking) {
        return tracking.points().stream()
                .map(point -> new TrackingPoint(
                        point.through(),
                        point.actual(),
                        point.expected(),
                        point.cumulativeActual(),
                        point.cumulativeExpected(),
                        point.through().isAfter(tracking.calibratedThrough())))
                .toList();
    }

    /** How far the cumulative curves are apart at the end, which is what the eye looks for. */
    static List<Sentence> notes(Tracking tracking) {
        return tracking.points().isEmpty()
                ? List.of()
                : List.of(Sentence.of("tracking.error", Ratio.of(tracking.relativeError())));
    }

    static HoldOut of(Evaluation evaluation) {
        Currency currency = evaluation.split().calibration().currency();
        Scores counts = evaluation.counts();
        return new HoldOut(
                evaluation.forecast(),
                evaluation.split().calibratedThrough(),
                evaluation.split().observedThrough(),
                evaluation.split().calibration().size(),
                evaluation.split().holdoutPurchases(),
                counts.predicted(),
                counts.meanAbsoluteError(),
                counts.gini(),
                evaluation.amounts().map(scores -> Money.ofRounded(scores.actual(), currency)),
                evaluation.amounts().map(scores -> Money.ofRounded(scores.predicted(), currency)));
    }

    static List<FrequencyRow> frequencies(Evaluation evaluation) {
        return evaluation.byFrequency().stream()
                .map(each -> new FrequencyRow(
                        each.frequency(), each.andMore(), each.customers(), each.actual(), each.predicted()))
                .toList();
    }

    static List<Sentence> notes(Evaluation evaluation) {
        List<Sentence> notes = new ArrayList<>();
        evaluation
                .counts()
                .relativeBias()
                .ifPresent(bias -> notes.add(Sentence.of(
                        "hold-out.bias",
                        evaluation.split().holdoutPurchases(),
                        Math.round(evaluation.counts().predicted()),
                        Ratio.of(bias))));
        if (evaluation.split().newcomers() > 0) {
            notes.add(Sentence.of(
                    "hold-out.newcomers",
                    evaluation.split().newcomers(),
                    evaluation.split().newcomerPurchases()));
        }
        evaluation.notes().forEach(note -> notes.add(PlainWords.of(note)));
        return notes;
    }
}
