package io.clv.quantity;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A customer's or a base's value as an estimate: the money, what it counts ({@link Basis}, {@link Measure}, horizon and
 * discount), the parts it is the sum of, the inputs that made it and the assumptions it rests on.
 *
 * <p>The amount is a {@code double} inside and is rounded once, half to even, by {@link #value()}. The {@link #parts()}
 * are rounded so that they sum to the value to the last minor unit: each is cut down, and the units left over go to the
 * parts with the largest cut-off. The cost of acquisition, where one was given, is a part of its own, negative, and
 * never inside another; {@link #valueBeforeAcquisition()} is what a ratio to that cost must use.
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
        Money.ofRounded(amount(), currency);
    }

    /**
     * Starts an estimate of the lifetime revenue of a newcomer, for ever and undiscounted; the setters say otherwise.
     *
     * @param model the model's name, such as "simple"
     * @param currency the currency of all its money
     * @return a builder
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
     * The value unrounded, in major units: the sum of the parts.
     *
     * @return a finite number
     */
    public double amount() {
        double sum = 0;
        for (double part : amounts.values()) {
            sum += part;
        }
        return sum;
    }

    /**
     * The value without the cost of acquisition: what that cost buys.
     *
     * @return the money before the cost of acquisition
     */
    public Money valueBeforeAcquisition() {
        double cost = amounts.getOrDefault(ACQUISITION_COST, 0.0);
        return Money.ofRounded(amount() - cost, currency);
    }

    /**
     * The parts, rounded so that they sum to {@link #value()}, in the order the model gave them.
     *
     * @return name to money
     */
    public Map<String, Money> parts() {
        Map<String, Double> scaled = new LinkedHashMap<>();
        double unit = Math.pow(10, currency.getDefaultFractionDigits());
        Map<String, Long> minor = new LinkedHashMap<>();
        long left = value().minorUnits();
        for (Map.Entry<String, Double> part : amounts.entrySet()) {
            double exact = part.getValue() * unit;
            long down = (long) Math.floor(exact);
            minor.put(part.getKey(), down);
            scaled.put(part.getKey(), exact - down);
            left -= down;
        }
        List<String> byCutOff = new ArrayList<>(scaled.keySet());
        byCutOff.sort((a, b) -> Double.compare(scaled.getOrDefault(b, 0.0), scaled.getOrDefault(a, 0.0)));
        for (int i = 0; left != 0 && !byCutOff.isEmpty(); i = (i + 1) % byCutOff.size()) {
            long step = Long.signum(left);
            minor.merge(byCutOff.get(i), step, Long::sum);
            left -= step;
        }
        Map<String, Money> parts = new LinkedHashMap<>();
        minor.forEach((name, units) -> parts.put(name, Money.ofMinor(units, currency)));
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
        StringBuilder text = new StringBuilder();
        text.append(value())
                .append(": ")
                .append(measure.label())
                .append(", ")
                .append(basis.label())
                .append(", by the ")
                .append(model)
                .append(" model\n");
        text.append(horizon.isForever() ? "without end" : "over " + horizon)
                .append(discount.isNone() ? ", not discounted" : ", discounted at " + discount)
                .append('\n');
        if (interval != null) {
            text.append(interval.level())
                    .append(" interval of the ")
                    .append(interval.of() == Interval.Of.MEAN ? "mean" : "outcome")
                    .append(": ")
                    .append(Money.ofRounded(interval.low(), currency))
                    .append(" to ")
                    .append(Money.ofRounded(interval.high(), currency))
                    .append('\n');
        }
        if (amounts.size() > 1) {
            text.append("made up of ").append(listed(parts())).append('\n');
        }
        if (!inputs.isEmpty()) {
            text.append("from ").append(listed(inputs)).append('\n');
        }
        for (String assumption : assumptions) {
            text.append("assumes ").append(assumption).append('\n');
        }
        return text.toString();
    }

    private static String listed(Map<String, ?> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
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
            this.currency = currency;
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
         * @throws IllegalArgumentException if the amount is not finite or the part is there already
         */
        public Builder part(String name, double amount) {
            double checked = Numbers.requireFinite(name, amount);
            if (amounts.putIfAbsent(name, checked) != null) {
                throw new IllegalArgumentException("part '" + name + "' was already set to " + amounts.get(name));
            }
            return this;
        }

        /**
         * Names an input.
         *
         * @param name what it is, such as "average order value"
         * @param value the input; its text form is kept
         * @return this builder
         */
        public Builder input(String name, Object value) {
            inputs.put(name, value.toString());
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
         * @throws IllegalArgumentException if it has no part, or the sum is not finite
         * @throws ArithmeticException if the sum is beyond what the currency's money can hold
         */
        public Estimate build() {
            if (amounts.isEmpty()) {
                throw new IllegalArgumentException("an estimate must have at least one part, but had none");
            }
            return new Estimate(this);
        }
    }
}
