package io.clv.report;

import io.clv.quantity.Money;
import io.clv.report.page.Drawing.Axis;
import io.clv.report.page.Drawing.Mark;
import io.clv.report.page.Drawing.Unit;
import io.clv.report.page.Figure;
import io.clv.report.page.Grid;
import io.clv.report.page.Grid.Column;
import io.clv.report.page.Lines;
import io.clv.report.page.Lines.Curve;
import io.clv.report.page.Lines.Point;
import io.clv.report.page.Lines.Style;
import io.clv.report.page.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a customer of a cohort has brought so far, beside what he cost to win. */
final class CumulativePart {

    private final ReportRows rows;
    private final Texts texts;
    private final Map<Optional<String>, List<CumulativeValuePoint>> cohorts = new LinkedHashMap<>();

    private CumulativePart(ReportRows rows, Texts texts) {
        this.rows = rows;
        this.texts = texts;
        for (CumulativeValuePoint point : rows.cumulative()) {
            cohorts.computeIfAbsent(point.cohort(), cohort -> new ArrayList<>()).add(point);
        }
    }

    static Optional<Part> of(ReportRows rows, Texts texts) {
        return rows.cumulative().isEmpty() ? Optional.empty() : Optional.of(new CumulativePart(rows, texts).part());
    }

    private Part part() {
        List<String> lead = new ArrayList<>();
        lead.add(rows.grossMargin()
                .map(margin -> texts.get("cumulative.lead.margin", margin))
                .orElseGet(() -> texts.get("cumulative.lead.revenue")));
        lead.add(texts.get("cumulative.lines"));
        rows.acquisitionCost().ifPresent(cost -> lead.add(paidBack(cost)));
        String title = texts.get("cumulative.title");
        return Part.of("cumulative", title, lead)
                .figures(List.of(new Figure("cumulative-lines", title, String.join(" ", lead), lines(), grid(title))));
    }

    private String axis() {
        return texts.get(
                rows.grossMargin().isPresent() ? "cumulative.axis.margin" : "cumulative.axis.revenue",
                new Texts.Word(texts.currency(rows.summary().total().currency())));
    }

    private String paidBack(Money cost) {
        return cohorts.getOrDefault(Optional.<String>empty(), List.of()).stream()
                .filter(point -> point.value().compareTo(cost) >= 0)
                .findFirst()
                .map(point -> texts.get(
                        "cumulative.paid-back",
                        cost,
                        point.age(),
                        new Texts.Word(texts.getOr("unit." + rows.cohortUnit(), rows.cohortUnit()))))
                .orElseGet(() -> texts.get("cumulative.not-paid-back", cost));
    }

    private Lines lines() {
        List<Curve> curves = new ArrayList<>();
        Map<String, String> labels = CohortParts.labels(rows, texts);
        cohorts.forEach((cohort, points) -> curves.add(new Curve(
                cohort.map(name -> texts.get("cumulative.cohort", new Texts.Word(labels.getOrDefault(name, name))))
                        .orElseGet(() -> texts.get("cumulative.average")),
                cohort.isPresent() ? Style.FAINT : Style.STRONG,
                points.stream()
                        .map(point -> new Point(point.age(), point.value().toDouble()))
                        .toList())));
        return new Lines(
                new Axis(CohortParts.age(rows.cohortUnit(), texts), Unit.COUNT),
                ages(),
                new Axis(axis(), Unit.MONEY),
                curves,
                Optional.empty(),
                rows.acquisitionCost().map(cost -> new Mark(texts.get("cumulative.cost"), cost.toDouble())));
    }

    private List<String> ages() {
        int oldest = rows.cumulative().stream()
                .mapToInt(CumulativeValuePoint::age)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(0, oldest).mapToObj(texts::count).toList();
    }

    private Grid grid(String title) {
        List<String> ages = ages();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(texts.get("column.cohort")));
        ages.forEach(age -> columns.add(Column.figure(age)));
        Map<String, String> labels = CohortParts.labels(rows, texts);
        List<List<String>> lines = new ArrayList<>();
        cohorts.forEach((cohort, points) -> {
            List<String> line = new ArrayList<>();
            line.add(cohort.map(name -> labels.getOrDefault(name, name))
                    .orElseGet(() -> texts.get("cumulative.average")));
            ages.forEach(age -> line.add(""));
            points.forEach(point -> line.set(point.age() + 1, texts.money(point.value())));
            lines.add(line);
        });
        return new Grid(title, columns, lines);
    }
}
