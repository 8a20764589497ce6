package io.clv.segment;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Locale;

/** Small bases whose figures can be worked out by hand. */
final class Base {

    static final LocalDate END = LocalDate.of(2025, 12, 31);

    private Base() {}

    /** Customers c000, c001 ... with one purchase of USD 10 each on the first day of 2025. */
    static CustomerTable of(int customers) {
        Ledger.Builder log = Ledger.builder(Money.currency("USD"));
        for (int i = 0; i < customers; i++) {
            log.add(String.format(Locale.ROOT, "c%03d", i), LocalDate.of(2025, 1, 1), Money.of(10, "USD"));
        }
        return log.build().summarize(END);
    }

    /** The profit of as many customers. */
    static CustomerAmounts profit(double... amounts) {
        return CustomerAmounts.of("profit", of(amounts.length), amounts);
    }
}
