package io.clv.scenario;

import io.clv.btyd.FittedLtv;
import io.clv.btyd.Shock;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.Input;
import io.clv.ltv.LtvModel;
import io.clv.quantity.Horizon;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What values rest on.
 *
 * @param model what values a customer
 * @param base the customers, and what is known of them
 * @param events what happens to the values in the end, one after the other
 */
record Setting(LtvModel model, CustomerBase base, List<Event> events) {

    /** Something that is not an input of a model, but a way to put values together. */
    interface Event {
        CustomerValues values(Setting before);
    }

    Setting {
        events = List.copyOf(events);
    }

    CustomerValues values() {
        if (events.isEmpty()) {
            return model.value(base);
        }
        int last = events.size() - 1;
        return events.get(last).values(new Setting(model, base, events.subList(0, last)));
    }

    Setting with(CustomerBase other) {
        return new Setting(model, other, events);
    }

    Setting and(Event event) {
        List<Event> all = new ArrayList<>(events);
        all.add(event);
        return new Setting(model, base, all);
    }

    boolean isFitted() {
        return model instanceof FittedLtv;
    }

    Setting under(Shock shock) {
        if (!(model instanceof FittedLtv fitted)) {
            throw new IllegalStateException("only a fitted model can be shocked, but it was " + model);
        }
        return new Setting(fitted.under(shock), base, events);
    }

    /** Whether the base has an input that may be changed. */
    boolean has(Input<?> input) {
        return base.has(input);
    }

    /** Whether it is a lifespan that says how long customers stay: measured beside a churn, it comes first. */
    boolean takesLifespan() {
        boolean takes = has(Input.LIFESPAN) && model.reads(Input.LIFESPAN);
        if (takes && has(Input.CHURN) && model.reads(Input.CHURN) && !isForever()) {
            throw new IllegalArgumentException("a churn that was measured counts in its own window within a horizon,"
                    + " where a scenario cannot change it; set the churn in the base (CustomerBase.with)");
        }
        return takes;
    }

    private boolean isForever() {
        return model.reads(Input.HORIZON)
                && base.get(Input.HORIZON).map(Horizon::isForever).orElse(true);
    }

    Setting requireRead(Input<?> input) {
        if (!model.reads(input)) {
            throw new IllegalArgumentException("the model does not read " + input
                    + " from the base: it has no such input, or it is set in the model; set it in the base"
                    + " (CustomerBase.with) where a scenario is to change it");
        }
        return this;
    }

    <T> Setting changing(Input<T> input, UnaryOperator<T> change) {
        return requireRead(input).with(base.changing(input, change));
    }

    /** As often, and each time as much: the two cannot be told apart where a formula counts revenue. */
    Setting revenueTimes(double factor) {
        if (!has(Input.REVENUE)) {
            return changing(Input.ORDERS, orders -> Pace.of(orders.count() * factor, orders.unit()));
        }
        for (int row = 0; base.differs(Input.REVENUE) && row < base.size(); row++) {
            if (base.get(Input.REVENUE, row).isEmpty()) {
                throw new IllegalArgumentException(
                        "customer " + base.customers().id(row)
                                + ": revenue must be known of all customers or of none, but this one has none");
            }
        }
        return changing(Input.REVENUE, revenue -> times(revenue, factor));
    }

    private static MoneyRate times(MoneyRate rate, double factor) {
        Money amount = rate.amount().times(Ratio.of(factor), RoundingMode.HALF_EVEN);
        return MoneyRate.of(amount, rate.unit());
    }
}
