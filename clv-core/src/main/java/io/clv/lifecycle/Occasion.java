package io.clv.lifecycle;

/** A reason to contact customers: what it is called, and on which day from 1970-01-01 it is due at each row. */
record Occasion(String name, int[] due, boolean isVisit) {

    /** The name of the contact before a visit. */
    static final String VISIT = "next visit";

    /** The name of a contact without an occasion. */
    static final String REGULAR = "regular contact";

    /** No date, as in the columns of visits. */
    static final int NONE = VisitColumns.NONE;
}
