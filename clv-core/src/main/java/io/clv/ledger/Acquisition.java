package io.clv.ledger;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose history is whole: when customers came, as against when they first appear in the log. A log that begins after
 * its customers did turns old customers into newcomers, and a model fitted to their cut-off histories takes the base
 * for younger, busier and more fleeting than it is.
 *
 * <p>Nothing in a log says that its beginning is missing. So it is an input: the date from which the log is complete,
 * or the dates on which customers were acquired, or both; and where neither is given, {@link #warning} looks for the
 * trace that a cut leaves. What counts by day is compared by whole periods of the table's grid where only a period is
 * known, as it is of a first purchase.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Acquisition {

    private static final Acquisition IN_LOG = new Acquisition(null, null);

    /** Fewer first purchases pile up by chance. */
    private static final int FEWEST_CUSTOMERS = 50;

    /** The first of so many parts of the time in which customers came is looked at. */
    private static final int PARTS = 10;

    /** One in so many first purchases may lie there. */
    private static final int ONE_IN = 4;

    private final @Nullable LocalDate completeFrom;
    private final @Nullable Dated dated;

    private Acquisition(@Nullable LocalDate completeFrom, @Nullable Dated dated) {
        this.completeFrom = completeFrom;
        this.dated = dated;
    }

    /** The customers of a table whose acquisition lies before the log, by a column of dates. */
    private record Dated(CustomerTable customers, String column, BitSet cutOff) {}

    /**
     * Everybody came with the first purchase in the log: what is assumed where nothing else is known.
     *
     * @return the same for every table
     */
    public static Acquisition inLog() {
        return IN_LOG;
    }

    /**
     * The log holds everything from a date on. Who bought before it is an old customer with a history cut off. A first
     * purchase in the date's own period of the table's grid counts as not before it.
     *
     * @param date the first day from which no row is missing
     * @return the rule
     */
    public static Acquisition completeFrom(LocalDate date) {
        return new Acquisition(Objects.requireNonNull(date), null);
    }

    /**
     * Customers came on dates that are known besides the log, which is complete from the earliest first purchase of the
     * table. Who came before that has a history cut off; who has no date came with the first purchase.
     *
     * @param attributes joined to the table that will be asked about
     * @param column the name of a column of dates
     * @return the rule, for that table
     * @throws IllegalArgumentException if there is no such column, it does not hold dates, or a customer came after the
     *     first purchase
     */
    public static Acquisition dates(JoinedAttributes attributes, String column) {
        CustomerTable customers = attributes.customers();
        LocalDate earliest = LocalDate.MIN;
        if (customers.size() > 0) {
            earliest = customers.options().grid().startOf(arrivals(customers).first());
        }
        return new Acquisition(null, dated(attributes, column, earliest));
    }

    /**
     * As {@link #dates(JoinedAttributes, String)}, of a log that is complete from a date on. Who came before that date
     * has a history cut off, and so has who has no date and bought before it.
     *
     * @param attributes joined to the table that will be asked about
     * @param column the name of a column of dates
     * @param completeFrom the first day from which no row of the log is missing
     * @return the rule, for that table
     * @throws IllegalArgumentException if there is no such column, it does not hold dates, or a customer came after the
     *     first purchase
     */
    public static Acquisition dates(JoinedAttributes attributes, String column, LocalDate completeFrom) {
        return new Acquisition(completeFrom, dated(attributes, column, completeFrom));
    }

    private static Dated dated(JoinedAttributes attributes, String column, LocalDate completeFrom) {
        CustomerTable customers = attributes.customers();
        BitSet cutOff = new BitSet(customers.size());
        for (int row = 0; row < customers.size(); row++) {
            LocalDate endOfFirst = endOfFirstPeriod(customers, row);
            LocalDate acquired = attributes.date(column, row).orElse(endOfFirst);
            if (acquired.isAfter(endOfFirst)) {
                throw new IllegalArgumentException(
                        "date in column '" + column + "' must not be after the first purchase on "
                                + customers.firstPurchase(row) + ", but was " + acquired + " for customer '"
                                + customers.id(row) + "'");
            }
            cutOff.set(row, acquired.isBefore(completeFrom));
        }
        return new Dated(customers, column, cutOff);
    }

    /** The last day on which the first purchase may have been made. */
    private static LocalDate endOfFirstPeriod(CustomerTable customers, int row) {
        return customers.options().grid().endOf(customers.firstPeriod(row));
    }

    /**
     * Whether a customer's history is whole.
     *
     * @param customers the table
     * @param row from 0
     * @return false if it was cut off where the log begins
     * @throws IllegalArgumentException if acquisition dates were joined to another table
     * @throws IndexOutOfBoundsException if there is no such row
     */
    @SuppressWarnings("ReferenceEquality") // tables are compared whole, which is too much to ask at every row
    public boolean isWhole(CustomerTable customers, int row) {
        Objects.checkIndex(row, customers.size());
        if (dated != null) {
            if (dated.customers != customers) {
                throw new IllegalArgumentException(
                        "acquisition dates must be joined to the table they are asked about, " + customers
                                + ", but were joined to another, " + dated.customers);
            }
            return !dated.cutOff.get(row);
        }
        return completeFrom == null || !endOfFirstPeriod(customers, row).isBefore(completeFrom);
    }

    /**
     * How many customers have a history cut off.
     *
     * @param customers the table
     * @return 0 or more
     * @throws IllegalArgumentException if acquisition dates were joined to another table
     */
    public long cutOff(CustomerTable customers) {
        long cutOff = 0;
        for (int row = 0; row < customers.size(); row++) {
            cutOff += isWhole(customers, row) ? 0 : 1;
        }
        return cutOff;
    }

    /**
     * Says so if first purchases pile up where the log begins, as those of old customers do when a log cuts their
     * history off: of at least 50 customers, over a quarter made their first purchase in the first tenth of the periods
     * from the earliest first purchase to the latest. Customers who came evenly leave about a tenth there. Fewer than
     * ten periods tell nothing.
     *
     * @param customers the table
     * @return a clause that may follow "assumes", without a full stop; empty also where acquisition was said, as only
     *     {@link #inLog()} has to guess
     */
    public Optional<String> warning(CustomerTable customers) {
        if (completeFrom != null || dated != null || customers.size() < FEWEST_CUSTOMERS) {
            return Optional.empty();
        }
        Arrivals arrivals = arrivals(customers);
        long periods = (long) arrivals.last() - arrivals.first() + 1;
        int lastEarly = (int) (arrivals.first() + periods / PARTS - 1);
        long early = 0;
        for (int row = 0; row < customers.size(); row++) {
            early += customers.firstPeriod(row) <= lastEarly ? 1 : 0;
        }
        if (early * ONE_IN <= customers.size()) {
            return Optional.empty();
        }
        LocalDate from = customers.options().grid().startOf(arrivals.first());
        LocalDate through = customers.options().grid().endOf(lastEarly);
        return Optional.of("every customer came with the first purchase in the log, though " + early + " of "
                + customers.size() + " first purchases lie from " + from + " through " + through
                + ", in the first tenth of the time in which customers came, as those of old customers do whose history"
                + " a log cuts off; say from which date the log is complete, or when customers were acquired");
    }

    /** The periods of the earliest and the latest first purchase. */
    private record Arrivals(int first, int last) {}

    private static Arrivals arrivals(CustomerTable customers) {
        int first = customers.firstPeriod(0);
        int last = first;
        for (int row = 1; row < customers.size(); row++) {
            first = Math.min(first, customers.firstPeriod(row));
            last = Math.max(last, customers.firstPeriod(row));
        }
        return new Arrivals(first, last);
    }

    /** The rule in words. */
    @Override
    public String toString() {
        String complete = completeFrom == null ? "" : "log complete from " + completeFrom;
        if (dated != null) {
            return "acquired on the dates of column '" + dated.column + "'"
                    + (complete.isEmpty() ? "" : ", " + complete);
        }
        return complete.isEmpty() ? "acquired with the first purchase in the log" : complete;
    }
}
