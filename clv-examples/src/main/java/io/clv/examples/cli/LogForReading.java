package io.clv.examples.cli;

import static io.clv.examples.cli.TableOptions.line;

import io.clv.ledger.Transaction;
import io.clv.quantity.Money;
import java.io.PrintWriter;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** A log laid out for reading: what it sums to, then its first rows. */
final class LogForReading {

    private LogForReading() {}

    static void print(Currency currency, Stream<Transaction> transactions, TableOptions options, PrintWriter out) {
        TextTable table = new TextTable();
        table.add(List.of("customer", "date", "amount"));
        long rows = 0;
        Money total = Money.zero(currency);
        for (Transaction row : (Iterable<Transaction>) transactions::iterator) {
            if (rows < options.limit()) {
                table.add(List.of(row.customer(), row.date().toString(), Words.amount(row.amount())));
            }
            rows++;
            total = total.plus(row.amount());
        }
        line(Words.count(rows, "purchase") + " of " + total + " in all", out);
        line("", out);
        options.print(table, rows, "purchase", "first", out);
    }
}
