package io.clv.examples.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Rows that the library has no writer for: cells of text and numbers under names, some of them empty. */
final class Rows {

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

    void csv(PrintWriter out) {
        out.print(String.join(",", names) + "\n");
        for (List<Object> row : rows) {
            out.print(String.join(",", row.stream().map(Rows::csv).toList()) + "\n");
        }
    }

    private static String csv(Object cell) {
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
            Object cell = row.get(i);
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
