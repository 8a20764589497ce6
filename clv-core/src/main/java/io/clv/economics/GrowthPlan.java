package io.clv.economics;

import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Winning customers phase by phase, some of them at a loss on purpose: what cash it takes, when, and the day it turns.
 *
 * <p>Customers are won and paid for at the start of a period, with what they bring at once; the margins of those won so
 * far come at the end of each period. The cash need is the deepest that the sum of all payments so far ever falls,
 * within a period too: what must be in the bank on the first day. Nothing is discounted, because cash is not.
 *
 * <p>A phase at a loss pays back only through what comes after it: it must buy something, such as scale that lowers the
 * cost or customers who bring others, that makes the later phases better than they would have been without it. Whether
 * it does is an input here.
 */
public final class GrowthPlan {

    /**
     * A period of the plan.
     *
     * @param number 1 for the first
     * @param from its first day
     * @param phase the phase's name; empty once no customers are won any more
     * @param customers won at its start
     * @param spend paid at its start
     * @param margin received in it, at its start and at its end
     * @param balance all payments through its end, from a start at zero
     */
    public record Period(
            int number, LocalDate from, String phase, long customers, Money spend, Money margin, Money balance) {

        /**
         * What the period adds.
         *
         * @return margin - spend
         */
        public Money cashFlow() {
            return margin.minus(spend);
        }
    }

    private final ChronoUnit unit;
    private final List<GrowthPhase> phases;
    private final List<Period> periods;
    private final Money cashNeed;
    private final Optional<LocalDate> deepest;

    private GrowthPlan(ChronoUnit unit, List<GrowthPhase> phases, CashRun run) {
        this.unit = unit;
        this.phases = phases;
        periods = List.copyOf(run.periods());
        cashNeed = run.need();
        deepest = Optional.ofNullable(run.deepest());
    }

    /**
     * Starts a plan.
     *
     * @param from the first day
     * @return a builder
     */
    public static Builder startingOn(LocalDate from) {
        return new Builder(from);
    }

    /**
     * The periods.
     *
     * @return in their order, immutable
     */
    public List<Period> periods() {
        return periods;
    }

    /**
     * The cash that the plan takes: the deepest the balance ever falls.
     *
     * @return zero if it never falls below
     */
    public Money cashNeed() {
        return cashNeed;
    }

    /**
     * When the balance is at its deepest.
     *
     * @return the first day of a period, whose customers have just been paid for; empty if no cash is needed
     */
    public Optional<LocalDate> deepestOn() {
        return deepest;
    }

    /**
     * The day it turns: the first of the period from which on no period costs more than it brings.
     *
     * @return empty if the last period still does
     */
    public Optional<LocalDate> turnsOn() {
        return firstOfTail(period -> !period.cashFlow().isNegative()).map(Period::from);
    }

    /**
     * The day by which all is paid back: the last of the period from which on the balance is never below zero.
     *
     * @return empty if it is below at the end
     */
    public Optional<LocalDate> paidBackOn() {
        return firstOfTail(period -> !period.balance().isNegative()).map(this::lastDay);
    }

    private interface Good {
        boolean is(Period period);
    }

    private Optional<Period> firstOfTail(Good good) {
        Period first = null;
        for (int i = periods.size() - 1; i >= 0 && good.is(periods.get(i)); i--) {
            first = periods.get(i);
        }
        return Optional.ofNullable(first);
    }

    /**
     * The plan in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        phases.forEach(phase -> text.append(phase).append('\n'));
        text.append("cash need: ").append(cashNeed);
        deepest.ifPresent(day -> text.append(", deepest on ").append(day));
        Period last = periods.get(periods.size() - 1);
        text.append('\n')
                .append(turnsOn()
                        .map(day -> "turns on " + day + ": from then on no " + Wording.singular(unit)
                                + " costs more than it brings")
                        .orElse("does not turn: the last " + Wording.singular(unit) + " costs more than it brings"))
                .append('\n')
                .append(end(last))
                .append(" after ")
                .append(Wording.periods(last.number(), unit))
                .append('\n');
        return text.toString();
    }

    private String end(Period last) {
        Optional<Period> paidBack = firstOfTail(period -> !period.balance().isNegative());
        return paidBack.map(period -> "all is paid back by " + lastDay(period) + "; the balance is then "
                        + period.balance() + ", and " + last.balance())
                .orElse("not paid back: the balance is " + last.balance());
    }

    private LocalDate lastDay(Period period) {
        return period.from().plus(1, unit).minusDays(1);
    }

    @Override
    public String toString() {
        return "cash need " + cashNeed
                + paidBackOn().map(day -> ", paid back by " + day).orElse(", not paid back");
    }

    /** Collects the phases. Not safe to share between threads. */
    public static final class Builder {

        private final LocalDate from;
        private final List<GrowthPhase> phases = new ArrayList<>();
        private @Nullable Integer through;

        private Builder(LocalDate from) {
            this.from = from;
        }

        /**
         * Adds a phase after those before.
         *
         * @param phase whose curve has the periods and the currency of the others'
         * @return this builder
         * @throws IllegalArgumentException if its periods or its currency are others
         */
        public Builder phase(GrowthPhase phase) {
            if (!phases.isEmpty()) {
                GrowthPhase first = phases.get(0);
                Money.zero(first.cac().currency()).plus(phase.cac());
                if (phase.curve().unit() != first.curve().unit()) {
                    throw new IllegalArgumentException("phases must have periods of one length, but '" + first.name()
                            + "' counts " + Wording.singular(first.curve().unit()) + "s and '" + phase.name() + "' "
                            + Wording.singular(phase.curve().unit()) + "s");
                }
            }
            phases.add(phase);
            return this;
        }

        /**
         * Says how far the plan is looked at, beyond its phases or within them.
         *
         * @param periods how many from the start; if none is set, the phases and as long again
         * @return this builder
         * @throws IllegalArgumentException if it is not positive, beyond {@value MarginCurve#YEARS} years, or was set
         *     already
         */
        public Builder through(int periods) {
            if (through != null) {
                throw new IllegalArgumentException("through was already set to " + through);
            }
            if (periods < 1) {
                throw new IllegalArgumentException("through must be at least 1 period, but was " + periods);
            }
            through = periods;
            return this;
        }

        /**
         * Runs the plan.
         *
         * @return the plan with its periods
         * @throws IllegalArgumentException if there is no phase, or it is looked at beyond {@value MarginCurve#YEARS}
         *     years
         * @throws ArithmeticException if it comes to more than money can hold
         */
        public GrowthPlan build() {
            if (phases.isEmpty()) {
                throw new IllegalArgumentException("a growth plan still needs: a phase");
            }
            MarginCurve any = phases.get(0).curve();
            int planned = phases.stream().mapToInt(GrowthPhase::periods).reduce(0, Math::addExact);
            int length = through == null ? 2 * planned : through;
            if (length > any.lastPeriod()) {
                throw new IllegalArgumentException(
                        "a plan must be looked at for at most " + any.lastPeriod() + " periods, but was for " + length);
            }
            Currency currency = any.currency();
            return new GrowthPlan(any.unit(), List.copyOf(phases), CashRun.of(from, phases, length, currency));
        }
    }
}
