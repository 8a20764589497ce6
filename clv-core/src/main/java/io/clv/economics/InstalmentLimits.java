package io.clv.economics;

import io.clv.numerics.CompensatedSum;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The terms that a customer can be granted. What granting a plan costs against being paid at once, {@code P c(n)}, must
 * not be above what he is worth: {@code c(n) = 1 - a(n)}, a the present value of an amount of 1 repaid in n instalments
 * with defaults counted ({@link InstalmentPlan#worth}). And an instalment must not be above what he can pay, which his
 * value does not say. Amounts of the schedule are rounded to the cent, limits are of unrounded ones.
 *
 * @param value what the customer is worth, as profit; at zero or below nothing is carried that costs anything
 * @param risk of default
 * @param discount what waiting takes off
 * @param interest per period, 0% for none
 * @param unit the time between two instalments
 */
public record InstalmentLimits(Money value, CreditRisk risk, DiscountRate discount, Ratio interest, ChronoUnit unit) {

    /**
     * Checks the interest and the unit.
     *
     * @param value what the customer is worth
     * @param risk of default
     * @param discount what waiting takes off
     * @param interest per period
     * @param unit the time between two instalments
     * @throws IllegalArgumentException if the interest is not between 0% and 100%, or the unit none of days, weeks,
     *     months, years
     */
    public InstalmentLimits {
        InstalmentPlan.requireInterest(interest);
        Span.of(1, unit);
    }

    /**
     * What granting an amount of 1 costs against being paid at once.
     *
     * @param instalments how many
     * @return below zero where the interest earns more than waiting and defaults take
     * @throws IllegalArgumentException if the number is not from 1 to {@value InstalmentPlan#MOST_INSTALMENTS}
     */
    public double unitCost(int instalments) {
        InstalmentPlan.requireInstalments(instalments);
        double payment = InstalmentPlan.annuity(instalments, interest);
        CompensatedSum present = new CompensatedSum();
        double owed = 1;
        double before = 1;
        for (int k = 1; k <= instalments; k++) {
            Span time = Span.of(k, unit);
            double paying = risk.paying(time);
            double recovered = (1 - risk.lossGivenDefault().value()) * owed;
            present.add((paying * payment + (before - paying) * recovered) * discount.factor(time));
            owed += owed * interest.value() - payment;
            before = paying;
        }
        return 1 - present.value();
    }

    /**
     * The largest amount whose cost the customer's value carries.
     *
     * @param instalments how many
     * @return V / c(n), rounded down; empty where the plan costs nothing, so that value sets no limit
     * @throws IllegalArgumentException if the number is not from 1 to {@value InstalmentPlan#MOST_INSTALMENTS}
     */
    public Optional<Money> largestAmount(int instalments) {
        double cost = unitCost(instalments);
        if (isFree(cost)) {
            return Optional.empty();
        }
        if (value.isNegative()) {
            return Optional.of(Money.zero(value.currency()));
        }
        double largest = value.toDouble() / cost;
        int digits = value.currency().getDefaultFractionDigits();
        return largest < Long.MAX_VALUE / 1e4
                ? Optional.of(Money.of(new BigDecimal(largest).setScale(digits, RoundingMode.DOWN), value.currency()))
                : Optional.empty();
    }

    /** Rounding must not turn a plan that costs nothing into a limit of billions. */
    private static boolean isFree(double cost) {
        return cost <= 1e-12;
    }

    /**
     * The longest plan whose cost the customer's value carries.
     *
     * @param amount what is owed at the start
     * @param most instalments that are ever granted
     * @return the largest number up to most such that it and all shorter plans are carried; empty if not even one is
     * @throws IllegalArgumentException if the amount is not above zero or of another currency, or most is not from 1 to
     *     {@value InstalmentPlan#MOST_INSTALMENTS}
     */
    public OptionalInt longestTerm(Money amount, int most) {
        requireAmount(amount);
        InstalmentPlan.requireInstalments(most);
        int longest = 0;
        while (longest < most && isCarried(amount, longest + 1)) {
            longest++;
        }
        return longest == 0 ? OptionalInt.empty() : OptionalInt.of(longest);
    }

    private boolean isCarried(Money amount, int instalments) {
        double cost = unitCost(instalments);
        return isFree(cost) || amount.toDouble() * cost <= value.toDouble();
    }

    /**
     * The shortest plan whose instalments the customer can pay.
     *
     * @param amount what is owed at the start
     * @param payable the most he can pay each period
     * @return empty where even {@value InstalmentPlan#MOST_INSTALMENTS} instalments are too much, as where interest
     *     alone is
     * @throws IllegalArgumentException if the amount or what is payable is not above zero, or of another currency
     */
    public OptionalInt shortestTerm(Money amount, Money payable) {
        requireAmount(amount);
        value.plus(payable);
        if (payable.isZero() || payable.isNegative()) {
            throw new IllegalArgumentException("what a customer can pay must be above zero, but was " + payable);
        }
        for (int n = 1; n <= InstalmentPlan.MOST_INSTALMENTS; n++) {
            double payment = amount.toDouble() * InstalmentPlan.annuity(n, interest);
            if (Money.ofRounded(payment, amount.currency()).compareTo(payable) <= 0) {
                return OptionalInt.of(n);
            }
        }
        return OptionalInt.empty();
    }

    private void requireAmount(Money amount) {
        value.plus(amount);
        if (amount.isZero() || amount.isNegative()) {
            throw new IllegalArgumentException("amount of an instalment plan must be above zero, but was " + amount);
        }
    }

    /**
     * What can be granted for an amount, in words.
     *
     * @param amount what is owed at the start
     * @param payable the most the customer can pay each period
     * @param most instalments that are ever granted
     * @return a few lines of English
     * @throws IllegalArgumentException as the look-ups do
     */
    public String explain(Money amount, Money payable, int most) {
        OptionalInt shortest = shortestTerm(amount, payable);
        OptionalInt longest = longestTerm(amount, most);
        String first = shortest.isEmpty()
                ? "at " + payable + " a " + Wording.singular(unit) + " " + amount + " is never paid back"
                : "to pay at most " + payable + " a " + Wording.singular(unit) + ", the customer needs at least "
                        + Wording.count(shortest.getAsInt(), "instalment");
        String second = longest.isEmpty()
                ? "a value of " + value + " does not carry " + amount + " even in 1 instalment"
                : "a value of " + value + " carries up to " + Wording.count(longest.getAsInt(), "instalment")
                        + (longest.getAsInt() == most ? ", the most that are granted" : "");
        return first + '\n' + second + '\n' + verdict(shortest, longest) + "value says what he buys, " + risk
                + " whether he pays; both are needed\n";
    }

    private static String verdict(OptionalInt shortest, OptionalInt longest) {
        if (shortest.isEmpty() || longest.isEmpty() || shortest.getAsInt() > longest.getAsInt()) {
            return "no plan fits both\n";
        }
        return shortest.getAsInt() == longest.getAsInt()
                ? "grant " + Wording.count(longest.getAsInt(), "instalment") + "\n"
                : "grant " + shortest.getAsInt() + " to " + Wording.count(longest.getAsInt(), "instalment") + "\n";
    }
}
