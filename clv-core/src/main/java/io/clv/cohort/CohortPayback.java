package io.clv.cohort;

import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/**
 * When each cohort had paid for its acquisition: the first age by the end of which the margin a customer has brought,
 * gross margin x {@link CohortTable#cumulativeRevenuePerCustomer}, is the cost of acquiring him or more. It is what
 * happened, counted over all customers of a cohort whether they stayed or not, and not discounted.
 *
 * <p>A cohort that has not paid back by its last whole period has not done so yet; before its first period is over
 * nothing can be said, and neither can it where the cost is not known. A period that is observed in part can show that
 * a cohort has paid back, and not that it has not.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class CohortPayback {

    /** What is left of two figures that are equal but for rounding. */
    private static final double ROUNDING = 1e-12;

    private final Ratio grossMargin;
    private final String period;
    private final List<Line> lines;
    private final Optional<Line> all;

    private CohortPayback(Ratio grossMargin, String period, List<Line> lines, Optional<Line> all) {
        this.grossMargin = grossMargin;
        this.period = period;
        this.lines = List.copyOf(lines);
        this.all = all;
    }

    /** Whether a cohort has paid for its acquisition. */
    public enum Status {

        /** It has. */
        PAID_BACK,

        /** Not by the end of its last whole period. */
        NOT_YET,

        /** Its cost is not known, or none of its periods is over. */
        CANNOT_SAY
    }

    /**
     * One cohort.
     *
     * @param cohort its label; "all" for that of all cohorts
     * @param customers how many came
     * @param cost what each cost to acquire, on average for all cohorts; empty if it is not known
     * @param status whether the cohort has paid back
     * @param age at which it had; empty if it has not, or nothing can be said
     * @param observedThrough the last age that was seen to its end, by some at least; -1 if there is none
     * @param basis of how many customers the margin at the age of payback was seen, or else at the last age
     * @param margin what a customer has brought by the end of the age of payback, or else of the last age that was seen
     *     to its end, in major units; 0 if there is none
     */
    public record Line(
            String cohort,
            int customers,
            Optional<Money> cost,
            Status status,
            OptionalInt age,
            int observedThrough,
            int basis,
            double margin) {}

    /**
     * What became of the cohorts by an age.
     *
     * @param paidBack those that had paid back by the end of it
     * @param not those that had not
     * @param cannotSay those that are too young to tell, or whose cost is not known
     */
    public record Within(int paidBack, int not, int cannotSay) {}

    static CohortPayback of(CohortTable cohorts, Ratio grossMargin, Function<String, Optional<Money>> costs) {
        if (grossMargin.value() < 0 || grossMargin.value() > 1) {
            throw new IllegalArgumentException("gross margin must be between 0% and 100%, but was " + grossMargin);
        }
        List<Line> lines = new ArrayList<>();
        for (int each = 0; each < cohorts.size(); each++) {
            int row = each;
            Optional<Money> cost = costs.apply(cohorts.label(row));
            cost.ifPresent(known -> requireCost(known, cohorts));
            lines.add(line(
                    cohorts.label(row),
                    cohorts.customers(row),
                    cost,
                    cohorts.lastAge(row),
                    age -> cohorts.observed(row, age) > 0,
                    age -> cohorts.seen(row, age),
                    age -> grossMargin.value()
                            * cohorts.cumulativeRevenuePerCustomer(row, age).orElse(0)));
        }
        return new CohortPayback(grossMargin, cohorts.period(), lines, all(cohorts, grossMargin, lines));
    }

    private static void requireCost(Money cost, CohortTable cohorts) {
        if (!cost.currency().equals(cohorts.currency())) {
            throw new IllegalArgumentException(
                    "cost of acquisition must be in " + cohorts.currency() + ", the log's currency, but was " + cost);
        }
        if (cost.isNegative()) {
            throw new IllegalArgumentException("cost of acquisition must not be negative, but was " + cost);
        }
    }

    private static Line line(
            String label,
            int customers,
            Optional<Money> cost,
            int lastAge,
            IntPredicate isOver,
            IntUnaryOperator basis,
            IntToDoubleFunction margin) {
        int over = lastAge;
        while (over >= 0 && !isOver.test(over)) {
            over--;
        }
        OptionalInt paid = OptionalInt.empty();
        if (cost.isPresent()) {
            double enough = cost.get().toDouble() * (1 - ROUNDING);
            for (int age = 0; paid.isEmpty() && age <= lastAge; age++) {
                paid = margin.applyAsDouble(age) >= enough ? OptionalInt.of(age) : paid;
            }
        }
        Status status =
                paid.isPresent() ? Status.PAID_BACK : cost.isEmpty() || over < 0 ? Status.CANNOT_SAY : Status.NOT_YET;
        int at = paid.orElse(over);
        return new Line(
                label,
                customers,
                cost,
                status,
                paid,
                over,
                at < 0 ? 0 : basis.applyAsInt(at),
                at < 0 ? 0 : margin.applyAsDouble(at));
    }

    /** All cohorts by the average curve, if every cost is known. */
    private static Optional<Line> all(CohortTable cohorts, Ratio grossMargin, List<Line> lines) {
        long customers = 0;
        double cost = 0;
        for (Line line : lines) {
            if (line.cost().isEmpty() && line.customers() > 0) {
                return Optional.empty();
            }
            customers += line.customers();
            cost += line.cost().map(Money::toDouble).orElse(0.0) * line.customers();
        }
        if (customers == 0) {
            return Optional.empty();
        }
        List<CohortTable.Average> averages = cohorts.averages();
        return Optional.of(line(
                "all",
                Math.toIntExact(customers),
                Optional.of(Money.ofRounded(cost / customers, cohorts.currency())),
                averages.size() - 1,
                age -> true,
                age -> (int) averages.get(age).customers(),
                age -> grossMargin.value() * averages.get(age).cumulativeRevenuePerCustomer()));
    }

    /**
     * The share of revenue that is margin.
     *
     * @return from 0% to 100%
     */
    public Ratio grossMargin() {
        return grossMargin;
    }

    /**
     * The cohorts.
     *
     * @return a line each, in their order
     */
    public List<Line> lines() {
        return lines;
    }

    /**
     * All cohorts by {@link CohortTable#averages}, at their average cost.
     *
     * @return empty if a cost is not known, or there is no customer
     */
    public Optional<Line> all() {
        return all;
    }

    /**
     * How many cohorts had paid back by an age.
     *
     * @param age from 0
     * @return three counts that sum to the number of cohorts
     */
    public Within within(int age) {
        int paidBack = 0;
        int not = 0;
        for (Line line : lines) {
            boolean paid = line.age().isPresent() && line.age().getAsInt() <= age;
            boolean known = line.age().isPresent() || (line.cost().isPresent() && line.observedThrough() >= age);
            paidBack += paid ? 1 : 0;
            not += known && !paid ? 1 : 0;
        }
        return new Within(paidBack, not, lines.size() - paidBack - not);
    }

    /**
     * The outcome of each cohort in words.
     *
     * @return lines that end in a line feed
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        Wording.line(
                text,
                "payback of the cost of acquisition by a gross margin of " + grossMargin
                        + " of revenue, not discounted, counted over all who came");
        lines.forEach(line -> Wording.line(text, line.cohort() + ": " + describe(line)));
        all.ifPresent(line -> Wording.line(text, "all on average: " + describe(line)));
        return text.toString();
    }

    /**
     * The outcome of a cohort in words.
     *
     * @param line one of this
     * @return a clause without a full stop
     */
    public String describe(Line line) {
        if (line.cost().isEmpty()) {
            return "cannot be said, its cost of acquisition is not known";
        }
        Money cost = line.cost().get();
        Money margin = Money.ofRounded(line.margin(), cost.currency());
        String basis = line.basis() < line.customers()
                ? ", as seen of " + Wording.count(line.basis()) + " of " + Wording.count(line.customers(), "customer")
                : "";
        return switch (line.status()) {
            case PAID_BACK ->
                "paid back in " + period + " " + line.age().orElse(0) + ", by which a customer brought " + margin
                        + " for " + cost + basis;
            case NOT_YET ->
                "not paid back by the end of " + period + " " + line.observedThrough()
                        + ", by which a customer brought " + margin + " of " + cost + basis;
            case CANNOT_SAY -> "cannot be said, no " + period + " is over yet";
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CohortPayback payback
                && grossMargin.equals(payback.grossMargin)
                && period.equals(payback.period)
                && lines.equals(payback.lines)
                && all.equals(payback.all);
    }

    @Override
    public int hashCode() {
        return Objects.hash(grossMargin, period, lines);
    }

    @Override
    public String toString() {
        return lines.stream().filter(line -> line.status() == Status.PAID_BACK).count() + " of " + lines.size()
                + " cohorts paid back at a gross margin of " + grossMargin;
    }
}
