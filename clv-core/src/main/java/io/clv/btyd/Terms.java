package io.clv.btyd;

import io.clv.ltv.CustomerProfile;
import io.clv.ltv.Input;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a valuation was told beside the fits, each once and all money of one currency; it wins over a profile. */
final class Terms {

    /** What a newcomer pays at once; no input of a base, whose customers have paid it. */
    static final Input<Money> FIRST_ORDER = Input.of("first-order", Money::parse);

    private final Map<Input<?>, Object> values = new LinkedHashMap<>();

    Terms copy() {
        Terms copy = new Terms();
        copy.values.putAll(values);
        return copy;
    }

    <T> void set(Input<T> input, T value) {
        Object before = values.get(input);
        if (before != null) {
            throw new IllegalArgumentException(input + " was already set to " + before);
        }
        Optional<Currency> own = currency(value);
        values.forEach((other, set) -> {
            Optional<Currency> theirs = currency(set);
            if (own.isPresent() && theirs.isPresent() && !own.equals(theirs)) {
                throw new IllegalArgumentException(input + " is in " + own.get().getCurrencyCode() + ", but " + other
                        + " is in " + theirs.get().getCurrencyCode());
            }
        });
        values.put(input, value);
    }

    private static Optional<Currency> currency(Object value) {
        if (value instanceof Money money) {
            return Optional.of(money.currency());
        }
        return value instanceof MoneyRate rate ? Optional.of(rate.amount().currency()) : Optional.empty();
    }

    /** The currency of the money that was set. */
    Optional<Currency> currency() {
        return values.values().stream()
                .flatMap(value -> currency(value).stream())
                .findFirst();
    }

    boolean has(Input<?> input) {
        return values.containsKey(input);
    }

    @SuppressWarnings("unchecked") // a value was stored under an input of its own type
    <T> Optional<T> get(Input<T> input) {
        return Optional.ofNullable((T) values.get(input));
    }

    /** What was set, or else what the profile says. */
    <T> Optional<T> get(Input<T> input, CustomerProfile profile) {
        return has(input) ? get(input) : profile.get(input);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
