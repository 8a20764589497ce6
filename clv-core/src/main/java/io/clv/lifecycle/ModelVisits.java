package io.clv.lifecycle;

import io.clv.btyd.NextPurchases;
import io.clv.ledger.CustomerTable;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;

/** Forecasts by a model: the median of the time to the next purchase and the quantiles around it, as days. */
final class ModelVisits {

    /** So that what is a whole number of days but for rounding stays that. */
    private static final double ROUNDING = 1e-9;

    private ModelVisits() {}

    static VisitColumns of(NextPurchases next, CustomerTable customers, int horizonDays, Ratio level) {
        VisitColumns visits =
                new VisitColumns(VisitForecast.Source.MODEL, customers.size(), row -> words(customers, row));
        double tail = 0.5 * (1 - level.value());
        double daysPerUnit = Span.of(1, customers.unit()).in(ChronoUnit.DAYS);
        int start = Math.toIntExact(customers.observedThrough().toEpochDay());
        fill(visits.earliest, next.times(tail), daysPerUnit, start, horizonDays);
        fill(visits.expected, next.times(0.5), daysPerUnit, start, horizonDays);
        fill(visits.latest, next.times(1 - tail), daysPerUnit, start, horizonDays);
        for (int row = 0; row < visits.chance.length; row++) {
            visits.chance[row] = next.chance(row);
        }
        return visits;
    }

    /** What happens during a day is dated with it: days are rounded up. */
    private static void fill(int[] days, double[] times, double daysPerUnit, int start, int horizonDays) {
        for (int row = 0; row < days.length; row++) {
            double ahead = Math.ceil(times[row] * daysPerUnit - ROUNDING);
            days[row] = start + (int) Math.max(1, Math.min(horizonDays, ahead));
        }
    }

    private static String words(CustomerTable customers, int row) {
        return PlanWording.count(customers.frequency(row) + 1L, "visit") + ", the last on "
                + customers.lastPurchase(row);
    }
}
