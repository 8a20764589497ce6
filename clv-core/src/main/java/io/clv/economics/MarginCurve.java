package io.clv.economics;

import io.clv.btyd.Fit;
import io.clv.btyd.TransactionModel;
import io.clv.ltv.RetentionCurve;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The margin to be expected of a customer who was won now, period by period, counting those who will have left: what
 * comes at once, m(0), then m(1), m(2) ... each at the end of its period. Immutable, and as safe to share between
 * threads as what it was made of.
 *
 * <p>It counts for {@value #YEARS} years at most, beyond which nobody plans.
 */
public final class MarginCurve {

    /** How many years a curve reaches. */
    public static final int YEARS = 100;

    private final ChronoUnit unit;
    private final Currency currency;
    private final double upfront;
    private final IntToDoubleFunction margin;
    private final String text;

    private MarginCurve(ChronoUnit unit, Currency currency, double upfront, IntToDoubleFunction margin, String text) {
        this.unit = unit;
        this.currency = currency;
        this.upfront = upfront;
        this.margin = margin;
        this.text = text;
    }

    /**
     * A steady margin of those who are still there: {@code m(k) = m S(k-1)}. Who is there at a period's start pays for
     * it, so that a churn c that stays the same leaves {@code m/c} in all.
     *
     * @param margin of a customer who is there; it converts linearly to the curve's periods
     * @param retention who is still there
     * @return the curve, in periods of the retention's
     */
    public static MarginCurve of(MoneyRate margin, RetentionCurve retention) {
        ChronoUnit unit = retention.unit();
        double each = margin.in(unit);
        return new MarginCurve(
                unit,
                margin.amount().currency(),
                0,
                period -> each * retention.survival(period - 1),
                margin + " of those who stay, " + retention);
    }

    /**
     * Margins that were planned or measured elsewhere, with who has left already in them; then nothing.
     *
     * @param unit the period: a day, week, month or year
     * @param margins m(1), m(2) ... of one currency, which may be negative
     * @return the curve
     * @throws IllegalArgumentException if there is no margin, two are of different currencies, or the unit is another
     */
    public static MarginCurve of(ChronoUnit unit, List<Money> margins) {
        Span.of(1, unit);
        if (margins.isEmpty()) {
            throw new IllegalArgumentException("a margin curve needs at least one margin, but had none");
        }
        Currency currency = margins.get(0).currency();
        margins.forEach(Money.zero(currency)::plus);
        double[] amounts = margins.stream().mapToDouble(Money::toDouble).toArray();
        return new MarginCurve(
                unit,
                currency,
                0,
                period -> period <= amounts.length ? amounts[period - 1] : 0,
                Wording.count(amounts.length, "margin") + " a customer, one a " + Wording.singular(unit)
                        + ", then nothing");
    }

    /**
     * The purchases that a fitted model expects of a newcomer, {@code m(k) = m (E[X(k)] - E[X(k-1)])}, with the margin
     * of the first purchase at once.
     *
     * @param fit of the model; its unit of time converts
     * @param perPurchase the margin of a purchase, the first one too
     * @param period the curve's period: a day, week, month or year
     * @return the curve
     * @throws IllegalArgumentException if the fit does not say its unit of time, or the period is another
     */
    public static MarginCurve of(Fit<? extends TransactionModel> fit, Money perPurchase, ChronoUnit period) {
        ChronoUnit own = fit.unit()
                .orElseThrow(() -> new IllegalArgumentException("a margin curve needs a fit that says its unit of time,"
                        + " but this one is in " + fit.unitText()));
        return of(fit.model(), own, perPurchase, period);
    }

    /**
     * As {@link #of(Fit, Money, ChronoUnit)}, of a model by its parameters.
     *
     * @param model the model
     * @param modelUnit the unit of time of its parameters
     * @param perPurchase the margin of a purchase, the first one too
     * @param period the curve's period: a day, week, month or year
     * @return the curve
     * @throws IllegalArgumentException if a unit is none of days, weeks, months, years
     */
    public static MarginCurve of(TransactionModel model, ChronoUnit modelUnit, Money perPurchase, ChronoUnit period) {
        Span.of(1, period);
        double each = perPurchase.toDouble();
        return new MarginCurve(
                period,
                perPurchase.currency(),
                each,
                k -> each * (expected(model, modelUnit, k, period) - expected(model, modelUnit, k - 1, period)),
                perPurchase + " a purchase, the first at once, as many as the " + model.name() + " model expects");
    }

    private static double expected(TransactionModel model, ChronoUnit modelUnit, int periods, ChronoUnit period) {
        return periods == 0
                ? 0
                : model.expectedTransactionsOfNewCustomer(
                        Span.of(periods, period).in(modelUnit));
    }

    /**
     * The curve with more at once, such as the margin of a first order or a fee to set up; negative for what a newcomer
     * costs at once beyond the cost of acquisition.
     *
     * @param money how much more
     * @return the curve with it
     * @throws IllegalArgumentException if it is of another currency
     */
    public MarginCurve upfront(Money money) {
        Money.zero(currency).plus(money);
        return new MarginCurve(
                unit, currency, upfront + money.toDouble(), margin, text + ", and " + money + " at once");
    }

    /**
     * The length of its periods.
     *
     * @return days, weeks, months or years
     */
    public ChronoUnit unit() {
        return unit;
    }

    /**
     * The currency of its margins.
     *
     * @return the currency
     */
    public Currency currency() {
        return currency;
    }

    /**
     * The margin to be expected in a period.
     *
     * @param period 0 for what comes at once, 1 for the first period
     * @return the amount in major units, unrounded
     * @throws IllegalArgumentException if the period is negative, or beyond {@value #YEARS} years
     * @throws ArithmeticException if what the curve was made of gives no finite number there
     */
    public double margin(int period) {
        requirePeriods("period", period);
        return period == 0 ? upfront : checked(period);
    }

    private double checked(int period) {
        double amount = margin.applyAsDouble(period);
        if (!Double.isFinite(amount)) {
            throw new ArithmeticException("margin of period " + period + " must be finite, but was " + amount);
        }
        return amount;
    }

    /**
     * The margin to be expected through the end of a period, with what comes at once.
     *
     * @param periods how many
     * @param discount what waiting takes off; a margin waits until the end of its period
     * @return the amount in major units, unrounded
     * @throws IllegalArgumentException if the number is negative, or beyond {@value #YEARS} years
     */
    public double cumulative(int periods, DiscountRate discount) {
        requirePeriods("number of periods", periods);
        CompensatedSum sum = new CompensatedSum();
        for (int period = 0; period <= periods; period++) {
            sum.add(present(period, discount));
        }
        return sum.value();
    }

    /** What the margin of a period is worth now. */
    double present(int period, DiscountRate discount) {
        double amount = period == 0 ? upfront : checked(period);
        return amount == 0 ? 0 : amount * discount.factor(Span.of(period, unit));
    }

    /** The last period that counts. */
    int lastPeriod() {
        return (int) Math.ceil(Span.years(YEARS).in(unit));
    }

    private void requirePeriods(String name, int periods) {
        if (periods < 0 || periods > lastPeriod()) {
            throw new IllegalArgumentException(
                    name + " must be between 0 and " + lastPeriod() + ", but was " + periods);
        }
    }

    /** "USD 50.00 per month of those who stay, 94% per month". */
    @Override
    public String toString() {
        return text;
    }
}
