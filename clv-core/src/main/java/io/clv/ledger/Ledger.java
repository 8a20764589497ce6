package io.clv.ledger;

import com.google.common.base.Suppliers;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import io.clv.task.Parallelism;
import io.clv.task.Progress;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A log of transactions in one currency, held in columns: 16 bytes a row and each customer's id once. It is immutable
 * and safe to share between threads, and can be summarised again at any date.
 *
 * <pre>{@code
 * CustomerTable customers = Ledger.of(usd, transactions)
 *         .summarize(LocalDate.of(1997, 9, 30), LedgerOptions.collapse(DAYS).unit(WEEKS));
 * }</pre>
 *
 * <p>Rows may come in any order, and the same row twice is two purchases. Ids are numbers or text, as they were given;
 * text is taken as it stands, so that {@code "7"}, {@code "07"} and {@code "7 "} are three customers.
 *
 * <p>A log that begins after its customers did turns old customers into newcomers: cut it to customers acquired within
 * it before modelling.
 */
public final class Ledger {

    private final Log log;
    private final Supplier<Extent> extent;

    private Ledger(Log log) {
        this.log = log;
        this.extent = Suppliers.memoize(() -> Extent.of(log.rows()));
    }

    /**
     * A ledger to be filled row by row.
     *
     * @param currency the currency of all amounts
     * @return an empty builder
     * @throws IllegalArgumentException if the currency has no minor digits in ISO 4217
     */
    public static Builder builder(Currency currency) {
        return new Builder(currency);
    }

    /**
     * A ledger of transactions.
     *
     * @param currency the currency of all amounts
     * @param transactions in any order
     * @return the ledger
     * @throws IllegalArgumentException if an amount is of another currency, or the currency has no minor digits
     */
    public static Ledger of(Currency currency, Iterable<Transaction> transactions) {
        return of(currency, transactions.iterator());
    }

    /**
     * A ledger of the transactions that an iterator has left. Whoever opened what is behind it closes that.
     *
     * @param currency the currency of all amounts
     * @param transactions in any order
     * @return the ledger
     * @throws IllegalArgumentException if an amount is of another currency, or the currency has no minor digits
     */
    public static Ledger of(Currency currency, Iterator<Transaction> transactions) {
        Builder builder = builder(currency);
        transactions.forEachRemaining(builder::add);
        return builder.build();
    }

    /**
     * A ledger of a stream of transactions. The stream is closed, whether or not all could be read.
     *
     * @param currency the currency of all amounts
     * @param transactions in any order
     * @return the ledger
     * @throws IllegalArgumentException if an amount is of another currency, or the currency has no minor digits
     */
    public static Ledger of(Currency currency, Stream<Transaction> transactions) {
        try (transactions) {
            return of(currency, transactions.iterator());
        }
    }

    /**
     * A ledger of columns with one entry a row, which are copied. Customers stand in the order of their numbers.
     *
     * @param currency the currency of all amounts
     * @param ids whose row it is; any numbers
     * @param epochDays the date in days from 1970-01-01
     * @param minorUnits the amount in minor units, 1250 for USD 12.50
     * @return the ledger
     * @throws IllegalArgumentException if the columns are not of one length, or the currency has no minor digits
     */
    public static Ledger ofColumns(Currency currency, long[] ids, int[] epochDays, long[] minorUnits) {
        return ofUnsafe(currency, ids.clone(), epochDays.clone(), minorUnits.clone());
    }

    /**
     * As {@link #ofColumns(Currency, long[], int[], long[])} without copying: the caller hands the columns over and
     * must not write to them again. For logs so large that a second copy hurts.
     *
     * @param currency the currency of all amounts
     * @param ids whose row it is; any numbers
     * @param epochDays the date in days from 1970-01-01
     * @param minorUnits the amount in minor units, 1250 for USD 12.50
     * @return the ledger
     * @throws IllegalArgumentException if the columns are not of one length, or the currency has no minor digits
     */
    public static Ledger ofUnsafe(Currency currency, long[] ids, int[] epochDays, long[] minorUnits) {
        requireOneLength(ids.length, epochDays.length, minorUnits.length);
        KeyedRows rows = new KeyedRows(ids, epochDays, minorUnits);
        return new Ledger(new Log(requireMoney(currency), rows, Keys.NUMBERS));
    }

    /**
     * A ledger of columns with one entry a row, which are copied. Customers stand in code point order of their ids.
     *
     * @param currency the currency of all amounts
     * @param ids whose row it is; none blank
     * @param epochDays the date in days from 1970-01-01
     * @param minorUnits the amount in minor units, 1250 for USD 12.50
     * @return the ledger
     * @throws IllegalArgumentException if the columns are not of one length, an id is blank, or the currency has no
     *     minor digits
     */
    public static Ledger ofColumns(Currency currency, String[] ids, int[] epochDays, long[] minorUnits) {
        return ofUnsafe(currency, ids, epochDays.clone(), minorUnits.clone(), Parallelism.sequential());
    }

    /**
     * As {@link #ofColumns(Currency, String[], int[], long[])} without copying: the caller hands the columns over and
     * must not write to them again. The ids are read here, by several threads if told so, and not kept if they are
     * short.
     *
     * @param currency the currency of all amounts
     * @param ids whose row it is; none blank
     * @param epochDays the date in days from 1970-01-01
     * @param minorUnits the amount in minor units, 1250 for USD 12.50
     * @param parallelism how many threads read the ids
     * @return the ledger
     * @throws IllegalArgumentException if the columns are not of one length, an id is blank, or the currency has no
     *     minor digits
     */
    public static Ledger ofUnsafe(
            Currency currency, String[] ids, int[] epochDays, long[] minorUnits, Parallelism parallelism) {
        requireOneLength(ids.length, epochDays.length, minorUnits.length);
        return new Ledger(TextLog.of(requireMoney(currency), ids, epochDays, minorUnits, parallelism));
    }

    /**
     * A ledger of columns with one entry a row, which are copied; the ids are text in UTF-8, one after the other, as
     * Arrow and other columnar formats have them. Customers stand in code point order of their ids.
     *
     * @param currency the currency of all amounts
     * @param utf8 the bytes of all ids
     * @param offsets where the id of each row begins in them, and where the last one ends
     * @param epochDays the date in days from 1970-01-01
     * @param minorUnits the amount in minor units, 1250 for USD 12.50
     * @return the ledger
     * @throws IllegalArgumentException if the columns are not of one length, the offsets not one more, in order and
     *     within the bytes, an id is blank or no UTF-8, or the currency has no minor digits
     */
    public static Ledger ofColumns(Currency currency, byte[] utf8, int[] offsets, int[] epochDays, long[] minorUnits) {
        return ofUnsafe(currency, utf8, offsets, epochDays.clone(), minorUnits.clone());
    }

    /**
     * As {@link #ofColumns(Currency, byte[], int[], int[], long[])} without copying: the caller hands dates and amounts
     * over and must not write to them again. The ids are read here and not kept.
     *
     * @param currency the currency of all amounts
     * @param utf8 the bytes of all ids
     * @param offsets where the id of each row begins in them, and where the last one ends
     * @param epochDays the date in days from 1970-01-01
     * @param minorUnits the amount in minor units, 1250 for USD 12.50
     * @return the ledger
     * @throws IllegalArgumentException if the columns are not of one length, the offsets not one more, in order and
     *     within the bytes, an id is blank or no UTF-8, or the currency has no minor digits
     */
    public static Ledger ofUnsafe(Currency currency, byte[] utf8, int[] offsets, int[] epochDays, long[] minorUnits) {
        requireOneLength(offsets.length - 1, epochDays.length, minorUnits.length);
        return new Ledger(Utf8Log.of(requireMoney(currency), utf8, offsets, epochDays, minorUnits));
    }

    /**
     * A column of dates for {@code ofColumns} and {@code ofUnsafe}, from a column of moments: each is dated as the
     * calendar of a zone has it.
     *
     * @param epochMillis milliseconds from 1970-01-01T00:00Z
     * @param zone the zone whose dates they are
     * @return the dates in days from 1970-01-01
     * @throws IllegalArgumentException if a date is beyond an {@code int} of days; the message names the row
     */
    public static int[] epochDays(long[] epochMillis, ZoneId zone) {
        return ZonedDays.of(epochMillis, zone);
    }

    /**
     * A ledger of columns whose text ids are given once each, and in the rows by their places, as columnar files and
     * readers hold them. Nothing is copied: the caller hands the columns over and must not write to them again.
     * Customers stand in code point order of their ids.
     *
     * @param currency the currency of all amounts
     * @param ids the ids, none blank; one that no row has is no customer
     * @param places whose row it is: where the id stands among the ids
     * @param epochDays the date in days from 1970-01-01
     * @param minorUnits the amount in minor units, 1250 for USD 12.50
     * @param parallelism how many threads read the ids
     * @return the ledger
     * @throws IllegalArgumentException if the columns of rows are not of one length, a place is not among the ids, an
     *     id is blank, or the currency has no minor digits
     */
    public static Ledger ofUnsafe(
            Currency currency,
            String[] ids,
            int[] places,
            int[] epochDays,
            long[] minorUnits,
            Parallelism parallelism) {
        requireOneLength(places.length, epochDays.length, minorUnits.length);
        return new Ledger(TextLog.ofPlaces(requireMoney(currency), ids, places, epochDays, minorUnits, parallelism));
    }

    private static void requireOneLength(int ids, int epochDays, int minorUnits) {
        if (ids != epochDays || ids != minorUnits) {
            throw new IllegalArgumentException("columns must be of one length, but ids had " + ids + ", epochDays "
                    + epochDays + " and minorUnits " + minorUnits + " rows");
        }
    }

    /** Refuses currencies that cannot hold money, with the message of {@link Money}. */
    private static Currency requireMoney(Currency currency) {
        return Money.zero(currency).currency();
    }

    /**
     * The currency of all amounts.
     *
     * @return the currency
     */
    public Currency currency() {
        return log.currency();
    }

    /**
     * How many rows there are.
     *
     * @return 0 or more
     */
    public int size() {
        return log.rows().size();
    }

    /**
     * Whether there is no row.
     *
     * @return true for an empty log
     */
    public boolean isEmpty() {
        return size() == 0;
    }

    /**
     * The earliest date.
     *
     * @return nothing if the log is empty
     */
    public Optional<LocalDate> firstDate() {
        return isEmpty() ? Optional.empty() : Optional.of(extent.get().firstDate());
    }

    /**
     * The latest date. It is not the end of observation: nobody need have bought on the last day observed.
     *
     * @return nothing if the log is empty
     */
    public Optional<LocalDate> lastDate() {
        return isEmpty() ? Optional.empty() : Optional.of(extent.get().lastDate());
    }

    /**
     * The sum of all rows, refunds taken off.
     *
     * @return the exact sum
     * @throws ArithmeticException if it is beyond the range of money, which does not keep the ledger from being used
     */
    public Money total() {
        return extent.get().total(log.currency());
    }

    /**
     * As {@link #summarize(LocalDate, LedgerOptions)} with {@link LedgerOptions#defaults()}: days collapsed, time in
     * weeks, refunds refused, rows after the end left out.
     *
     * @param observedThrough the end of observation, the last date that is observed
     * @return one row a customer
     * @throws IllegalArgumentException if the log has refunds, or the date is beyond the range
     * @throws ArithmeticException if a customer's total is beyond the range of money
     */
    public CustomerTable summarize(LocalDate observedThrough) {
        return summarize(observedThrough, LedgerOptions.defaults());
    }

    /**
     * Folds the rows up to a date to one row a customer. An end before the first row gives an empty table, whose
     * exclusions count everything.
     *
     * @param observedThrough the end of observation, the last date that is observed
     * @param options how purchases collapse, time is counted, and refunds and later rows are treated
     * @return one row for each customer with a purchase
     * @throws IllegalArgumentException if the options refuse a row (the message names the first one), or the date is
     *     beyond the range
     * @throws ArithmeticException if a customer's total, or a sum of what is left out, is beyond the range of money
     */
    public CustomerTable summarize(LocalDate observedThrough, LedgerOptions options) {
        return summarize(observedThrough, options, Parallelism.sequential(), Progress.none());
    }

    /**
     * As {@link #summarize(LocalDate, LedgerOptions)}, by several threads and telling how far it has come. The table is
     * the same to the last bit for any number of threads.
     *
     * @param observedThrough the end of observation, the last date that is observed
     * @param options how purchases collapse, time is counted, and refunds and later rows are treated
     * @param parallelism how many threads, and whose
     * @param progress hears of the work
     * @return one row for each customer with a purchase
     * @throws IllegalArgumentException if the options refuse a row (the message names the first one), or the date is
     *     beyond the range
     * @throws ArithmeticException if a customer's total, or a sum of what is left out, is beyond the range of money
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public CustomerTable summarize(
            LocalDate observedThrough, LedgerOptions options, Parallelism parallelism, Progress progress) {
        return Summary.of(log, observedThrough, options, parallelism, progress);
    }

    /**
     * Cuts the log in two for a hold-out test. The options apply to both sides; rows after the end of observation are
     * left out or refused as they say.
     *
     * @param calibratedThrough the last date of the calibration
     * @param observedThrough the end of observation, the last date of the hold-out
     * @param options how purchases collapse, time is counted, and refunds and later rows are treated
     * @return the summary at the first date, and what its customers did after it
     * @throws IllegalArgumentException if the dates are not in this order or beyond the range, or the options refuse a
     *     row
     * @throws ArithmeticException if a customer's total, or another sum, is beyond the range of money
     */
    public Split split(LocalDate calibratedThrough, LocalDate observedThrough, LedgerOptions options) {
        return HoldOut.of(log.coded(), log.currency(), calibratedThrough, observedThrough, options);
    }

    /**
     * Folds the rows up to a date to one cell a customer and calendar period; later rows are counted and left out.
     *
     * @param observedThrough the end of observation, the last date that is observed
     * @param grid the calendar periods
     * @param refunds how negative amounts count
     * @return the cells of each customer with a purchase
     * @throws IllegalArgumentException if the policy refuses a row (the message names the first one), or the date is
     *     beyond the range
     * @throws ArithmeticException if the sum of a cell, or of what is left out, is beyond the range of money
     */
    public PeriodTable periods(LocalDate observedThrough, CalendarGrid grid, RefundPolicy refunds) {
        return PeriodScan.of(log.coded(), log.currency(), observedThrough, grid, refunds);
    }

    Log log() {
        return log;
    }

    @Override
    public String toString() {
        return isEmpty()
                ? "no transactions in " + log.currency()
                : size() + " transactions in " + log.currency() + ", "
                        + extent.get().firstDate() + " to " + extent.get().lastDate();
    }

    /**
     * Collects rows in primitive columns; {@link #build()} is a snapshot, and more rows may follow it. The first row
     * decides whether ids are text or numbers.
     */
    public static final class Builder {

        private final Currency currency;
        private final RowCollector texts = new RowCollector();
        private final RowBlocks numbers = new RowBlocks();

        private Builder(Currency currency) {
            this.currency = requireMoney(currency);
        }

        /**
         * Adds a row.
         *
         * @param transaction the row
         * @return this
         * @throws IllegalArgumentException if its amount is of another currency, or earlier ids are numbers
         */
        public Builder add(Transaction transaction) {
            return add(transaction.customer(), transaction.date(), transaction.amount());
        }

        /**
         * Adds a row.
         *
         * @param customer the customer's id, not blank
         * @param date the date
         * @param amount what was paid, or paid back if negative
         * @return this
         * @throws IllegalArgumentException if the customer is blank, the date beyond the range, the amount of another
         *     currency, or earlier ids are numbers
         */
        public Builder add(String customer, LocalDate date, Money amount) {
            if (!amount.currency().equals(currency)) {
                throw otherCurrency(amount, customer);
            }
            return add(customer, EpochDays.of("date", date), amount.minorUnits());
        }

        /**
         * Adds a row without making objects.
         *
         * @param customer the customer's id, not blank
         * @param epochDay the date in days from 1970-01-01
         * @param minorUnits the amount in minor units of the ledger's currency
         * @return this
         * @throws IllegalArgumentException if the customer is blank, earlier ids are numbers, or there are 2^31 - 9
         *     rows already
         */
        public Builder add(String customer, int epochDay, long minorUnits) {
            if (numbers.size() > 0) {
                throw mixed("text '" + customer + "'", "numbers");
            }
            texts.add(customer, epochDay, minorUnits);
            return this;
        }

        /**
         * Adds a row of a customer whose id is a number.
         *
         * @param customer the customer's id
         * @param date the date
         * @param amount what was paid, or paid back if negative
         * @return this
         * @throws IllegalArgumentException if the date is beyond the range, the amount of another currency, or earlier
         *     ids are text
         */
        public Builder add(long customer, LocalDate date, Money amount) {
            if (!amount.currency().equals(currency)) {
                throw otherCurrency(amount, Long.toString(customer));
            }
            return add(customer, EpochDays.of("date", date), amount.minorUnits());
        }

        /**
         * Adds a row of a customer whose id is a number, without making objects.
         *
         * @param customer the customer's id
         * @param epochDay the date in days from 1970-01-01
         * @param minorUnits the amount in minor units of the ledger's currency
         * @return this
         * @throws IllegalArgumentException if earlier ids are text, or there are 2^31 - 9 rows already
         */
        public Builder add(long customer, int epochDay, long minorUnits) {
            if (texts.size() > 0) {
                throw mixed("number '" + customer + "'", "text");
            }
            numbers.add(customer, epochDay, minorUnits);
            return this;
        }

        private IllegalArgumentException otherCurrency(Money amount, String customer) {
            return new IllegalArgumentException("amount must be in " + currency + ", the ledger's currency, but row "
                    + (size() + 1L) + ", customer '" + customer + "', has " + amount);
        }

        private IllegalArgumentException mixed(String id, String others) {
            return new IllegalArgumentException("ids must be all numbers or all text, but row " + (size() + 1L)
                    + " has the " + id + " after " + others);
        }

        /**
         * How many rows were added.
         *
         * @return 0 or more
         */
        public int size() {
            return texts.size() + numbers.size();
        }

        /**
         * The ledger of the rows so far.
         *
         * @return an immutable ledger
         */
        public Ledger build() {
            return new Ledger(
                    numbers.size() > 0 ? new Log(currency, numbers.rows(), Keys.NUMBERS) : texts.log(currency));
        }
    }
}
