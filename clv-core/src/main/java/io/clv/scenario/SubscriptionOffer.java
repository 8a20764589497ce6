package io.clv.scenario;

import io.clv.quantity.LossRate;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Ratio;
import java.util.Optional;

/**
 * A product offered as a subscription. Of the customers who are still there a share takes it, the same in every
 * segment, and pays from now on, at the start of each period, until he cancels; the others go on as they did. With the
 * value V of a customer as he is, P(alive) where the model tells it (else 1), and S the value of a subscriber by the
 * subscription formula, at the base's horizon and discount,
 *
 * <pre>{@code
 * value = (1 - take-up) V + take-up P(alive) S
 * }</pre>
 *
 * <p>BG/NBD's P(alive) is 1 for customers without a repeat purchase, whatever the data say, so it counts all of them as
 * there to take the offer.
 *
 * @param price what a subscriber pays per unit of time
 * @param churn of subscribers
 * @param takeUp of the customers who are still there, those who take the offer
 * @param grossMargin of the subscription; that of the base if empty
 */
public record SubscriptionOffer(MoneyRate price, LossRate churn, Ratio takeUp, Optional<Ratio> grossMargin) {

    /**
     * Checks the offer.
     *
     * @param price what a subscriber pays per unit of time
     * @param churn of subscribers
     * @param takeUp those who take the offer
     * @param grossMargin of the subscription; that of the base if empty
     * @throws IllegalArgumentException if the price is not above 0, or the take-up is not between 0% and 100%
     */
    public SubscriptionOffer {
        if (price.amount().isZero() || price.amount().isNegative()) {
            throw new IllegalArgumentException("price of a subscription must be above 0, but was " + price);
        }
        Factors.share("take-up", takeUp);
    }

    /**
     * An offer with the gross margin of the base.
     *
     * @param price what a subscriber pays per unit of time
     * @param churn of subscribers
     * @param takeUp those who take the offer
     * @return the offer
     * @throws IllegalArgumentException if the price is not above 0, or the take-up is not between 0% and 100%
     */
    public static SubscriptionOffer of(MoneyRate price, LossRate churn, Ratio takeUp) {
        return new SubscriptionOffer(price, churn, takeUp, Optional.empty());
    }

    /**
     * The same offer with a gross margin of its own.
     *
     * @param margin such as {@code percent(80)}
     * @return the offer
     */
    public SubscriptionOffer withGrossMargin(Ratio margin) {
        return new SubscriptionOffer(price, churn, takeUp, Optional.of(margin));
    }

    /** As {@link Change#parse} reads it: "USD 20.00 per month, churn 5% per month, take-up 30%". */
    @Override
    public String toString() {
        return price + ", churn " + churn + ", take-up " + takeUp
                + grossMargin.map(margin -> ", margin " + margin).orElse("");
    }
}
