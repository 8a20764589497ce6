package io.clv.segment;

import io.clv.ltv.ChurnCounts;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.Optional;

/**
 * What is to be said of one segment.
 *
 * @param label its name
 * @param customers how many are in it
 * @param shareOfCustomers of all customers, 0% where there are none
 * @param value what its customers are worth together, rounded once
 * @param meanValue what one of them is worth; empty where there is none
 * @param shareOfValue of the value of all; empty where that is not above 0
 * @param revenueToDate what its customers have brought, exactly
 * @param margin their gross margin, each customer's weighted with what he has brought; empty where no margin is known
 *     of one of them, or they have brought nothing
 * @param churn those lost of those at risk, by the rule of the base; empty where nobody was observed for a window
 * @param gone the share of its customers who are expected to have left, 1 - the mean P(alive); empty where there are
 *     none, or the model of the values does not know
 */
public record Segment(
        String label,
        int customers,
        Ratio shareOfCustomers,
        Money value,
        Optional<Money> meanValue,
        Optional<Ratio> shareOfValue,
        Money revenueToDate,
        Optional<Ratio> margin,
        Optional<ChurnCounts> churn,
        Optional<Ratio> gone) {

    /** The segment in a line of English. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(label)
                .append(": ")
                .append(Wording.customers(customers))
                .append(" (")
                .append(Wording.percent(shareOfCustomers))
                .append(')');
        meanValue.ifPresent(mean -> {
            text.append(" worth ").append(value);
            shareOfValue.ifPresent(
                    share -> text.append(" (").append(Wording.percent(share)).append(')'));
            text.append(", ").append(mean).append(" each");
        });
        margin.ifPresent(share -> text.append(", margin ").append(Wording.percent(share)));
        churn.ifPresent(counts -> text.append(", churn ")
                .append(Wording.percent(counts.share()))
                .append(" within ")
                .append(counts.window()));
        gone.ifPresent(share -> text.append(", ").append(Wording.percent(share)).append(" expected to have left"));
        return text.toString();
    }
}
