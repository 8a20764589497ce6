package io.clv.btyd;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import java.time.temporal.ChronoUnit;

/**
 * What lies ahead of a customer, up to a horizon.
 *
 * @param model how he buys and leaves
 * @param horizon how far ahead
 * @param length the horizon in the model's unit, infinite for ever
 */
record Ahead(TransactionModel model, Horizon horizon, double length) {

    static Ahead of(TransactionModel model, Horizon horizon, ChronoUnit unit) {
        return new Ahead(model, horizon, horizon.in(unit));
    }

    /** The same for another model. */
    Ahead of(TransactionModel other) {
        return new Ahead(other, horizon, length);
    }

    /** For ever needs a discount. */
    void require(DiscountRate discount) {
        if (horizon.isForever() && !(discount.rate() > 0)) {
            throw new IllegalArgumentException("horizon forever needs a discount above 0, as the purchases to be"
                    + " expected may have no finite sum without it, but the discount was " + discount);
        }
    }

    double purchases(int x, double last, double age, double delta) {
        return horizon.isForever()
                ? model.discountedExpectedTransactions(x, last, age, delta)
                : model.discountedExpectedTransactions(x, last, age, delta, length);
    }

    double lifetime(int x, double last, double age, double delta) {
        return horizon.isForever()
                ? model.discountedExpectedLifetime(x, last, age, delta)
                : model.discountedExpectedLifetime(x, last, age, delta, length);
    }
}
