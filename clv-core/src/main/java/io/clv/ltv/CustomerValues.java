package io.clv.ltv;

import io.clv.ledger.CustomerTable;
import io.clv.quantity.Basis;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.Interval;
import io.clv.quantity.Measure;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value of every customer of a base, in columns that stand in the rows of its table, and what the values count:
 * basis, measure, horizon, discount and assumptions. Models that know more than a value, such as the chance that a
 * customer is still active, add {@linkplain Column columns}; a column that is absent is absent for all.
 *
 * <p>Amounts are unrounded, and rounded half to even one by one in {@link #value(int)}. The {@link #total()} is the
 * compensated sum of the unrounded amounts, rounded once, so the rounded values need not add up to it.
 *
 * <p>Immutable and safe to share between threads. An accessor given a row that is not from 0 to {@link #size()} - 1
 * throws {@link IndexOutOfBoundsException}.
 */
public final class CustomerValues {

    /** What a model may tell of a customer beside the value. */
    public enum Column {
        /** The probability that the customer is still active. */
        P_ALIVE("p_alive"),
        /** The purchases expected over the horizon, undiscounted. */
        EXPECTED_TRANSACTIONS("expected_transactions"),
        /** The revenue expected of a purchase. */
        EXPECTED_SPEND("expected_spend"),
        /** The lower end of the value's interval. */
        LOW("clv_low"),
        /** The upper end of the value's interval. */
        HIGH("clv_high");

        private final String header;

        Column(String header) {
            this.header = header;
        }

        /**
         * The column's name in files.
         *
         * @return such as "p_alive"
         */
        public String header() {
            return header;
        }
    }

    private final String model;
    private final CustomerTable customers;
    private final double[] amounts;
    private final EnumMap<Column, double[]> columns;
    private final Basis basis;
    private final Measure measure;
    private final Horizon horizon;
    private final Optional<DiscountRate> discount;
    private final List<String> assumptions;
    private final double totalAmount;
    private final @Nullable Kind intervals;
    private final @Nullable Interval totalInterval;
    private final double acquisitionCost;

    /** What all intervals of a base are about. */
    private record Kind(Ratio level, Interval.Of of) {}

    private CustomerValues(Builder builder, double[] amounts) {
        model = builder.model;
        customers = builder.customers;
        this.amounts = amounts;
        columns = new EnumMap<>(builder.columns);
        basis = builder.basis;
        measure = builder.measure;
        horizon = builder.horizon;
        discount = builder.discount;
        assumptions = List.copyOf(builder.assumptions);
        totalAmount = compensatedSum(amounts);
        Money.ofRounded(totalAmount, customers.currency());
        intervals = builder.intervals;
        totalInterval = builder.totalInterval;
        acquisitionCost = builder.acquisitionCost;
    }

    /** Neumaier's sum: its error does not grow with the number of customers. */
    private static double compensatedSum(double[] amounts) {
        double sum = 0;
        double lost = 0;
        for (double amount : amounts) {
            double next = sum + amount;
            lost += Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum;
            sum = next;
        }
        return sum + lost;
    }

    /**
     * Starts the values of a base: lifetime revenue of newcomers, for ever and undiscounted, until the setters say
     * otherwise.
     *
     * @param model the model's name
     * @param customers the table whose rows the values stand in
     * @return a builder
     */
    public static Builder builder(String model, CustomerTable customers) {
        return new Builder(model, customers);
    }

    /**
     * The table whose rows the values stand in.
     *
     * @return the table
     */
    public CustomerTable customers() {
        return customers;
    }

    /**
     * How many customers there are.
     *
     * @return the number of rows
     */
    public int size() {
        return amounts.length;
    }

    /**
     * A customer's id.
     *
     * @param row from 0
     * @return the id
     */
    public String id(int row) {
        return customers.id(row);
    }

    /**
     * A customer's value, unrounded.
     *
     * @param row from 0
     * @return the amount in major units
     */
    public double amount(int row) {
        return amounts[row];
    }

    /**
     * A customer's value, rounded half to even to the currency's minor unit.
     *
     * @param row from 0
     * @return the money
     */
    public Money value(int row) {
        return Money.ofRounded(amounts[row], currency());
    }

    /**
     * The base's value: the unrounded amounts added up, rounded once. The rounded values of the customers need not add
     * up to it.
     *
     * @return the money
     */
    public Money total() {
        return Money.ofRounded(totalAmount, currency());
    }

    /**
     * The base's value, unrounded: the compensated sum of the amounts.
     *
     * @return the amount in major units
     */
    public double totalAmount() {
        return totalAmount;
    }

    /**
     * What it cost to win the customers, as far as it is taken off their values. Who holds the values against what a
     * customer costs adds it back, or it counts twice.
     *
     * @return of all customers, unrounded, in major units; 0 where the values are before the cost of acquisition
     */
    public double acquisitionCost() {
        return acquisitionCost;
    }

    /**
     * The interval of a customer's value.
     *
     * @param row from 0
     * @return the interval, in major units; empty if the model gave none, or only its ends as {@link Column}s
     */
    public Optional<Interval> interval(int row) {
        Objects.checkIndex(row, size());
        Kind kind = intervals;
        return kind == null
                ? Optional.empty()
                : Optional.of(new Interval(get(Column.LOW, row), get(Column.HIGH, row), kind.level(), kind.of()));
    }

    /**
     * The interval of the base's value. It is not the sum of the customers' intervals: of what is independent between
     * customers, ups and downs cancel out, and what is common to them, as the parameters are, moves all of them at
     * once.
     *
     * @return the interval, in major units; empty if the model gave none
     */
    public Optional<Interval> totalInterval() {
        return Optional.ofNullable(totalInterval);
    }

    /**
     * Whether the model gave a column.
     *
     * @param column the column
     * @return true if {@link #get} has it for every row
     */
    public boolean has(Column column) {
        return columns.containsKey(column);
    }

    /**
     * A cell of a column.
     *
     * @param column the column
     * @param row from 0
     * @return the number; money in major units
     * @throws IllegalArgumentException if the model did not give the column; the message lists those it gave
     */
    public double get(Column column, int row) {
        double[] cells = columns.get(column);
        if (cells == null) {
            throw new IllegalArgumentException("the " + model + " model gives no column " + column.header()
                    + "; its columns are "
                    + (columns.isEmpty()
                            ? "none"
                            : String.join(
                                    ", ",
                                    columns.keySet().stream()
                                            .map(Column::header)
                                            .toList())));
        }
        return cells[row];
    }

    /**
     * The model that made the values.
     *
     * @return its name
     */
    public String model() {
        return model;
    }

    /**
     * The currency of all money.
     *
     * @return the table's currency
     */
    public Currency currency() {
        return customers.currency();
    }

    /**
     * Whether these are newcomers' whole lives or what known customers are still to bring.
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
     * How far ahead the values count.
     *
     * @return the horizon
     */
    public Horizon horizon() {
        return horizon;
    }

    /**
     * What waiting takes off.
     *
     * @return the discount rate; empty where it differs by customer
     */
    public Optional<DiscountRate> discount() {
        return discount;
    }

    /**
     * What the values rest on.
     *
     * @return sentences without a full stop, in English
     */
    public List<String> assumptions() {
        return assumptions;
    }

    /**
     * The values in words for a reader who knows the business and not the formula.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        text.append(total())
                .append(" for ")
                .append(String.format(Locale.ROOT, "%,d", size()))
                .append(size() == 1 ? " customer" : " customers");
        if (size() > 1) {
            text.append(", ")
                    .append(Money.ofRounded(totalAmount / size(), currency()))
                    .append(" on average");
        }
        text.append(": ")
                .append(measure.label())
                .append(", ")
                .append(basis.label())
                .append(", by the ")
                .append(model)
                .append(" model\n")
                .append(horizon.isForever() ? "without end" : "over " + horizon)
                .append(discounted())
                .append('\n');
        if (totalInterval != null) {
            text.append(totalInterval.level())
                    .append(" interval of the total's ")
                    .append(totalInterval.of().label())
                    .append(": ")
                    .append(Money.ofRounded(totalInterval.low(), currency()))
                    .append(" to ")
                    .append(Money.ofRounded(totalInterval.high(), currency()))
                    .append('\n');
        }
        for (String assumption : assumptions) {
            text.append("assumes ").append(assumption).append('\n');
        }
        return text.toString();
    }

    private String discounted() {
        return discount.map(rate -> rate.isNone() ? ", not discounted" : ", discounted at " + rate)
                .orElse(", discounted at each customer's own rate");
    }

    @Override
    public String toString() {
        return total() + " for " + size() + " customers (" + measure.label() + ", " + basis.label() + ")";
    }

    /** Collects the columns and what they count. Not safe to share between threads. */
    public static final class Builder {
        private final String model;
        private final CustomerTable customers;
        private double @Nullable [] amounts;
        private final Map<Column, double[]> columns = new EnumMap<>(Column.class);
        private Basis basis = Basis.LIFETIME_FROM_ACQUISITION;
        private Measure measure = Measure.REVENUE;
        private Horizon horizon = Horizon.forever();
        private Optional<DiscountRate> discount = Optional.of(DiscountRate.none());
        private final List<String> assumptions = new ArrayList<>();
        private @Nullable Kind intervals;
        private @Nullable Interval totalInterval;
        private double acquisitionCost;

        private Builder(String model, CustomerTable customers) {
            this.model = model;
            this.customers = customers;
        }

        /**
         * Gives the value of every customer.
         *
         * @param values amounts in major units, one a row of the table; copied
         * @return this builder
         * @throws IllegalArgumentException if there are more or fewer than rows, or one is not finite, or they were
         *     given before
         * @throws ArithmeticException if one is beyond what the currency's money can hold
         */
        public Builder amounts(double[] values) {
            if (amounts != null) {
                throw new IllegalArgumentException("amounts were already set");
            }
            amounts = checked("value", values);
            double largest = 0;
            for (double amount : amounts) {
                largest = Math.max(largest, Math.abs(amount));
            }
            Money.ofRounded(largest, customers.currency());
            return this;
        }

        /**
         * Gives a column.
         *
         * @param column which one
         * @param values one a row of the table; copied
         * @return this builder
         * @throws IllegalArgumentException if there are more or fewer than rows, or one is not finite, or the column
         *     was given before
         */
        public Builder column(Column column, double[] values) {
            if (columns.putIfAbsent(column, checked(column.header(), values)) != null) {
                throw new IllegalArgumentException("column " + column.header() + " was already set");
            }
            return this;
        }

        /**
         * Gives the interval of every customer's value, whose ends become the columns {@link Column#LOW} and
         * {@link Column#HIGH}.
         *
         * @param low the lower ends, one a row of the table; copied
         * @param high the upper ends; copied
         * @param level the probability, above 0% and below 100%
         * @param of what the intervals are about
         * @return this builder
         * @throws IllegalArgumentException if there are more or fewer than rows, one is not finite, a lower end is
         *     above the upper one, the level is not in (0, 1), or they or one of the columns were given before
         */
        public Builder intervals(double[] low, double[] high, Ratio level, Interval.Of of) {
            if (intervals != null) {
                throw new IllegalArgumentException("intervals were already set");
            }
            double[] lowEnds = checked(Column.LOW.header(), low);
            double[] highEnds = checked(Column.HIGH.header(), high);
            for (int row = 0; row < lowEnds.length; row++) {
                if (lowEnds[row] > highEnds[row]) {
                    throw new IllegalArgumentException("clv_low of customer " + customers.id(row)
                            + " must not be above clv_high (" + highEnds[row] + "), but was " + lowEnds[row]);
                }
            }
            new Interval(0, 0, level, of);
            column(Column.LOW, lowEnds);
            column(Column.HIGH, highEnds);
            intervals = new Kind(level, of);
            return this;
        }

        /**
         * Gives the interval of the base's value.
         *
         * @param value the interval, in major units
         * @return this builder
         * @throws IllegalArgumentException if it was given before
         * @throws ArithmeticException if an end is beyond what the currency's money can hold
         */
        public Builder totalInterval(Interval value) {
            if (totalInterval != null) {
                throw new IllegalArgumentException("total interval was already set");
            }
            Money.ofRounded(value.low(), customers.currency());
            Money.ofRounded(value.high(), customers.currency());
            totalInterval = value;
            return this;
        }

        /**
         * Says what of the cost of acquisition is taken off the values; nothing without it.
         *
         * @param amount of all customers, unrounded, in major units
         * @return this builder
         * @throws IllegalArgumentException if it is negative or not finite
         */
        public Builder acquisitionCost(double amount) {
            if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("acquisition cost must be at least 0 and finite, but was " + amount);
            }
            acquisitionCost = amount;
            return this;
        }

        private double[] checked(String name, double[] values) {
            if (values.length != customers.size()) {
                throw new IllegalArgumentException("column " + name + " must have one cell for each of the "
                        + customers.size() + " customers, but had " + values.length);
            }
            for (int row = 0; row < values.length; row++) {
                if (!Double.isFinite(values[row])) {
                    throw new IllegalArgumentException(
                            name + " of customer " + customers.id(row) + " must be finite, but was " + values[row]);
                }
            }
            double[] copy = new double[values.length];
            // Adding zero turns -0.0 into 0.0.
            Arrays.setAll(copy, row -> values[row] + 0.0);
            return copy;
        }

        /**
         * Says which of the numbers called CLV these are.
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
         * Says how far ahead the values count.
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
            discount = Optional.of(value);
            return this;
        }

        /**
         * Says that the discount rate differs by customer, as where it is set by {@link CustomerBase#withEach}.
         *
         * @return this builder
         */
        public Builder discountOfEach() {
            discount = Optional.empty();
            return this;
        }

        /**
         * Says what the values rest on.
         *
         * @param sentence a clause that follows "assumes", without a full stop
         * @return this builder
         */
        public Builder assumption(String sentence) {
            assumptions.add(sentence);
            return this;
        }

        /**
         * Makes the values.
         *
         * @return the values
         * @throws IllegalArgumentException if no amounts were given
         * @throws ArithmeticException if their sum is beyond what the currency's money can hold
         */
        public CustomerValues build() {
            if (amounts == null) {
                throw new IllegalArgumentException("values still need: amounts");
            }
            return new CustomerValues(this, amounts);
        }
    }
}
