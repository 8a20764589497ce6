package io.clv.ltv;

import com.google.common.base.Ascii;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * At which moment of a period its payment counts. The same margin m, retention r and discount rate d give five answers;
 * for m = 100, r = 80%, d = 10% a year they run from 266.67 to 366.67. Peers pick one silently; here it is a choice,
 * and every discounted estimate prints it.
 *
 * <p>Below, S(k) is the share of customers still there after k periods (r^k at constant retention), v = 1/(1+d) with d
 * the discount rate per period, and the sums run over k = 0, 1, 2 ... while the payment's time is within the horizon. A
 * payment at the very end of the horizon counts, except under {@link #FIRST_PAYMENT_NOW}, where that payment belongs to
 * the next period.
 */
public enum DiscountConvention {
    /**
     * Each payment at the start of its period, the first at once: {@code m sum S(k) v^k}, at constant retention
     * {@code m(1+d)/(1+d-r)} (366.67). The default, as subscriptions and first orders are paid on the first day.
     */
    FIRST_PAYMENT_NOW("first payment now", "each payment counts at the start of its period, the first at once", 0, 0),

    /**
     * Earned from those there at the start of a period, booked at its end: {@code m sum S(k) v^(k+1)}, at constant
     * retention {@code m/(1+d-r)} (333.33).
     */
    PERIOD_END("period end", "each payment counts at the end of its period", 0, 1),

    /**
     * The first payment has been made and is left out: {@code m sum S(k) v^k} from k = 1, at constant retention
     * {@code m r/(1+d-r)} (266.67; Gupta and Lehmann 2003). It values a customer who has just paid, so its basis is
     * {@link io.clv.quantity.Basis#RESIDUAL_AFTER_OBSERVATION} and it is not to be held against the cost of
     * acquisition.
     */
    FIRST_EXCLUDED("first excluded", "the customer has just paid, and that payment is left out", 1, 0),

    /**
     * As {@link #PERIOD_END} at the middle of each period: {@code m sum S(k) v^(k+1/2)}, at constant retention {@code m
     * sqrt(1+d)/(1+d-r)} (349.6).
     */
    MID_PERIOD("mid period", "each payment counts at the middle of its period", 0, 0.5),

    /**
     * Money flows and customers leave all the time: {@code m integral S(t) e^(-delta t) dt} with delta = ln(1+d) and
     * the hazard constant at {@code -ln r_k} within period k; at constant retention {@code m/(delta - ln r)} (314.0). A
     * period with retention 0% counts nothing, as its hazard is infinite.
     */
    CONTINUOUS("continuous", "money flows in and customers leave all the time", 0, 0);

    private final String label;
    private final String sentence;
    private final int firstPayment;
    private final double delay;

    DiscountConvention(String label, String sentence, int firstPayment, double delay) {
        this.label = label;
        this.sentence = sentence;
        this.firstPayment = firstPayment;
        this.delay = delay;
    }

    /**
     * Reads {@code "period end"} or {@code "period-end"}.
     *
     * @param text the label, its words joined by spaces, '-' or '_'
     * @return the convention
     * @throws IllegalArgumentException if there is none of that name; the message lists them
     */
    public static DiscountConvention parse(String text) {
        String words = Ascii.toLowerCase(text.strip()).replace('-', ' ').replace('_', ' ');
        for (DiscountConvention convention : values()) {
            if (convention.label.equals(words)) {
                return convention;
            }
        }
        throw new IllegalArgumentException("convention must be one of "
                + Arrays.stream(values()).map(DiscountConvention::label).collect(Collectors.joining(", "))
                + ", but was '" + text.strip() + "'");
    }

    /**
     * The convention in words.
     *
     * @return such as "first payment now"
     */
    public String label() {
        return label;
    }

    /** The assumption that every estimate prints. */
    String sentence() {
        return label + ": " + sentence;
    }

    /** The number of the first payment that counts: 0, or 1 when the first is left out. */
    int firstPayment() {
        return firstPayment;
    }

    /** How many periods after the start of its period a payment counts. */
    double delay() {
        return delay;
    }

    /** The label. */
    @Override
    public String toString() {
        return label;
    }
}
