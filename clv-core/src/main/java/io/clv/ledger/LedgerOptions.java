package io.clv.ledger;

import com.google.common.base.Ascii;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;

/**
 * How a log is summarised. The grid says what counts as one purchase: everything a customer buys in one of its periods.
 * The unit says in what recency and age are counted, and so the unit of every parameter that is fitted to them. The two
 * are independent: {@code collapse(DAYS).unit(WEEKS)} counts days with purchases, and time in weeks of seven days.
 *
 * <p>Time is counted in whole periods of the grid, each taken at its mean length: from Monday to Saturday of the next
 * week are 12 days = 1.714 weeks on a grid of days, and 1 week on a grid of weeks.
 *
 * @param grid the periods into which purchases collapse
 * @param unit the unit of recency and age: days, weeks, months or years
 * @param refunds how negative amounts count
 * @param afterEnd what becomes of rows after the end of observation
 */
public record LedgerOptions(CalendarGrid grid, ChronoUnit unit, RefundPolicy refunds, AfterEnd afterEnd) {

    /**
     * Checks the unit.
     *
     * @param grid the periods into which purchases collapse
     * @param unit the unit of recency and age
     * @param refunds how negative amounts count
     * @param afterEnd what becomes of rows after the end of observation
     * @throws IllegalArgumentException if the unit is not days, weeks, months or years
     */
    public LedgerOptions {
        // A span refuses other units, with the message that all quantities share.
        Span.of(0, unit);
    }

    /**
     * Collapses into calendar periods (weeks from Monday) and counts time in the same unit, until
     * {@link #unit(ChronoUnit)} says another; refuses refunds and leaves out rows after the end.
     *
     * @param granularity days, weeks, months or years
     * @return the options
     * @throws IllegalArgumentException if the unit is another
     */
    public static LedgerOptions collapse(ChronoUnit granularity) {
        return new LedgerOptions(CalendarGrid.of(granularity), granularity, RefundPolicy.REJECT, AfterEnd.LEAVE_OUT);
    }

    /**
     * Collapses days and counts time in weeks, as the published examples do; refuses refunds and leaves out rows after
     * the end.
     *
     * @return the options
     */
    public static LedgerOptions defaults() {
        return collapse(ChronoUnit.DAYS).unit(ChronoUnit.WEEKS);
    }

    /**
     * These options with another grid; the unit of time stays.
     *
     * @param other the periods into which purchases collapse
     * @return the options
     */
    public LedgerOptions grid(CalendarGrid other) {
        return new LedgerOptions(other, unit, refunds, afterEnd);
    }

    /**
     * These options with another unit of time.
     *
     * @param other days, weeks, months or years
     * @return the options
     * @throws IllegalArgumentException if the unit is another
     */
    public LedgerOptions unit(ChronoUnit other) {
        return new LedgerOptions(grid, other, refunds, afterEnd);
    }

    /**
     * These options with another refund policy.
     *
     * @param other how negative amounts count
     * @return the options
     */
    public LedgerOptions refunds(RefundPolicy other) {
        return new LedgerOptions(grid, unit, other, afterEnd);
    }

    /**
     * These options with another answer to rows after the end.
     *
     * @param other what becomes of rows after the end of observation
     * @return the options
     */
    public LedgerOptions afterEnd(AfterEnd other) {
        return new LedgerOptions(grid, unit, refunds, other);
    }

    /** The length of so many periods of the grid in the unit; exact when the two are one. */
    double time(long periods) {
        if (grid.unit() == unit) {
            return periods;
        }
        return (double) periods
                * grid.unit().getDuration().toSeconds()
                / unit.getDuration().toSeconds();
    }

    @Override
    public String toString() {
        return "collapsed to " + grid + ", time in " + Ascii.toLowerCase(unit.name()) + ", refunds " + refunds
                + ", rows after the end " + afterEnd;
    }
}
