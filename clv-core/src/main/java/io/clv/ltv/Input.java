package io.clv.ltv;

import io.clv.quantity.DiscountRate;
import io.clv.quantity.GrowthRate;
import io.clv.quantity.Horizon;
import io.clv.quantity.LossRate;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Pace;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.Currency;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A typed key of a {@link CustomerProfile}: a name for configuration and command lines ({@code average-order-value}),
 * the same in words for messages ({@code average order value}), and how its value is read from text.
 *
 * <p>A model of your own may need what is not here: make an input with {@link #of} and keep it in a constant, because
 * an input is equal to itself only.
 *
 * @param <T> the type of its values
 */
public final class Input<T> {

    /** Stands first, as the inputs below are checked against it. */
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Money of one order, on average. */
    public static final Input<Money> AVERAGE_ORDER_VALUE = priced("average-order-value", Money::parse);

    /** Orders per unit of time. */
    public static final Input<Pace> ORDERS = of("orders", Pace::parse);

    /** Revenue per unit of time, instead of orders and their value: a subscription's price, a service's ARPU. */
    public static final Input<MoneyRate> REVENUE = priced("revenue", MoneyRate::parse);

    /** How long a customer stays. */
    public static final Input<Span> LIFESPAN = of("lifespan", Span::parse);

    /** The share of customers lost per unit of time. */
    public static final Input<LossRate> CHURN = of("churn", LossRate::parse);

    /** The share of customers kept, period by period. */
    public static final Input<RetentionCurve> RETENTION = of("retention", RetentionCurve::parse);

    /** What is left of revenue after the cost of what was sold. */
    public static final Input<Ratio> GROSS_MARGIN = of("gross-margin", Ratio::parse);

    /** What an active customer costs per unit of time, beside the goods: support, hosting. */
    public static final Input<MoneyRate> COST_TO_SERVE = priced("cost-to-serve", MoneyRate::parse);

    /** What is spent per unit of time to keep an active customer. */
    public static final Input<MoneyRate> RETENTION_SPEND = priced("retention-spend", MoneyRate::parse);

    /** What it cost to win the customer, once. */
    public static final Input<Money> ACQUISITION_COST = priced("acquisition-cost", Money::parse);

    /** What waiting takes off money. */
    public static final Input<DiscountRate> DISCOUNT = of("discount", DiscountRate::parse);

    /** How far ahead value is counted. */
    public static final Input<Horizon> HORIZON = of("horizon", Horizon::parse);

    /** At which moment of a period its payment counts. */
    public static final Input<DiscountConvention> CONVENTION = of("convention", DiscountConvention::parse);

    /** The growth of the price, compounding; negative for a contraction. */
    public static final Input<GrowthRate> EXPANSION = of("expansion", GrowthRate::parse);

    /** What is added to a period's payment per unit of time, the same amount each time; negative for a contraction. */
    public static final Input<MoneyRate> LINEAR_EXPANSION = priced("linear-expansion", MoneyRate::parse);

    /** The growth rate of the textbook shortcut {@code a/(c - g)}. */
    public static final Input<GrowthRate> SHORTCUT_EXPANSION = of("shortcut-expansion", GrowthRate::parse);

    /** The length of a term that is paid at its start, and at whose end alone a customer can leave. */
    public static final Input<Span> PREPAID_TERM = of("prepaid-term", Span::parse);

    /** The goods that a paid term delivers. */
    public static final Input<Deliveries> DELIVERIES = new Input<>("deliveries", Deliveries::parse);

    /** x: the number of periods with a purchase, after the first. */
    public static final Input<Integer> FREQUENCY = of("frequency", Input::wholeNumber);

    /** From the first purchase to the last. */
    public static final Input<Span> RECENCY = of("recency", Span::parse);

    /** From the first purchase to the end of the observation. */
    public static final Input<Span> AGE = of("age", Span::parse);

    /** Money of a period with a purchase after the first, on average; a customer with one such period only has none. */
    public static final Input<Money> MONETARY_VALUE = priced("monetary-value", Money::parse);

    /** All that the customer has paid up to the end of the observation. */
    public static final Input<Money> TOTAL = priced("total", Money::parse);

    private static final List<Input<?>> BUILT_IN = List.of(
            AVERAGE_ORDER_VALUE,
            ORDERS,
            REVENUE,
            LIFESPAN,
            CHURN,
            RETENTION,
            GROSS_MARGIN,
            COST_TO_SERVE,
            RETENTION_SPEND,
            ACQUISITION_COST,
            DISCOUNT,
            HORIZON,
            CONVENTION,
            EXPANSION,
            LINEAR_EXPANSION,
            SHORTCUT_EXPANSION,
            PREPAID_TERM,
            DELIVERIES,
            FREQUENCY,
            RECENCY,
            AGE,
            MONETARY_VALUE,
            TOTAL);

    private final String name;
    private final BiFunction<String, Currency, T> reader;

    private Input(String name, BiFunction<String, Currency, T> reader) {
        if (!KEBAB_CASE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "input name must be lower-case words joined by '-', as in 'gross-margin', but was '" + name + "'");
        }
        this.name = name;
        this.reader = reader;
    }

    /**
     * A new input.
     *
     * @param <T> the type of its values
     * @param name lower-case words joined by '-'
     * @param parser how its value is read from text; throws {@link IllegalArgumentException} for bad text
     * @return the input
     * @throws IllegalArgumentException if the name has another form
     */
    public static <T> Input<T> of(String name, Function<String, T> parser) {
        return new Input<>(name, (text, currency) -> parser.apply(text));
    }

    /**
     * The inputs of this package, in the order in which lists show them.
     *
     * @return all of them
     */
    public static List<Input<?>> builtIn() {
        return BUILT_IN;
    }

    /** An input whose text may leave the currency out. */
    private static <T> Input<T> priced(String name, Function<String, T> parser) {
        return new Input<>(name, (text, currency) -> parser.apply(PricedText.complete(text, currency)));
    }

    private static Integer wholeNumber(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number, but was '" + text + "'", e);
        }
    }

    /**
     * Reads a value. Where money is expected, a bare number is of the currency given.
     *
     * @param text the text form of the value
     * @param currency the currency of bare numbers
     * @return the value
     * @throws IllegalArgumentException if the text has another form
     */
    public T parse(String text, Currency currency) {
        try {
            return reader.apply(text, currency);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw new IllegalArgumentException(message.startsWith(this + " ") ? message : this + ": " + message, e);
        }
    }

    /**
     * The name, for configuration and command lines.
     *
     * @return such as "average-order-value"
     */
    public String name() {
        return name;
    }

    /** The name in words, such as "average order value". */
    @Override
    public String toString() {
        return name.replace('-', ' ');
    }
}
