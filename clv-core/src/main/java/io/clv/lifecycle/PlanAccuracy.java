package io.clv.lifecycle;

import io.clv.ledger.PeriodTable;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Forecasts of visits held against the visits that were then paid, source by source: how far the dates were off, how
 * many visits the intervals held, how many customers did not come; and of a plan, how many contacts went out before the
 * visit.
 *
 * <p>A customer's actual visit is the first after the end of observation of the forecast. A forecast is judged when the
 * log reaches to the end of its interval (to the expected date, where there is none); others are still open and counted
 * aside. Which forecasts are judged thus depends on the forecast and never on whether the visit came, so that neither
 * the punctual nor the late are favoured. Only if the log reaches to the horizon of the forecasts, has everybody had
 * the time that they spoke of: until then, who is late counts as not having come, {@link #isComplete} is false, and the
 * share within the intervals is too favourable.
 *
 * <p>Errors are actual minus expected, in days: above 0, customers come later than expected. The expected date of a
 * model or a rhythm is a median, and waits have a long tail: the mean error is above 0 even where nothing is wrong, and
 * it is the share of visits after the expected date that is to be one half. Immutable.
 */
public final class PlanAccuracy {

    /**
     * The forecasts of one source.
     *
     * @param label the source in words, or "all"
     * @param forecasts how many customers had one
     * @param open how many of these forecasts cannot be judged yet
     * @param came how many judged ones were followed by a visit
     * @param afterExpected how many visits came after the expected date
     * @param early how many visits came before the interval
     * @param within how many came within it
     * @param late how many came after it
     * @param never how many judged forecasts were not followed by a visit
     * @param bias the mean error in days of the visits that came; empty if none did
     * @param meanAbsoluteError the mean of its size; empty if none did
     */
    public record Line(
            String label,
            int forecasts,
            int open,
            int came,
            int afterExpected,
            int early,
            int within,
            int late,
            int never,
            OptionalDouble bias,
            OptionalDouble meanAbsoluteError) {

        /**
         * What share of the visits the intervals held, of those that came and had one.
         *
         * @return to be held against the level of the intervals; empty if there are none
         */
        public Optional<Ratio> shareWithin() {
            int judged = early + within + late;
            return judged == 0 ? Optional.empty() : Optional.of(Ratio.of((double) within / judged));
        }

        /**
         * What share of the judged forecasts was not followed by a visit.
         *
         * @return empty if none is judged
         */
        public Optional<Ratio> shareNever() {
            return came + never == 0 ? Optional.empty() : Optional.of(Ratio.of((double) never / (came + never)));
        }
    }

    /**
     * The contacts before visits.
     *
     * @param due how many were to be made by the end of the log
     * @param before how many were made before the visit that followed
     * @param after how many came on the day of the visit or after it
     * @param without how many were not followed by a visit
     */
    public record Calls(int due, int before, int after, int without) {}

    private final LocalDate from;
    private final LocalDate through;
    private final LocalDate end;
    private final Ratio level;
    private final List<Line> lines;
    private final double expectedToCome;
    private final int withChance;
    private final int camePromised;
    private final Optional<Calls> calls;

    private PlanAccuracy(VisitForecasts forecasts, Optional<ContactPlan> plan, PeriodTable later) {
        VisitForecasts.requireByDay(later);
        from = forecasts.customers().observedThrough();
        through = forecasts.through();
        end = later.observedThrough();
        level = forecasts.level();
        if (!end.isAfter(from)) {
            throw new IllegalArgumentException(
                    "visits must reach beyond the forecasts, which begin after " + from + ", but end on " + end);
        }
        int[] actual = actual(forecasts, later);
        List<Line> made = new ArrayList<>();
        for (VisitForecast.Source source : VisitForecast.Source.values()) {
            if (forecasts.count(source) > 0) {
                made.add(line(source.label(), forecasts, actual, Optional.of(source)));
            }
        }
        made.add(line("all", forecasts, actual, Optional.empty()));
        lines = List.copyOf(made);
        CompensatedSum promised = new CompensatedSum();
        int came = 0;
        int known = 0;
        for (int row = 0; row < actual.length; row++) {
            double chance = forecasts.columns(row).chance[row];
            if (forecasts.has(row) && chance != VisitColumns.UNKNOWN) {
                promised.add(chance);
                known++;
                came += actual[row] == VisitColumns.NONE ? 0 : 1;
            }
        }
        expectedToCome = promised.value();
        withChance = known;
        camePromised = came;
        calls = plan.map(each -> calls(each, actual));
    }

    /**
     * Holds forecasts against visits.
     *
     * @param forecasts made at the end of a shorter observation
     * @param later the visits by day of a log that goes on
     * @return the accuracy
     * @throws IllegalArgumentException if the visits are not by day, or end no later than the forecasts begin
     */
    public static PlanAccuracy of(VisitForecasts forecasts, PeriodTable later) {
        return new PlanAccuracy(forecasts, Optional.empty(), later);
    }

    /**
     * Holds a plan's forecasts and contacts against visits.
     *
     * @param plan made at the end of a shorter observation, with visits
     * @param later the visits by day of a log that goes on
     * @return the accuracy
     * @throws IllegalArgumentException if visits are no occasion of the plan; they are not by day, or end no later than
     *     the forecasts begin
     */
    public static PlanAccuracy of(ContactPlan plan, PeriodTable later) {
        VisitForecasts forecasts = plan.visits()
                .orElseThrow(() -> new IllegalArgumentException(
                        "accuracy needs a plan with visits, but this one has " + String.join(", ", plan.reasons())));
        return new PlanAccuracy(forecasts, Optional.of(plan), later);
    }

    /** The first visit of each customer after the forecast and up to its horizon, where the log shows one. */
    private static int[] actual(VisitForecasts forecasts, PeriodTable later) {
        int[] actual = new int[forecasts.size()];
        long from = forecasts.customers().observedThrough().toEpochDay();
        long to = forecasts.through().toEpochDay();
        for (int row = 0; row < actual.length; row++) {
            actual[row] = VisitColumns.NONE;
            int customer = later.indexOf(forecasts.customers().id(row));
            if (customer >= 0) {
                for (int cell = later.cellsEnd(customer) - 1; cell >= later.cellsBegin(customer); cell--) {
                    int day = later.period(cell);
                    if (day > from && day <= to && later.purchases(cell) > 0) {
                        actual[row] = day;
                    }
                }
            }
        }
        return actual;
    }

    private Line line(String label, VisitForecasts forecasts, int[] actual, Optional<VisitForecast.Source> source) {
        long last = end.toEpochDay();
        int all = 0;
        int open = 0;
        int[] counts = new int[4];
        int came = 0;
        int after = 0;
        CompensatedSum errors = new CompensatedSum();
        CompensatedSum sizes = new CompensatedSum();
        for (int row = 0; row < actual.length; row++) {
            VisitColumns visits = forecasts.columns(row);
            if (!visits.has(row) || source.filter(only -> only != visits.source).isPresent()) {
                continue;
            }
            all++;
            boolean ranged = visits.latest[row] != VisitColumns.NONE;
            if ((ranged ? visits.latest[row] : visits.expected[row]) > last) {
                open++;
            } else if (actual[row] == VisitColumns.NONE) {
                counts[3]++;
            } else {
                came++;
                int error = actual[row] - visits.expected[row];
                after += error > 0 ? 1 : 0;
                errors.add(error);
                sizes.add(Math.abs(error));
                if (ranged) {
                    counts[actual[row] < visits.earliest[row] ? 0 : actual[row] <= visits.latest[row] ? 1 : 2]++;
                }
            }
        }
        return new Line(
                label,
                all,
                open,
                came,
                after,
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                mean(errors, came),
                mean(sizes, came));
    }

    private static OptionalDouble mean(CompensatedSum sum, int count) {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum.value() / count + 0.0);
    }

    private Calls calls(ContactPlan plan, int[] actual) {
        int due = 0;
        int before = 0;
        int after = 0;
        for (int row = 0; row < actual.length; row++) {
            int call = plan.visitCall(row);
            if (call == Occasion.NONE || call > end.toEpochDay()) {
                continue;
            }
            due++;
            before += actual[row] > call ? 1 : 0;
            after += actual[row] != VisitColumns.NONE && actual[row] <= call ? 1 : 0;
        }
        return new Calls(due, before, after, due - before - after);
    }

    /**
     * The accuracy of each source that made a forecast, and of all.
     *
     * @return immutable; "all" is the last
     */
    public List<Line> lines() {
        return lines;
    }

    /**
     * The accuracy of all forecasts.
     *
     * @return the last of the {@link #lines}
     */
    public Line all() {
        return lines.get(lines.size() - 1);
    }

    /**
     * Whether the log reaches to the horizon of the forecasts.
     *
     * @return false if visits may still come of which the forecasts spoke
     */
    public boolean isComplete() {
        return !end.isBefore(through);
    }

    /**
     * How many customers were to come within the horizon: the sum of their chances.
     *
     * @return to be held against {@link #came}; empty if the log does not reach so far, or no forecast has a chance
     */
    public OptionalDouble expectedToCome() {
        return isComplete() && withChance > 0 ? OptionalDouble.of(expectedToCome) : OptionalDouble.empty();
    }

    /**
     * How many of the customers with a chance came within the horizon, as far as the log shows.
     *
     * @return 0 or more
     */
    public int came() {
        return camePromised;
    }

    /**
     * The contacts before visits.
     *
     * @return empty if forecasts were judged without a plan
     */
    public Optional<Calls> calls() {
        return calls;
    }

    /**
     * The accuracy in words.
     *
     * @return some lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        text.append("forecasts of ")
                .append(from)
                .append(" held against the visits up to ")
                .append(end);
        text.append('\n');
        for (Line line : lines) {
            text.append(line.label()).append(": ").append(PlanWording.count(line.forecasts(), "forecast"));
            text.append(", ").append(PlanWording.count(line.open())).append(" still open; ");
            text.append(PlanWording.count(line.came())).append(" came, ");
            text.append(PlanWording.count(line.never())).append(" did not");
            line.bias()
                    .ifPresent(bias -> text.append(String.format(
                            Locale.ROOT,
                            "; %s of them after the expected date, on average %.1f days %s than that, %.1f days off",
                            PlanWording.percent((double) line.afterExpected() / line.came()),
                            Math.abs(bias),
                            bias < 0 ? "earlier" : "later",
                            line.meanAbsoluteError().orElseThrow())));
            line.shareWithin()
                    .ifPresent(share -> text.append("; intervals at ")
                            .append(level)
                            .append(" held ")
                            .append(PlanWording.percent(share)));
            text.append('\n');
        }
        expectedToCome()
                .ifPresent(expected -> text.append(String.format(
                        Locale.ROOT, "to come by %s: %,.1f expected, %,d came\n", through, expected, camePromised)));
        calls.ifPresent(each -> text.append("contacts before visits: ")
                .append(PlanWording.count(each.due()))
                .append(" due, ")
                .append(PlanWording.count(each.before()))
                .append(" before the visit, ")
                .append(PlanWording.count(each.after()))
                .append(" too late for it, ")
                .append(PlanWording.count(each.without()))
                .append(" without one\n"));
        if (!isComplete()) {
            text.append("note: the forecasts speak of visits up to ")
                    .append(through)
                    .append(": those that are still to come count as not having come, and the share within the"
                            + " intervals is too favourable\n");
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return all().forecasts() + " forecasts of " + from + " held against visits up to " + end;
    }
}
