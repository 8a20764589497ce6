package io.clv.quantity;

/** What the money of an estimate is. Revenue shown as value is a trap of several tools, so an estimate says which. */
public enum Measure {
    /** Turnover: no margin was given. */
    REVENUE("revenue"),

    /** What is left of it after the margin and the costs that were given. */
    PROFIT("profit");

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    /**
     * The measure in words.
     *
     * @return the words, in English
     */
    public String label() {
        return label;
    }
}
