package io.clv.ltv;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of one customer, noting those whose values are read.
 *
 * @param row the customer
 * @param used where that is noted
 */
record WatchedRow(BaseRow row, Set<Input<?>> used) implements CustomerProfile.Source {

    @Override
    public Set<Input<?>> inputs() {
        return row.inputs();
    }

    @Override
    public boolean has(Input<?> input) {
        return row.has(input);
    }

    @Override
    public @Nullable Object value(Input<?> input) {
        Object value = row.value(input);
        if (value != null) {
            used.add(input);
        }
        return value;
    }

    @Override
    public Optional<ChurnCounts> measuredChurn() {
        Optional<ChurnCounts> counts = row.measuredChurn();
        if (counts.isPresent()) {
            used.add(Input.CHURN);
        }
        return counts;
    }
}
