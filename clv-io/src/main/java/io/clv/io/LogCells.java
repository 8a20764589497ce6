package io.clv.io;

import io.clv.ledger.Transaction;
import java.io.IOException;
import java.util.Currency;
import java.util.List;

/** The columns of a log, in one order for every format. */
final class LogCells {

    static final List<String> HEADER = List.of("customer", "date", "amount");

    private LogCells() {}

    static void write(Transaction row, Currency currency, Cells cells) throws IOException {
        if (!row.amount().currency().equals(currency)) {
            throw new IllegalArgumentException(
                    "amount must be in " + currency + ", the currency of the log, but " + row + " was not");
        }
        cells.text("customer", row.customer());
        cells.text("date", row.date().toString());
        cells.money("amount", row.amount());
    }
}
