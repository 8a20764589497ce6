package io.clv.ltv;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.PurchaseGaps;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a customer who never says good-bye counts as lost: after a window without a purchase. The window is a choice of
 * the business, 60 days for food delivery, years for furniture; where nobody chooses, {@link #fromGaps} takes it from
 * the data.
 *
 * <p>Churn and lifespan of a base are censored: customers who came lately have not had the time to be lost. So churn is
 * counted over whole windows only, back from the end of observation: before the boundary {@code b_k = end - k window},
 * at risk are those whose first purchase is not after b_k and whose last is after {@code b_k - window}; lost are those
 * of them who have not bought after b_k. Counts are added up over k = 1, 2 ..., and the lifespan is 1 / churn, never
 * the time from a customer's first to the last purchase.
 *
 * @param window how long a customer may be silent; positive
 */
public record ChurnRule(Span window) {

    /** Times and windows are both multiples of a day, up to rounding in another unit. */
    private static final double TOLERANCE = 1e-9;

    private static final Ratio MOST_GAPS = Ratio.percent(90);

    /**
     * Checks the window.
     *
     * @param window how long a customer may be silent
     * @throws IllegalArgumentException if the window is zero
     */
    public ChurnRule {
        if (window.length() == 0) {
            throw new IllegalArgumentException("window of inactivity must be longer than zero, but was " + window);
        }
    }

    /**
     * A customer without a purchase for the window is lost.
     *
     * @param window how long a customer may be silent
     * @return the rule
     * @throws IllegalArgumentException if the window is zero
     */
    public static ChurnRule inactiveFor(Span window) {
        return new ChurnRule(window);
    }

    /**
     * The window that the data suggests: twice the 90th percentile of the gaps between a customer's purchases, so that
     * few of those who come back are taken for lost.
     *
     * @param customers the base
     * @return the rule
     * @throws IllegalArgumentException if no customer has bought twice, or the table was made of sealed states, which
     *     do not keep the gaps
     */
    public static ChurnRule fromGaps(CustomerTable customers) {
        PurchaseGaps gaps = customers
                .gaps()
                .orElseThrow(() -> new IllegalArgumentException("a window of inactivity cannot be read off the gaps"
                        + " between purchases, because "
                        + (customers.repeatPurchases() == 0
                                ? "no customer has bought in two periods"
                                : "a sealed state does not keep them")
                        + "; choose one, as in ChurnRule.inactiveFor(days(60))"));
        Span most = gaps.quantile(MOST_GAPS);
        return new ChurnRule(Span.of(2 * most.length(), most.unit()));
    }

    /**
     * Counts churn on a base.
     *
     * @param customers the base
     * @return the customers lost and at risk
     * @throws IllegalArgumentException if nobody was at risk for a whole window
     */
    public ChurnCounts churn(CustomerTable customers) {
        Groups all = Groups.of(new int[customers.size()], List.of("all"));
        return churn(customers, all)
                .get(0)
                .orElseThrow(() -> new IllegalArgumentException("churn cannot be measured with a window of " + window
                        + ", because no customer has been observed that long"
                        + (customers.size() == 0
                                ? " (there are no customers)"
                                : " (the longest " + Wording.about(Span.of(oldest(customers), customers.unit())) + ")")
                        + "; choose a shorter window, or give a churn or a lifespan"));
    }

    private static double oldest(CustomerTable customers) {
        double longest = 0;
        for (int row = 0; row < customers.size(); row++) {
            longest = Math.max(longest, customers.age(row));
        }
        return longest;
    }

    /**
     * Counts churn group by group. Groups that were made by what customers did up to the end of observation have the
     * churn that they were made for: none of those who bought yesterday is lost.
     *
     * @param customers the base
     * @param groups a group for each row
     * @return the counts by the code of the group; empty where nobody was at risk for a whole window
     * @throws IllegalArgumentException if the groups are of another number of rows
     */
    public List<Optional<ChurnCounts>> churn(CustomerTable customers, Groups groups) {
        if (groups.size() != customers.size()) {
            throw new IllegalArgumentException("groups must have a row for each of the " + customers.size()
                    + " customers, but had " + groups.size());
        }
        double length = window.in(customers.unit());
        long[] lost = new long[groups.labels().size()];
        long[] atRisk = new long[lost.length];
        for (int row = 0; row < customers.size(); row++) {
            double age = customers.age(row);
            long observed = windows(age, length);
            long silent = windows(age - customers.recency(row), length);
            lost[groups.code(row)] += silent >= 1 ? 1 : 0;
            atRisk[groups.code(row)] += Math.max(0, observed - Math.max(1, silent) + 1);
        }
        List<Optional<ChurnCounts>> counts = new ArrayList<>();
        for (int code = 0; code < lost.length; code++) {
            counts.add(
                    atRisk[code] == 0
                            ? Optional.empty()
                            : Optional.of(new ChurnCounts(window, lost[code], atRisk[code])));
        }
        return List.copyOf(counts);
    }

    /** The whole windows in a length of time. */
    private static long windows(double time, double length) {
        return (long) Math.floor(time / length + TOLERANCE);
    }

    /**
     * The retention of a base, period by period of the table's time unit, minding censoring (Kaplan and Meier 1958). A
     * customer who has been silent for a window was active until a window after the last purchase; all others are still
     * active at the end of observation, and what they will do later is not known. The pace of orders in a
     * {@link CustomerBase} is counted over the same time.
     *
     * <pre>{@code S(t) = product over t_i <= t of (1 - d_i / n_i)}</pre>
     *
     * with d_i customers lost at t_i after their first purchase, and n_i active and observed until then. After the
     * longest time observed the retention is constant, {@code exp(-h)} with h the customers lost over the time that all
     * have been active.
     *
     * @param customers the base
     * @return the curve
     * @throws IllegalArgumentException if there is no customer
     */
    public RetentionCurve retentionCurve(CustomerTable customers) {
        return SurvivalOfBase.curve(customers, window.in(customers.unit()));
    }

    /** The rule in words. */
    @Override
    public String toString() {
        return "inactive for " + window;
    }
}
