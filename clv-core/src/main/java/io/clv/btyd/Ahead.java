package io.clv.btyd;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;

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

    /** As {@link #purchases}, of one who is there; empty if he is surely gone and the model does not say. */
    OptionalDouble purchasesIfAlive(int x, double last, double age, double delta) {
        if (model instanceof ConjugateModel conjugate) {
            return OptionalDouble.of(
                    horizon.isForever()
                            ? conjugate.discountedIfAlive(x, age, delta)
                            : conjugate.discountedIfAlive(x, age, delta, length));
        }
        return ifAlive(purchases(x, last, age, delta), x, last, age);
    }

    /** As {@link #lifetime}, of one who is there; empty if he is surely gone and the model does not say. */
    OptionalDouble lifetimeIfAlive(int x, double last, double age, double delta) {
        if (model instanceof ConjugateModel conjugate) {
            return OptionalDouble.of(
                    horizon.isForever()
                            ? conjugate.lifetimeIfAlive(x, age, delta)
                            : conjugate.lifetimeIfAlive(x, age, delta, length));
        }
        return ifAlive(lifetime(x, last, age, delta), x, last, age);
    }

    private OptionalDouble ifAlive(double ahead, int x, double last, double age) {
        double alive = model.probabilityAlive(x, last, age);
        return alive > 0 ? OptionalDouble.of(ahead / alive) : OptionalDouble.empty();
    }
}
