package io.clv.scenario;

import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.ltv.DiscountConvention;
import io.clv.ltv.Input;
import io.clv.ltv.LtvModel;
import io.clv.ltv.SubscriptionLtv;
import io.clv.quantity.Basis;
import io.clv.quantity.Money;

/** Some customers take a subscription, and the others go on. */
record Subscribed(SubscriptionOffer offer) implements Setting.Event {

    @Override
    public CustomerValues values(Setting before) {
        CustomerValues own = before.values();
        CustomerValues subscribers =
                new Setting(subscription(own, before.base()), before.base(), before.events()).values();
        require("measure", own.measure().label(), subscribers.measure().label());
        require("horizon", own.horizon().toString(), subscribers.horizon().toString());
        require("discount", Wording.discount(own), Wording.discount(subscribers));
        double taking = offer.takeUp().value();
        double[] amounts = new double[own.size()];
        for (int row = 0; row < amounts.length; row++) {
            double alive = own.has(Column.P_ALIVE) ? own.get(Column.P_ALIVE, row) : 1;
            amounts[row] = (1 - taking) * own.amount(row) + taking * alive * subscribers.amount(row);
        }
        return Blended.of(
                own,
                amounts,
                "that " + offer.takeUp() + " of the customers who are still there subscribe now, for " + offer.price()
                        + " and with a churn of " + offer.churn());
    }

    private LtvModel subscription(CustomerValues own, CustomerBase base) {
        SubscriptionLtv.Builder builder = SubscriptionLtv.builder()
                .revenue(offer.price())
                .churn(offer.churn())
                .convention(DiscountConvention.FIRST_PAYMENT_NOW);
        offer.grossMargin().ifPresent(builder::grossMargin);
        if (own.basis() == Basis.RESIDUAL_AFTER_OBSERVATION && base.has(Input.ACQUISITION_COST)) {
            // What it cost to win a known customer is spent, whatever he buys now.
            builder.acquisitionCost(Money.zero(base.currency()));
        }
        return builder.model();
    }

    private static void require(String what, String own, String subscribers) {
        if (!own.equals(subscribers)) {
            throw new IllegalArgumentException("a subscription must have the " + what + " of the customers' values, "
                    + own + ", but had " + subscribers + "; set " + Input.GROSS_MARGIN + ", " + Input.HORIZON + " and "
                    + Input.DISCOUNT + " in the base, where both find them");
        }
    }
}
