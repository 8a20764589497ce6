package io.clv.quantity;

/**
 * Which of the numbers called "CLV" an estimate is. Comparing the two, or holding the second against a cost of
 * acquisition, is the commonest mistake of the field.
 */
public enum Basis {
    /** A newcomer's whole life, the first order included: what the formulas give. */
    LIFETIME_FROM_ACQUISITION("lifetime from acquisition"),

    /** What a known customer is still to bring after the observation: what a fitted model gives for a base. */
    RESIDUAL_AFTER_OBSERVATION("residual after observation");

    private final String label;

    Basis(String label) {
        this.label = label;
    }

    /**
     * The basis in words.
     *
     * @return the words, in English
     */
    public String label() {
        return label;
    }
}
