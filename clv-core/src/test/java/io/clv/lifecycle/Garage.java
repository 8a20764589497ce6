package io.clv.lifecycle;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A few customers of a garage, and other small bases. */
final class Garage {

    static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

    private final Ledger.Builder log = Ledger.builder(Money.currency("USD"));

    private Garage() {}

    static Garage of() {
        return new Garage();
    }

    /** Four customers: one every 30 days, one of two visits, one of one, one who has been silent for long. */
    static Garage usual() {
        return of().visits("ann", "2025-06-14 2025-07-14 2025-08-13 2025-09-12 2025-10-12 2025-11-11 2025-12-11")
                .visits("bob", "2025-03-03 2025-10-06")
                .visits("cid", "2025-12-01")
                .visits("dan", "2024-01-01 2024-01-11 2024-01-21 2024-02-02 2024-02-10 2024-02-20");
    }

    Garage visits(String customer, String dates) {
        for (String date : dates.split(" ")) {
            log.add(customer, LocalDate.parse(date), Money.parse("USD 100"));
        }
        return this;
    }

    Garage visit(String customer, LocalDate date) {
        log.add(customer, date, Money.parse("USD 100"));
        return this;
    }

    Ledger ledger() {
        return log.build();
    }

    CustomerTable customers() {
        return ledger().summarize(TODAY, LedgerOptions.collapse(ChronoUnit.DAYS).unit(ChronoUnit.DAYS));
    }

    PeriodTable days() {
        return days(TODAY);
    }

    PeriodTable days(LocalDate through) {
        return ledger().periods(through, CalendarGrid.days(), RefundPolicy.REJECT);
    }
}
