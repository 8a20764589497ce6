package io.clv.ltv;

import io.clv.quantity.LossRate;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.Locale;

/**
 * Churn as a {@link ChurnRule} has counted it on a base: of the customers at risk in a window, added up over all whole
 * windows, those lost in it.
 *
 * @param window the length of a window
 * @param lost customers lost in a window, from 0
 * @param atRisk customers active before it, positive, not below the lost
 */
public record ChurnCounts(Span window, long lost, long atRisk) {

    /**
     * Checks the counts.
     *
     * @param window the length of a window
     * @param lost customers lost in a window
     * @param atRisk customers active before it
     * @throws IllegalArgumentException if nobody was at risk, or more were lost than were at risk, or a count is
     *     negative
     */
    public ChurnCounts {
        LossRate.ofCounts(lost, atRisk, window.unit());
    }

    /**
     * The churn: the constant loss rate per the window's unit under which the counted share is lost in a window.
     *
     * @return the loss rate
     * @throws IllegalArgumentException if everybody was lost, because no rate per shorter time follows from that
     */
    public LossRate rate() {
        if (lost == atRisk) {
            throw new IllegalArgumentException(
                    "all " + count(atRisk) + " customers at risk were lost within a window of "
                            + window + ", which tells no churn per " + Wording.singular(window.unit())
                            + "; choose a longer window, or give a churn or a lifespan");
        }
        return LossRate.over(share(), window);
    }

    /**
     * The share lost within a window.
     *
     * @return from 0% to 100%
     */
    public Ratio share() {
        return Ratio.of((double) lost / atRisk);
    }

    /**
     * The mean time that a customer stays, 1 / churn in the churn's own period: the window over the share that is lost
     * in it. Converting the churn to a shorter unit first would give a shorter time, 130 days and not 180 where half
     * are lost within 90 days, as a loss is counted at the end of its period.
     *
     * @return the lifespan
     * @throws IllegalArgumentException if nobody was lost
     */
    public Span lifespan() {
        if (lost == 0) {
            throw new IllegalArgumentException("lifespan cannot be measured: none of the " + count(atRisk)
                    + " customers at risk was lost within a window of " + window
                    + "; choose a shorter window, or give a churn or a lifespan");
        }
        return Span.of(window.length() * atRisk / lost, window.unit());
    }

    /**
     * The mean time that a customer stays before a horizon, with losses counted at the ends of windows as in
     * {@link #lifespan}: after n whole windows and a rest f of one, {@code (1 - (1-p)^n)/p + f (1-p)^n} windows.
     */
    Span lifespanWithin(Span horizon) {
        double windows = horizon.in(window.unit()) / window.length();
        double whole = Math.floor(windows);
        double stay = 1 - share().value();
        double passed = lost == 0 ? whole : (1 - Math.pow(stay, whole)) / share().value();
        return Span.of(window.length() * (passed + (windows - whole) * Math.pow(stay, whole)), window.unit());
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The counts in words. */
    @Override
    public String toString() {
        return count(lost) + " of " + count(atRisk) + " lost within a window of " + window;
    }
}
