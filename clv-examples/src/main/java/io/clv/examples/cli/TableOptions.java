package io.clv.examples.cli;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Transaction;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How results are laid out for reading: the base in words, then the customers. */
final class TableOptions {

    private static final int TIME_DIGITS = 2;
    private static final int PROBABILITY_DIGITS = 4;

    @Option(
            names = "--limit",
            paramLabel = "N|all",
            defaultValue = "20",
            description = "how many customers a table shows; csv and json have all (default: ${DEFAULT-VALUE})")
    private RowLimit limit = new RowLimit(0);

    /** The customers in the order of their ids. */
    void print(CustomerTable customers, PrintWriter out) {
        describe(customers, out);
        int shown = Math.min(limit.rows(), customers.size());
        TextTable table = new TextTable();
        table.add(header());
        for (int row = 0; row < shown; row++) {
            table.add(cells(customers, row));
        }
        table.lines().forEach(line -> line(line, out));
        footer(shown, customers.size(), "customer", "first", out);
    }

    /** The rows of a log in the order in which they come. */
    void print(Currency currency, Stream<Transaction> transactions, PrintWriter out) {
        TextTable table = new TextTable();
        table.add(List.of("customer", "date", "amount"));
        long rows = 0;
        Money total = Money.zero(currency);
        for (Transaction row : (Iterable<Transaction>) transactions::iterator) {
            if (rows < limit.rows()) {
                table.add(List.of(row.customer(), row.date().toString(), Words.amount(row.amount())));
            }
            rows++;
            total = total.plus(row.amount());
        }
        line(Words.count(rows, "purchase") + " of " + total + " in all", out);
        line("", out);
        table.lines().forEach(line -> line(line, out));
        footer(Math.min(limit.rows(), rows), rows, "purchase", "first", out);
    }

    /** The customers by value, the most valuable first. */
    void print(CustomerValues values, PrintWriter out) {
        describe(values.customers(), out);
        values.explain().lines().forEach(line -> line(SafeText.escaped(line), out));
        line("", out);
        List<Column> columns =
                Arrays.stream(Column.values()).filter(values::has).toList();
        List<Integer> shown = mostValuable(values);
        TextTable table = new TextTable();
        table.add(header(values, columns));
        for (int row : shown) {
            table.add(cells(values, columns, row));
        }
        table.lines().forEach(line -> line(line, out));
        footer(shown.size(), values.size(), "customer", "most valuable", out);
    }

    /** Rows by value, the highest first; among equals, in the order of the ids. */
    private List<Integer> mostValuable(CustomerValues values) {
        Comparator<Integer> best =
                Comparator.<Integer>comparingDouble(values::amount).reversed().thenComparing(Comparator.naturalOrder());
        PriorityQueue<Integer> worstFirst = new PriorityQueue<>(best.reversed());
        for (int row = 0; row < values.size(); row++) {
            worstFirst.add(row);
            if (worstFirst.size() > limit.rows()) {
                worstFirst.remove();
            }
        }
        return worstFirst.stream().sorted(best).toList();
    }

    private static void describe(CustomerTable customers, PrintWriter out) {
        int buyers = customers.size();
        int repeaters = 0;
        for (int row = 0; row < buyers; row++) {
            repeaters += customers.frequency(row) > 0 ? 1 : 0;
        }
        long purchases = buyers + customers.repeatPurchases();
        line(
                Words.count(buyers, "customer") + ", " + Words.count(repeaters)
                        + " of whom came back, observed through " + customers.observedThrough(),
                out);
        line(
                Words.count(purchases, "purchase") + ", at most one a "
                        + Words.singular(customers.options().grid().unit()) + ", of " + customers.total()
                        + " in all; recency and age in " + Words.plural(customers.unit()),
                out);
        line(LeftOut.of(customers), out);
        line("", out);
    }

    private static void footer(long shown, long all, String noun, String which, PrintWriter out) {
        if (shown < all) {
            line("", out);
            line(
                    "the " + which + " " + Words.count(shown) + " of " + Words.count(all, noun)
                            + "; --limit all shows all",
                    out);
        }
    }

    private static List<String> header() {
        return List.of("customer", "frequency", "recency", "age", "monetary_value", "total");
    }

    private static List<String> cells(CustomerTable customers, int row) {
        int digits = customers.currency().getDefaultFractionDigits();
        return List.of(
                customers.id(row),
                String.valueOf(customers.frequency(row)),
                Words.decimal(customers.recency(row), TIME_DIGITS),
                Words.decimal(customers.age(row), TIME_DIGITS),
                Words.decimal(customers.monetaryValue(row), digits),
                Words.amount(customers.total(row)));
    }

    private static List<String> header(CustomerValues values, List<Column> columns) {
        List<String> header = new ArrayList<>(header());
        header.add(values.measure() == Measure.REVENUE ? "revenue" : "clv");
        columns.forEach(column -> header.add(column.header()));
        return header;
    }

    private static List<String> cells(CustomerValues values, List<Column> columns, int row) {
        List<String> cells = new ArrayList<>(cells(values.customers(), row));
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

    private static void line(String text, PrintWriter out) {
        out.print(text + "\n");
    }
}
