package io.clv.report;

import io.clv.report.page.Drawing.Axis;
import io.clv.report.page.Drawing.Unit;
import io.clv.report.page.Figure;
import io.clv.report.page.Grid;
import io.clv.report.page.HeatMap;
import io.clv.report.page.HeatMap.Cell;
import io.clv.report.page.Part;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Who is still active. */
final class AlivePart {

    private AlivePart() {}

    static Optional<Part> of(ReportRows rows, Texts texts) {
        if (rows.alive().isEmpty()) {
            return Optional.empty();
        }
        TreeMap<Double, String> quiet = new TreeMap<>();
        TreeMap<Integer, String> frequency = new TreeMap<>();
        for (AliveCell cell : rows.alive()) {
            quiet.put(
                    cell.quietFrom(),
                    texts.get(
                            "between",
                            new Texts.Word(texts.decimal(cell.quietFrom())),
                            new Texts.Word(texts.decimal(cell.quietTo()))));
            frequency.put(cell.frequencyFrom(), frequency(cell, texts));
        }
        List<Double> columns = List.copyOf(quiet.keySet());
        List<Integer> lines = List.copyOf(frequency.keySet());
        String title = texts.get("alive.title");
        String lead = texts.get("alive.lead");
        String unit = texts.get("unit." + Texts.unit(rows.summary().unit()));
        List<Cell> cells = rows.alive().stream()
                .map(cell -> new Cell(
                        columns.indexOf(cell.quietFrom()),
                        lines.indexOf(cell.frequencyFrom()),
                        cell.meanAlive(),
                        texts.customers(cell.customers()),
                        false))
                .toList();
        HeatMap map = new HeatMap(
                texts.get("alive.axis.quiet", new Texts.Word(unit)),
                List.copyOf(quiet.values()),
                texts.get("alive.axis.frequency"),
                List.copyOf(frequency.values()),
                false,
                new Axis(texts.get("alive.value"), Unit.SHARE),
                1,
                cells);
        Grid grid = Matrix.of(
                title,
                map,
                (cell, row) -> texts.share(cell.value()) + " ("
                        + texts.count(rows.alive().get(row).customers()) + ")",
                texts.get("alive.note"));
        return Optional.of(Part.of("alive", title, List.of(lead))
                .figures(List.of(new Figure("alive-map", title, lead, map, grid))));
    }

    private static String frequency(AliveCell cell, Texts texts) {
        int from = cell.frequencyFrom();
        int to = cell.frequencyTo();
        return from == to ? texts.count(from) : texts.get("between", from, to);
    }
}
