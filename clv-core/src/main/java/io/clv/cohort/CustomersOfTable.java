package io.clv.cohort;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.PeriodTable;

/** Two views of one log, row by row. */
final class CustomersOfTable {

    private CustomersOfTable() {}

    /** Refuses customers that are not those of the table. */
    static void require(PeriodTable table, CustomerTable customers) {
        boolean same = customers.size() == table.customers();
        for (int row = 0; same && row < customers.size(); row++) {
            same = customers.id(row).equals(table.id(row));
        }
        if (!same || !customers.observedThrough().equals(table.observedThrough())) {
            throw new IllegalArgumentException(
                    "customers must be those of the table, " + table + ", but were " + customers);
        }
    }
}
