package io.clv.ledger;

import io.clv.quantity.CalendarGrid;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Currency;

/**
 * The rows of a window of days, by customer and then by period: a counting sort by customer, then a sort of each
 * customer's rows. A row is one {@code long}, its period above its number, and its amount stays where it is. Refunds
 * and rows after the window are refused or counted on the way.
 */
final class RowOrder {

    /** Where each customer's rows begin in {@link #keys}; one more for the end. */
    final int[] begin;

    final long[] keys;

    /** The customers with any row up to the last day, be it before the window or an ignored refund. */
    final BitSet seen;

    private long rowsAfterEnd;
    private long refundRowsIgnored;
    private final ExactSum refundsIgnored = new ExactSum();

    private final CodedRows rows;
    private final Currency currency;
    private final int lastDay;
    private final RefundPolicy refunds;
    private final AfterEnd afterEnd;

    /** Orders the rows that are dated after {@code beforeFirstDay}, up to {@code lastDay}. */
    RowOrder(
            CodedRows rows,
            Currency currency,
            CalendarGrid grid,
            long beforeFirstDay,
            int lastDay,
            RefundPolicy refunds,
            AfterEnd afterEnd) {
        this.rows = rows;
        this.currency = currency;
        this.lastDay = lastDay;
        this.refunds = refunds;
        this.afterEnd = afterEnd;
        int customers = rows.ids.size();
        this.begin = new int[customers + 1];
        this.seen = new BitSet(customers);
        for (int row = 0; row < rows.size(); row++) {
            if (observed(row)) {
                seen.set(rows.customer[row]);
                if (rows.day[row] > beforeFirstDay && counts(row)) {
                    begin[rows.customer[row] + 1]++;
                }
            }
        }
        for (int customer = 0; customer < customers; customer++) {
            begin[customer + 1] += begin[customer];
        }
        this.keys = new long[begin[customers]];
        place(grid, beforeFirstDay);
        for (int customer = 0; customer < customers; customer++) {
            Arrays.sort(keys, begin[customer], begin[customer + 1]);
        }
    }

    static int period(long key) {
        return (int) (key >> Integer.SIZE);
    }

    static int row(long key) {
        return (int) key;
    }

    /** How many pairs of customer and period there are. */
    int distinctPeriods() {
        int distinct = 0;
        for (int customer = 0; customer < begin.length - 1; customer++) {
            for (int at = begin[customer]; at < begin[customer + 1]; at++) {
                if (at == begin[customer] || period(keys[at]) != period(keys[at - 1])) {
                    distinct++;
                }
            }
        }
        return distinct;
    }

    /** What was left out here, and, as told, customers who have rows and yet no purchase. */
    Exclusions exclusions(int customersWithRefundsOnly, ExactSum refundsOfThose) {
        return new Exclusions(
                rowsAfterEnd,
                rows.ids.size() - seen.cardinality(),
                refundRowsIgnored,
                refundsIgnored.toMoney("the sum of the refunds left out", currency),
                customersWithRefundsOnly,
                refundsOfThose.toMoney("the total of the customers without a purchase", currency));
    }

    private boolean observed(int row) {
        if (rows.day[row] <= lastDay) {
            return true;
        }
        if (afterEnd == AfterEnd.REJECT) {
            throw refusal(row).afterEnd(lastDay);
        }
        rowsAfterEnd++;
        return false;
    }

    private boolean counts(int row) {
        if (rows.minor[row] >= 0 || refunds == RefundPolicy.NET || refunds == RefundPolicy.NET_DROPPING_PERIODS) {
            return true;
        }
        if (refunds == RefundPolicy.REJECT) {
            throw refusal(row).refund();
        }
        refundRowsIgnored++;
        refundsIgnored.add(rows.minor[row]);
        return false;
    }

    private Refusal refusal(int row) {
        return new Refusal(row, rows.ids.text(rows.customer[row]), rows.day[row], rows.minor[row], currency);
    }

    private void place(CalendarGrid grid, long beforeFirstDay) {
        boolean days = grid.unit() == ChronoUnit.DAYS;
        boolean all = refunds != RefundPolicy.IGNORE;
        int[] next = Arrays.copyOf(begin, begin.length - 1);
        for (int row = 0; row < rows.size(); row++) {
            int day = rows.day[row];
            if (day <= lastDay && day > beforeFirstDay && (all || rows.minor[row] >= 0)) {
                int period = days ? day : grid.indexOfEpochDay(day);
                keys[next[rows.customer[row]]++] = ((long) period << Integer.SIZE) | row;
            }
        }
    }
}
