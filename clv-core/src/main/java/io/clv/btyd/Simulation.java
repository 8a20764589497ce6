package io.clv.btyd;

import com.google.common.base.Ascii;
import io.clv.ledger.Ledger;
import io.clv.ledger.Transaction;
import io.clv.numerics.RandomStream;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Logs as a model has them: customers come evenly over a span of time, each at a moment of his own, and buy as the
 * model draws it until observation ends. For trying out an analysis, and for asking whether a fit finds the parameters
 * that made its data.
 *
 * <pre>{@code
 * Ledger log = Simulation.builder(BgNbd.of(0.243, 4.414, 0.793, 2.426), WEEKS, Money.currency("USD"))
 *         .spend(GammaGamma.of(6.25, 3.74, 15.44))
 *         .customers(1000)
 *         .from(LocalDate.of(2024, 1, 1))
 *         .comingOver(weeks(12))
 *         .observedThrough(LocalDate.of(2025, 12, 31))
 *         .build()
 *         .ledger();
 * }</pre>
 *
 * <p>What a customer does depends on the seed and his number alone: the first hundred of a thousand are the hundred of
 * a simulation of a hundred, but for the zeros of their ids. The same settings give the same log on every run.
 *
 * <p>A log knows days and a model moments, so that purchases of one day are rows of their own in the log and one
 * purchase in a table. Models of frequent buyers show fewer purchases in a table than they draw.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Simulation {

    /** Keeps the moment at which a customer comes apart from his purchases under the same seed. */
    private static final long ARRIVAL = 0x4152524956414cL;

    private final TransactionModel model;
    private final ChronoUnit unit;
    private final Currency currency;
    private final @Nullable SpendModel spend;
    private final int customers;
    private final long seed;
    private final LocalDate from;
    private final double arrivalDays;
    private final LocalDate observedThrough;
    private final String idForm;
    private final double daysOfUnit;

    private Simulation(Builder builder, int customers, LocalDate from, LocalDate observedThrough, double arrivalDays) {
        model = builder.model;
        unit = builder.unit;
        currency = builder.currency;
        spend = builder.spend;
        seed = builder.seed == null ? Builder.SEED : builder.seed;
        this.customers = customers;
        this.from = from;
        this.observedThrough = observedThrough;
        this.arrivalDays = arrivalDays;
        daysOfUnit = (double) unit.getDuration().toSeconds()
                / ChronoUnit.DAYS.getDuration().toSeconds();
        idForm = "C%0" + String.valueOf(customers).length() + "d";
    }

    /**
     * Starts a simulation.
     *
     * @param model when customers buy
     * @param unit the time unit of its parameters: days, weeks, months or years
     * @param currency the currency of all amounts
     * @return a builder
     * @throws IllegalArgumentException if the unit is another, or the currency has no minor digits in ISO 4217
     */
    public static Builder builder(TransactionModel model, ChronoUnit unit, Currency currency) {
        return new Builder(model, Span.of(0, unit).unit(), Money.zero(currency).currency());
    }

    /**
     * The log.
     *
     * @return a row for each purchase, customers as C0001 and on
     * @throws ArithmeticException if an amount is beyond the range of money, or a customer makes more than ten million
     *     purchases
     */
    public Ledger ledger() {
        Ledger.Builder ledger = Ledger.builder(currency);
        for (int number = 1; number <= customers; number++) {
            draw(number, (id, day, amount) -> ledger.add(id, day, amount.minorUnits()));
        }
        return ledger.build();
    }

    /**
     * The rows of the log one by one, customer by customer, each customer's in the order of time. Nothing is drawn
     * before it is asked for.
     *
     * @return a stream, which throws as {@link #ledger}
     */
    public Stream<Transaction> transactions() {
        return IntStream.rangeClosed(1, customers).boxed().flatMap(number -> {
            List<Transaction> rows = new ArrayList<>();
            draw(number, (id, day, amount) -> rows.add(new Transaction(id, LocalDate.ofEpochDay(day), amount)));
            return rows.stream();
        });
    }

    private interface Rows {
        void add(String id, int epochDay, Money amount);
    }

    private void draw(int number, Rows rows) {
        String id = String.format(Locale.ROOT, idForm, number);
        double first =
                from.toEpochDay() + RandomStream.of(seed ^ ARRIVAL, number).uniform() * arrivalDays;
        double end = observedThrough.toEpochDay() + 1.0;
        // Whole units, because some models know no others; what comes after the end is not observed.
        double[] repeats = model.simulate(seed, number, Math.ceil((end - first) / daysOfUnit));
        int purchases = 1;
        while (purchases <= repeats.length && moment(first, repeats[purchases - 1]) < end) {
            purchases++;
        }
        double[] amounts = spend == null ? new double[purchases] : spend.simulate(seed, number, purchases);
        for (int i = 0; i < purchases; i++) {
            double moment = i == 0 ? first : moment(first, repeats[i - 1]);
            rows.add(id, (int) Math.floor(moment), Money.ofRounded(amounts[i], currency));
        }
    }

    /**
     * When a purchase is made, in days. Whole units are opportunities, which follow the calendar: a year after a first
     * of January is a first of January, though a mean year is longer than 365 days.
     */
    private double moment(double first, double time) {
        if (time != Math.rint(time)) {
            return first + time * daysOfUnit;
        }
        double day = Math.floor(first);
        return LocalDate.ofEpochDay((long) day).plus((long) time, unit).toEpochDay() + (first - day);
    }

    /**
     * The last date that is observed.
     *
     * @return the date through which to summarise the log
     */
    public LocalDate observedThrough() {
        return observedThrough;
    }

    /** Such as "300 customers of bg-nbd{r=0.243, ...} in weeks, from 2024-01-01 through 2025-12-31, seed 1". */
    @Override
    public String toString() {
        return customers + " customers of " + model + " in " + Ascii.toLowerCase(unit.name()) + ", from " + from
                + " through " + observedThrough + ", seed " + seed;
    }

    /** Collects what a simulation is told. Each setting can be made once. Not safe to share between threads. */
    public static final class Builder {

        private static final long SEED = 1;

        private final TransactionModel model;
        private final ChronoUnit unit;
        private final Currency currency;
        private @Nullable SpendModel spend;
        private @Nullable Integer customers;
        private @Nullable Long seed;
        private @Nullable LocalDate from;
        private @Nullable Span comingOver;
        private @Nullable LocalDate observedThrough;

        private Builder(TransactionModel model, ChronoUnit unit, Currency currency) {
            this.model = model;
            this.unit = unit;
            this.currency = currency;
        }

        /**
         * Says what purchases cost; without it all of them cost nothing.
         *
         * @param value the spend model, in major units of the currency
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder spend(SpendModel value) {
            spend = once("spend model", spend, value);
            return this;
        }

        /**
         * Says how many customers come.
         *
         * @param count at least 1
         * @return this builder
         * @throws IllegalArgumentException if the count is below 1, or it was set already
         */
        public Builder customers(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("customers must be at least 1, but was " + count);
            }
            customers = once("customers", customers, count);
            return this;
        }

        /**
         * Chooses among the logs that the other settings allow; 1 if it is not said.
         *
         * @param value any number
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder seed(long value) {
            seed = once("seed", seed, value);
            return this;
        }

        /**
         * Says when the first customers may come.
         *
         * @param firstDay the first day
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder from(LocalDate firstDay) {
            from = once("first day", from, firstDay);
            return this;
        }

        /**
         * Says over how long customers come; until the end of observation if it is not said.
         *
         * @param span from the first day on; zero if all come at its very beginning
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder comingOver(Span span) {
            comingOver = once("span over which customers come", comingOver, span);
            return this;
        }

        /**
         * Says when observation ends.
         *
         * @param lastDay the last day that is observed
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder observedThrough(LocalDate lastDay) {
            observedThrough = once("end of observation", observedThrough, lastDay);
            return this;
        }

        private static <T> T once(String name, @Nullable T before, T value) {
            if (before != null) {
                throw new IllegalArgumentException(name + " was already set to " + before);
            }
            return value;
        }

        /**
         * Makes the simulation.
         *
         * @return the simulation
         * @throws IllegalArgumentException if the customers, the first day or the end of observation were not set, the
         *     end is before the first day, or customers still come after it
         */
        public Simulation build() {
            if (customers == null || from == null || observedThrough == null) {
                List<String> missing = new ArrayList<>();
                if (customers == null) {
                    missing.add("customers");
                }
                if (from == null) {
                    missing.add("first day");
                }
                if (observedThrough == null) {
                    missing.add("end of observation");
                }
                throw new IllegalArgumentException("a simulation still needs: " + String.join(", ", missing));
            }
            double days = observedThrough.toEpochDay() + 1.0 - from.toEpochDay();
            if (days < 1) {
                throw new IllegalArgumentException("end of observation must not be before the first day, " + from
                        + ", but was " + observedThrough);
            }
            double arrivals = comingOver == null ? days : comingOver.in(ChronoUnit.DAYS);
            if (arrivals > days) {
                throw new IllegalArgumentException("span over which customers come must end by the end of observation, "
                        + observedThrough + ", but was " + comingOver + " from " + from);
            }
            return new Simulation(this, customers, from, observedThrough, arrivals);
        }
    }
}
