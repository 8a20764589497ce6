package io.clv.lifecycle;

import io.clv.ledger.CustomerTable;
import java.time.LocalDate;

/** A reason to contact customers: what it is called, and on which day from 1970-01-01 it is due at each row. */
final class Occasion {

    /** The name of the contact before a visit. */
    static final String VISIT = "next visit";

    /** The name of a contact without an occasion. */
    static final String REGULAR = "regular contact";

    /** No date, as in the columns of visits. */
    static final int NONE = VisitColumns.NONE;

    private final String name;
    private final int[] due;
    private final boolean isVisit;

    Occasion(String name, int[] due, boolean isVisit) {
        this.name = name;
        this.due = due;
        this.isVisit = isVisit;
    }

    String name() {
        return name;
    }

    int due(int row) {
        return due[row];
    }

    boolean isVisit() {
        return isVisit;
    }

    /**
     * What a contact of a row's customer is about, whenever it is planned: a date, or the visit after the last one, as
     * the date on which that is to be expected moves.
     */
    String key(int row, CustomerTable customers) {
        return isVisit
                ? name + " after " + customers.lastPurchase(row)
                : name + " on " + LocalDate.ofEpochDay(due[row]);
    }
}
