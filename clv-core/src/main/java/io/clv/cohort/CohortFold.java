package io.clv.cohort;

import io.clv.ledger.PeriodTable;
import io.clv.numerics.CompensatedSum;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The cells of customers and calendar periods folded to those of cohorts and ages: two passes over the customers, and
 * an array for each figure of a cell. The cells of a row are consecutive, from age 0 to that of its oldest customers.
 */
final class CohortFold {

    private static final int MOST_CELLS = 20_000_000;

    private static final int LEFT_OUT = -1;

    private final PeriodTable table;
    private final CohortPeriods periods;
    private final int last;
    private final int lastOver;

    /** The period of each customer's first purchase. */
    private final int[] came;

    private final int[] rowOf;

    /** The cells of a row begin here; one more, for the end of the last. */
    final int[] offset;

    final int[] customers;

    /** How many of the row's customers are so old that the period has begun, and that it is over. */
    final int[] reached;

    final int[] observed;

    /** In periods that are over, and in the one that is cut short. */
    final int[] active;

    final MoneyCells revenue;

    final int[] activeCut;

    final MoneyCells revenueCut;

    /** Minor units a customer up to the end of the age. */
    final double[] cumulative;

    /** One cell: of those whose rows are left out. */
    final MoneyCells leftOut = new MoneyCells(1);

    /**
     * Folds a table; {@code row} says in which row a customer is, or -1 if he is left out, and is asked when
     * {@code came} is known.
     */
    CohortFold(PeriodTable table, CohortPeriods periods, Rows rows) {
        this.table = table;
        this.periods = periods;
        this.last = periods.indexOf(table.lastPeriod());
        this.lastOver = periods.lastOver(table.observedThrough());
        this.came = new int[table.customers()];
        for (int customer = 0; customer < came.length; customer++) {
            came[customer] = periods.indexOf(table.period(firstPurchase(customer)));
        }
        this.rowOf = new int[came.length];
        IntUnaryOperator rowOfCustomer = rows.over(came);
        Arrays.setAll(rowOf, rowOfCustomer);
        this.customers = new int[rows.size()];
        this.offset = offsets();
        int cells = offset[customers.length];
        this.reached = new int[cells];
        this.observed = new int[cells];
        this.active = new int[cells];
        this.revenue = new MoneyCells(cells);
        boolean cut = lastOver < last;
        this.activeCut = cut ? new int[cells] : active;
        this.revenueCut = cut ? new MoneyCells(cells) : revenue;
        this.cumulative = new double[cells];
        countReached();
        addCells();
        accumulate();
    }

    /** How customers become rows. */
    interface Rows {

        /** The row of each customer, given when each came; -1 leaves him out. */
        IntUnaryOperator over(int[] came);

        /** How many rows there are, once that is known. */
        int size();
    }

    boolean isCutShort() {
        return lastOver < last;
    }

    /** The period that the end of observation cuts short. */
    int lastPeriod() {
        return last;
    }

    private int firstPurchase(int customer) {
        int cell = table.cellsBegin(customer);
        while (table.purchases(cell) == 0) {
            cell++;
        }
        return cell;
    }

    private int[] offsets() {
        int[] length = new int[customers.length];
        for (int customer = 0; customer < came.length; customer++) {
            int row = rowOf[customer];
            if (row != LEFT_OUT) {
                customers[row]++;
                length[row] = Math.max(length[row], last - came[customer] + 1);
            }
        }
        long cells = Arrays.stream(length).asLongStream().sum();
        if (cells > MOST_CELLS) {
            throw new IllegalArgumentException("cells of cohorts by age must be at most " + MOST_CELLS + ", but were "
                    + cells + ": choose periods that are longer, or fewer groups");
        }
        int[] offsets = new int[length.length + 1];
        for (int row = 0; row < length.length; row++) {
            offsets[row + 1] = offsets[row] + length[row];
        }
        return offsets;
    }

    private void countReached() {
        for (int customer = 0; customer < came.length; customer++) {
            if (rowOf[customer] != LEFT_OUT) {
                int first = offset[rowOf[customer]];
                reached[first + last - came[customer]]++;
                if (came[customer] <= lastOver) {
                    observed[first + lastOver - came[customer]]++;
                }
            }
        }
        for (int row = 0; row < customers.length; row++) {
            for (int cell = offset[row + 1] - 2; cell >= offset[row]; cell--) {
                reached[cell] += reached[cell + 1];
                observed[cell] += observed[cell + 1];
            }
        }
    }

    private void addCells() {
        for (int customer = 0; customer < came.length; customer++) {
            if (rowOf[customer] == LEFT_OUT) {
                for (int cell = table.cellsBegin(customer); cell < table.cellsEnd(customer); cell++) {
                    leftOut.add(0, table.minorUnits(cell));
                }
            } else {
                addCells(customer, offset[rowOf[customer]] - came[customer]);
            }
        }
    }

    private void addCells(int customer, int base) {
        int counted = Integer.MIN_VALUE;
        for (int cell = table.cellsBegin(customer); cell < table.cellsEnd(customer); cell++) {
            // A refund before the first purchase counts with it, as it does in a summary.
            int period = Math.max(came[customer], periods.indexOf(table.period(cell)));
            boolean over = period <= lastOver;
            (over ? revenue : revenueCut).add(base + period, table.minorUnits(cell));
            if (period != counted && table.purchases(cell) > 0) {
                (over ? active : activeCut)[base + period]++;
                counted = period;
            }
        }
    }

    /**
     * Adds up means. While the same customers are seen their sums are added and divided once, so that nothing is lost
     * where all of a cohort are of one age.
     */
    private void accumulate() {
        for (int row = 0; row < customers.length; row++) {
            double before = 0;
            int seen = -1;
            CompensatedSum sum = new CompensatedSum();
            for (int cell = offset[row]; cell < offset[row + 1]; cell++) {
                int of = seenAt(cell);
                if (of != seen) {
                    before = cell == offset[row] ? 0 : cumulative[cell - 1];
                    sum = new CompensatedSum();
                    seen = of;
                }
                sum.add((observed[cell] > 0 ? revenue : revenueCut).toDouble(cell));
                cumulative[cell] = before + sum.value() / of;
            }
        }
    }

    /** Of how many customers the means of a cell are. */
    int seenAt(int cell) {
        return observed[cell] > 0 ? observed[cell] : reached[cell];
    }
}
