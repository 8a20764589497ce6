package io.clv.lifecycle;

import io.clv.ledger.CustomerTable;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Forecasts by usage: when the next service is due. */
final class UsageVisits {

    private UsageVisits() {}

    static VisitColumns of(
            IntFunction<Optional<Usage>> usageOfRow, CustomerTable customers, int horizonDays, Ratio level) {
        @Nullable Usage[] usages = new Usage[customers.size()];
        LocalDate tomorrow = customers.observedThrough().plusDays(1);
        LocalDate end = customers.observedThrough().plusDays(horizonDays);
        VisitColumns visits =
                new VisitColumns(VisitForecast.Source.USAGE, usages.length, row -> words(usages[row], end));
        for (int row = 0; row < usages.length; row++) {
            Usage usage = usageOfRow.apply(row).orElse(null);
            usages[row] = usage;
            LocalDate due = usage == null ? null : usage.due().orElse(null);
            if (usage == null || due == null || due.isAfter(end)) {
                continue;
            }
            int at = row;
            visits.expected[row] = day(due, tomorrow);
            usage.interval(level).ifPresent(range -> fill(visits, at, range, tomorrow));
        }
        return visits;
    }

    /** What was due by the end of observation is due from the day after it. */
    private static int day(LocalDate date, LocalDate tomorrow) {
        return Math.toIntExact((date.isBefore(tomorrow) ? tomorrow : date).toEpochDay());
    }

    private static void fill(VisitColumns visits, int row, DateRange range, LocalDate tomorrow) {
        visits.earliest[row] = day(range.earliest(), tomorrow);
        visits.latest[row] = day(range.latest(), tomorrow);
    }

    private static String words(@Nullable Usage usage, LocalDate end) {
        if (usage == null) {
            return "usage is not known";
        }
        String due = usage.due()
                .map(date -> date.isAfter(end) ? "due on " + date + ", beyond the horizon" : "due on " + date)
                .orElse("not due within 100 years");
        return usage + ", " + due;
    }
}
