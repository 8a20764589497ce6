package io.clv.btyd;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.Transaction;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.List;

/** Small tables for tests. */
final class HistoriesOf {

    private HistoriesOf() {}

    /** Customers a, b and c, of whom a came back. */
    static CustomerTable threeCustomers() {
        Money ten = Money.parse("USD 10");
        return Ledger.of(
                        Money.currency("USD"),
                        List.of(
                                new Transaction("a", LocalDate.parse("2026-01-01"), ten),
                                new Transaction("a", LocalDate.parse("2026-01-08"), ten),
                                new Transaction("b", LocalDate.parse("2026-01-02"), ten),
                                new Transaction("c", LocalDate.parse("2026-01-03"), ten)))
                .summarize(LocalDate.parse("2026-02-01"), LedgerOptions.defaults());
    }
}
