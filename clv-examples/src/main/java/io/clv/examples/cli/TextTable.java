package io.clv.examples.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Rows of cells in columns: the first and sentences to the left, the others, which are numbers, to the right. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final BitSet toTheLeft = new BitSet();

    TextTable() {
        toTheLeft.set(0);
    }

    /** Has a column of sentences. */
    void sentencesIn(int column) {
        toTheLeft.set(column);
    }

    void add(List<String> cells) {
        rows.add(cells.stream().map(SafeText::cell).toList());
    }

    /** The lines, without line ends. */
    List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], SafeText.width(row.get(column)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String padding = " ".repeat(widths[column] - SafeText.width(cell));
            line.append(column == 0 ? "" : GAP).append(toTheLeft.get(column) ? cell + padding : padding + cell);
        }
        return line.toString().stripTrailing();
    }
}
