package io.clv.validation;

import io.clv.btyd.TransactionModel;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.Split;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.CalendarGrid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The repeat purchases of a base, one unit of time after the other from its first purchase to the end of the hold-out,
 * beside what a model expects: of each customer E[X(t)] of a newcomer, t after his own first purchase. Tracked are the
 * customers of the calibration.
 *
 * <p>The model looks at nobody's history here, so that what it learned of customers' paces cannot hide that the base as
 * a whole goes another way: a season, a campaign, a product that went out of fashion.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Tracking {

    private final List<Point> points;
    private final LocalDate calibratedThrough;

    private Tracking(List<Point> points, LocalDate calibratedThrough) {
        this.points = List.copyOf(points);
        this.calibratedThrough = calibratedThrough;
    }

    /**
     * One unit of time.
     *
     * @param through its last day; the last one may be cut short by the end of observation
     * @param actual the repeat purchases in it
     * @param expected how many a model expects in it
     * @param cumulativeActual the repeat purchases up to its end
     * @param cumulativeExpected how many a model expects up to its end
     */
    public record Point(
            LocalDate through, long actual, double expected, long cumulativeActual, double cumulativeExpected) {}

    /**
     * Tracks a base.
     *
     * @param ledger the log that was cut
     * @param split the cut
     * @param model the model, in the calibration's unit of time
     * @return a point for each of those units
     * @throws IllegalArgumentException if the unit of time is shorter than a period of the grid
     */
    public static Tracking of(Ledger ledger, Split split, TransactionModel model) {
        CustomerTable calibration = split.calibration();
        LedgerOptions options = calibration.options();
        CalendarGrid grid = options.grid();
        double periodsPerUnit = (double) options.unit().getDuration().toSeconds()
                / grid.unit().getDuration().toSeconds();
        if (periodsPerUnit < 1) {
            throw new IllegalArgumentException(
                    "the unit of time must not be shorter than a period of the grid, but was " + options.unit()
                            + " on a grid of " + grid);
        }
        // How many customers came in which period: all of them have the same expectation.
        Map<Integer, Integer> came = new TreeMap<>();
        for (int row = 0; row < calibration.size(); row++) {
            came.merge(grid.indexOf(calibration.firstPurchase(row)), 1, Integer::sum);
        }
        if (came.isEmpty()) {
            return new Tracking(List.of(), split.calibratedThrough());
        }
        int first = came.keySet().iterator().next();
        int last = grid.indexOf(split.observedThrough());
        long[] purchases = repeatPurchases(ledger, split, first, last);
        List<Point> points = new ArrayList<>();
        long actual = 0;
        double expected = 0;
        int from = first;
        for (int step = 1; from <= last; step++) {
            int to = Math.min(last, first - 1 + (int) Math.round(step * periodsPerUnit));
            long added = 0;
            for (int period = from; period <= to; period++) {
                added += purchases[period - first];
            }
            CompensatedSum sum = new CompensatedSum();
            for (Map.Entry<Integer, Integer> cohort : came.entrySet()) {
                if (cohort.getKey() < to) {
                    double age = (to - cohort.getKey()) / periodsPerUnit;
                    sum.add(cohort.getValue() * model.expectedTransactionsOfNewCustomer(age));
                }
            }
            actual += added;
            LocalDate through = grid.startOf(to + 1).minusDays(1);
            points.add(new Point(
                    through.isAfter(split.observedThrough()) ? split.observedThrough() : through,
                    added,
                    sum.value() - expected,
                    actual,
                    sum.value()));
            expected = sum.value();
            from = to + 1;
        }
        return new Tracking(points, split.calibratedThrough());
    }

    /** The repeat purchases of the calibration's customers by period. */
    private static long[] repeatPurchases(Ledger ledger, Split split, int first, int last) {
        CustomerTable calibration = split.calibration();
        LedgerOptions options = calibration.options();
        PeriodTable table = ledger.periods(split.observedThrough(), options.grid(), options.refunds());
        long[] purchases = new long[last - first + 1];
        for (int row = 0; row < calibration.size(); row++) {
            int customer = table.indexOf(calibration.id(row));
            int began = options.grid().indexOf(calibration.firstPurchase(row));
            for (int cell = table.cellsBegin(customer); cell < table.cellsEnd(customer); cell++) {
                if (table.period(cell) > began && table.purchases(cell) > 0) {
                    purchases[table.period(cell) - first]++;
                }
            }
        }
        return purchases;
    }

    /**
     * The points.
     *
     * @return in the order of time
     */
    public List<Point> points() {
        return points;
    }

    /**
     * The end of the calibration: points after it are the hold-out's.
     *
     * @return the last date of the calibration
     */
    public LocalDate calibratedThrough() {
        return calibratedThrough;
    }

    /**
     * How far the model is off at the end, as a share of what came.
     *
     * @return 0 without a point; the cumulative expectation / actual - 1, and 0 where nothing came and nothing was
     *     expected
     */
    public double relativeError() {
        if (points.isEmpty()) {
            return 0;
        }
        Point end = points.get(points.size() - 1);
        return (end.cumulativeExpected() - end.cumulativeActual()) / Math.max(1, end.cumulativeActual());
    }

    @Override
    public String toString() {
        return points.size() + " points, calibrated through " + calibratedThrough;
    }
}
