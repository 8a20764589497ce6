package io.clv.btyd;

/**
 * What a transaction model takes purchases to be, and so what its likelihood is a likelihood of. Log-likelihoods, and
 * criteria made of them, compare only within one process: a density of moments and a probability of yes or no at each
 * opportunity are different quantities, even of the same customers.
 */
public enum PurchaseProcess {
    /** Purchases at any moment; the likelihood is a density in time, and depends on its unit. */
    CONTINUOUS_TIME("purchases at any moment"),
    /** A purchase or none at each of a sequence of opportunities; the likelihood is a probability. */
    OPPORTUNITIES("a purchase or none at each opportunity");

    private final String label;

    PurchaseProcess(String label) {
        this.label = label;
    }

    /**
     * The process in words.
     *
     * @return the words, in English
     */
    public String label() {
        return label;
    }
}
