package io.clv.report;

import io.clv.quantity.Money;
import io.clv.report.page.Drawing.Axis;
import io.clv.report.page.Drawing.Unit;
import io.clv.report.page.Figure;
import io.clv.report.page.HeatMap;
import io.clv.report.page.HeatMap.Cell;
import io.clv.report.page.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The cohort triangle. */
final class CohortParts {

    private final List<CohortCell> cells;
    private final Texts texts;
    private final String age;

    /** The cohorts as they are shown, and the row of each. */
    private final List<String> labels = new ArrayList<>();

    private final Map<String, Integer> places = new LinkedHashMap<>();

    private CohortParts(ReportRows rows, Texts texts) {
        this.cells = rows.cohorts();
        this.texts = texts;
        this.age = age(rows.cohortUnit(), texts);
        for (CohortCell cell : cells) {
            if (places.putIfAbsent(cell.cohort(), labels.size()) == null) {
                labels.add(label(cell, rows.cohortUnit(), texts));
            }
        }
    }

    static Optional<Part> triangle(ReportRows rows, Texts texts) {
        return rows.cohorts().isEmpty() ? Optional.empty() : Optional.of(new CohortParts(rows, texts).part());
    }

    static String age(String unit, Texts texts) {
        return texts.get("cohorts.axis.age", new Texts.Word(texts.getOr("unit." + unit, unit)));
    }

    /** A cohort by its month, quarter or year in the language of the page; by its own name otherwise. */
    private static String label(CohortCell cell, String unit, Texts texts) {
        if (cell.from().isEmpty()) {
            return cell.cohort();
        }
        return switch (unit) {
            case "months" -> texts.monthOf(cell.from().get());
            case "quarters" -> texts.quarterOf(cell.from().get());
            case "years" -> texts.year(cell.from().get());
            default -> texts.date(cell.from().get());
        };
    }

    /** The names of cohorts as they are shown, by their names in the rows. */
    static Map<String, String> labels(ReportRows rows, Texts texts) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (CohortCell cell : rows.cohorts()) {
            labels.putIfAbsent(cell.cohort(), label(cell, rows.cohortUnit(), texts));
        }
        return labels;
    }

    private Part part() {
        return Part.of("cohorts", texts.get("cohorts.title"), List.of(texts.get("cohorts.lead")))
                .figures(List.of(
                        figure("active", Unit.SHARE, CohortCell::activeShare, cell -> texts.share(cell.activeShare())),
                        figure(
                                "revenue",
                                Unit.MONEY,
                                cell -> cell.revenuePerCustomer().toDouble(),
                                cell -> money(cell.revenuePerCustomer()))));
    }

    private String money(Money money) {
        return texts.money(money);
    }

    private Figure figure(
            String kind, Unit unit, ToDoubleFunction<CohortCell> value, Function<CohortCell, String> wording) {
        int ages = cells.stream().mapToInt(CohortCell::age).max().orElse(0) + 1;
        String title = texts.get("cohorts." + kind + ".title");
        HeatMap map = new HeatMap(
                age,
                IntStream.range(0, ages).mapToObj(texts::count).toList(),
                texts.get("cohorts.axis.cohort"),
                labels,
                true,
                new Axis(title, unit),
                top(value),
                cells.stream()
                        .map(cell -> new Cell(
                                cell.age(),
                                places.getOrDefault(cell.cohort(), 0),
                                value.applyAsDouble(cell),
                                note(cell),
                                !cell.complete()))
                        .toList());
        boolean certain = cells.stream().allMatch(CohortCell::complete);
        return new Figure(
                "cohorts-" + kind,
                title,
                texts.get("cohorts.lead"),
                map,
                Matrix.of(
                        title,
                        map,
                        (cell, number) -> wording.apply(cells.get(number)) + (cell.uncertain() ? "*" : ""),
                        certain ? "" : texts.get("cohorts.incomplete.note")));
    }

    /** The most at ages above 0: at age 0 everybody buys, and would take all the colours that tell later ages apart. */
    private double top(ToDoubleFunction<CohortCell> value) {
        double most = cells.stream()
                .filter(cell -> cell.age() > 0)
                .mapToDouble(value)
                .max()
                .orElse(0);
        return most > 0
                ? most
                : Math.max(1, cells.stream().mapToDouble(value).max().orElse(0));
    }

    private String note(CohortCell cell) {
        String customers = texts.customers(cell.customers());
        return cell.complete() ? customers : customers + texts.get("list.comma") + texts.get("cohorts.incomplete");
    }
}
