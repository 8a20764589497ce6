package io.clv.btyd;

/**
 * The moment between two renewals at which a customer is valued. Peers differ, and many do not say: at 10% a period
 * their figures are 10% apart.
 */
public enum RenewalMoment {
    /**
     * Just before the next renewal, which he may or may not make: its payment, if it comes, counts in full. The
     * discounted expected residual lifetime of Fader and Hardie (2010), in whose notation a customer before his n-th
     * renewal has made n - 1.
     */
    JUST_BEFORE("just before the next renewal"),

    /**
     * Just after the last renewal (or the first payment), which has been paid and does not count: the next one is a
     * period away. What {@link io.clv.ltv.DiscountConvention#FIRST_EXCLUDED} takes.
     */
    JUST_AFTER("just after the last renewal");

    private final String label;

    RenewalMoment(String label) {
        this.label = label;
    }

    /** From the value just before the next renewal to that at this moment. */
    double discounted(double before, double d) {
        return this == JUST_BEFORE ? before : before / (1 + d);
    }

    /** The moment in words. */
    @Override
    public String toString() {
        return label;
    }
}
