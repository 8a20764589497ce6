package io.clv.quantity;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer's or a base's value as an estimate: the money, what it counts ({@link Basis}, {@link Measure}, horizon and
 * discount), the parts it is the sum of, the inputs that made it and the assumptions it rests on.
 *
 * <p>The amount is a {@code double} inside and is rounded once, half to even, by {@link #value()}. The {@link #parts()}
 * are rounded so that they sum to the value to the last minor unit: each is rounded half to even, and what the sum then
 * misses is made up, one minor unit each, by the parts whose rounding went furthest the other way. The cost of
 * acquisition, where one was given, is a part of its own, negative, and never inside another;
 * {@link #valueBeforeAcquisition()} is what a ratio to that cost must use.
 */
public final class Estimate {

    /** The name of the part that holds the cost of acquisition. */
    public static final String ACQUISITION_COST = "acquisition cost";

    private final String model;
    private final Currency currency;
    private final Basis basis;
    private final Measure measure;
    private final Horizon horizon;
    private final DiscountRate discount;
    private final ImmutableMap<String, Double> amounts;
    private final double amount;
    private final ImmutableMap<String, String> inputs;
    private final List<String> assumptions;
    private final @Nullable Interval interval;

    private Estimate(Builder builder) {
        model = builder.model;
        currency = builder.currency;
        basis = builder.basis;
        measure = builder.measure;
        horizon = builder.horizon;
        discount = builder.discount;
        amounts = ImmutableMap.copyOf(builder.amounts);
        inputs = ImmutableMap.copyOf(builder.inputs);
        assumptions = List.copyOf(builder.assumptions);
        interval = builder.interval;
        amount = sum(amounts);
        requireMoney();
    }

    /** All that is shown as money later must be money now. */
    private void requireMoney() {
        amounts.forEach((name, part) -> requireMoney("part '" + name + "'", part));
        requireMoney("value", amount);
        requireMoney("value before acquisition", amountBeforeAcquisition());
        if (interval != null) {
            requireMoney("low end of the interval", interval.low());
            requireMoney("high end of the interval", interval.high());
        }
    }

    private void requireMoney(String name, double amount) {
        try {
            Money.ofRounded(amount, currency);
        } catch (ArithmeticException e) {
            ArithmeticException named = new ArithmeticException(name + ": " + e.getMessage());
            named.initCause(e);
            throw named;
        }
    }

    /**
     * Starts an estimate of the lifetime revenue of a newcomer, for ever and undiscounted; the setters say otherwise.
     *
     * @param model the model's name, such as "simple"
     * @param currency the currency of all its money
     * @return a builder
     * @throws IllegalArgumentException if the currency has no minor digits in ISO 4217
     */
    public static Builder builder(String model, Currency currency) {
        return new Builder(model, currency);
    }

    /**
     * The value, rounded half to even to the currency's minor unit.
     *
     * @return the money
     */
    public Money value() {
        return Money.ofRounded(amount(), currency);
    }

    /**
     * The value unrounded, in major units: the {@code double} nearest to the sum of the parts, in whatever order they
     * stand.
     *
     * @return a finite number
     */
    public double amount() {
        return amount;
    }

    /**
     * The value without the cost of acquisition: what that cost buys.
     *
     * @return the money before the cost of acquisition
     */
    public Money valueBeforeAcquisition() {
        return Money.ofRounded(amountBeforeAcquisition(), currency);
    }

    private double amountBeforeAcquisition() {
        return sum(Maps.filterKeys(amounts, name -> !name.equals(ACQUISITION_COST)));
    }

    private static double sum(Map<String, Double> amounts) {
        return amounts.values().stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    /**
     * The parts, rounded so that they sum to {@link #value()}, in the order the model gave them.
     *
     * @return name to money
     */
    public Map<String, Money> parts() {
        double[] unrounded =
                amounts.values().stream().mapToDouble(Double::doubleValue).toArray();
        Money[] rounded = RoundedParts.of(unrounded, value());
        Map<String, Money> parts = new LinkedHashMap<>();
        for (String name : amounts.keySet()) {
            parts.put(name, rounded[parts.size()]);
        }
        return Collections.unmodifiableMap(parts);
    }

    /**
     * The parts unrounded, in major units.
     *
     * @return name to amount
     */
    public Map<String, Double> partAmounts() {
        return amounts;
    }

    /**
     * The model that made the estimate.
     *
     * @return its name
     */
    public String model() {
        return model;
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
     * Whether this is a newcomer's whole life or what a known customer is still to bring.
     *
     * @return the basis
     */
    public Basis basis() {
        return basis;
    }

    /**
     * Whether the money is revenue or profit.
     *
     * @return the measure
     */
    public Measure measure() {
        return measure;
    }

    /**
     * How far ahead it counts.
     *
     * @return the horizon
     */
    public Horizon horizon() {
        return horizon;
    }

    /**
     * What waiting takes off.
     *
     * @return the discount rate
     */
    public DiscountRate discount() {
        return discount;
    }

    /**
     * The inputs, by name, as text.
     *
     * @return name to text, in the order the model used them
     */
    public Map<String, String> inputs() {
        return inputs;
    }

    /**
     * What the estimate rests on.
     *
     * @return sentences without a full stop, in English
     */
    public List<String> assumptions() {
        return assumptions;
    }

    /**
     * The interval, where the model gives one, in major units.
     *
     * @return the interval, or empty
     */
    public Optional<Interval> interval() {
        return Optional.ofNullable(interval);
    }

    /**
     * The estimate in words for a reader who knows the business and not the formula.
     *
     * @return a few lines of English
     */
    public String explain() {
        return Explanation.of(this);
    }

    @Override
    public String toString() {
        return value() + " (" + measure.label() + ", " + basis.label() + ")";
    }

    /** Collects what an estimate carries. Not safe to share between threads. */
    public static final class Builder {
        private final String model;
        private final Currency currency;
        private Basis basis = Basis.LIFETIME_FROM_ACQUISITION;
        private Measure measure = Measure.REVENUE;
        private Horizon horizon = Horizon.forever();
        private DiscountRate discount = DiscountRate.none();
        private final Map<String, Double> amounts = new LinkedHashMap<>();
        private final Map<String, String> inputs = new LinkedHashMap<>();
        private final List<String> assumptions = new ArrayList<>();
        private @Nullable Interval interval;

        private Builder(String model, Currency currency) {
            this.model = model;
            this.currency = Money.requireDigits(currency);
        }

        /**
         * Says which of the numbers called CLV this is.
         *
         * @param value the basis
         * @return this builder
         */
        public Builder basis(Basis value) {
            basis = value;
            return this;
        }

        /**
         * Says what the money is.
         *
         * @param value revenue or profit
         * @return this builder
         */
        public Builder measure(Measure value) {
            measure = value;
            return this;
        }

        /**
         * Says how far ahead it counts.
         *
         * @param value the horizon
         * @return this builder
         */
        public Builder horizon(Horizon value) {
            horizon = value;
            return this;
        }

        /**
         * Says what waiting takes off.
         *
         * @param value the discount rate
         * @return this builder
         */
        public Builder discount(DiscountRate value) {
            discount = value;
            return this;
        }

        /**
         * Adds a part.
         *
         * @param name what it is, such as "margin"
         * @param amount in major units; a cost is negative
         * @return this builder
         * @throws IllegalArgumentException if the amount is not finite, the part is there already, or the cost of
         *     acquisition is positive
         */
        public Builder part(String name, double amount) {
            double checked = Numbers.requireFinite(name, amount);
            if (name.equals(ACQUISITION_COST) && checked > 0) {
                throw new IllegalArgumentException(
                        name + " must not be positive, being a cost, but was " + Numbers.text(checked));
            }
            Double before = amounts.putIfAbsent(name, checked);
            if (before != null) {
                throw new IllegalArgumentException("part '" + name + "' was already set to " + Numbers.text(before));
            }
            return this;
        }

        /**
         * Names an input.
         *
         * @param name what it is, such as "average order value"
         * @param value the input; its text form is kept
         * @return this builder
         * @throws IllegalArgumentException if the input is there already
         */
        public Builder input(String name, Object value) {
            String before = inputs.putIfAbsent(name, value.toString());
            if (before != null) {
                throw new IllegalArgumentException("input '" + name + "' was already set to " + before);
            }
            return this;
        }

        /**
         * Says what the estimate rests on.
         *
         * @param sentence a clause that follows "assumes", without a full stop
         * @return this builder
         */
        public Builder assumption(String sentence) {
            assumptions.add(sentence);
            return this;
        }

        /**
         * Gives the interval, in major units.
         *
         * @param value the interval
         * @return this builder
         */
        public Builder interval(Interval value) {
            interval = value;
            return this;
        }

        /**
         * Makes the estimate.
         *
         * @return the estimate
         * @throws IllegalArgumentException if it has no part
         * @throws ArithmeticException if a part, the sum or an end of the interval is beyond what the currency's money
         *     can hold
         */
        public Estimate build() {
            if (amounts.isEmpty()) {
                throw new IllegalArgumentException("an estimate must have at least one part, but had none");
            }
            return new Estimate(this);
        }
    }
}
