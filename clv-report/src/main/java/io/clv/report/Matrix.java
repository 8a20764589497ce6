package io.clv.report;

import io.clv.report.page.Grid;
import io.clv.report.page.Grid.Column;
import io.clv.report.page.HeatMap;
import io.clv.report.page.HeatMap.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cells of a heat map as a table of the same shape. */
final class Matrix {

    private Matrix() {}

    /** What a cell says in the table. */
    interface Wording {

        /**
         * What a cell says.
         *
         * @param cell the cell
         * @param number its number among all cells
         */
        String of(Cell cell, int number);
    }

    static Grid of(String title, HeatMap map, Wording wording, String note) {
        String[][] texts = new String[map.rows().size()][map.columns().size()];
        for (String[] row : texts) {
            Arrays.fill(row, "");
        }
        for (int number = 0; number < map.cells().size(); number++) {
            Cell cell = map.cells().get(number);
            texts[cell.row()][cell.column()] = wording.of(cell, number);
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(map.up()));
        map.columns().forEach(column -> columns.add(Column.figure(column)));
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < texts.length; row++) {
            List<String> line = new ArrayList<>();
            line.add(map.rows().get(row));
            line.addAll(Arrays.asList(texts[row]));
            rows.add(line);
        }
        return new Grid(title, columns, rows, note);
    }
}
