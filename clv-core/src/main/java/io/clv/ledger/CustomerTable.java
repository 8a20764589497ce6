package io.clv.ledger;

import com.google.common.base.Ascii;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * One row a customer, as of the end of observation: what models of purchasing and spending are fitted to, and what
 * formulas are applied to. Rows stand in ascending id order, numbers by value and text by code point. The conventions
 * behind frequency, recency, age and monetary value are those of the {@linkplain io.clv.ledger package}.
 *
 * <p>The table is columnar, immutable and safe to share between threads; {@link #rows()} is a view of it as objects. An
 * accessor given a row that is not from 0 to {@link #size()} - 1 throws {@link IndexOutOfBoundsException}. Two tables
 * are equal when columns, options and end of observation are, whatever order their logs were in.
 */
public final class CustomerTable {

    private final CustomerColumns columns;
    private final Currency currency;
    private final LocalDate observedThrough;
    private final LedgerOptions options;
    private final Exclusions exclusions;
    private final Optional<PurchaseGaps> gaps;
    private final long endPeriod;
    private final double minorPerMajor;
    private final ExactSum sum = new ExactSum();
    private final long repeatPurchases;

    CustomerTable(
            CustomerColumns columns,
            Currency currency,
            LocalDate observedThrough,
            LedgerOptions options,
            Exclusions exclusions,
            Optional<PurchaseGaps> gaps) {
        this.columns = columns;
        this.currency = currency;
        this.observedThrough = observedThrough;
        this.options = options;
        this.exclusions = exclusions;
        this.gaps = gaps;
        this.endPeriod = options.grid().indexOf(observedThrough);
        this.minorPerMajor = Math.pow(10, currency.getDefaultFractionDigits());
        long repeats = 0;
        for (int row = 0; row < columns.size(); row++) {
            sum.add(columns.total[row]);
            repeats += columns.periods[row] - 1;
        }
        this.repeatPurchases = repeats;
    }

    /**
     * A table of customers who were summarised elsewhere: by a database, on many machines, or by this library, the
     * {@link #rows()} of whose table make one with the same rows. Ids are text. Of a monetary value the repeat
     * purchases' total is taken to the nearest minor unit.
     *
     * @param currency the currency of all amounts
     * @param options how they were summarised
     * @param observedThrough the end of observation, from which ages count back
     * @param rows the customers, in any order
     * @return the table, which knows of no {@link #exclusions} and no {@link #gaps}
     * @throws IllegalArgumentException if an id is blank or stands twice; a recency or an age is no whole number of the
     *     grid's periods (to nine digits), or reaches back beyond the range of dates; a recency is above the age, a
     *     frequency above the periods up to the recency, or one of the two 0 and the other not; an amount is of another
     *     currency, not finite, beyond 2^53 minor units, or not 0 without a repeat; or the currency has no minor digits
     *     in ISO 4217
     */
    public static CustomerTable of(
            Currency currency, LedgerOptions options, LocalDate observedThrough, Iterable<Customer> rows) {
        return new GivenCustomers(currency, options, observedThrough).table(rows);
    }

    /**
     * How many customers have a purchase.
     *
     * @return the number of rows
     */
    public int size() {
        return columns.size();
    }

    /**
     * The currency of all amounts.
     *
     * @return the ledger's currency
     */
    public Currency currency() {
        return currency;
    }

    /**
     * The end of observation.
     *
     * @return the last date that is observed
     */
    public LocalDate observedThrough() {
        return observedThrough;
    }

    /**
     * How the log was summarised.
     *
     * @return the options
     */
    public LedgerOptions options() {
        return options;
    }

    /**
     * The unit of recency and age.
     *
     * @return days, weeks, months or years
     */
    public ChronoUnit unit() {
        return options.unit();
    }

    /**
     * A customer's id; that of a number is its decimal text.
     *
     * @param row from 0
     * @return the id
     */
    public String id(int row) {
        return columns.ids.text(row);
    }

    /**
     * The row of a customer.
     *
     * @param id the id as {@link #id} gives it
     * @return the row, or -1 if the table has no such customer
     */
    public int indexOf(String id) {
        return columns.ids.indexOf(id);
    }

    /**
     * Frequency x: distinct purchase periods after the first.
     *
     * @param row from 0
     * @return 0 or more
     */
    public int frequency(int row) {
        return columns.periods[row] - 1;
    }

    /**
     * Recency t_x: the last purchase period minus the first, in units.
     *
     * @param row from 0
     * @return 0 for a customer without a repeat
     */
    public double recency(int row) {
        return options.time((long) columns.last[row] - columns.first[row]);
    }

    /**
     * Age T: the period of the end of observation minus the first purchase period, in units.
     *
     * @param row from 0
     * @return not below the recency
     */
    public double age(int row) {
        return options.time(endPeriod - columns.first[row]);
    }

    /**
     * The mean of the totals of the repeat periods in major units, to the nearest {@code double} for totals below 2^53
     * minor units. A refund after the first period lowers it, so that it may be negative.
     *
     * @param row from 0
     * @return 0 for a customer without a repeat
     */
    public double monetaryValue(int row) {
        int frequency = frequency(row);
        return frequency == 0 ? 0 : columns.repeatTotal[row] / (frequency * minorPerMajor);
    }

    /**
     * What a customer has brought up to the end of observation, the first period included.
     *
     * @param row from 0
     * @return the exact sum
     */
    public Money total(int row) {
        return Money.ofMinor(columns.total[row], currency);
    }

    /**
     * As {@link #total(int)}, in major units for computing.
     *
     * @param row from 0
     * @return the nearest {@code double} for totals below 2^53 minor units
     */
    public double totalAmount(int row) {
        return columns.total[row] / minorPerMajor;
    }

    /**
     * As {@link #total(int)}, for adding up without making objects.
     *
     * @param row from 0
     * @return the sum in minor units
     */
    public long totalMinorUnits(int row) {
        return columns.total[row];
    }

    /**
     * The first day of the first purchase period.
     *
     * @param row from 0
     * @return the date of the first purchase on a grid of days
     */
    public LocalDate firstPurchase(int row) {
        return options.grid().startOf(columns.first[row]);
    }

    /**
     * The first day of the last purchase period.
     *
     * @param row from 0
     * @return the date of the last purchase on a grid of days
     */
    public LocalDate lastPurchase(int row) {
        return options.grid().startOf(columns.last[row]);
    }

    /**
     * The rows as objects, made when they are asked for.
     *
     * @return an immutable view
     */
    public List<Customer> rows() {
        return new RowView();
    }

    /**
     * What all customers of the table have brought.
     *
     * @return the exact sum
     * @throws ArithmeticException if it is beyond the range of money, which does not keep customers from being there
     */
    public Money total() {
        return sum.toMoney("the total of the table", currency);
    }

    /**
     * The repeat purchases of all customers, the sum of x.
     *
     * @return 0 or more
     */
    public long repeatPurchases() {
        return repeatPurchases;
    }

    /**
     * What was left out.
     *
     * @return counts and sums
     */
    public Exclusions exclusions() {
        return exclusions;
    }

    /**
     * The gaps between successive purchase periods. A {@linkplain CustomerState#sealThrough seal} does not keep them.
     *
     * @return nothing if no customer has a repeat, or the table was made of states of which any is sealed
     */
    public Optional<PurchaseGaps> gaps() {
        return gaps;
    }

    /** The period of a row's first purchase. */
    int firstPeriod(int row) {
        return columns.first[row];
    }

    /** The period of a row's last purchase. */
    int lastPeriod(int row) {
        return columns.last[row];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerTable table
                && currency.equals(table.currency)
                && observedThrough.equals(table.observedThrough)
                && options.equals(table.options)
                && exclusions.equals(table.exclusions)
                && columns.equals(table.columns);
    }

    @Override
    public int hashCode() {
        return 31 * columns.hashCode() + observedThrough.hashCode();
    }

    @Override
    public String toString() {
        return size() + " customers with " + repeatPurchases + " repeat purchases, observed through " + observedThrough
                + ", time in " + Ascii.toLowerCase(unit().name());
    }

    private final class RowView extends AbstractList<Customer> implements RandomAccess {
        @Override
        public Customer get(int row) {
            return new Customer(id(row), frequency(row), recency(row), age(row), monetaryValue(row), total(row));
        }

        @Override
        public int size() {
            return CustomerTable.this.size();
        }
    }
}
