package io.clv.ltv;

import com.google.common.collect.Sets;
import io.clv.ledger.CustomerTable;
import io.clv.quantity.Pace;
import io.clv.quantity.Span;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of one customer of a base: the customer's own, below them those set for all, below them what is read off
 * the table.
 *
 * @param base the base
 * @param row the customer's row, or {@link #COMMON}
 */
record BaseRow(CustomerBase base, int row) implements CustomerProfile.Source {

    /** Stands for what all customers have in common. */
    static final int COMMON = -1;

    @Override
    public Set<Input<?>> inputs() {
        return row == COMMON ? base.inputs() : Sets.filter(base.inputs(), this::has);
    }

    @Override
    public boolean has(Input<?> input) {
        if (row == COMMON) {
            return base.inputs().contains(input);
        }
        return base.each().get(input, row) != null || base.set().containsKey(input) || isMeasured(input);
    }

    @Override
    public @Nullable Object value(Input<?> input) {
        Object own = row == COMMON ? null : base.each().get(input, row);
        if (own != null) {
            return own;
        }
        Map<Input<?>, Object> set = base.set();
        if (set.containsKey(input)) {
            return set.get(input);
        }
        if (!isMeasured(input)) {
            return null;
        }
        if (input == Input.CHURN) {
            return base.measuredChurn().rate();
        }
        if (input == Input.LIFESPAN) {
            return base.measuredChurn().lifespan();
        }
        return row == COMMON ? null : ofCustomer(input);
    }

    @Override
    public Optional<ChurnCounts> measuredChurn() {
        boolean given = row != COMMON && base.each().get(Input.CHURN, row) != null;
        return isMeasured(Input.CHURN) && !given ? Optional.of(base.measuredChurn()) : Optional.empty();
    }

    private boolean isMeasured(Input<?> input) {
        if (!base.isMeasured(input) || row == COMMON) {
            return base.isMeasured(input);
        }
        boolean exists = input != Input.MONETARY_VALUE || base.customers().frequency(row) > 0;
        return exists && !base.each().hides(input, row);
    }

    private Object ofCustomer(Input<?> input) {
        CustomerTable customers = base.customers();
        if (input == Input.AVERAGE_ORDER_VALUE) {
            return new Unrounded(base.averageOrderValue(row), base.currency());
        }
        if (input == Input.MONETARY_VALUE) {
            return new Unrounded(customers.monetaryValue(row), base.currency());
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
