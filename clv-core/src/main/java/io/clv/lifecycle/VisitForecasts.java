package io.clv.lifecycle;

import io.clv.btyd.Histories;
import io.clv.btyd.NextPurchases;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.PeriodTable;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * When every customer of a base is to be expected next, in columns that stand in the rows of its table: by a model, by
 * the customer's own rhythm or by usage, and where one has nothing to say by another.
 *
 * <pre>{@code
 * VisitForecasts visits = VisitForecasts.byUsage(customers, row -> Optional.ofNullable(cars.get(customers.id(row))), year, percent(80))
 *         .orElse(VisitForecasts.byModel(fit.model(), customers, year, percent(80)));
 * }</pre>
 *
 * <p>Dates lie after the end of observation and up to the horizon. The expected date and the interval of a model or a
 * rhythm are quantiles given that the visit comes within the horizon, which it does with the chance shown beside them:
 * see {@link NextPurchases}, which states why. The chance is never P(alive). Immutable and safe to share between
 * threads.
 */
public final class VisitForecasts {

    private final CustomerTable customers;
    private final LocalDate through;
    private final Ratio level;
    private final List<VisitColumns> sources;
    /** Which source a row's forecast is of; the last one if it has none. */
    private final byte[] chosen;

    private VisitForecasts(CustomerTable customers, LocalDate through, Ratio level, List<VisitColumns> sources) {
        this.customers = customers;
        this.through = through;
        this.level = level;
        this.sources = sources;
        chosen = new byte[customers.size()];
        for (int row = 0; row < chosen.length; row++) {
            int source = 0;
            while (source < sources.size() - 1 && !sources.get(source).has(row)) {
                source++;
            }
            chosen[row] = (byte) source;
        }
    }

    /**
     * Forecasts by a model, on the calling thread.
     *
     * @param model the model, in the time unit of the table
     * @param customers the base
     * @param horizon how far ahead
     * @param level the probability of the intervals, such as {@code percent(80)}
     * @return a forecast for every row
     * @throws IllegalArgumentException if the horizon is not from a day to 100 years, the level not between 0% and
     *     100%, or the model refuses a customer
     */
    public static VisitForecasts byModel(TransactionModel model, CustomerTable customers, Span horizon, Ratio level) {
        return byModel(model, customers, horizon, level, Parallelism.sequential());
    }

    /**
     * Forecasts by a model. On a grid other than of days dates are as coarse as its periods.
     *
     * @param model the model, in the time unit of the table
     * @param customers the base
     * @param horizon how far ahead
     * @param level the probability of the intervals, such as {@code percent(80)}
     * @param parallelism the threads; the result does not depend on them
     * @return a forecast for every row
     * @throws IllegalArgumentException if the horizon is not from a day to 100 years, the level not between 0% and
     *     100%, or the model refuses a customer
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static VisitForecasts byModel(
            TransactionModel model, CustomerTable customers, Span horizon, Ratio level, Parallelism parallelism) {
        int days = days(horizon);
        DateRange.requireLevel(level);
        return byNext(
                NextPurchases.within(model, Histories.of(customers), horizon.in(customers.unit()), parallelism),
                customers,
                days,
                level);
    }

    /**
     * Forecasts by each customer's own model, such as one with covariates gives it.
     *
     * @param modelOfRow the model of a row's customer, in the time unit of the table
     * @param customers the base
     * @param horizon how far ahead
     * @param level the probability of the intervals, such as {@code percent(80)}
     * @param parallelism the threads; the result does not depend on them
     * @return a forecast for every row
     * @throws IllegalArgumentException as with one model for all
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static VisitForecasts byModel(
            IntFunction<? extends TransactionModel> modelOfRow,
            CustomerTable customers,
            Span horizon,
            Ratio level,
            Parallelism parallelism) {
        int days = days(horizon);
        DateRange.requireLevel(level);
        return byNext(
                NextPurchases.within(modelOfRow, Histories.of(customers), horizon.in(customers.unit()), parallelism),
                customers,
                days,
                level);
    }

    private static VisitForecasts byNext(NextPurchases next, CustomerTable customers, int days, Ratio level) {
        return of(customers, days, level, ModelVisits.of(next, customers, days, level));
    }

    /**
     * Forecasts by the gaps between each customer's own visits, for those who have enough of them. The logarithm of the
     * next gap is normal around the mean of the logarithms of the customer's n own gaps, with the variance s^2 (1 +
     * 1/n), where s^2 is pooled over the base: the sum of squares within customers by its degrees of freedom. The days
     * of silence up to the end of observation are taken into account; who has been silent for longer than 99% of such
     * gaps has left his rhythm and gets no forecast. The chance holds if the customer goes on as before: nobody leaves
     * in this picture.
     *
     * @param days the visits by day, of the same log and end of observation as the table
     * @param customers the base
     * @param gaps how many gaps a rhythm needs; at least 2, and 4 is a fair choice
     * @param horizon how far ahead
     * @param level the probability of the intervals, such as {@code percent(80)}
     * @return a forecast for the rows with a rhythm
     * @throws IllegalArgumentException if the visits are not by day or of other customers, the gaps are below 2, nobody
     *     has two gaps, the horizon is not from a day to 100 years, or the level not between 0% and 100%
     */
    public static VisitForecasts byRhythm(
            PeriodTable days, CustomerTable customers, int gaps, Span horizon, Ratio level) {
        requireDays(days, customers);
        if (gaps < 2) {
            throw new IllegalArgumentException("gaps of a rhythm must be at least 2, but were " + gaps);
        }
        int length = days(horizon);
        DateRange.requireLevel(level);
        return of(customers, length, level, new RhythmVisits(days, gaps).forecasts(customers, length, level));
    }

    /**
     * Forecasts by what customers use up, for those of whom it is known: a service that is due, or was due by the end
     * of observation, is expected on the day after it at the earliest.
     *
     * @param customers the base
     * @param usageOfRow the usage of a row's customer; empty if it is not known; asked for once, here
     * @param horizon how far ahead
     * @param level the probability of the intervals, such as {@code percent(80)}
     * @return a forecast for the rows with a service that is due up to the horizon
     * @throws IllegalArgumentException if the horizon is not from a day to 100 years, or the level not between 0% and
     *     100%
     */
    public static VisitForecasts byUsage(
            CustomerTable customers, IntFunction<Optional<Usage>> usageOfRow, Span horizon, Ratio level) {
        int length = days(horizon);
        DateRange.requireLevel(level);
        return of(customers, length, level, UsageVisits.of(usageOfRow, customers, length, level));
    }

    private static VisitForecasts of(CustomerTable customers, int days, Ratio level, VisitColumns visits) {
        return new VisitForecasts(customers, customers.observedThrough().plusDays(days), level, List.of(visits));
    }

    private static int days(Span horizon) {
        double days = Math.floor(horizon.in(ChronoUnit.DAYS));
        if (days < 1 || days > ContactRules.LONGEST_DAYS) {
            throw new IllegalArgumentException("horizon must be from 1 day to 100 years, but was " + horizon);
        }
        return (int) days;
    }

    /** Refuses visits that are not those of the table, by day. */
    static void requireDays(PeriodTable days, CustomerTable customers) {
        requireByDay(days);
        boolean same =
                days.customers() == customers.size() && days.observedThrough().equals(customers.observedThrough());
        for (int row = 0; same && row < customers.size(); row++) {
            same = days.id(row).equals(customers.id(row));
        }
        if (!same) {
            throw new IllegalArgumentException(
                    "visits by day must be of the customers of the table, " + customers + ", but were of " + days);
        }
    }

    static void requireByDay(PeriodTable days) {
        if (days.grid().unit() != ChronoUnit.DAYS) {
            throw new IllegalArgumentException(
                    "visits must be by day, " + CalendarGrid.days() + ", but were in " + days.grid());
        }
    }

    /**
     * These forecasts, and where there is none those of another source.
     *
     * @param other forecasts of the same table, horizon and level
     * @return the forecasts of both
     * @throws IllegalArgumentException if table, horizon or level differ
     */
    public VisitForecasts orElse(VisitForecasts other) {
        if (!customers.equals(other.customers)) {
            throw new IllegalArgumentException(
                    "forecasts must be of one table, but were of " + customers + " and of " + other.customers);
        }
        if (!through.equals(other.through) || !level.equals(other.level)) {
            throw new IllegalArgumentException("forecasts must be of one horizon and level, but were through " + through
                    + " at " + level + " and through " + other.through + " at " + other.level);
        }
        List<VisitColumns> both = new ArrayList<>(sources);
        both.addAll(other.sources);
        return new VisitForecasts(customers, through, level, List.copyOf(both));
    }

    /**
     * The customers.
     *
     * @return the table in whose rows the forecasts stand
     */
    public CustomerTable customers() {
        return customers;
    }

    /**
     * The end of the horizon.
     *
     * @return the last date on which a visit is forecast
     */
    public LocalDate through() {
        return through;
    }

    /**
     * The probability of the intervals.
     *
     * @return above 0% and below 100%
     */
    public Ratio level() {
        return level;
    }

    /**
     * How many customers there are, with a forecast or without.
     *
     * @return the rows of the table
     */
    public int size() {
        return chosen.length;
    }

    /**
     * How many customers have a forecast of a source.
     *
     * @param source the source
     * @return 0 or more
     */
    public int count(VisitForecast.Source source) {
        int count = 0;
        for (int row = 0; row < chosen.length; row++) {
            count += has(row) && columns(row).source == source ? 1 : 0;
        }
        return count;
    }

    /**
     * Whether a customer has a forecast.
     *
     * @param row from 0
     * @return false if no source has anything to say
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public boolean has(int row) {
        return columns(row).has(row);
    }

    /**
     * A customer's forecast.
     *
     * @param row from 0
     * @return the forecast; empty if no source has anything to say, with {@link #absence} for the reason
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Optional<VisitForecast> forecast(int row) {
        VisitColumns visits = columns(row);
        if (!visits.has(row)) {
            return Optional.empty();
        }
        Optional<DateRange> interval = visits.latest[row] == VisitColumns.NONE
                ? Optional.empty()
                : Optional.of(new DateRange(date(visits.earliest[row]), date(visits.latest[row]), level));
        return Optional.of(new VisitForecast(
                customers.id(row),
                visits.source,
                date(visits.expected[row]),
                interval,
                visits.chance[row] == VisitColumns.UNKNOWN
                        ? Optional.empty()
                        : Optional.of(Ratio.of(visits.chance[row])),
                visits.words(row)));
    }

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    /**
     * Why a customer has no forecast.
     *
     * @param row from 0
     * @return the reason, by the last source that was asked; empty if there is a forecast
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Optional<String> absence(int row) {
        return has(row) ? Optional.empty() : Optional.of(columns(row).words(row));
    }

    /** The columns that a row's forecast is in. */
    VisitColumns columns(int row) {
        return sources.get(chosen[Objects.checkIndex(row, chosen.length)]);
    }

    /** As in "946 of 2,357 customers have a forecast through 1998-09-30: 900 by model, 46 by usage". */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int all = 0;
        for (VisitForecast.Source source : VisitForecast.Source.values()) {
            int count = count(source);
            all += count;
            if (count > 0) {
                text.append(text.isEmpty() ? ": " : ", ")
                        .append(PlanWording.count(count))
                        .append(" by ")
                        .append(source.label());
            }
        }
        return PlanWording.count(all) + " of " + PlanWording.count(size(), "customer") + " have a forecast through "
                + through + text;
    }
}
