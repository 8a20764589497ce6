package io.clv.economics;

import io.clv.numerics.CompensatedSum;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.util.Optional;

/**
 * When a customer has paid back what it cost to win him: the end of the first period through which the expected margin,
 * weighted by who is still there and discounted if asked, has come to the cost, to the minor unit. It may be never.
 *
 * <p>The usual rule, cost / margin of a period, takes nobody to leave; it is given beside and named {@link #naive()}.
 * With a cost of 900, a margin of 50 a month and 6% churn a month it says 18 months, where the lifetime margin tops out
 * at 50 / 0.06 = 833 and the cost is never paid back.
 */
public final class Payback {

    private final Money cac;
    private final MarginCurve curve;
    private final DiscountRate discount;
    private final int periods;
    private final double lifetime;
    private final boolean settled;

    private Payback(
            Money cac, MarginCurve curve, DiscountRate discount, int periods, double lifetime, boolean settled) {
        this.cac = cac;
        this.curve = curve;
        this.discount = discount;
        this.periods = periods;
        this.lifetime = lifetime;
        this.settled = settled;
    }

    /**
     * Undiscounted.
     *
     * @param cac the loaded cost of acquisition of a customer, not negative
     * @param curve the margin to be expected of him
     * @return when it is paid back
     * @throws IllegalArgumentException if the cost is negative, or the currencies differ
     */
    public static Payback of(Money cac, MarginCurve curve) {
        return of(cac, curve, DiscountRate.none());
    }

    /**
     * Discounted.
     *
     * @param cac the loaded cost of acquisition of a customer, not negative
     * @param curve the margin to be expected of him
     * @param discount what waiting takes off; a margin waits until the end of its period
     * @return when it is paid back
     * @throws IllegalArgumentException if the cost is negative, or the currencies differ
     * @throws ArithmeticException if the margins come to more than money can hold
     */
    public static Payback of(Money cac, MarginCurve curve, DiscountRate discount) {
        requireCost(cac, curve);
        CompensatedSum sum = new CompensatedSum();
        int last = curve.lastPeriod();
        int paidBack = -1;
        double latest = 0;
        for (int period = 0; period <= last; period++) {
            latest = curve.present(period, discount);
            sum.add(latest);
            if (paidBack < 0 && reaches(sum.value(), cac)) {
                paidBack = period;
            }
        }
        // A last period that would not add half a minor unit if it came as often again adds nothing more.
        boolean settled =
                Math.abs(latest) * last < Money.ofMinor(1, cac.currency()).toDouble() / 2;
        Money.ofRounded(sum.value(), cac.currency());
        return new Payback(cac, curve, discount, paidBack, sum.value(), settled);
    }

    /** Refuses a negative cost, or one in another currency than the margin's. */
    static void requireCost(Money cac, MarginCurve curve) {
        if (cac.compareTo(Money.zero(curve.currency())) < 0) {
            throw new IllegalArgumentException("CAC must not be negative, but was " + cac);
        }
    }

    private static boolean reaches(double margin, Money cac) {
        return margin >= cac.toDouble()
                || Money.ofRounded(margin, cac.currency()).compareTo(cac) >= 0;
    }

    /**
     * Whether the cost is not paid back in {@value MarginCurve#YEARS} years.
     *
     * @return true if {@link #time()} is empty
     */
    public boolean isNever() {
        return periods < 0;
    }

    /**
     * How long it takes, in whole periods of the curve.
     *
     * @return zero if what comes at once is enough; empty if it is never
     */
    public Optional<Span> time() {
        return isNever() ? Optional.empty() : Optional.of(Span.of(periods, curve.unit()));
    }

    /**
     * What CAC / margin says, as if nobody left and nothing were discounted: (CAC - what comes at once) / margin of the
     * first period.
     *
     * @return in periods of the curve, not rounded up; empty if the first period brings nothing
     */
    public Optional<Span> naive() {
        double first = curve.margin(1);
        double open = Math.max(0, cac.toDouble() - curve.margin(0));
        return first > 0 && Double.isFinite(open / first)
                ? Optional.of(Span.of(open / first, curve.unit()))
                : Optional.empty();
    }

    /**
     * The cost that is to be paid back.
     *
     * @return the loaded cost of acquisition of a customer
     */
    public Money cac() {
        return cac;
    }

    /**
     * All the margin to be expected of a customer, discounted as asked.
     *
     * @return what {@value MarginCurve#YEARS} years bring
     */
    public Money lifetimeMargin() {
        return Money.ofRounded(lifetime, cac.currency());
    }

    /**
     * The lifetime margin less the cost.
     *
     * @return negative where it is never paid back
     */
    public Money net() {
        return Money.ofRounded(lifetime - cac.toDouble(), cac.currency());
    }

    /**
     * What is still to be paid back after some periods.
     *
     * @param after how many periods
     * @return the cost less the margin so far; negative once it is paid back
     * @throws IllegalArgumentException if the number is negative, or beyond {@value MarginCurve#YEARS} years
     */
    public Money open(int after) {
        return Money.ofRounded(cac.toDouble() - curve.cumulative(after, discount), cac.currency());
    }

    /**
     * The payback in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        String whole = settled
                ? "the lifetime margin tops out at " + lifetimeMargin()
                : "the margin comes to " + lifetimeMargin() + " in " + MarginCurve.YEARS + " years";
        String head =
                isNever() ? cac + " is never paid back: " + whole : cac + " is paid back " + when() + "; " + whole;
        return head + '\n' + naiveLine() + "margin: " + curve + '\n'
                + (discount.isNone() ? "not discounted\n" : "discounted at " + discount + '\n');
    }

    private String when() {
        return periods == 0 ? "at once" : "after " + Wording.periods(periods, curve.unit());
    }

    private String naiveLine() {
        String unit = Wording.singular(curve.unit());
        String rule = curve.margin(0) == 0 ? "CAC / margin" : "(CAC - what comes at once) / margin";
        return naive().map(span -> "naive: " + Wording.number(span.length()) + " " + unit + "s, " + rule
                        + ", as if nobody ever left\n")
                .orElse("naive: " + rule + " says nothing, as the first " + unit + " brings none\n");
    }

    @Override
    public String toString() {
        return isNever() ? "never" : when();
    }
}
