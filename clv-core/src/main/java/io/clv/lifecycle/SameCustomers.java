package io.clv.lifecycle;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.PeriodTable;

/** Views of one log, row by row. */
final class SameCustomers {

    private SameCustomers() {}

    static void require(CustomerTable customers, PeriodTable periods) {
        boolean same = customers.size() == periods.customers()
                && customers.observedThrough().equals(periods.observedThrough())
                && customers.currency().equals(periods.currency());
        for (int row = 0; same && row < customers.size(); row++) {
            same = customers.id(row).equals(periods.id(row));
        }
        if (!same) {
            throw new IllegalArgumentException("calendar periods must be of the same customers as the base, "
                    + customers + ", but were " + periods);
        }
    }

    static void require(String what, CustomerTable given, CustomerTable customers) {
        if (!given.equals(customers)) {
            throw new IllegalArgumentException(
                    what + " must be of the customers that are staged, " + customers + ", but were of " + given);
        }
    }
}
