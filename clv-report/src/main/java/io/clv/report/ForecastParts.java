package io.clv.report;

import io.clv.quantity.Ratio;
import io.clv.report.page.Bars;
import io.clv.report.page.Bars.Layout;
import io.clv.report.page.Bars.Series;
import io.clv.report.page.Drawing.Axis;
import io.clv.report.page.Drawing.Unit;
import io.clv.report.page.Figure;
import io.clv.report.page.Grid;
import io.clv.report.page.Grid.Column;
import io.clv.report.page.Lines;
import io.clv.report.page.Lines.Band;
import io.clv.report.page.Lines.Curve;
import io.clv.report.page.Lines.Point;
import io.clv.report.page.Lines.Style;
import io.clv.report.page.Part;
import io.clv.report.page.Part.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What was forecast beside what came: over time, and by customer. */
final class ForecastParts {

    private ForecastParts() {}

    static Optional<Part> tracking(ReportRows rows, Texts texts) {
        List<TrackingPoint> points = rows.tracking();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        boolean tested = points.stream().anyMatch(TrackingPoint::heldOut);
        String lead = texts.get(tested ? "tracking.lead" : "tracking.lead.seen");
        String each = texts.get(
                "tracking.each.title",
                new Texts.Word(
                        texts.get("tracking.each." + Texts.unit(rows.summary().unit()))));
        String added = texts.get("tracking.cumulative.title");
        Lines single = lines(points, "tracking.axis.purchases", TrackingPoint::actual, TrackingPoint::expected, texts);
        Lines cumulative = lines(
                points,
                "tracking.axis.cumulative",
                TrackingPoint::cumulativeActual,
                TrackingPoint::cumulativeExpected,
                texts);
        return Optional.of(Part.of("tracking", texts.get("tracking.title"), List.of(lead))
                .figures(List.of(
                        new Figure(
                                "tracking-each",
                                each,
                                lead,
                                single,
                                grid(each, points, "", TrackingPoint::actual, TrackingPoint::expected, texts)),
                        new Figure(
                                "tracking-cumulative",
                                added,
                                lead,
                                cumulative,
                                grid(
                                        added,
                                        points,
                                        "cumulative-",
                                        TrackingPoint::cumulativeActual,
                                        TrackingPoint::cumulativeExpected,
                                        texts)))));
    }

    private static Lines lines(
            List<TrackingPoint> points,
            String axis,
            ToDoubleFunction<TrackingPoint> actual,
            ToDoubleFunction<TrackingPoint> expected,
            Texts texts) {
        int seen = (int) points.stream().filter(point -> !point.heldOut()).count();
        return new Lines(
                new Axis(texts.get("tracking.axis.time"), Unit.COUNT),
                points.stream().map(point -> texts.date(point.through())).toList(),
                new Axis(texts.get(axis), Unit.COUNT),
                List.of(
                        new Curve(texts.get("column.actual"), Style.STRONG, points(points, actual)),
                        new Curve(texts.get("column.expected"), Style.DASHED, points(points, expected))),
                seen == points.size()
                        ? Optional.empty()
                        : Optional.of(
                                new Band(texts.get("tracking.held-out"), Math.max(0, seen - 1), points.size() - 1)),
                Optional.empty());
    }

    private static List<Point> points(List<TrackingPoint> points, ToDoubleFunction<TrackingPoint> height) {
        return IntStream.range(0, points.size())
                .mapToObj(at -> new Point(at, height.applyAsDouble(points.get(at))))
                .toList();
    }

    private static Grid grid(
            String title,
            List<TrackingPoint> points,
            String kind,
            ToDoubleFunction<TrackingPoint> actual,
            ToDoubleFunction<TrackingPoint> expected,
            Texts texts) {
        return new Grid(
                title,
                List.of(
                        Column.text(texts.get("column.through")),
                        Column.figure(texts.get("column." + kind + "actual")),
                        Column.figure(texts.get("column." + kind + "expected")),
                        Column.text(texts.get("column.held-out"))),
                points.stream()
                        .map(point -> List.of(
                                texts.date(point.through()),
                                texts.count((long) actual.applyAsDouble(point)),
                                texts.decimal(expected.applyAsDouble(point), 1),
                                texts.get(point.heldOut() ? "yes" : "no")))
                        .toList());
    }

    static Optional<Part> holdOut(ReportRows rows, Texts texts) {
        if (rows.holdOut().isEmpty()) {
            return Optional.empty();
        }
        HoldOut holdOut = rows.holdOut().get();
        Part part = Part.of(
                        "hold-out",
                        texts.get("hold-out.title"),
                        List.of(
                                texts.get("hold-out.lead"),
                                texts.get(
                                        "hold-out.period",
                                        holdOut.calibratedThrough(),
                                        holdOut.observedThrough(),
                                        holdOut.forecast())))
                .cards(cards(holdOut, texts));
        return Optional.of(
                rows.frequencies().isEmpty() ? part : part.figures(List.of(byFrequency(rows.frequencies(), texts))));
    }

    private static List<Card> cards(HoldOut holdOut, Texts texts) {
        List<Card> cards = new ArrayList<>();
        cards.add(card("actual", texts.count(holdOut.actual()), "", texts));
        cards.add(card(
                "expected",
                texts.decimal(holdOut.expected(), 0),
                off(holdOut.expected(), (double) holdOut.actual(), texts),
                texts));
        if (holdOut.actualMoney().isPresent() && holdOut.expectedMoney().isPresent()) {
            cards.add(card("actual-money", texts.headline(holdOut.actualMoney().get()), "", texts));
            cards.add(card(
                    "expected-money",
                    texts.headline(holdOut.expectedMoney().get()),
                    off(
                            holdOut.expectedMoney().get().toDouble(),
                            holdOut.actualMoney().get().toDouble(),
                            texts),
                    texts));
        }
        cards.add(card("error", texts.decimal(holdOut.meanAbsoluteError()), "", texts));
        holdOut.gini().ifPresent(gini -> cards.add(card("gini", texts.decimal(gini, 2), "", texts)));
        return cards;
    }

    private static Card card(String key, String value, String note, Texts texts) {
        return new Card(texts.get("hold-out.card." + key), value, note);
    }

    /** How far a forecast is off, with its sign; nothing can be said where nothing came. */
    private static String off(double expected, double actual, Texts texts) {
        if (actual == 0) {
            return "";
        }
        double share = expected / actual - 1;
        String sign = share > 0 ? "+" : "";
        return texts.get(
                "hold-out.card.difference",
                new Texts.Word(sign + texts.percent(Ratio.of(share).value())));
    }

    private static Figure byFrequency(List<FrequencyRow> rows, Texts texts) {
        String title = texts.get("hold-out.title");
        List<String> names = rows.stream()
                .map(row -> row.andMore() ? texts.get("from", row.frequency()) : texts.count(row.frequency()))
                .toList();
        Bars bars = new Bars(
                Layout.UPRIGHT,
                texts.get("hold-out.axis.frequency"),
                names,
                IntStream.range(0, rows.size())
                        .mapToObj(at -> names.get(at) + " ("
                                + texts.customers(rows.get(at).customers()) + ")")
                        .toList(),
                new Axis(texts.get("hold-out.axis.mean"), Unit.NUMBER),
                List.of(
                        new Series(
                                texts.get("column.actual"),
                                rows.stream().map(FrequencyRow::actual).toList()),
                        new Series(
                                texts.get("column.expected"),
                                rows.stream().map(FrequencyRow::expected).toList())),
                Optional.empty());
        Grid grid = new Grid(
                title,
                List.of(
                        Column.text(texts.get("column.frequency")),
                        Column.figure(texts.get("column.customers")),
                        Column.figure(texts.get("column.actual")),
                        Column.figure(texts.get("column.expected"))),
                IntStream.range(0, rows.size())
                        .mapToObj(at -> List.of(
                                names.get(at),
                                texts.count(rows.get(at).customers()),
                                texts.decimal(rows.get(at).actual(), 3),
                                texts.decimal(rows.get(at).expected(), 3)))
                        .toList());
        return new Figure("hold-out-means", title, texts.get("hold-out.lead"), bars, grid);
    }
}
