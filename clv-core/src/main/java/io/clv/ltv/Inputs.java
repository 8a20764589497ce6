package io.clv.ltv;

import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a formula reads: the inputs set on the model, and below them those of the profile. An input that is set hides
 * the profile's own value of it and of its alternatives. What has been read is remembered, so that an estimate can list
 * what made it.
 */
final class Inputs {

    private final InputSheet set;
    private final CustomerProfile profile;
    private final Map<Input<?>, Object> read = new LinkedHashMap<>();

    Inputs(InputSheet set, CustomerProfile profile) {
        Currency own = set.currency();
        if (own != null && !own.equals(profile.currency())) {
            throw new IllegalArgumentException("the model's inputs are in " + own.getCurrencyCode()
                    + ", but the customers are in " + profile.currency().getCurrencyCode());
        }
        this.set = set;
        this.profile = profile;
    }

    boolean has(Input<?> input) {
        return set.has(input) || (profile.has(input) && !set.hides(input));
    }

    <T> Optional<T> get(Input<T> input) {
        Optional<T> value = Optional.empty();
        if (set.has(input)) {
            value = cast(set.get(input));
        } else if (!set.hides(input)) {
            value = profile.get(input);
        }
        value.ifPresent(present -> read.put(input, present));
        return value;
    }

    @SuppressWarnings("unchecked") // the sheet holds a value under an input of its own type only
    private static <T> Optional<T> cast(@Nullable Object value) {
        return Optional.ofNullable((T) value);
    }

    /** An input that {@link Needs} has found to be there. */
    <T> T require(Input<T> input) {
        return get(input).orElseThrow(() -> new IllegalStateException("checked before: " + input));
    }

    /** The counts behind a churn that was measured on the base and is not overridden here. */
    Optional<ChurnCounts> measuredChurn() {
        Optional<ChurnCounts> counts =
                set.has(Input.CHURN) || set.hides(Input.CHURN) ? Optional.empty() : profile.measuredChurn();
        counts.ifPresent(present -> read.put(Input.CHURN, present));
        return counts;
    }

    /** The money of a unit of time in major units, unrounded: revenue, or the orders' value. */
    double revenuePer(ChronoUnit unit) {
        Optional<MoneyRate> revenue = get(Input.REVENUE);
        if (revenue.isPresent()) {
            return revenue.get().in(unit);
        }
        double orderValue = amount(Input.AVERAGE_ORDER_VALUE);
        return orderValue * require(Input.ORDERS).per(unit).count();
    }

    /** The unit in which revenue, or else the pace of orders, was given. */
    ChronoUnit revenueUnit() {
        return has(Input.REVENUE)
                ? peek(Input.REVENUE).unit()
                : peek(Input.ORDERS).unit();
    }

    double amount(Input<Money> input) {
        double rounded = require(input).toDouble();
        return set.has(input) ? rounded : profile.amount(input).orElse(rounded);
    }

    private <T> T peek(Input<T> input) {
        Optional<T> value = set.has(input) ? cast(set.get(input)) : profile.get(input);
        return value.orElseThrow(() -> new IllegalStateException("checked before: " + input));
    }

    /** Whether an input is set on the model, for every customer alike. */
    boolean isSet(Input<?> input) {
        return set.has(input);
    }

    /** The inputs read so far, with their values. */
    Map<Input<?>, Object> read() {
        return read;
    }
}
