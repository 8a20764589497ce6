package io.clv.cohort;

import io.clv.ledger.Groups;
import io.clv.ledger.PeriodTable;
import io.clv.numerics.InverseNormal;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.MoneyRate;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Before and after: one period beside the same season of a later year, and whether what changed is more than noise.
 *
 * <pre>{@code
 * PeriodComparison comparison = PeriodComparison.builder(
 *                 ledger.periods(observedThrough, CalendarGrid.days(), RefundPolicy.REJECT))
 *         .before(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 5, 31))
 *         .after(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 5, 31))
 *         .regular(3, Span.days(90))
 *         .compare();
 * }</pre>
 *
 * <p>Noise is what comes of customers who act each by himself: some come, some stay away. Of sales, purchases, active
 * and new customers the test flips the two periods of each customer at random, as if nothing but chance had decided
 * what he did in which (Fisher 1935); a customer's purchases stay together, so that a base in which few buy often has
 * the wide noise that it has. Intervals are of the mean, {@code difference +- z sqrt(sum of squared differences)} over
 * customers, those of ratios by the derivatives of the logarithm. The share of newcomers who became regulars is tested
 * by Fisher's exact test, with Newcombe's interval (1998). What moves all customers at once, such as weather or a
 * holiday that falls elsewhere, is no noise in this sense; it is told apart from the change by a control group only.
 *
 * <p>Without a control group the comparison finds an association and says so. With one it finds the effect of the
 * change on those who had it ({@link Effect}), under an assumption that it names.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class PeriodComparison {

    private final PeriodFigures before;
    private final PeriodFigures after;
    private final Map<PeriodMeasure, Change> changes;
    private final Map<PeriodMeasure, Effect> effects;
    private final String explanation;

    private PeriodComparison(Builder builder, Season from, Season to) {
        ComparisonFold fold = new ComparisonFold(builder.table, from, to, builder.regular, builder.control);
        this.before = figures(builder, fold, from, ComparisonFold.BEFORE, builder.costsBefore);
        this.after = figures(builder, fold, to, ComparisonFold.AFTER, builder.costsAfter);
        this.changes = changes(builder, fold);
        this.effects = effects(builder, fold);
        this.explanation =
                new ComparisonWording(this, builder.table, builder.seed, fold).text(builder.regular, builder.control);
    }

    private static PeriodFigures figures(Builder builder, ComparisonFold fold, Season season, int period, Costs costs) {
        return new PeriodFigures(
                season.from(),
                season.through(),
                fold.sales.toMoney(period, builder.table.currency(), "the sales of " + season),
                fold.purchases[period],
                fold.active[period],
                fold.newcomers[period],
                fold.observed[period],
                fold.regulars[period],
                Optional.ofNullable(costs.acquisition),
                Optional.ofNullable(costs.service));
    }

    private Map<PeriodMeasure, Change> changes(Builder builder, ComparisonFold fold) {
        Map<PeriodMeasure, Change> found = new EnumMap<>(PeriodMeasure.class);
        double scale = lengthRatio();
        fold.all.forEach((measure, sums) -> {
            // A longer period does not have so many more customers who buy at all.
            if (scale == 1 || measure != PeriodMeasure.ACTIVE_CUSTOMERS) {
                found.put(measure, sums.change(measure, unit(builder, measure), scale, builder.level, builder.seed));
            }
        });
        if (before.newCustomersObserved() > 0 && after.newCustomersObserved() > 0) {
            TwoShares shares = new TwoShares(
                    before.regulars(), before.newCustomersObserved(), after.regulars(), after.newCustomersObserved());
            found.put(PeriodMeasure.REGULARS, shares.change(PeriodMeasure.REGULARS, builder.level));
        }
        return found;
    }

    /** Minor units in which a measure is summed up. */
    private static double unit(Builder builder, PeriodMeasure measure) {
        return measure == PeriodMeasure.SALES
                ? Math.pow(10, builder.table.currency().getDefaultFractionDigits())
                : 1;
    }

    private static Map<PeriodMeasure, Effect> effects(Builder builder, ComparisonFold fold) {
        Map<PeriodMeasure, Effect> found = new EnumMap<>(PeriodMeasure.class);
        if (builder.control != null) {
            fold.treated.forEach((measure, treated) -> {
                PairedSums control = fold.control.get(measure);
                if (control != null && treated.hasRatio() && control.hasRatio()) {
                    found.put(measure, effect(measure, treated, control, unit(builder, measure), builder.level));
                }
            });
        }
        return found;
    }

    private static Effect effect(
            PeriodMeasure measure, PairedSums treated, PairedSums control, double unit, Ratio level) {
        double log = Math.log(treated.after() / treated.before()) - Math.log(control.after() / control.before());
        double error = Math.sqrt(treated.varianceOfLogRatio() + control.varianceOfLogRatio());
        double margin = InverseNormal.at(0.5 + level.value() / 2) * error;
        return new Effect(
                measure,
                treated.before() / unit,
                treated.after() / unit,
                control.before() / unit,
                control.after() / unit,
                Math.expm1(log),
                new Interval(Math.expm1(log - margin), Math.expm1(log + margin), level, Interval.Of.MEAN),
                (treated.after() - treated.before() * control.after() / control.before()) / unit,
                PairedSums.normal(log, error));
    }

    /**
     * Compares two periods of a log.
     *
     * @param days customers by calendar day
     * @return a builder, which needs the two periods
     * @throws IllegalArgumentException if the table is of other periods
     */
    public static Builder builder(PeriodTable days) {
        return new Builder(days);
    }

    /**
     * What happened in the earlier period.
     *
     * @return counts, and exact sums
     */
    public PeriodFigures before() {
        return before;
    }

    /**
     * What happened in the later period.
     *
     * @return counts, and exact sums
     */
    public PeriodFigures after() {
        return after;
    }

    /**
     * How many times as long the later period is, by which the figures of the earlier one are multiplied in
     * {@link #changes()}.
     *
     * @return 1 for periods of one season, even if one has a leap day
     */
    public double lengthRatio() {
        return new Season(before.from(), before.through()).recursIn(new Season(after.from(), after.through()))
                ? 1
                : (double) after.days() / before.days();
    }

    /**
     * What changed, and whether it is more than noise. The active customers are missing where periods differ in length,
     * because their number does not grow with it; regulars where nobody was observed long enough, or no rule was given.
     *
     * @return by measure, in the order of {@link PeriodMeasure}
     */
    public List<Change> changes() {
        return List.copyOf(changes.values());
    }

    /**
     * How a measure changed.
     *
     * @param measure what is compared
     * @return empty if it was not compared
     */
    public Optional<Change> change(PeriodMeasure measure) {
        return Optional.ofNullable(changes.get(measure));
    }

    /**
     * What the change did to those who had it, where a control group was given. A measure is missing where either group
     * has none of it in either period; regulars always.
     *
     * @return by measure, in the order of {@link PeriodMeasure}; empty without a control group
     */
    public List<Effect> effects() {
        return List.copyOf(effects.values());
    }

    /**
     * The effect on a measure.
     *
     * @param measure what is compared
     * @return empty if there is no control group, or nothing to take a ratio of
     */
    public Optional<Effect> effect(PeriodMeasure measure) {
        return Optional.ofNullable(effects.get(measure));
    }

    /**
     * The comparison in words.
     *
     * @return lines that end in a line feed
     */
    public String explain() {
        return explanation;
    }

    @Override
    public String toString() {
        return before + " against " + after + ", " + changes.size() + " measures compared";
    }

    /** What was spent in a period. */
    private static final class Costs {
        private @Nullable Money acquisition;
        private @Nullable Money service;
    }

    /** Says what is compared; each option is set once. */
    public static final class Builder {

        private final PeriodTable table;
        private final Costs costsBefore = new Costs();
        private final Costs costsAfter = new Costs();
        private @Nullable Season before;
        private @Nullable Season after;
        private @Nullable RegularRule regular;
        private @Nullable ControlGroups control;
        private @Nullable MoneyRate serviceRateBefore;
        private @Nullable MoneyRate serviceRateAfter;
        private boolean anySeason;
        private Ratio level = Ratio.percent(95);
        private long seed = 1;

        private Builder(PeriodTable table) {
            if (table.grid().unit() != ChronoUnit.DAYS) {
                throw new IllegalArgumentException("periods of the table must be days, but were " + table.grid());
            }
            this.table = table;
        }

        /**
         * The earlier period.
         *
         * @param from its first date
         * @param through its last date
         * @return this
         * @throws IllegalArgumentException if the dates are not in this order, or it was set before
         */
        public Builder before(LocalDate from, LocalDate through) {
            requireUnset("period before", before);
            before = Season.of("period before", from, through);
            return this;
        }

        /**
         * The later period.
         *
         * @param from its first date
         * @param through its last date
         * @return this
         * @throws IllegalArgumentException if the dates are not in this order, or it was set before
         */
        public Builder after(LocalDate from, LocalDate through) {
            requireUnset("period after", after);
            after = Season.of("period after", from, through);
            return this;
        }

        private static void requireUnset(String name, @Nullable Object value) {
            if (value != null) {
                throw new IllegalArgumentException(name + " was already set to " + value);
            }
        }

        /**
         * Compares periods of different seasons, or of different length, all the same. Where lengths differ the earlier
         * period's figures are multiplied by their ratio.
         *
         * @return this
         */
        public Builder anySeason() {
            anySeason = true;
            return this;
        }

        /**
         * Who became a regular.
         *
         * @param purchases so many days with a purchase, the first included
         * @param within so long after the first; newcomers who were observed for less are not judged
         * @return this
         * @throws IllegalArgumentException if that is fewer than 2 purchases, or less than a day, or was set before
         */
        public Builder regular(int purchases, Span within) {
            requireUnset("regular", regular);
            regular = new RegularRule(purchases, within);
            return this;
        }

        /**
         * What was spent on acquiring customers.
         *
         * @param inBefore in the earlier period, not negative
         * @param inAfter in the later period, not negative
         * @return this
         * @throws IllegalArgumentException if an amount is negative or of another currency, or they were set before
         */
        public Builder acquisitionCost(Money inBefore, Money inAfter) {
            requireUnset("acquisition cost", costsBefore.acquisition);
            costsBefore.acquisition = requireCost("acquisition cost", inBefore);
            costsAfter.acquisition = requireCost("acquisition cost", inAfter);
            return this;
        }

        /**
         * What was spent on serving customers.
         *
         * @param inBefore in the earlier period, not negative
         * @param inAfter in the later period, not negative
         * @return this
         * @throws IllegalArgumentException if an amount is negative or of another currency, or they were set before
         */
        public Builder serviceCost(Money inBefore, Money inAfter) {
            requireUnset("service cost", costsBefore.service == null ? serviceRateBefore : costsBefore.service);
            costsBefore.service = requireCost("service cost", inBefore);
            costsAfter.service = requireCost("service cost", inAfter);
            return this;
        }

        /**
         * What serving all customers cost over time; a month is 30.436875 days.
         *
         * @param inBefore in the earlier period, not negative
         * @param inAfter in the later period, not negative
         * @return this
         * @throws IllegalArgumentException if an amount is negative or of another currency, or they were set before
         */
        public Builder serviceCost(MoneyRate inBefore, MoneyRate inAfter) {
            requireUnset("service cost", costsBefore.service == null ? serviceRateBefore : costsBefore.service);
            requireCost("service cost", inBefore.amount());
            requireCost("service cost", inAfter.amount());
            serviceRateBefore = inBefore;
            serviceRateAfter = inAfter;
            return this;
        }

        private Money requireCost(String name, Money cost) {
            if (!cost.currency().equals(table.currency())) {
                throw new IllegalArgumentException(
                        name + " must be in " + table.currency() + ", the log's currency, but was " + cost);
            }
            if (cost.isNegative()) {
                throw new IllegalArgumentException(name + " must not be negative, but was " + cost);
            }
            return cost;
        }

        /**
         * Who had the change and who had not.
         *
         * @param groups one for each customer of the table
         * @param treated the label of those who had it
         * @param control the label of those who had not
         * @return this
         * @throws IllegalArgumentException if the groups are not one a customer, a label is none of theirs, the two are
         *     one, or they were set before
         */
        public Builder control(Groups groups, String treated, String control) {
            requireUnset("control", this.control == null ? null : this.control.controlLabel());
            if (groups.size() != table.customers()) {
                throw new IllegalArgumentException("groups must be one for each of the " + table.customers()
                        + " customers of the table, but were " + groups.size());
            }
            this.control = ControlGroups.of(groups, treated, control);
            return this;
        }

        /**
         * How sure to be.
         *
         * @param level of intervals, 95% if it is not set; a change is more than noise if p is below the rest
         * @return this
         * @throws IllegalArgumentException if the level is not between 0% and 100%, both excluded
         */
        public Builder level(Ratio level) {
            this.level = new Interval(0, 0, level, Interval.Of.MEAN).level();
            return this;
        }

        /**
         * Which random flips are drawn.
         *
         * @param seed any number, 1 if it is not set
         * @return this
         */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /**
         * Compares the periods.
         *
         * @return the comparison
         * @throws IllegalArgumentException if a period is missing, they overlap or are not in order, the later one is
         *     not observed to its end, the log begins after the earlier one ends, or they are of different seasons and
         *     {@link #anySeason()} was not said
         * @throws ArithmeticException if the sales of a period are beyond the range of money
         */
        public PeriodComparison compare() {
            if (before == null || after == null) {
                throw new IllegalArgumentException("the comparison still needs: "
                        + (before == null ? "the period before" : "")
                        + (before == null && after == null ? ", " : "")
                        + (after == null ? "the period after" : ""));
            }
            Season from = before;
            Season to = after;
            requireOrder(from, to);
            if (!anySeason && !from.recursIn(to)) {
                Season expected =
                        from.later(Math.max(1, to.from().getYear() - from.from().getYear()));
                throw new IllegalArgumentException("period after must be of the same season as that before, " + from
                        + ", as " + expected + " is, but was " + to + "; anySeason() compares them all the same");
            }
            if (serviceRateBefore != null && serviceRateAfter != null) {
                costsBefore.service = over(serviceRateBefore, from);
                costsAfter.service = over(serviceRateAfter, to);
            }
            return new PeriodComparison(this, from, to);
        }

        private void requireOrder(Season from, Season to) {
            if (!to.from().isAfter(from.through())) {
                throw new IllegalArgumentException("period after must begin after that before has ended, on "
                        + from.through() + ", but begins on " + to.from());
            }
            if (to.through().isAfter(table.observedThrough())) {
                throw new IllegalArgumentException("period after must be observed to its end, " + to.through()
                        + ", but the log is observed through " + table.observedThrough());
            }
            LocalDate begin = table.grid().startOf(table.firstPeriod());
            if (begin.isAfter(from.through())) {
                throw new IllegalArgumentException("period before must not end before the log begins, on " + begin
                        + ", but ends on " + from.through());
            }
        }

        private static Money over(MoneyRate rate, Season season) {
            return Money.ofRounded(
                    rate.in(ChronoUnit.DAYS) * season.days(), rate.amount().currency());
        }
    }
}
