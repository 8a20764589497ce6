package io.clv.economics;

import io.clv.numerics.CompensatedSum;
import io.clv.quantity.DiscountRate;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * An amount paid back in equal instalments, each at the end of its period, with interest on what is still owed:
 * {@code A = P i / (1 - (1 + i)^-n)}, or P/n without interest. Immutable.
 *
 * <p>The schedule is exact money. Interest is rounded half to even each period, every instalment is the rounded A, and
 * the last takes what rounding has left, so that the principal repaid sums to the amount to the cent. Without interest
 * the amount is shared out so that no two instalments differ by more than a cent.
 */
public final class InstalmentPlan {

    /** Beyond this many periods nobody plans. */
    public static final int MOST_INSTALMENTS = 1200;

    /**
     * One instalment.
     *
     * @param number from 1
     * @param opening what is owed before it
     * @param interest of the period
     * @param principal what of the instalment pays back the amount
     * @param payment the instalment: interest and principal
     * @param closing what is owed after it
     */
    public record Instalment(
            int number, Money opening, Money interest, Money principal, Money payment, Money closing) {}

    private final Money amount;
    private final ChronoUnit unit;
    private final Ratio interest;
    private final List<Instalment> schedule;

    private InstalmentPlan(Money amount, ChronoUnit unit, Ratio interest, List<Instalment> schedule) {
        this.amount = amount;
        this.unit = unit;
        this.interest = interest;
        this.schedule = List.copyOf(schedule);
    }

    /**
     * A plan.
     *
     * @param amount what is owed at the start, after a payment on account
     * @param instalments how many, from 1 to {@value #MOST_INSTALMENTS}
     * @param unit the time between two: a day, week, month or year
     * @param interest per period, 0% for none
     * @return the plan
     * @throws IllegalArgumentException if the amount is not above zero, the number out of range, the interest not
     *     between 0% and 100%, the unit another, or the amount too small to be shared out
     */
    public static InstalmentPlan of(Money amount, int instalments, ChronoUnit unit, Ratio interest) {
        Span.of(1, unit);
        if (amount.isZero() || amount.isNegative()) {
            throw new IllegalArgumentException("amount of an instalment plan must be above zero, but was " + amount);
        }
        requireInstalments(instalments);
        requireInterest(interest);
        if (amount.minorUnits() < instalments) {
            throw new IllegalArgumentException(
                    amount + " must give at least a minor unit an instalment, but there were " + instalments);
        }
        return new InstalmentPlan(amount, unit, interest, schedule(amount, instalments, interest));
    }

    static void requireInstalments(int instalments) {
        if (instalments < 1 || instalments > MOST_INSTALMENTS) {
            throw new IllegalArgumentException(
                    "number of instalments must be between 1 and " + MOST_INSTALMENTS + ", but was " + instalments);
        }
    }

    static void requireInterest(Ratio interest) {
        if (interest.value() < 0 || interest.value() > 1) {
            throw new IllegalArgumentException("interest must be between 0% and 100% a period, but was " + interest);
        }
    }

    /** A of an amount of 1, not rounded. */
    static double annuity(int instalments, Ratio interest) {
        double rate = interest.value();
        return rate == 0 ? 1.0 / instalments : -rate / Math.expm1(-instalments * Math.log1p(rate));
    }

    private static List<Instalment> schedule(Money amount, int instalments, Ratio interest) {
        List<Money> equal = amount.allocate(instalments);
        Money level = Money.ofRounded(amount.toDouble() * annuity(instalments, interest), amount.currency());
        List<Instalment> rows = new ArrayList<>();
        Money owed = amount;
        for (int number = 1; number <= instalments; number++) {
            Money charge = owed.times(interest, RoundingMode.HALF_EVEN);
            Money principal = number == instalments
                    ? owed
                    : interest.value() == 0 ? equal.get(number - 1) : least(level.minus(charge), owed);
            Money rest = owed.minus(principal);
            rows.add(new Instalment(number, owed, charge, principal, principal.plus(charge), rest));
            owed = rest;
        }
        return rows;
    }

    /** Of an amount of a few cents, rounded instalments may pay back all before the last. */
    private static Money least(Money a, Money b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /**
     * What is owed at the start.
     *
     * @return the amount
     */
    public Money amount() {
        return amount;
    }

    /**
     * The instalments, exact to the cent.
     *
     * @return in the order in which they are due, immutable
     */
    public List<Instalment> schedule() {
        return schedule;
    }

    /**
     * The instalment that is due most of the time.
     *
     * @return the first
     */
    public Money payment() {
        return schedule.get(0).payment();
    }

    /**
     * All interest.
     *
     * @return the instalments less the amount
     */
    public Money totalInterest() {
        return schedule.stream().map(Instalment::interest).reduce(Money.zero(amount.currency()), Money::plus);
    }

    /**
     * What the plan is worth to who grants it. Instalment k is paid by those who have not defaulted, S(k); who defaults
     * at k pays nothing from then on, and of what was then owed 1 - LGD is recovered at that time: {@code sum (S(k) A_k
     * + (S(k-1) - S(k)) (1 - LGD) owed_k) d(k)}.
     *
     * @param risk of default
     * @param discount what waiting takes off
     * @return the value of the plan
     */
    public Worth worth(CreditRisk risk, DiscountRate discount) {
        CompensatedSum present = new CompensatedSum();
        CompensatedSum promised = new CompensatedSum();
        double before = 1;
        for (Instalment each : schedule) {
            Span time = Span.of(each.number(), unit);
            double paying = risk.paying(time);
            double factor = discount.factor(time);
            double recovered =
                    (1 - risk.lossGivenDefault().value()) * each.opening().toDouble();
            present.add((paying * each.payment().toDouble() + (before - paying) * recovered) * factor);
            promised.add(each.payment().toDouble() * factor);
            before = paying;
        }
        return new Worth(
                this,
                risk,
                discount,
                Money.ofRounded(promised.value(), amount.currency()),
                Money.ofRounded(present.value(), amount.currency()));
    }

    /**
     * A plan's present value.
     *
     * @param plan the plan
     * @param risk of default
     * @param discount what waiting takes off
     * @param promised the present value if everybody paid
     * @param expected the present value with those who default
     */
    public record Worth(InstalmentPlan plan, CreditRisk risk, DiscountRate discount, Money promised, Money expected) {

        /**
         * What defaults take off.
         *
         * @return promised - expected; below zero only where what is recovered early outweighs what is lost
         */
        public Money lossToDefault() {
            return promised.minus(expected);
        }

        /**
         * What granting the plan costs against being paid at once.
         *
         * @return amount - expected; negative where the interest earns more than waiting and defaults take
         */
        public Money cost() {
            return plan.amount.minus(expected);
        }

        /**
         * The plan and its value in words.
         *
         * @return a few lines of English
         */
        public String explain() {
            return plan + "\n" + "in present value: " + promised + " promised, " + expected + " to be expected, "
                    + lossToDefault() + " lost to default\n" + costText() + "\n" + risk + ", "
                    + (discount.isNone() ? "not discounted" : "discounted at " + discount)
                    + "; who defaults pays nothing more, but for what is recovered at that time\n";
        }

        private String costText() {
            return cost().isNegative()
                    ? "it earns " + cost().negated() + " against being paid at once"
                    : "it costs " + cost() + " against being paid at once";
        }
    }

    /** "USD 1200.00 in 12 instalments of USD 106.62, one a month, interest 1% a month, USD 79.42 in all". */
    @Override
    public String toString() {
        String each = Wording.singular(unit);
        return amount + " in " + Wording.count(schedule.size(), "instalment") + " of " + payment() + ", one a " + each
                + (interest.value() == 0
                        ? ", without interest"
                        : ", interest " + interest + " a " + each + ", " + totalInterest() + " in all");
    }
}
