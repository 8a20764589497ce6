package io.clv.ltv;

import io.clv.ledger.CustomerTable;
import io.clv.quantity.Pace;
import io.clv.quantity.Span;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of one customer of a base.
 *
 * @param base the base
 * @param row the customer's row, or -1 for what all customers have in common
 */
record BaseRow(CustomerBase base, int row) implements CustomerProfile.Source {

    @Override
    public Set<Input<?>> inputs() {
        return base.inputs();
    }

    @Override
    public @Nullable Object value(Input<?> input) {
        Map<Input<?>, Object> set = base.set();
        if (set.containsKey(input)) {
            return set.get(input);
        }
        if (!base.isMeasured(input)) {
            return null;
        }
        if (input == Input.CHURN) {
            return base.measuredChurn().rate();
        }
        return input == Input.LIFESPAN ? base.measuredChurn().lifespan() : ofCustomer(input);
    }

    @Override
    public Optional<ChurnCounts> measuredChurn() {
        return base.isMeasured(Input.CHURN) ? Optional.of(base.measuredChurn()) : Optional.empty();
    }

    private Object ofCustomer(Input<?> input) {
        CustomerTable customers = base.customers();
        if (input == Input.AVERAGE_ORDER_VALUE) {
            return new Unrounded(base.averageOrderValue(row), base.currency());
        }
        if (input == Input.ORDERS) {
            return Pace.of(base.orders(row, base.window()), customers.unit());
        }
        if (input == Input.FREQUENCY) {
            return customers.frequency(row);
        }
        if (input == Input.RECENCY) {
            return Span.of(customers.recency(row), customers.unit());
        }
        return input == Input.AGE ? Span.of(customers.age(row), customers.unit()) : customers.total(row);
    }
}
