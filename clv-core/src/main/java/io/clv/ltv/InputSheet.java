package io.clv.ltv;

import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Inputs as they are collected: each once, none beside an alternative of it, all money of one currency. */
final class InputSheet {

    private final Map<Input<?>, Object> values = new LinkedHashMap<>();
    private @Nullable Currency currency;
    private String currencyOf = "";

    InputSheet() {}

    /** A sheet of a currency that is settled before any input is set; {@code whose} names where in messages. */
    InputSheet(Currency currency, String whose) {
        this.currency = currency;
        this.currencyOf = whose;
    }

    InputSheet copy() {
        InputSheet copy = new InputSheet();
        copy.values.putAll(values);
        copy.currency = currency;
        copy.currencyOf = currencyOf;
        return copy;
    }

    void set(Input<?> input, Object value) {
        Object before = values.get(input);
        if (before != null) {
            throw new IllegalArgumentException(input + " was already set to " + before);
        }
        requireNoAlternativeOf(input);
        Currency own = currencyOf(value);
        if (own != null) {
            if (currency == null) {
                currency = own;
                currencyOf = input.toString();
            } else if (!own.equals(currency)) {
                throw new IllegalArgumentException(input + " is in " + own.getCurrencyCode() + ", but " + currencyOf
                        + " is in " + currency.getCurrencyCode());
            }
        }
        values.put(input, value);
    }

    /** Puts another value of the same kind in the place of one that was set. */
    void replace(Input<?> input, Object value) {
        values.remove(input);
        set(input, value);
    }

    /** Refuses an input that says the same thing in another way as one that is set. */
    void requireNoAlternativeOf(Input<?> input) {
        for (Input<?> alternative : Alternatives.excludedBy(input)) {
            Object other = values.get(alternative);
            if (other != null) {
                throw new IllegalArgumentException(
                        input + " cannot be set beside " + alternative + ", which was already set to " + other);
            }
        }
    }

    static @Nullable Currency currencyOf(Object value) {
        if (value instanceof Money money) {
            return money.currency();
        }
        if (value instanceof MoneyRate rate) {
            return rate.amount().currency();
        }
        if (value instanceof Deliveries deliveries) {
            return deliveries.unitCost().currency();
        }
        return value instanceof Unrounded unrounded ? unrounded.currency() : null;
    }

    boolean has(Input<?> input) {
        return values.containsKey(input);
    }

    @Nullable
    Object get(Input<?> input) {
        return values.get(input);
    }

    /** Whether an alternative is set, so that a value from a lower layer would contradict it. */
    boolean hides(Input<?> input) {
        return !Collections.disjoint(Alternatives.of(input), values.keySet());
    }

    Set<Input<?>> inputs() {
        return Collections.unmodifiableSet(values.keySet());
    }

    Map<Input<?>, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    @Nullable
    Currency currency() {
        return currency;
    }
}
