package io.clv.ledger;

import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;

/**
 * Customers by calendar period, sparse: one cell for each period in which a customer has a row. The cells of a customer
 * are consecutive, in the order of their periods:
 *
 * <pre>{@code
 * for (int cell = table.cellsBegin(customer); cell < table.cellsEnd(customer); cell++) {
 *     activity[table.period(cell) - table.firstPeriod()] += table.purchases(cell);
 * }
 * }</pre>
 *
 * <p>Customers are those with a purchase, in ascending id order: the rows of the {@link CustomerTable} with the same
 * end of observation and refund policy, whatever its grid ({@link RefundPolicy#NET_DROPPING_PERIODS} excepted, which
 * looks at the periods of the grid). A cell without a purchase holds refunds, or a purchase that the policy has undone.
 *
 * <p>The last period is cut short when the end of observation is not its last day. The table is immutable and safe to
 * share between threads; an accessor given a customer or cell that is not there throws
 * {@link IndexOutOfBoundsException}.
 */
public final class PeriodTable {

    private final Ids ids;
    private final Currency currency;
    private final CalendarGrid grid;
    private final LocalDate observedThrough;
    private final int[] begin;
    private final int[] period;
    private final int[] purchases;
    private final long[] amount;
    private final Exclusions exclusions;
    private final ExactSum sum = new ExactSum();
    private final int firstPeriod;
    private final int lastPeriod;

    /** Takes ownership of the arrays. */
    PeriodTable(
            Ids ids,
            Currency currency,
            CalendarGrid grid,
            LocalDate observedThrough,
            int[] begin,
            int[] period,
            int[] purchases,
            long[] amount,
            Exclusions exclusions) {
        this.ids = ids;
        this.currency = currency;
        this.grid = grid;
        this.observedThrough = observedThrough;
        this.begin = begin;
        this.period = period;
        this.purchases = purchases;
        this.amount = amount;
        this.exclusions = exclusions;
        this.lastPeriod = grid.indexOf(observedThrough);
        this.firstPeriod = Arrays.stream(period).min().orElse(lastPeriod);
        for (long minor : amount) {
            sum.add(minor);
        }
    }

    /**
     * The calendar periods.
     *
     * @return the grid
     */
    public CalendarGrid grid() {
        return grid;
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
     * How many customers have a purchase.
     *
     * @return 0 or more
     */
    public int customers() {
        return ids.size();
    }

    /**
     * A customer's id.
     *
     * @param customer from 0
     * @return the id; that of a number is its decimal text
     */
    public String id(int customer) {
        return ids.text(customer);
    }

    /**
     * The place of a customer.
     *
     * @param id the id as {@link #id} gives it
     * @return the place, or -1 if the table has no such customer
     */
    public int indexOf(String id) {
        return ids.indexOf(id);
    }

    /**
     * How many cells there are.
     *
     * @return 0 or more
     */
    public int cells() {
        return period.length;
    }

    /**
     * The first cell of a customer.
     *
     * @param customer from 0
     * @return a cell
     */
    public int cellsBegin(int customer) {
        return begin[customer];
    }

    /**
     * The cell after the last of a customer.
     *
     * @param customer from 0
     * @return above {@link #cellsBegin}, for every customer has a cell
     */
    public int cellsEnd(int customer) {
        return begin[customer + 1];
    }

    /**
     * The period of a cell.
     *
     * @param cell from 0
     * @return its number in the grid
     */
    public int period(int cell) {
        return period[cell];
    }

    /**
     * The rows of a cell that are purchases. They are orders, not purchase periods: a cell with any is one purchase
     * period on this grid.
     *
     * @param cell from 0
     * @return 0 if it holds refunds only
     */
    public int purchases(int cell) {
        return purchases[cell];
    }

    /**
     * The money of a cell, refunds taken off unless they are ignored.
     *
     * @param cell from 0
     * @return the exact sum
     */
    public Money amount(int cell) {
        return Money.ofMinor(amount[cell], currency);
    }

    /**
     * As {@link #amount}, for adding up without making objects.
     *
     * @param cell from 0
     * @return the sum in minor units
     */
    public long minorUnits(int cell) {
        return amount[cell];
    }

    /**
     * The money of all cells.
     *
     * @return the exact sum
     * @throws ArithmeticException if it is beyond the range of money
     */
    public Money total() {
        return sum.toMoney("the total of the table", currency);
    }

    /**
     * The earliest period with a cell.
     *
     * @return its number in the grid; {@link #lastPeriod()} if there is no cell
     */
    public int firstPeriod() {
        return firstPeriod;
    }

    /**
     * The period of the end of observation, whether or not it has a cell.
     *
     * @return its number in the grid
     */
    public int lastPeriod() {
        return lastPeriod;
    }

    /**
     * What was left out.
     *
     * @return counts and sums
     */
    public Exclusions exclusions() {
        return exclusions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PeriodTable table
                && currency.equals(table.currency)
                && grid.equals(table.grid)
                && observedThrough.equals(table.observedThrough)
                && exclusions.equals(table.exclusions)
                && ids.equals(table.ids)
                && Arrays.equals(begin, table.begin)
                && Arrays.equals(period, table.period)
                && Arrays.equals(purchases, table.purchases)
                && Arrays.equals(amount, table.amount);
    }

    @Override
    public int hashCode() {
        return 31 * ids.hashCode() + Arrays.hashCode(amount);
    }

    @Override
    public String toString() {
        return customers() + " customers in " + grid + ", " + grid.startOf(firstPeriod) + " to " + observedThrough
                + ", " + cells() + " cells";
    }
}
