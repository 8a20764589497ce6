package io.clv.ltv;

import io.clv.ledger.CustomerTable;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Inputs that differ by customer: for each a column of values, with a gap where a customer has none. Immutable. */
final class InputColumns {

    static final InputColumns NONE = new InputColumns(Map.of());

    private final Map<Input<?>, Column> columns;

    private InputColumns(Map<Input<?>, Column> columns) {
        this.columns = columns;
    }

    /** The values of one input, and how many there are. */
    private record Column(List<@Nullable Object> values, int given) {}

    /** These columns and one more. */
    <T> InputColumns with(Input<T> input, CustomerTable customers, IntFunction<Optional<T>> byRow) {
        if (columns.containsKey(input)) {
            throw new IllegalArgumentException(input + " was already set for each customer");
        }
        requireNoAlternativeOf(input);
        @Nullable Object[] values = new Object[customers.size()];
        int given = 0;
        for (int row = 0; row < values.length; row++) {
            Optional<T> value = byRow.apply(row);
            if (value.isPresent()) {
                requireCurrency(input, value.get(), customers, row);
                values[row] = value.get();
                given++;
            }
        }
        Map<Input<?>, Column> all = new LinkedHashMap<>(columns);
        all.put(input, new Column(Arrays.asList(values), given));
        return new InputColumns(Collections.unmodifiableMap(all));
    }

    /** These columns, with another in the place of one if it was there. */
    <T> InputColumns replacing(Input<T> input, CustomerTable customers, IntFunction<Optional<T>> byRow) {
        Map<Input<?>, Column> others = new LinkedHashMap<>(columns);
        others.remove(input);
        return new InputColumns(others).with(input, customers, byRow);
    }

    private static void requireCurrency(Input<?> input, Object value, CustomerTable customers, int row) {
        Currency own = InputSheet.currencyOf(value);
        if (own != null && !own.equals(customers.currency())) {
            throw new IllegalArgumentException(input + " of customer " + customers.id(row) + " is in "
                    + own.getCurrencyCode() + ", but the base is in "
                    + customers.currency().getCurrencyCode());
        }
    }

    /** Refuses an input for all customers that says the same thing in another way as one of these. */
    void requireNoAlternativeOf(Input<?> input) {
        for (Input<?> alternative : Alternatives.excludedBy(input)) {
            if (columns.containsKey(alternative)) {
                throw new IllegalArgumentException(
                        input + " cannot be set beside " + alternative + ", which was already set for each customer");
            }
        }
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    Set<Input<?>> inputs() {
        return columns.keySet();
    }

    boolean has(Input<?> input) {
        return columns.containsKey(input);
    }

    /** How many customers have a value. */
    int given(Input<?> input) {
        Column column = columns.get(input);
        return column == null ? 0 : column.given;
    }

    @Nullable
    Object get(Input<?> input, int row) {
        Column column = columns.get(input);
        return column == null ? null : column.values.get(row);
    }

    /** Whether a customer has an alternative, so that a value from a lower layer would contradict it. */
    boolean hides(Input<?> input, int row) {
        if (columns.isEmpty()) {
            return false;
        }
        for (Input<?> alternative : Alternatives.of(input)) {
            if (get(alternative, row) != null) {
                return true;
            }
        }
        return false;
    }
}
