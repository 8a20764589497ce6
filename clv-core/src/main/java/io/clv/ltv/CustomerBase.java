package io.clv.ltv;

import com.google.common.collect.ImmutableSet;
import io.clv.ledger.CustomerTable;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of customers seen as profiles, so that every formula runs over it. Read off the table are, for each customer,
 * {@link Input#FREQUENCY}, {@link Input#RECENCY}, {@link Input#AGE}, {@link Input#TOTAL}, for those with a repeat
 * {@link Input#MONETARY_VALUE}, and
 *
 * <ul>
 *   <li>{@link Input#AVERAGE_ORDER_VALUE}: total / (x + 1), where a period's purchases are one order;
 *   <li>{@link Input#ORDERS}: (x + 1) / max(window, min(age, recency + window)) per the table's unit, the orders over
 *       the time a customer was active under the {@link ChurnRule}, and at least a window, as two orders in the first
 *       week would else become 104 a year;
 * </ul>
 *
 * and for the base as a whole {@link Input#CHURN} and {@link Input#LIFESPAN} = window / churn by the rule, as a single
 * customer's life is not over when the observation is. What the log cannot give, such as a margin, is set for all
 * customers by {@link #with}, or customer by customer by {@link #withEach}; that also overrides what is read off.
 *
 * <p>Churn is measured when it is asked for, so that a base which does not allow it still serves models that do not
 * need it. Immutable and safe to share between threads.
 */
public final class CustomerBase {

    private static final ImmutableSet<Input<?>> PER_CUSTOMER = ImmutableSet.of(
            Input.AVERAGE_ORDER_VALUE,
            Input.ORDERS,
            Input.FREQUENCY,
            Input.RECENCY,
            Input.AGE,
            Input.MONETARY_VALUE,
            Input.TOTAL);

    private static final ImmutableSet<Input<?>> HISTORY =
            ImmutableSet.of(Input.FREQUENCY, Input.RECENCY, Input.AGE, Input.MONETARY_VALUE, Input.TOTAL);

    private static final ImmutableSet<Input<?>> OF_THE_BASE = ImmutableSet.of(Input.CHURN, Input.LIFESPAN);

    private final CustomerTable customers;
    private final InputSheet sheet;
    private final InputColumns each;
    private final @Nullable ChurnRule given;
    private final Measured<ChurnRule> rule;
    private final Measured<ChurnCounts> churn;
    private final Set<Input<?>> inputs;

    private CustomerBase(CustomerTable customers, InputSheet sheet, InputColumns each, @Nullable ChurnRule given) {
        this.customers = customers;
        this.sheet = sheet;
        this.each = each;
        this.given = given;
        rule = new Measured<>(() -> given == null ? ChurnRule.fromGaps(customers) : given);
        churn = new Measured<>(() -> rule.get().churn(customers));
        ImmutableSet.Builder<Input<?>> all = ImmutableSet.builder();
        PER_CUSTOMER.stream().filter(input -> !sheet.hides(input)).forEach(all::add);
        OF_THE_BASE.stream().filter(input -> !sheet.hides(input)).forEach(all::add);
        inputs = all.addAll(sheet.inputs()).addAll(each.inputs()).build();
    }

    /**
     * The customers of a table, with churn by {@link ChurnRule#fromGaps} until {@link #churn} says another rule.
     *
     * @param customers the table
     * @return the base
     */
    public static CustomerBase of(CustomerTable customers) {
        return new CustomerBase(customers, new InputSheet(customers.currency(), "the base"), InputColumns.NONE, null);
    }

    /**
     * This base with a rule that says when a customer is lost.
     *
     * @param rule the rule
     * @return the base
     * @throws IllegalArgumentException if a rule was set before
     */
    public CustomerBase churn(ChurnRule rule) {
        if (given != null) {
            throw new IllegalArgumentException("churn rule was already set to " + given);
        }
        return new CustomerBase(customers, sheet, each, rule);
    }

    /**
     * This base with an input that is the same for every customer, and overrides what is read off the table: with a
     * churn or a retention the measured churn and lifespan are gone, with a revenue the orders and their value.
     *
     * @param <T> the type of the value
     * @param input the input
     * @param value its value
     * @return the base
     * @throws IllegalArgumentException if the input or an alternative of it was set before, or its currency is another
     */
    public <T> CustomerBase with(Input<T> input, T value) {
        return set(input, value);
    }

    /**
     * As {@link #with(Input, Object)}, with the input's name and text: {@code with("gross-margin", "30%")}, or with the
     * unit in the name {@code with("lifespan-years", "3")}. A bare number where money is expected is of the table's
     * currency.
     *
     * @param name the name of an input of {@link Input#builtIn}
     * @param text the text form of its value
     * @return the base
     * @throws IllegalArgumentException if there is no input of that name, the text has another form, or as
     *     {@link #with(Input, Object)}
     */
    public CustomerBase with(String name, String text) {
        NamedText found = NamedText.find("there is", Input.builtIn(), name, text);
        return set(found.input(), found.value(currency()));
    }

    private CustomerBase set(Input<?> input, Object value) {
        each.requireNoAlternativeOf(input);
        InputSheet copy = sheet.copy();
        copy.set(input, value);
        return new CustomerBase(customers, copy, each, given);
    }

    /**
     * This base with an input that differs by customer, such as a margin, a discount or a cost. It overrides what is
     * read off the table. A customer who is given no value has the one that was or will be set for all by
     * {@link #with}, or else what is read off the table, if anything.
     *
     * <pre>{@code
     * JoinedAttributes known = attributes.join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW);
     * CustomerBase base = CustomerBase.of(customers)
     *         .with("acquisition-cost", "20")
     *         .withEach(Input.ACQUISITION_COST, row -> known.money("cac", row));
     * }</pre>
     *
     * @param <T> the type of the values
     * @param input the input
     * @param byRow the value at each row of the table, asked for once, here
     * @return the base
     * @throws IllegalArgumentException if the input was set for each customer before, or an alternative of it for each
     *     or for all; or if a value's currency is another
     */
    public <T> CustomerBase withEach(Input<T> input, IntFunction<Optional<T>> byRow) {
        sheet.requireNoAlternativeOf(input);
        return new CustomerBase(customers, sheet, each.with(input, customers, byRow), given);
    }

    /**
     * This base with an input changed for every customer who has it, be it set or read off the table: what if orders
     * were a tenth more, or churn half. What was read off or measured is thereby set; what is history stays as it is.
     *
     * <pre>{@code
     * CustomerBase cheaper = base.changing(Input.GROSS_MARGIN, margin -> Ratio.of(margin.value() - 0.02));
     * }</pre>
     *
     * @param <T> the type of the values
     * @param input the input
     * @param change gives the new value for the old; money that is read off the table reaches it rounded
     * @return the base
     * @throws IllegalArgumentException if the base has no such input, it is history (frequency, recency, age, monetary
     *     value, total), it cannot be measured, or a new value is in another currency
     */
    public <T> CustomerBase changing(Input<T> input, UnaryOperator<T> change) {
        if (HISTORY.contains(input)) {
            throw new IllegalArgumentException(input + " is history and cannot be changed");
        }
        if (!inputs.contains(input)) {
            throw new IllegalArgumentException("the base has no " + input + " to change; it has "
                    + inputs.stream().map(Input::toString).collect(Collectors.joining(", ")));
        }
        InputSheet all = sheet.copy();
        if (!PER_CUSTOMER.contains(input) || sheet.has(input)) {
            get(input).ifPresent(value -> all.replace(input, change.apply(value)));
        }
        boolean byRow = each.has(input) || (PER_CUSTOMER.contains(input) && !sheet.has(input));
        InputColumns columns =
                byRow ? each.replacing(input, customers, row -> get(input, row).map(change)) : each;
        return new CustomerBase(customers, all, columns, given);
    }

    /**
     * The table.
     *
     * @return the table the base was made of
     */
    public CustomerTable customers() {
        return customers;
    }

    /**
     * How many customers there are.
     *
     * @return the number of the table's rows
     */
    public int size() {
        return customers.size();
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
     * The rule that says when a customer is lost.
     *
     * @return the rule that was set, or else the one read off the gaps between purchases
     * @throws IllegalArgumentException if none was set, and no customer has bought twice
     */
    public ChurnRule churnRule() {
        return rule.get();
    }

    /**
     * Churn as the rule counts it, whether or not a churn was set.
     *
     * @return the counts
     * @throws IllegalArgumentException if churn cannot be measured; the message says why and what helps
     */
    public ChurnCounts measuredChurn() {
        return churn.get();
    }

    /**
     * One customer.
     *
     * @param row from 0
     * @return what the base knows of the customer
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public CustomerProfile profile(int row) {
        return new CustomerProfile(currency(), new BaseRow(this, Objects.checkIndex(row, size())));
    }

    /**
     * Whether it has an input: for a customer at least, set or read off the table.
     *
     * @param input the input
     * @return true if there is something that {@link #changing} can change, unless it is history
     */
    public boolean has(Input<?> input) {
        return inputs.contains(input);
    }

    /**
     * Whether an input may differ from customer to customer: it was set by {@link #withEach}, or is read off each
     * customer. A model in columns reads such an input row by row, and any other once.
     *
     * @param input the input
     * @return false also if the base does not have it
     */
    public boolean differs(Input<?> input) {
        return each.has(input) || (PER_CUSTOMER.contains(input) && isMeasured(input));
    }

    /**
     * The value of an input at a row, as its {@link #profile} has it.
     *
     * @param <T> the type of the value
     * @param input the input
     * @param row from 0
     * @return the value, or empty if the customer has none
     * @throws IllegalArgumentException if it has to be measured on a base that does not allow it; the message says why
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public <T> Optional<T> get(Input<T> input, int row) {
        return profile(row).get(input);
    }

    /**
     * The value that an input has for all customers who have none of their own: set by {@link #with}, or measured on
     * the base as a whole.
     *
     * @param <T> the type of the value
     * @param input the input
     * @return the value, or empty if there is none, as for an input that is read off each customer
     * @throws IllegalArgumentException if it has to be measured on a base that does not allow it; the message says why
     */
    public <T> Optional<T> get(Input<T> input) {
        return common().get(input);
    }

    /** What is known of all customers alike; the inputs of one customer are there but have no value. */
    CustomerProfile common() {
        return new CustomerProfile(currency(), new BaseRow(this, BaseRow.COMMON));
    }

    /** The inputs that were set customer by customer. */
    InputColumns each() {
        return each;
    }

    double averageOrderValue(int row) {
        return customers.totalAmount(row) / (customers.frequency(row) + 1);
    }

    /** Orders per the table's unit, over the time a customer was active but at least a window. */
    double orders(int row, double window) {
        double active = Math.min(customers.age(row), customers.recency(row) + window);
        return (customers.frequency(row) + 1) / Math.max(window, active);
    }

    /** The window of inactivity in the table's unit. */
    double window() {
        return churnRule().window().in(customers.unit());
    }

    /**
     * What the inputs rest on, in words.
     *
     * @return sentences without a full stop; one says so where churn cannot be measured
     */
    public List<String> assumptions() {
        return assumptions(inputs);
    }

    /** What the inputs that were used rest on. */
    List<String> assumptions(Set<Input<?>> used) {
        return new BaseWording(this, used).sentences();
    }

    /** The inputs that were set, with their values. */
    Map<Input<?>, Object> set() {
        return sheet.values();
    }

    /** Whether an input is read off the table, for those customers at least who are not given another value. */
    boolean isMeasured(Input<?> input) {
        return (PER_CUSTOMER.contains(input) || OF_THE_BASE.contains(input))
                && !sheet.has(input)
                && !sheet.hides(input);
    }

    Set<Input<?>> inputs() {
        return inputs;
    }

    @Override
    public String toString() {
        return customers
                + (sheet.inputs().isEmpty() ? "" : ", with " + sheet.inputs())
                + (each.isEmpty() ? "" : ", with each customer's " + each.inputs());
    }
}
