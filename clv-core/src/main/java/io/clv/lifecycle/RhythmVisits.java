package io.clv.lifecycle;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.PeriodTable;
import io.clv.numerics.CompensatedSum;
import io.clv.numerics.InverseNormal;
import io.clv.numerics.StandardNormal;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.BitSet;

/**
 * Forecasts by the gaps between a customer's own visits: their logarithms are normal around the customer's own mean,
 * with one variance for all customers. A few gaps tell where a customer's rhythm lies and not how regular it is, which
 * the base does.
 */
final class RhythmVisits {

    /** Who has been silent for longer than so great a share of his gaps would be does not keep to them any more. */
    static final double SILENT = 0.99;

    private final PeriodTable days;
    private final int fewest;
    private final int[] gaps;
    private final double[] mean;
    private final int[] last;
    private final double deviation;
    private final BitSet silent = new BitSet();

    RhythmVisits(PeriodTable days, int fewest) {
        this.days = days;
        this.fewest = fewest;
        int rows = days.customers();
        gaps = new int[rows];
        mean = new double[rows];
        last = new int[rows];
        CompensatedSum squares = new CompensatedSum();
        long freedom = 0;
        for (int row = 0; row < rows; row++) {
            double sum = scan(row);
            if (gaps[row] > 0) {
                mean[row] = sum / gaps[row];
                squares.add(squaresAround(row, mean[row]));
                freedom += gaps[row] - 1;
            }
        }
        if (freedom == 0) {
            throw new IllegalArgumentException(
                    "own rhythm needs a customer with 3 visits or more, but none of " + rows + " customers has");
        }
        deviation = Math.sqrt(squares.value() / freedom);
    }

    /** The sum of the logarithms of a customer's gaps; notes how many there are and the last visit. */
    private double scan(int row) {
        double sum = 0;
        int before = VisitColumns.NONE;
        for (int cell = days.cellsBegin(row); cell < days.cellsEnd(row); cell++) {
            if (days.purchases(cell) > 0) {
                int day = days.period(cell);
                if (before != VisitColumns.NONE) {
                    sum += Math.log(day - before);
                    gaps[row]++;
                }
                before = day;
            }
        }
        last[row] = before;
        return sum;
    }

    private double squaresAround(int row, double center) {
        double sum = 0;
        int before = VisitColumns.NONE;
        for (int cell = days.cellsBegin(row); cell < days.cellsEnd(row); cell++) {
            if (days.purchases(cell) > 0) {
                int day = days.period(cell);
                if (before != VisitColumns.NONE) {
                    double excess = Math.log(day - before) - center;
                    sum += excess * excess;
                }
                before = day;
            }
        }
        return sum;
    }

    VisitColumns forecasts(CustomerTable customers, int horizonDays, Ratio level) {
        VisitColumns visits = new VisitColumns(VisitForecast.Source.RHYTHM, gaps.length, this::words);
        double tail = 0.5 * (1 - level.value());
        int today = Math.toIntExact(customers.observedThrough().toEpochDay());
        for (int row = 0; row < gaps.length; row++) {
            if (gaps[row] < fewest) {
                continue;
            }
            double spread = spread(row);
            int elapsed = today - last[row];
            double before = elapsed == 0 ? 0 : StandardNormal.below((Math.log(elapsed) - mean[row]) / spread);
            if (before > SILENT) {
                silent.set(row);
                continue;
            }
            double by = StandardNormal.below((Math.log((double) elapsed + horizonDays) - mean[row]) / spread) - before;
            visits.chance[row] = Math.min(1, by / (1 - before));
            if (by > 0) {
                visits.earliest[row] = day(row, before + tail * by, today, horizonDays);
                visits.expected[row] = day(row, before + 0.5 * by, today, horizonDays);
                visits.latest[row] = day(row, before + (1 - tail) * by, today, horizonDays);
            }
        }
        return visits;
    }

    /** Of the next gap around the mean of those that were seen; never quite 0, as of gaps that are all alike. */
    private double spread(int row) {
        return Math.max(1e-6, deviation * Math.sqrt(1 + 1.0 / gaps[row]));
    }

    private int day(int row, double share, int today, int horizonDays) {
        double gap = Math.exp(mean[row] + spread(row) * InverseNormal.at(share));
        double day = Math.rint(last[row] + gap);
        return (int) Math.max(today + 1.0, Math.min((double) today + horizonDays, day));
    }

    private String words(int row) {
        String own = PlanWording.count(gaps[row], "gap") + " between visits";
        if (gaps[row] < fewest) {
            return own + ", and a rhythm of one's own needs " + fewest;
        }
        return own + " of typically " + PlanWording.count(Math.round(Math.exp(mean[row])), "day") + ", the last on "
                + LocalDate.ofEpochDay(last[row])
                + (silent.get(row) ? ": silent for longer than 99% of such gaps" : "");
    }
}
