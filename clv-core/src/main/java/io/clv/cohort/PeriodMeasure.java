package io.clv.cohort;

/** What is compared between two periods. */
public enum PeriodMeasure {

    /** The money of all purchases, refunds taken off, in major units. */
    SALES("sales"),

    /** Purchases, at most one a customer and day. */
    PURCHASES("purchases"),

    /** Customers with a purchase in the period. */
    ACTIVE_CUSTOMERS("active customers"),

    /** Customers whose first purchase in the log lies in the period. */
    NEW_CUSTOMERS("new customers"),

    /** The share of the new customers who became regulars, of those observed long enough to tell. */
    REGULARS("regulars");

    private final String label;

    PeriodMeasure(String label) {
        this.label = label;
    }

    /**
     * The measure in words.
     *
     * @return in English
     */
    public String label() {
        return label;
    }
}
