package io.clv.report.page;

import java.util.List;
import java.util.Map;

/**
 * Cells in rows and columns, the darker the more.
 *
 * @param across the title of the axis of columns
 * @param columns what stands at the columns
 * @param up the title of the axis of rows
 * @param rows what stands at the rows
 * @param firstRowOnTop whether rows are read from the top
 * @param values what the colours mean
 * @param top from which value on a cell has the last colour; above the first colour's, which is of 0 or less
 * @param cells the cells that are there
 */
public record HeatMap(
        String across,
        List<String> columns,
        String up,
        List<String> rows,
        boolean firstRowOnTop,
        Axis values,
        double top,
        List<Cell> cells)
        implements Drawing {

    /**
     * A cell.
     *
     * @param column its column, from 0
     * @param row its row, from 0
     * @param value what its colour says
     * @param note what else is said of it
     * @param uncertain whether its edge is broken
     */
    public record Cell(int column, int row, double value, String note, boolean uncertain) {}

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "kind", "heat",
                "across", across,
                "columns", columns,
                "up", up,
                "rows", rows,
                "firstRowOnTop", firstRowOnTop,
                "values", values.data(),
                "top", top,
                "cells",
                        cells.stream()
                                .map(cell ->
                                        List.of(cell.column(), cell.row(), cell.value(), cell.note(), cell.uncertain()))
                                .toList());
    }
}
