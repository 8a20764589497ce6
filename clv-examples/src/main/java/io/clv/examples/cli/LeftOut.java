package io.clv.examples.cli;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Exclusions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a table leaves out, in words. */
final class LeftOut {

    private LeftOut() {}

    static String of(CustomerTable customers) {
        return of(customers.exclusions(), customers.observedThrough());
    }

    static String of(Exclusions exclusions, LocalDate observedThrough) {
        List<String> parts = new ArrayList<>();
        if (exclusions.rowsAfterEnd() > 0) {
            parts.add(Words.count(exclusions.rowsAfterEnd(), "row") + " after " + observedThrough
                    + (exclusions.customersAfterEnd() > 0
                            ? ", with " + Words.count(exclusions.customersAfterEnd(), "customer") + " who came later"
                            : ""));
        }
        if (exclusions.refundRowsIgnored() > 0) {
            parts.add(Words.count(exclusions.refundRowsIgnored(), "refund") + " of " + exclusions.refundsIgnored());
        }
        if (exclusions.customersWithRefundsOnly() > 0) {
            parts.add(Words.count(exclusions.customersWithRefundsOnly(), "customer") + " without a purchase, with "
                    + exclusions.refundsOfThoseCustomers());
        }
        return parts.isEmpty() ? "nothing left out" : "left out: " + String.join("; ", parts);
    }
}
