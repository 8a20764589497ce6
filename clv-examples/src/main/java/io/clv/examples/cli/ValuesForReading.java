package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Measure;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values laid out for reading: the base and what its value rests on in words, then the most valuable customers. */
final class ValuesForReading {

    private static final int PROBABILITY_DIGITS = 4;

    private ValuesForReading() {}

    static void print(CustomerValues values, TableOptions options, PrintWriter out) {
        CustomersForReading.describe(values.customers(), out);
        values.explain().lines().forEach(line -> line(SafeText.escaped(line), out));
        line("", out);
        List<Column> columns =
                Arrays.stream(Column.values()).filter(values::has).toList();
        TextTable table = new TextTable();
        table.add(header(values, columns));
        for (int row : options.highest(values.size(), values::amount)) {
            table.add(cells(values, columns, row));
        }
        options.print(table, values.size(), "customer", "most valuable", out);
    }

    private static List<String> header(CustomerValues values, List<Column> columns) {
        List<String> header = new ArrayList<>(CustomersForReading.HEADER);
        header.add(values.measure() == Measure.REVENUE ? "revenue" : "clv");
        columns.forEach(column -> header.add(column.header()));
        return header;
    }

    private static List<String> cells(CustomerValues values, List<Column> columns, int row) {
        List<String> cells = new ArrayList<>(CustomersForReading.cells(values.customers(), row));
        cells.add(Words.amount(values.value(row)));
        int moneyDigits = values.currency().getDefaultFractionDigits();
        for (Column column : columns) {
            int digits = switch (column) {
                case P_ALIVE, EXPECTED_TRANSACTIONS -> PROBABILITY_DIGITS;
                case EXPECTED_SPEND, LOW, HIGH -> moneyDigits;
            };
            cells.add(Words.decimal(values.get(column, row), digits));
        }
        return cells;
    }
}
