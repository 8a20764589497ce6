package io.clv.ltv;

import io.clv.quantity.MoneyRate;
import io.clv.quantity.Pace;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The revenue of each customer of a base per unit of time, with whatever of it is the same for all filled in. */
final class Revenues {

    private final CustomerBase base;
    private final ChronoUnit unit;
    private final double orderValue;
    private final double pace;
    private final boolean ownValue;
    private final boolean ownPace;
    private final double window;

    private Revenues(
            CustomerBase base, ChronoUnit unit, double orderValue, double pace, boolean ownValue, boolean ownPace) {
        this.base = base;
        this.unit = unit;
        this.orderValue = orderValue;
        this.pace = pace;
        this.ownValue = ownValue;
        this.ownPace = ownPace;
        this.window = ownPace ? base.window() : 0;
    }

    static Revenues of(Inputs inputs, CustomerBase base) {
        Optional<MoneyRate> revenue = inputs.get(Input.REVENUE);
        if (revenue.isPresent()) {
            ChronoUnit unit = revenue.get().unit();
            return new Revenues(base, unit, revenue.get().in(unit), 1, false, false);
        }
        boolean ownValue = isOwn(Input.AVERAGE_ORDER_VALUE, inputs, base);
        boolean ownPace = isOwn(Input.ORDERS, inputs, base);
        double orderValue = ownValue ? 0 : inputs.amount(Input.AVERAGE_ORDER_VALUE);
        if (ownPace) {
            return new Revenues(base, base.customers().unit(), orderValue, 0, ownValue, true);
        }
        Pace pace = inputs.require(Input.ORDERS);
        return new Revenues(base, pace.unit(), orderValue, pace.count(), ownValue, false);
    }

    private static boolean isOwn(Input<?> input, Inputs inputs, CustomerBase base) {
        return !inputs.isSet(input) && base.differs(input);
    }

    ChronoUnit unit() {
        return unit;
    }

    double of(int row) {
        return (ownValue ? base.averageOrderValue(row) : orderValue) * (ownPace ? base.orders(row, window) : pace);
    }

    /** The inputs that are read off each customer. */
    List<Input<?>> perCustomer() {
        List<Input<?>> inputs = new ArrayList<>();
        if (ownValue) {
            inputs.add(Input.AVERAGE_ORDER_VALUE);
        }
        if (ownPace) {
            inputs.add(Input.ORDERS);
        }
        return inputs;
    }
}
