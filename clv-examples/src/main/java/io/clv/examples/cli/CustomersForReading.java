package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.ledger.CustomerTable;
import java.io.PrintWriter;
import java.util.List;

/** The customers of a log laid out for reading: the base in words, then a row each. */
final class CustomersForReading {

    static final List<String> HEADER = List.of("customer", "frequency", "recency", "age", "monetary_value", "total");

    private static final int TIME_DIGITS = 2;

    private CustomersForReading() {}

    /** The customers in the order of their ids. */
    static void print(CustomerTable customers, TableOptions options, PrintWriter out) {
        describe(customers, out);
        int shown = Math.min(options.limit(), customers.size());
        TextTable table = new TextTable();
        table.add(HEADER);
        for (int row = 0; row < shown; row++) {
            table.add(cells(customers, row));
        }
        options.print(table, customers.size(), "customer", "first", out);
    }

    static void describe(CustomerTable customers, PrintWriter out) {
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

    static List<String> cells(CustomerTable customers, int row) {
        int digits = customers.currency().getDefaultFractionDigits();
        return List.of(
                customers.id(row),
                String.valueOf(customers.frequency(row)),
                Words.decimal(customers.recency(row), TIME_DIGITS),
                Words.decimal(customers.age(row), TIME_DIGITS),
                Words.decimal(customers.monetaryValue(row), digits),
                Words.amount(customers.total(row)));
    }
}
