package io.clv.lifecycle;

import io.clv.ledger.PeriodTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * On which weekdays and in which months customers come: an index of 1.2 says that there are 20% more visits than on an
 * average day. It is read off repeat visits against customer-days, so that neither when customers were won nor how many
 * there were looks like a season.
 *
 * <p>Chance looks like a season too. Where n visits were counted and e would be expected without seasons, the index is
 * (n + k) / (e + k): the mean of a Poisson rate whose index over weekdays (or months) is Gamma distributed with mean 1
 * and variance 1/k, which is estimated by its moments, {@code (sum (n - e)^2 - sum e (1 - e / sum e)) / sum e^2}. Where
 * the counts differ no more than chance has them differ, all indices are 1.
 *
 * <p>Months are measured against the mean of the year around each (the ratio to the centred moving average of twelve
 * months), which takes two whole years to see every month; with less they are left out, all 1, and {@link #hasMonths}
 * says so.
 *
 * <p>A customer has weekdays of his own where his history carries it. Of two repeat visits of one customer the share
 * that falls on one weekday exceeds, by a fraction r, what the base's weekdays alone would make of it; his own counts
 * are then worth as much as the base's when he has k = (1 - r) / r repeat visits (the Dirichlet-multinomial's
 * concentration, by its moments). {@link #visitsForOwnWeekdays} is that number: with at least so many, the share of a
 * weekday is (own count + k base share) / (n + k). If customers agree no more than chance has it (two standard errors),
 * nobody has weekdays of his own. Months are always the base's. Immutable and safe to share between threads.
 */
public final class Seasonality {

    private static final int WEEKDAYS = SeasonalCounts.WEEKDAYS;

    private final PeriodTable days;
    private final double[] weekdays;
    private final double[] shares;
    private final double[] months;
    private final boolean hasMonths;
    private final long visits;
    /** Infinite where nobody has weekdays of his own. */
    private final double concentration;

    private Seasonality(PeriodTable days, SeasonalCounts counts) {
        this.days = days;
        double[][] byWeekday = counts.byWeekday();
        double[][] byMonth = counts.byMonth();
        visits = Math.round(Arrays.stream(byWeekday[0]).sum());
        weekdays = indices(byWeekday[0], byWeekday[1]);
        shares = shares(byWeekday[1], weekdays);
        hasMonths = byMonth[0].length > 0;
        months = hasMonths ? indices(byMonth[0], byMonth[1]) : ones(Month.values().length);
        concentration = concentration(counts, byWeekday[0]);
    }

    /**
     * Reads the seasons off the visits of a base.
     *
     * @param days the visits by day
     * @return the seasons; all 1 if nobody came twice
     * @throws IllegalArgumentException if the visits are not by day
     */
    public static Seasonality of(PeriodTable days) {
        VisitForecasts.requireByDay(days);
        return new Seasonality(days, new SeasonalCounts(days));
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] indices(double[] counted, double[] expected) {
        double all = Arrays.stream(expected).sum();
        double excess = 0;
        double squares = 0;
        for (int bin = 0; bin < counted.length; bin++) {
            double difference = counted[bin] - expected[bin];
            excess += difference * difference - expected[bin] * (1 - (all > 0 ? expected[bin] / all : 0));
            squares += expected[bin] * expected[bin];
        }
        if (!(excess > 0)) {
            return ones(counted.length);
        }
        double prior = squares / excess;
        double[] indices = new double[counted.length];
        for (int bin = 0; bin < counted.length; bin++) {
            indices[bin] = (counted[bin] + prior) / (expected[bin] + prior);
        }
        return indices;
    }

    /** What share of visits falls on each weekday. */
    private static double[] shares(double[] expected, double[] indices) {
        double[] shares = new double[WEEKDAYS];
        double sum = 0;
        for (int bin = 0; bin < WEEKDAYS; bin++) {
            shares[bin] = (expected[bin] > 0 ? expected[bin] : 1) * indices[bin];
            sum += shares[bin];
        }
        for (int bin = 0; bin < WEEKDAYS; bin++) {
            shares[bin] /= sum;
        }
        return shares;
    }

    private static double concentration(SeasonalCounts counts, double[] byWeekday) {
        double all = Arrays.stream(byWeekday).sum();
        double alike = 0;
        for (double count : byWeekday) {
            alike += all > 0 ? count / all * (count / all) : 0;
        }
        double share = counts.pairs > 0 ? (double) counts.pairsOnOneWeekday / counts.pairs : 0;
        double error = counts.pairs > 0 ? Math.sqrt(alike * (1 - alike) / counts.pairs) : 1;
        if (!(share - alike > 2 * error) || share >= 1) {
            return share >= 1 && alike < 1 && counts.pairs > 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        double agreement = (share - alike) / (1 - alike);
        return (1 - agreement) / agreement;
    }

    /**
     * How many visits there are on a weekday.
     *
     * @param day the weekday
     * @return the index of the base, 1 for an average day
     */
    public double weekday(DayOfWeek day) {
        return weekdays[day.getValue() - 1];
    }

    /**
     * How many visits there are in a month.
     *
     * @param month the month
     * @return the index of the base, 1 for an average month and for all if {@link #hasMonths} is false
     */
    public double month(Month month) {
        return months[month.getValue() - 1];
    }

    /**
     * Whether the log is long enough to tell months apart.
     *
     * @return true if every month of the year has the months of half a year on either side
     */
    public boolean hasMonths() {
        return hasMonths;
    }

    /**
     * From how many repeat visits on a customer has weekdays of his own.
     *
     * @return at least 1; empty if nobody has, since customers agree with themselves no more than chance has it
     */
    public OptionalInt visitsForOwnWeekdays() {
        double needed = Math.max(1, Math.ceil(concentration));
        return needed <= Integer.MAX_VALUE ? OptionalInt.of((int) needed) : OptionalInt.empty();
    }

    /**
     * How many visits a customer pays on a date.
     *
     * @param row of the visits
     * @param date any date
     * @return the index of the weekday, the customer's own where his history carries it, times that of the month
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double index(int row, LocalDate date) {
        return weekdaysOf(row)[date.getDayOfWeek().getValue() - 1] * months[date.getMonthValue() - 1];
    }

    /** The indices of a customer's weekdays, his own or else the base's; not to be written to. */
    double[] weekdaysOf(int row) {
        int needed = visitsForOwnWeekdays().orElse(Integer.MAX_VALUE);
        // a customer's cells are at least his visits, the first of which does not count
        if (days.cellsEnd(row) - days.cellsBegin(row) - 1 < needed) {
            return weekdays;
        }
        int[] own = new int[WEEKDAYS];
        int count = -1;
        for (int cell = days.cellsBegin(row); cell < days.cellsEnd(row); cell++) {
            if (days.purchases(cell) > 0 && ++count > 0) {
                own[SeasonalCounts.weekday(days.period(cell))]++;
            }
        }
        if (count < needed) {
            return weekdays;
        }
        double[] indices = new double[WEEKDAYS];
        for (int bin = 0; bin < WEEKDAYS; bin++) {
            double share = (own[bin] + concentration * shares[bin]) / (count + concentration);
            indices[bin] = weekdays[bin] * share / shares[bin];
        }
        return indices;
    }

    /** The base's weekdays; not to be written to. */
    double[] weekdays() {
        return weekdays;
    }

    /** The base's months; not to be written to. */
    double[] months() {
        return months;
    }

    PeriodTable days() {
        return days;
    }

    /**
     * The seasons in words.
     *
     * @return some lines of English
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        text.append("visits by weekday and month, read off ")
                .append(PlanWording.count(visits, "repeat visit"))
                .append("; 1 is an average day\n");
        line(text, weekdays, bin -> DayOfWeek.of(bin + 1).getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
        if (hasMonths) {
            line(text, months, bin -> Month.of(bin + 1).getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
        } else {
            text.append("months are left out: it takes two whole years to see every month\n");
        }
        OptionalInt own = visitsForOwnWeekdays();
        text.append(
                own.isPresent()
                        ? "customers with " + PlanWording.count(own.getAsInt(), "repeat visit")
                                + " or more have weekdays of their own\n"
                        : "nobody has weekdays of his own: customers agree with themselves no more than chance has"
                                + " it\n");
        return text.toString();
    }

    private static void line(StringBuilder text, double[] indices, java.util.function.IntFunction<String> name) {
        for (int bin = 0; bin < indices.length; bin++) {
            text.append(bin == 0 ? "" : ", ").append(name.apply(bin)).append(' ');
            text.append(String.format(Locale.ROOT, "%.2f", indices[bin]));
        }
        text.append('\n');
    }

    @Override
    public String toString() {
        return "seasons of " + PlanWording.count(visits, "repeat visit") + (hasMonths ? "" : ", without months");
    }
}
