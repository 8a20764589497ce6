package io.clv.scenario;

import com.google.common.base.Ascii;
import io.clv.btyd.FuturePurchases;
import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerBase;
import io.clv.quantity.CalendarGrid;
import io.clv.task.Parallelism;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says whose orders are forecast, and what is known of them. Not safe to share between threads. */
public final class OrderForecastBuilder {

    private static final int DEFAULT_FUTURES = 400;
    private static final int FEWEST_FUTURES = 20;
    private static final long LARGEST = 50_000_000;
    private static final int LONGEST_YEARS = 100;
    private static final long MOST_CUSTOMERS = 10_000_000_000L;
    private static final double MOST_COMING = 1e9;
    private static final double HIGHEST_RATE = 1000;

    private final CalendarGrid grid;
    private final int periods;
    private @Nullable FuturePurchases model;
    private @Nullable OrderRate rate;
    private @Nullable CustomerBase base;
    private @Nullable Long customers;
    private @Nullable LocalDate first;
    private @Nullable Inflow inflow;
    private @Nullable SeasonalIndex season;
    private @Nullable Overdispersion overdispersion;
    private @Nullable Integer futures;
    private @Nullable Long seed;
    private @Nullable Parallelism parallelism;

    OrderForecastBuilder(CalendarGrid grid, int periods) {
        if (periods < 1) {
            throw new IllegalArgumentException("a forecast must be of at least 1 period, but was of " + periods);
        }
        this.grid = grid;
        this.periods = periods;
    }

    private static void requireUnset(String name, @Nullable Object value) {
        if (value != null) {
            throw new IllegalArgumentException(name + " was already set to " + value);
        }
    }

    private void requireNoBuying() {
        requireUnset("how customers buy", model);
        requireUnset("how customers buy", rate);
    }

    private void requireNoCustomers() {
        requireUnset("customers", base == null ? null : base.customers());
        requireUnset("customers", customers);
    }

    /**
     * Says how customers buy, known ones and newcomers: by a model, in the same future with the same parameters.
     *
     * @param ahead the model
     * @return this builder
     * @throws IllegalArgumentException if it was said before
     */
    public OrderForecastBuilder buying(FuturePurchases ahead) {
        requireNoBuying();
        model = ahead;
        return this;
    }

    /**
     * Says how customers buy, where there is no model.
     *
     * @param orders of one customer
     * @return this builder
     * @throws IllegalArgumentException if it was said before, or is more than 1,000 a day
     */
    public OrderForecastBuilder buying(OrderRate orders) {
        requireNoBuying();
        if (orders.orders().per(ChronoUnit.DAYS).count() > HIGHEST_RATE) {
            throw new IllegalArgumentException(
                    "a customer must order at most 1000 times a day, but was to order " + orders.orders());
        }
        rate = orders;
        return this;
    }

    /**
     * Says who is known: their orders are forecast from the day after they were last observed.
     *
     * @param table the customers, in the unit of the model
     * @return this builder
     * @throws IllegalArgumentException if it was said before
     */
    public OrderForecastBuilder customers(CustomerTable table) {
        return customers(CustomerBase.of(table));
    }

    /**
     * As {@link #customers(CustomerTable)}, with what the model knows of each customer beside.
     *
     * @param known the customers, in the unit of the model
     * @return this builder
     * @throws IllegalArgumentException if it was said before
     */
    public OrderForecastBuilder customers(CustomerBase known) {
        requireNoCustomers();
        base = known;
        return this;
    }

    /**
     * Says how many customers there are on the first day, where there is no model.
     *
     * @param count 0 or more
     * @return this builder
     * @throws IllegalArgumentException if it was said before, is negative or above 10,000,000,000
     */
    public OrderForecastBuilder customers(long count) {
        requireNoCustomers();
        if (count < 0 || count > MOST_CUSTOMERS) {
            throw new IllegalArgumentException("customers must be from 0 to " + MOST_CUSTOMERS + ", but were " + count);
        }
        customers = count;
        return this;
    }

    /**
     * Sets the first day, where it does not follow from the customers.
     *
     * @param day the first day
     * @return this builder
     * @throws IllegalArgumentException if it was set before
     */
    public OrderForecastBuilder from(LocalDate day) {
        requireUnset("the first day", first);
        first = day;
        return this;
    }

    /**
     * Says who is to come; without it nobody does, which the assumptions name.
     *
     * @param flow the newcomers
     * @return this builder
     * @throws IllegalArgumentException if it was said before
     */
    public OrderForecastBuilder newcomers(Inflow flow) {
        requireUnset("newcomers", inflow);
        inflow = flow;
        return this;
    }

    /**
     * Sets the season, which is that of known customers, of newcomers and of their coming; without it all days are
     * alike, which the assumptions name.
     *
     * @param index of the days
     * @return this builder
     * @throws IllegalArgumentException if it was set before
     */
    public OrderForecastBuilder season(SeasonalIndex index) {
        requireUnset("season", season);
        season = index;
        return this;
    }

    /**
     * Sets what the orders of a period have in common; without it they differ by the chance of single customers, which
     * the assumptions name.
     *
     * @param common given, or read off a history
     * @return this builder
     * @throws IllegalArgumentException if it was set before, or is of other periods than the forecast
     */
    public OrderForecastBuilder overdispersion(Overdispersion common) {
        requireUnset("overdispersion", overdispersion);
        if (common.grid().unit() != grid.unit()) {
            throw new IllegalArgumentException("overdispersion must be of " + plural(grid)
                    + ", as the forecast is, but was of " + plural(common.grid()));
        }
        overdispersion = common;
        return this;
    }

    private static String plural(CalendarGrid grid) {
        return Ascii.toLowerCase(grid.unit().name());
    }

    /**
     * Sets how many futures are drawn; 400 without it.
     *
     * @param count 20 or more
     * @return this builder
     * @throws IllegalArgumentException if it was set before, is less than 20, or times the periods more than 50,000,000
     */
    public OrderForecastBuilder futures(int count) {
        requireUnset("the number of futures", futures);
        if (count < FEWEST_FUTURES) {
            throw new IllegalArgumentException("futures must be at least " + FEWEST_FUTURES + ", but were " + count);
        }
        futures = count;
        return this;
    }

    /**
     * Sets which futures are drawn; 1 without it.
     *
     * @param value any number; the same gives the same
     * @return this builder
     * @throws IllegalArgumentException if it was set before
     */
    public OrderForecastBuilder seed(long value) {
        requireUnset("the seed", seed);
        seed = value;
        return this;
    }

    /**
     * Sets the threads, on which nothing but the time depends; the calling one without it.
     *
     * @param threads how many
     * @return this builder
     * @throws IllegalArgumentException if they were set before
     */
    public OrderForecastBuilder parallelism(Parallelism threads) {
        requireUnset("parallelism", parallelism);
        parallelism = threads;
        return this;
    }

    /**
     * Draws the futures.
     *
     * @return the forecast
     * @throws IllegalArgumentException if it is not said how customers buy, who they are or when it begins; if a table
     *     of customers comes with a plain rate, or a number of them with a model; if the model refuses the customers;
     *     if more than a billion newcomers a day are to be expected, or there are too many periods and futures
     * @throws ArithmeticException if a customer is drawn to make more than ten million purchases
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public OrderForecast forecast() {
        requireWhole();
        LocalDate day = firstDay();
        int count = futures == null ? DEFAULT_FUTURES : futures;
        LocalDate last = grid.endOf(Math.addExact(grid.indexOf(day), periods - 1));
        if (last.isAfter(day.plusYears(LONGEST_YEARS)) || (long) periods * count > LARGEST) {
            throw new IllegalArgumentException(
                    "a forecast must end within " + LONGEST_YEARS + " years and hold at most "
                            + LARGEST + " periods in all futures, but was to end on " + last + " and hold "
                            + (long) periods * count);
        }
        SeasonalIndex index = season == null ? SeasonalIndex.none() : season;
        OrderCalendar calendar = new OrderCalendar(grid, day, periods, index);
        requireInflow(calendar);
        OrderFutures drawn = new OrderFutures(
                calendar,
                overdispersion == null ? 0 : overdispersion.deviation().value(),
                inflow,
                count,
                seed == null ? 1 : seed,
                parallelism == null ? Parallelism.sequential() : parallelism);
        FuturePurchases ahead = model;
        DrawnOrders orders;
        if (ahead != null) {
            orders = drawn.of(ahead, base);
        } else if (rate != null) {
            orders = drawn.of(rate, customers == null ? 0 : customers);
        } else {
            throw new IllegalStateException("neither a model nor a rate");
        }
        ForecastAssumptions assumptions = new ForecastAssumptions(model, rate, inflow, season, overdispersion);
        return new OrderForecast(calendar, orders, count, assumptions.sentences(calendar));
    }

    private void requireWhole() {
        List<String> missing = new ArrayList<>();
        if (model == null && rate == null) {
            missing.add("how customers buy");
        }
        if (base == null && customers == null && inflow == null) {
            missing.add("customers or newcomers");
        }
        if (base == null && first == null) {
            missing.add("the first day");
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("a forecast of orders still needs: " + String.join(", ", missing));
        }
        if (rate != null && base != null) {
            throw new IllegalArgumentException("a plain rate does not look at histories: give the number of customers");
        }
        if (model != null && customers != null) {
            throw new IllegalArgumentException("a model needs the histories of its customers, but had their number");
        }
    }

    private LocalDate firstDay() {
        if (base == null) {
            return Objects.requireNonNull(first);
        }
        LocalDate after = base.customers().observedThrough().plusDays(1);
        if (first != null && !first.equals(after)) {
            throw new IllegalArgumentException("the first day must be " + after
                    + ", the day after the customers were last observed, but was " + first);
        }
        return after;
    }

    private void requireInflow(OrderCalendar calendar) {
        Inflow flow = inflow;
        if (flow == null) {
            return;
        }
        double pace = flow.pace().per(ChronoUnit.DAYS).count();
        double last = pace * Math.exp(OrderFutures.dailyLog(flow.growth()) * (calendar.days() - 1));
        double most = Math.max(pace, last);
        if (!(most <= MOST_COMING)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "newcomers must be at most 1,000,000,000 a day, but were to be %.3g by %s",
                    most,
                    flow));
        }
    }
}
