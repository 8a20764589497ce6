package io.clv.btyd;

/** What is taken to be known of the parameters before the data are seen. */
public enum Prior {
    /** Nothing: maximum likelihood, which may lie at a boundary. */
    NONE("none"),
    /**
     * The log of each parameter is normal with standard deviation 3, about 0, or about the log of the mean age (of the
     * mean amount) where it is a time (an amount). It hardly moves a fit of some hundred customers, and keeps one of
     * ten finite.
     */
    WEAK("weak");

    private final String label;

    Prior(String label) {
        this.label = label;
    }

    /**
     * The text form.
     *
     * @return "none" or "weak"
     */
    public String label() {
        return label;
    }

    /**
     * Reads the text form.
     *
     * @param text "none" or "weak"
     * @return the prior
     * @throws IllegalArgumentException if the text is another
     */
    public static Prior parse(String text) {
        for (Prior prior : values()) {
            if (prior.label.equals(text)) {
                return prior;
            }
        }
        throw new IllegalArgumentException("prior must be one of none, weak, but was '" + text + "'");
    }
}
