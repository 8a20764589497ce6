package io.clv.ltv;

import io.clv.quantity.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a model is told about one customer: an immutable, typed map of {@link Input}s, all money in one currency. It is
 * built by hand, read from text, or made by a {@link CustomerBase} for one of its customers; what the base has to
 * measure first (churn, and what follows from it) is measured when it is asked for.
 *
 * <p>Money that comes from data, such as an average order value, is kept unrounded for computing ({@link #amount}) and
 * rounded for showing ({@link #get}).
 */
public final class CustomerProfile {

    /** Where the values come from. */
    interface Source {
        Set<Input<?>> inputs();

        @Nullable
        Object value(Input<?> input);

        default boolean has(Input<?> input) {
            return inputs().contains(input);
        }

        /** The counts behind a churn that is measured. */
        default Optional<ChurnCounts> measuredChurn() {
            return Optional.empty();
        }
    }

    private final Currency currency;
    private final Source source;

    CustomerProfile(Currency currency, Source source) {
        this.currency = currency;
        this.source = source;
    }

    /**
     * Starts a profile that knows the inputs of this package by name.
     *
     * @param currency the currency of all its money, and of bare numbers in text
     * @return a builder
     */
    public static Builder builder(Currency currency) {
        return new Builder(currency, "there is", Input.builtIn());
    }

    /**
     * Starts a profile that knows exactly the inputs of a model by name, so that one it would not use is refused.
     *
     * @param model the model it is for
     * @param currency the currency of all its money, and of bare numbers in text
     * @return a builder
     */
    public static Builder builderFor(NamedLtvModel model, Currency currency) {
        return new Builder(currency, "the " + model.name() + " model has", model.accepts());
    }

    /**
     * The currency of all its money.
     *
     * @return the currency
     */
    public Currency currency() {
        return currency;
    }

    /**
     * The inputs it has, whether set or to be measured.
     *
     * @return the inputs
     */
    public Set<Input<?>> inputs() {
        return source.inputs();
    }

    /**
     * Whether it has an input.
     *
     * @param input the input
     * @return true if {@link #get} gives a value or the reason why it cannot be measured
     */
    public boolean has(Input<?> input) {
        return source.has(input);
    }

    /**
     * The value of an input.
     *
     * @param <T> the type of the value
     * @param input the input
     * @return the value, or empty if the profile does not have it
     * @throws IllegalArgumentException if it has to be measured on a base that does not allow it; the message says why
     */
    @SuppressWarnings("unchecked") // the value was stored under the input's own type
    public <T> Optional<T> get(Input<T> input) {
        Object value = source.value(input);
        return Optional.ofNullable((T) (value instanceof Unrounded unrounded ? unrounded.rounded() : value));
    }

    /**
     * The value of an input that must be there.
     *
     * @param <T> the type of the value
     * @param input the input
     * @return the value
     * @throws IllegalArgumentException if the profile does not have it, or it cannot be measured; the message says why
     */
    public <T> T require(Input<T> input) {
        return get(input)
                .orElseThrow(() -> new IllegalArgumentException("the profile has no " + input + "; it has "
                        + (inputs().isEmpty() ? "nothing" : words(inputs()))));
    }

    /**
     * An amount of money for computing, unrounded where it comes from data.
     *
     * @param input the input
     * @return the amount in major units, or empty if the profile does not have it
     */
    public OptionalDouble amount(Input<Money> input) {
        Object value = source.value(input);
        if (value instanceof Unrounded unrounded) {
            return OptionalDouble.of(unrounded.amount());
        }
        return value instanceof Money money ? OptionalDouble.of(money.toDouble()) : OptionalDouble.empty();
    }

    /** The counts behind its churn, where that was measured on a base. */
    Optional<ChurnCounts> measuredChurn() {
        return source.measuredChurn();
    }

    /** The names of the inputs, without their values. */
    @Override
    public String toString() {
        return "profile in " + currency.getCurrencyCode() + " with "
                + (inputs().isEmpty() ? "no inputs" : words(inputs()));
    }

    private static String words(Collection<Input<?>> inputs) {
        return inputs.stream().map(Input::toString).collect(Collectors.joining(", "));
    }

    /** Collects inputs, each once. Not safe to share between threads. */
    public static final class Builder {
        private final Currency currency;
        private final String whose;
        private final List<Input<?>> known;
        private final InputSheet sheet;

        private Builder(Currency currency, String whose, Collection<Input<?>> known) {
            this.currency = currency;
            this.whose = whose;
            this.known = new ArrayList<>(known);
            this.sheet = new InputSheet(Money.zero(currency).currency(), "the profile");
        }

        /**
         * Sets an input.
         *
         * @param <T> the type of the value
         * @param input the input
         * @param value its value
         * @return this builder
         * @throws IllegalArgumentException if it or an alternative of it was set before, or its currency is another
         */
        public <T> Builder set(Input<T> input, T value) {
            sheet.set(input, value);
            return this;
        }

        /**
         * Sets an amount of money that comes from a computation and is to stay unrounded.
         *
         * @param input the input
         * @param amount the amount in major units
         * @return this builder
         * @throws IllegalArgumentException if it or an alternative of it was set before, or the amount is not finite
         * @throws ArithmeticException if the amount is beyond what the currency's money can hold
         */
        public Builder setAmount(Input<Money> input, double amount) {
            Unrounded unrounded = new Unrounded(amount, currency);
            unrounded.rounded();
            sheet.set(input, unrounded);
            return this;
        }

        /**
         * Sets an input by name and text: {@code set("churn", "3% per month")}. The name may carry the unit:
         * {@code set("churn-per-month", "3%")}, {@code set("lifespan-years", "3")}. A bare number where money is
         * expected is of the profile's currency, and a bare percentage as a discount is a year's.
         *
         * @param name the name of an input
         * @param text the text form of its value
         * @return this builder
         * @throws IllegalArgumentException if there is no input of that name, the text has another form, or it or an
         *     alternative of it was set before
         */
        public Builder set(String name, String text) {
            NamedText found = NamedText.find(whose, known, name, text);
            sheet.set(found.input(), found.value(currency));
            return this;
        }

        /**
         * Makes the profile.
         *
         * @return the profile
         */
        public CustomerProfile build() {
            return new CustomerProfile(currency, new Listed(sheet.copy()));
        }
    }

    /** The values of a sheet that nobody changes any more. */
    record Listed(InputSheet sheet) implements Source {
        @Override
        public Set<Input<?>> inputs() {
            return sheet.inputs();
        }

        @Override
        public @Nullable Object value(Input<?> input) {
            return sheet.get(input);
        }
    }
}
