package io.clv.scenario;

import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * How many orders are to come, period by period, and how far that may be missed: percentiles over futures that are
 * equally likely, and the day on which a capacity is passed.
 *
 * <pre>{@code
 * OrderForecast forecast = OrderForecast.over(CalendarGrid.days(), 365)
 *         .buying(FuturePurchases.of(posterior))
 *         .customers(customers)
 *         .newcomers(Inflow.of(perDay(40)).growing(percent(5).growthPer(MONTHS)).doubted(percent(10)))
 *         .season(SeasonalIndex.ofWeek(1.2, 1.1, 1, 1, 1.2, 0.9, 0.6))
 *         .forecast();
 * long ready = forecast.orders(30, percent(95));
 * Optional<LocalDate> early = forecast.dayPassed(5_000).day(percent(5));
 * }</pre>
 *
 * <p>Orders of known customers and of newcomers are drawn by a model ({@link io.clv.btyd.FuturePurchases}) or by a
 * plain {@link OrderRate}; a newcomer's coming is an order. Season, newcomers, overdispersion and the doubt about
 * parameters are given or left out, and {@link #assumptions} names what is left out: each of them makes the true range
 * wider.
 *
 * <p>A percentile p of n futures is the kth smallest with {@code k = floor((n + 1) p)}, above one half the kth largest
 * with {@code k = floor((n + 1) (1 - p))}. Percentiles of periods do not add up to those of their sum; {@link #total}
 * and {@link #dayPassed} go future by future. An accessor given a period that is not from 0 to {@link #periods()} - 1
 * throws {@link IndexOutOfBoundsException}. Immutable.
 */
public final class OrderForecast {

    /** Whose orders they are. */
    public enum Part {
        /** Orders of customers who are known today. */
        KNOWN("known customers"),
        /** First orders: a newcomer's coming. */
        FIRST("first orders of newcomers"),
        /** Later orders of newcomers. */
        AGAIN("later orders of newcomers");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        /**
         * The part in words.
         *
         * @return a few words, in English
         */
        public String label() {
            return label;
        }
    }

    private final OrderCalendar calendar;
    private final DrawnOrders orders;
    private final int futures;
    private final List<String> assumptions;

    OrderForecast(OrderCalendar calendar, DrawnOrders orders, int futures, List<String> assumptions) {
        this.calendar = calendar;
        this.orders = orders;
        this.futures = futures;
        this.assumptions = List.copyOf(assumptions);
    }

    /**
     * Starts a forecast.
     *
     * @param grid the periods: days, weeks, months or years
     * @param periods how many, the first being that of the first day
     * @return a builder
     * @throws IllegalArgumentException if there is no period, or the last ends after 100 years
     */
    public static OrderForecastBuilder over(CalendarGrid grid, int periods) {
        return new OrderForecastBuilder(grid, periods);
    }

    /**
     * The periods.
     *
     * @return the grid
     */
    public CalendarGrid grid() {
        return calendar.grid();
    }

    /**
     * How many periods there are.
     *
     * @return 1 or more
     */
    public int periods() {
        return calendar.periods();
    }

    /**
     * The first day of a period.
     *
     * @param period from 0
     * @return that of the calendar, or the first day of the forecast
     */
    public LocalDate from(int period) {
        return calendar.from(Objects.checkIndex(period, periods()));
    }

    /**
     * The last day of a period.
     *
     * @param period from 0
     * @return that of the calendar
     */
    public LocalDate through(int period) {
        return calendar.through(Objects.checkIndex(period, periods()));
    }

    /**
     * How many futures were drawn.
     *
     * @return the length of {@link #draws}
     */
    public int futures() {
        return futures;
    }

    long ordersIn(int future, int period) {
        return orders.all(future, period);
    }

    /**
     * The orders of a period in each future.
     *
     * @param period from 0
     * @return a number for each future, all equally likely
     */
    public long[] draws(int period) {
        Objects.checkIndex(period, periods());
        return byFuture(future -> ordersIn(future, period));
    }

    /**
     * The orders to be expected in a period.
     *
     * @param period from 0
     * @return the mean over the futures
     */
    public double mean(int period) {
        return mean(draws(period));
    }

    /**
     * The orders of some to be expected in a period.
     *
     * @param period from 0
     * @param part whose
     * @return the mean over the futures; the parts sum to the whole
     */
    public double mean(int period, Part part) {
        Objects.checkIndex(period, periods());
        return mean(byFuture(future -> orders.of(part, future, period)));
    }

    private long[] byFuture(IntToLongFunction count) {
        return IntStream.range(0, futures).mapToLong(count).toArray();
    }

    private static double mean(long[] draws) {
        return Arrays.stream(draws).asDoubleStream().sum() / draws.length;
    }

    /**
     * The orders of a period that are not exceeded with a probability.
     *
     * @param period from 0
     * @param percentile the probability, such as 95%
     * @return whole orders
     * @throws IllegalArgumentException if the percentile is not above 0% and below 100%, or there are too few futures
     *     for it
     */
    public long orders(int period, Ratio percentile) {
        return at(draws(period), percentile);
    }

    private static long at(long[] draws, Ratio percentile) {
        int place = Percentile.place(percentile, draws.length);
        Arrays.sort(draws);
        return draws[place];
    }

    private long[] totals() {
        return byFuture(future -> IntStream.range(0, periods())
                .mapToLong(period -> ordersIn(future, period))
                .sum());
    }

    /**
     * The orders to be expected in all periods together.
     *
     * @return the mean over the futures
     */
    public double meanTotal() {
        return mean(totals());
    }

    /**
     * The orders of some to be expected in all periods together.
     *
     * @param part whose
     * @return the mean over the futures; the parts sum to the whole
     */
    public double meanTotal(Part part) {
        return mean(byFuture(future -> IntStream.range(0, periods())
                .mapToLong(period -> orders.of(part, future, period))
                .sum()));
    }

    /**
     * The orders of all periods together that are not exceeded with a probability.
     *
     * @param percentile the probability, such as 95%
     * @return whole orders
     * @throws IllegalArgumentException as {@link #orders}
     */
    public long total(Ratio percentile) {
        return at(totals(), percentile);
    }

    /**
     * When a capacity is no longer enough.
     *
     * @param capacity the orders that can be handled in one period
     * @return the first day of the first period with more
     * @throws IllegalArgumentException if the capacity is negative
     */
    public DayPassed dayPassed(long capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity must not be negative, but was " + capacity);
        }
        return DayPassed.capacity(this, capacity);
    }

    /**
     * When so many orders have come, counted from the first day of the forecast.
     *
     * @param number 1 for the first
     * @return the first day of the period in which the order comes
     * @throws IllegalArgumentException if the number is not positive
     */
    public DayPassed dayOfOrder(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("number of an order must be at least 1, but was " + number);
        }
        return DayPassed.order(this, number);
    }

    /**
     * What the forecast rests on, and what is left out of it.
     *
     * @return clauses that may follow "assumes", in English; immutable
     */
    public List<String> assumptions() {
        return assumptions;
    }

    /**
     * The forecast in words: all orders, whose they are, the strongest period, and what is assumed and left out.
     *
     * @return a few lines of English
     */
    public String explain() {
        return new ForecastText(this).explain();
    }

    @Override
    public String toString() {
        return new ForecastText(this).heading();
    }
}
