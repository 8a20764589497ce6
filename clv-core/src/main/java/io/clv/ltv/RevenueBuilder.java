package io.clv.ltv;

import io.clv.quantity.Estimate;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Pace;
import java.time.temporal.ChronoUnit;
import java.util.Currency;

/**
 * What the builders of all formulas have: the revenue, and the two terminals.
 *
 * @param <B> the builder itself
 */
abstract class RevenueBuilder<B extends RevenueBuilder<B>> {

    private final Formula formula;
    private final InputSheet sheet = new InputSheet();

    RevenueBuilder(Formula formula) {
        this.formula = formula;
    }

    abstract B self();

    final <T> B set(Input<T> input, T value) {
        sheet.set(input, value);
        return self();
    }

    final B setMoney(Input<Money> input, String text) {
        return set(input, money(input, text));
    }

    final B setRate(Input<MoneyRate> input, String text, ChronoUnit unit) {
        return set(input, MoneyRate.of(money(input, text), unit));
    }

    private static Money money(Input<?> input, String text) {
        try {
            return Money.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(input + ": " + e.getMessage(), e);
        }
    }

    /** The profile of whom nothing is known but what is set here. */
    private CustomerProfile nobody() {
        // Without a currency there is no revenue either, and that is what the message must say.
        Currency currency = sheet.currency() == null ? Money.currency("USD") : sheet.currency();
        return CustomerProfile.builder(currency).build();
    }

    final Inputs alone() {
        return new Inputs(sheet, nobody());
    }

    /**
     * Sets the money of one order, on average.
     *
     * @param value the money
     * @return this builder
     * @throws IllegalArgumentException if it or a revenue was set before, or other money is in another currency
     */
    public B averageOrderValue(Money value) {
        return set(Input.AVERAGE_ORDER_VALUE, value);
    }

    /**
     * Sets the money of one order, on average.
     *
     * @param value the money as text, such as {@code "USD 50"}
     * @return this builder
     * @throws IllegalArgumentException if the text is not money, or as {@link #averageOrderValue(Money)}
     */
    public B averageOrderValue(String value) {
        return setMoney(Input.AVERAGE_ORDER_VALUE, value);
    }

    /**
     * Sets the orders per unit of time.
     *
     * @param pace such as {@code perYear(4)}
     * @return this builder
     * @throws IllegalArgumentException if it or a revenue was set before
     */
    public B orders(Pace pace) {
        return set(Input.ORDERS, pace);
    }

    /**
     * Sets the revenue per unit of time, instead of orders and their value: a subscription's price, a service's ARPU.
     *
     * @param rate the money per unit
     * @return this builder
     * @throws IllegalArgumentException if it, orders or their value were set before, or other money is in another
     *     currency
     */
    public B revenue(MoneyRate rate) {
        return set(Input.REVENUE, rate);
    }

    /**
     * Sets the revenue per unit of time, instead of orders and their value.
     *
     * @param money the money of one unit
     * @param unit days, weeks, months or years
     * @return this builder
     * @throws IllegalArgumentException as {@link #revenue(MoneyRate)}, or if the unit is another
     */
    public B revenue(Money money, ChronoUnit unit) {
        return revenue(MoneyRate.of(money, unit));
    }

    /**
     * Sets the revenue per unit of time, instead of orders and their value.
     *
     * @param money the money of one unit as text, such as {@code "USD 49"}
     * @param unit days, weeks, months or years
     * @return this builder
     * @throws IllegalArgumentException if the text is not money, or as {@link #revenue(Money, ChronoUnit)}
     */
    public B revenue(String money, ChronoUnit unit) {
        return setRate(Input.REVENUE, money, unit);
    }

    /**
     * The estimate of the inputs that were set.
     *
     * @return the estimate
     * @throws IllegalArgumentException if inputs are missing, all of which the message names, or the formula has no
     *     value at them; the message says why
     */
    public Estimate estimate() {
        return formula.estimate(sheet, nobody());
    }

    /**
     * The formula with the inputs that were set; all others come from a customer's profile. An input that is set wins
     * over the profile's.
     *
     * @return the model, which later changes of this builder do not reach
     */
    public LtvModel model() {
        return new ConfiguredFormula(formula, sheet.copy());
    }
}
