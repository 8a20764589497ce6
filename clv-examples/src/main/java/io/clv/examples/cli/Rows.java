package io.clv.examples.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Rows that the library has no writer for: cells of text, numbers and truth values under names, some of them empty. A
 * truth value says of the number before it that what is above belongs to it: a table shows 7 and true as 7+.
 */
final class Rows {

    /** A cell of several words, which reads better from the left. */
    record Sentence(String text) {}

    private final List<String> names;
    private final List<List<Object>> rows = new ArrayList<>();

    Rows(String... names) {
        this(List.of(names));
    }

    Rows(List<String> names) {
        this.names = List.copyOf(names);
    }

    /** Adds a row: texts, whole numbers, doubles, and an empty optional where there is nothing. */
    void add(Object... cells) {
        add(List.of(cells));
    }

    void add(List<?> cells) {
        if (cells.size() != names.size()) {
            throw new IllegalArgumentException("a row must have " + names + ", but had " + cells);
        }
        rows.add(List.copyOf(cells));
    }

    /** A cell that is empty where there is no finite number. */
    static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** For reading: numbers to so many decimals, under names without underscores. */
    TextTable table(int decimals) {
        TextTable table = new TextTable();
        table.add(cells(names, decimals).stream()
                .map(name -> name.replace('_', ' '))
                .toList());
        rows.forEach(row -> table.add(cells(row, decimals)));
        int column = 0;
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            if (rows.stream().anyMatch(row -> row.get(at) instanceof Sentence)) {
                table.sentencesIn(column);
            }
            column += isMore(i) ? 0 : 1;
        }
        return table;
    }

    private List<String> cells(List<?> row, int decimals) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (!isMore(i)) {
                cells.add(cell(row.get(i), decimals));
            } else if (row.get(i).equals(true)) {
                cells.add(cells.remove(cells.size() - 1) + "+");
            }
        }
        return cells;
    }

    private boolean isMore(int column) {
        return rows.stream().anyMatch(row -> row.get(column) instanceof Boolean);
    }

    private static String cell(Object cell, int decimals) {
        if (cell instanceof Integer || cell instanceof Long) {
            return Words.count(((Number) cell).longValue());
        }
        if (cell instanceof OptionalDouble number) {
            return number.isPresent() ? Words.decimal(number.getAsDouble(), decimals) : "";
        }
        if (cell instanceof Sentence sentence) {
            return sentence.text();
        }
        return cell instanceof Double number ? Words.decimal(number, decimals) : cell.toString();
    }

    void csv(PrintWriter out) {
        csv(names, rows.stream(), out);
    }

    /** Writes each row as it comes, as there may be more of them than memory holds. */
    static void csv(List<String> names, Stream<List<Object>> rows, PrintWriter out) {
        out.print(String.join(",", names) + "\n");
        rows.forEachOrdered(row ->
                out.print(String.join(",", row.stream().map(Rows::csv).toList()) + "\n"));
    }

    private static String csv(Object cell) {
        if (cell instanceof Sentence sentence) {
            return csv(sentence.text());
        }
        if (!(cell instanceof String text)) {
            return plain(cell, "");
        }
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** An array with an object on each line. */
    String json() {
        List<String> objects = rows.stream().map(this::object).toList();
        return "[\n" + String.join(",\n", objects) + "\n]";
    }

    private String object(List<Object> row) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Object cell = row.get(i) instanceof Sentence sentence ? sentence.text() : row.get(i);
            members.add(Json.text(names.get(i))
                    + ':'
                    + (cell instanceof String text ? Json.text(text) : plain(cell, "null")));
        }
        return '{' + String.join(",", members) + '}';
    }

    private static String plain(Object cell, String nothing) {
        if (cell instanceof OptionalDouble number) {
            return number.isPresent() ? Json.number(number.getAsDouble()) : nothing;
        }
        return cell instanceof Double number ? Json.number(number) : cell.toString();
    }
}
