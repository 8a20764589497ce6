package io.clv.lifecycle;

import static java.time.temporal.ChronoUnit.DAYS;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.PurchaseGaps;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The rules as one base has them.
 *
 * @param atRisk after how many days of silence a customer is at risk who is not judged otherwise
 * @param fromGaps whether these are the gaps of the base
 * @param share of gaps
 * @param ownGaps how many gaps make a rhythm of one's own
 * @param alive the least P(alive), negative where it is not asked
 * @param lost after how many days of silence a customer is lost
 * @param young for how many days a customer is new
 * @param back for how many days a customer is won back
 */
record RulesInDays(
        double atRisk,
        boolean fromGaps,
        double share,
        int ownGaps,
        double alive,
        double lost,
        double young,
        double back) {

    static RulesInDays of(LifecycleRules rules, CustomerTable customers, ChronoUnit period) {
        Optional<Span> gaps = rules.atRiskAfter().isPresent()
                ? Optional.empty()
                : Optional.of(gaps(customers).quantile(rules.share()));
        Span atRisk = rules.atRiskAfter().or(() -> gaps).orElseThrow();
        Span lost = rules.lostAfter().orElseGet(() -> Span.of(2 * atRisk.length(), atRisk.unit()));
        requireOrder(
                atRisk, lost, gaps.isPresent() ? "; gaps said the former: say it, as in atRiskAfter(days(90))" : "");
        double toTell = Span.of(rules.curve().plateauFrom(), period).in(DAYS);
        double young = rules.newFor().map(span -> span.in(DAYS)).orElseGet(() -> Math.max(atRisk.in(DAYS), toTell));
        return new RulesInDays(
                atRisk.in(DAYS),
                gaps.isPresent(),
                rules.share().value(),
                rules.ownGaps(),
                rules.alive().map(Ratio::value).orElse(-1.0),
                lost.in(DAYS),
                young,
                rules.wonBackFor().map(span -> span.in(DAYS)).orElse(young));
    }

    static void requireOrder(Span atRisk, Span lost, String hint) {
        if (atRisk.compareTo(lost) >= 0) {
            throw new IllegalArgumentException("a customer must be at risk before he is lost, but is at risk after "
                    + atRisk + " and lost after " + lost + hint);
        }
    }

    private static PurchaseGaps gaps(CustomerTable customers) {
        return customers
                .gaps()
                .orElseThrow(() -> new IllegalArgumentException(
                        "when a customer is at risk cannot be read off the gaps between purchases, because "
                                + (customers.repeatPurchases() == 0
                                        ? "no customer has bought in two periods"
                                        : "a sealed state does not keep them")
                                + "; say it, as in atRiskAfter(days(90))"));
    }

    /**
     * The gap that the share of gaps does not exceed, at random times with the mean of n gaps: the predictive quantile
     * of an exponential gap, whose mean is not known better than that.
     */
    double ownOverdue(double meanGap, int gaps) {
        return gaps * meanGap * Math.expm1(-Math.log1p(-share) / gaps);
    }
}
