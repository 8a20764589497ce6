package io.clv.lifecycle;

import io.clv.ledger.PeriodTable;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The next one: the second car, the next phone. When each customer replaces what he bought last, from how long it took
 * those who did, with those who have not yet counted as such (censored): S(t), the share that has not replaced after t,
 * is that of Wang and Chang (1999), in which each customer counts once; where nobody replaces twice it is Kaplan and
 * Meier's. Who has waited for c is like those who had not replaced by then, {@code S(t) / S(c)}.
 *
 * <ul>
 *   <li>chance within a horizon h: {@code 1 - S(c + h) / S(c)};
 *   <li>date and its interval: the median and the outer quantiles of the outcome, given that it comes within the
 *       longest interval that was seen; the interval's level holds for the outcome and takes S for known;
 *   <li>value: what he paid last x (what replacing purchases brought / what was replaced by them, both summed).
 * </ul>
 *
 * <p>The table must hold purchases of what is replaced and nothing else, on a grid of days or months. The curve is one
 * for all customers: a customer's own rhythm and traits are not in it. It ends where too few are still watched to tell;
 * of who has waited longer nothing is said, and a chance that reaches beyond the end counts what comes before it, and
 * is too low. Immutable.
 */
public final class Replacements {

    private final PeriodTable purchases;
    private final ReplacementCurve curve;
    private final Ratio level;
    private final Span horizon;
    private final long ahead;
    private final ReplacedAmounts amounts;
    private final long medianOfReplaced;
    private final int[] ranked;
    private final Money total;
    private final int beyond;

    private Replacements(PeriodTable purchases, Span horizon, Ratio level, int fewest) {
        this.purchases = purchases;
        this.horizon = horizon;
        this.level = level;
        this.ahead = (long) Math.min(
                Integer.MAX_VALUE, Math.floor(horizon.in(purchases.grid().unit()) + 1e-9));
        ReplacementCurve.Fold fold = new ReplacementCurve.Fold();
        this.amounts = new ReplacedAmounts(purchases, fold);
        if (amounts.replaced() == 0) {
            throw new IllegalArgumentException("replacements need customers who have bought twice, but of "
                    + TriggerWording.count(purchases.customers(), "customer") + " none had");
        }
        this.curve = fold.build(fewest);
        this.medianOfReplaced = amounts.medianGap();
        double[] expected = new double[purchases.customers()];
        CompensatedSum sum = new CompensatedSum();
        int silent = 0;
        for (int row = 0; row < expected.length; row++) {
            double chance = chance(row);
            if (Double.isNaN(chance)) {
                silent++;
                expected[row] = -1;
            } else {
                expected[row] = chance * amounts.next(row);
                sum.add(expected[row]);
            }
        }
        this.beyond = silent;
        this.total = Money.ofRounded(sum.value(), purchases.currency());
        this.ranked = IntStream.range(0, expected.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -expected[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Starts a forecast.
     *
     * @param purchases of what is replaced, and nothing else
     * @return a builder
     */
    public static Builder builder(PeriodTable purchases) {
        return new Builder(purchases);
    }

    /** NaN, which stays in here, for who has waited beyond the end of the curve. */
    private double chance(int row) {
        long elapsed = elapsed(row);
        return elapsed < curve.longest() ? 1 - curve.left(elapsed + ahead) / curve.left(elapsed) : Double.NaN;
    }

    private long elapsed(int row) {
        return (long) purchases.lastPeriod() - amounts.lastPeriod(row);
    }

    /**
     * How many customers there are.
     *
     * @return at least 1
     */
    public int size() {
        return purchases.customers();
    }

    /**
     * What is to be expected of a customer.
     *
     * @param customer the place in the table
     * @return date, chance and value
     * @throws IndexOutOfBoundsException if there is no such customer
     */
    public Replacement get(int customer) {
        double tail = (1 - level.value()) / 2;
        double chance = chance(customer);
        boolean told = !Double.isNaN(chance);
        double value = amounts.next(customer);
        return new Replacement(
                purchases.id(customer),
                purchases.grid().startOf(amounts.lastPeriod(customer)),
                date(customer, 0.5),
                date(customer, tail),
                date(customer, 1 - tail),
                told ? Optional.of(Ratio.of(chance)) : Optional.empty(),
                Money.ofRounded(value, purchases.currency()),
                told ? Optional.of(Money.ofRounded(chance * value, purchases.currency())) : Optional.empty());
    }

    private Optional<LocalDate> date(int customer, double probability) {
        int gap = curve.quantile(elapsed(customer), probability);
        return gap < 0
                ? Optional.empty()
                : Optional.of(purchases.grid().startOf(Math.addExact(amounts.lastPeriod(customer), gap)));
    }

    /**
     * Who is likely to bring most within the horizon: by chance x value, equal ones by id, and those of whom nothing
     * can be told behind the others.
     *
     * @param limit how many at most
     * @return immutable
     * @throws IllegalArgumentException if the limit is negative
     */
    public List<Replacement> first(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative, but was " + limit);
        }
        return IntStream.of(ranked).limit(limit).mapToObj(this::get).toList();
    }

    /**
     * Whose date is within a window: equal dates by id.
     *
     * @param from the first day
     * @param through the last day, which belongs to it
     * @return by date, immutable
     * @throws IllegalArgumentException if the window is empty
     */
    public List<Replacement> due(LocalDate from, LocalDate through) {
        if (through.isBefore(from)) {
            throw new IllegalArgumentException(
                    "end of the window must not be before its start, " + from + ", but was " + through);
        }
        record Due(int customer, LocalDate date) {}
        return IntStream.range(0, size())
                .boxed()
                .flatMap(customer -> date(customer, 0.5)
                        .filter(date -> !date.isBefore(from) && !date.isAfter(through))
                        .map(date -> new Due(customer, date))
                        .stream())
                .sorted(Comparator.comparing(Due::date))
                .map(due -> get(due.customer()))
                .toList();
    }

    /**
     * What is to be expected within the horizon of all customers of whom something can be told: the unrounded amounts
     * summed, rounded once.
     *
     * @return the money
     */
    public Money total() {
        return total;
    }

    /**
     * How many customers have waited beyond the end of the curve, so that nothing can be told of them.
     *
     * @return 0 or more
     */
    public int beyond() {
        return beyond;
    }

    /**
     * The share of customers who have not replaced yet, after some time.
     *
     * @param periods since the purchase, of the table's grid
     * @return S(t), from 0% to 100%
     * @throws IllegalArgumentException if the number is negative
     */
    public Ratio notReplacedAfter(int periods) {
        if (periods < 0) {
            throw new IllegalArgumentException("periods must not be negative, but were " + periods);
        }
        return Ratio.of(curve.left(periods));
    }

    /**
     * When half of the customers have replaced.
     *
     * @return in periods of the table's grid; empty if more than half have not where the curve ends
     */
    public OptionalInt typicalInterval() {
        int gap = curve.firstDownTo(0.5);
        return gap < 0 ? OptionalInt.empty() : OptionalInt.of(gap);
    }

    /**
     * Where the curve ends: the longest interval after which somebody replaced while enough were still watched.
     *
     * @return in periods of the table's grid
     */
    public int longestInterval() {
        return curve.longest();
    }

    /**
     * How many purchases replaced an earlier one.
     *
     * @return at least 1
     */
    public long replaced() {
        return amounts.replaced();
    }

    /**
     * What a replacing purchase brings of what it replaces.
     *
     * @return 100% where both bring the same
     */
    public Ratio valueRatio() {
        return Ratio.of(amounts.ratio());
    }

    /**
     * What was found, in words.
     *
     * @return a few lines of English
     */
    public String explain() {
        CalendarGrid grid = purchases.grid();
        StringBuilder text = new StringBuilder();
        text.append(TriggerWording.count(amounts.replaced(), "replacement"))
                .append(" by ")
                .append(TriggerWording.count(amounts.customersWhoReplaced()))
                .append(" of ")
                .append(TriggerWording.count(size(), "customer"))
                .append(", observed through ")
                .append(purchases.observedThrough())
                .append('\n');
        OptionalInt typical = typicalInterval();
        text.append(
                        typical.isPresent()
                                ? "half have replaced after " + TriggerWording.periods(typical.getAsInt(), grid.unit())
                                : TriggerWording.percent(1 - curve.end()) + " have replaced after "
                                        + TriggerWording.periods(curve.longest(), grid.unit())
                                        + ", where too few are left to tell")
                .append(", with those who have not counted as such; of the replacements seen, half came within ")
                .append(TriggerWording.periods(medianOfReplaced, grid.unit()))
                .append('\n');
        text.append("a replacement brings ")
                .append(TriggerWording.percent(amounts.ratio()))
                .append(" of what it replaces\n")
                .append(total)
                .append(" to be expected within ")
                .append(horizon)
                .append(", each customer's chance x value\n");
        if (beyond > 0) {
            text.append(TriggerWording.count(beyond, "customer"))
                    .append(beyond == 1 ? " has" : " have")
                    .append(" waited longer than can be judged, and nothing is told of them\n");
        }
        text.append("dates are given that he replaces within ")
                .append(TriggerWording.periods(curve.longest(), grid.unit()))
                .append(", where the curve ends; ")
                .append(level)
                .append(" intervals are of the outcome\n");
        return text.append("one curve for all customers: a customer's own rhythm is not in it\n")
                .toString();
    }

    @Override
    public String toString() {
        return total + " to be expected of replacements by " + TriggerWording.count(size(), "customer") + " within "
                + horizon;
    }

    /** Collects horizon, level and the end of the curve. Not safe to share between threads. */
    public static final class Builder {

        private final PeriodTable purchases;
        private @Nullable Span horizon;
        private @Nullable Ratio level;
        private @Nullable Integer fewest;

        private Builder(PeriodTable purchases) {
            this.purchases = purchases;
        }

        /**
         * Says how far ahead chances and values count; a year if nothing is said.
         *
         * @param span taken as whole periods of the grid, at least one
         * @return this builder
         * @throws IllegalArgumentException if it is shorter than a period, or was set already
         */
        public Builder within(Span span) {
            TriggerWording.requireUnset("horizon", horizon);
            if (span.in(purchases.grid().unit()) < 1 - 1e-9) {
                throw new IllegalArgumentException("horizon must be at least "
                        + TriggerWording.periods(1, purchases.grid().unit()) + ", a period of the table, but was "
                        + span);
            }
            horizon = span;
            return this;
        }

        /**
         * Says how sure the intervals of dates are to be; 90% if nothing is said.
         *
         * @param ratio above 0% and below 100%
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder level(Ratio ratio) {
            TriggerWording.requireUnset("level", level);
            level = TriggerWording.requireLevel(ratio);
            return this;
        }

        /**
         * Says where the curve ends: where fewer customers than this have waited as long and are still watched; 10 if
         * nothing is said. With few at the end one of them decides that all replace, or none.
         *
         * @param customers at least 1
         * @return this builder
         * @throws IllegalArgumentException if it is not, or was set already
         */
        public Builder fewestWatched(int customers) {
            TriggerWording.requireUnset("fewest customers watched", fewest);
            if (customers < 1) {
                throw new IllegalArgumentException(
                        "fewest customers watched must be at least 1, but were " + customers);
            }
            fewest = customers;
            return this;
        }

        /**
         * Forecasts replacements.
         *
         * @return the replacements
         * @throws IllegalArgumentException if no customer has bought twice, too few are watched when they do, or what
         *     was replaced had not brought anything
         * @throws ArithmeticException if the total is beyond the range of money
         */
        public Replacements build() {
            return new Replacements(
                    purchases,
                    horizon == null ? Span.years(1) : horizon,
                    level == null ? Ratio.percent(90) : level,
                    fewest == null ? 10 : fewest);
        }
    }
}
