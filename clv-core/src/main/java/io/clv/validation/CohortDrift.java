package io.clv.validation;

import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.Split;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Are customers who come today like those who came before? Cohorts by the period of their first purchase, compared at
 * equal age: what each customer bought again within so long after it. Averages over all customers mix the young with
 * the old, and a base that grows looks as if it were getting worse; at equal age it does not. A model fitted to all
 * takes the customers of old for newcomers, which is right only where this shows no drift.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class CohortDrift {

    /** Beyond so many standard errors a trend is called one. */
    private static final double NOTED = 2;

    /** Fewer have no trend. */
    private static final int FEWEST = 3;

    /** A span of so many days may be a little less of them in another unit. */
    private static final double ROUNDING = 1e-9;

    private static final MathContext SHOWN = new MathContext(4);

    private final Span age;
    private final List<Cohort> cohorts;
    private final int tooYoung;

    private CohortDrift(Span age, List<Cohort> cohorts, int tooYoung) {
        this.age = age;
        this.cohorts = List.copyOf(cohorts);
        this.tooYoung = tooYoung;
    }

    /**
     * Customers who came in the same period.
     *
     * @param from the first day of the period
     * @param customers how many of them were observed to the age
     * @param purchases the mean number of repeat purchase periods by that age
     * @param standardError of that mean; 0 for a single customer
     * @param amount what the repeat purchases by that age brought on average, in major units
     */
    public record Cohort(LocalDate from, int customers, double purchases, double standardError, double amount) {}

    /** What is summed up over a cohort. */
    private static final class Sums {
        private int customers;
        private long purchases;
        private long squares;
        private double amount;

        Cohort cohort(LocalDate from) {
            double mean = (double) purchases / customers;
            double variance = customers < 2 ? 0 : Math.max(0, (squares - mean * purchases) / (customers - 1.0));
            return new Cohort(from, customers, mean, Math.sqrt(variance / customers), amount / customers);
        }
    }

    /**
     * Compares the customers of a calibration by the month in which they came, each followed for as long as the
     * hold-out lasts: all of them were observed for so long. Where they came in fewer than three months they are
     * compared by weeks, on a grid of years by years.
     *
     * @param ledger the log that was cut
     * @param split the cut
     * @return the comparison
     */
    public static CohortDrift of(Ledger ledger, Split split) {
        LedgerOptions options = split.calibration().options();
        ChronoUnit period = options.grid().unit();
        CalendarGrid months = CalendarGrid.of(period == ChronoUnit.YEARS ? period : ChronoUnit.MONTHS);
        CohortDrift drift = of(ledger, split.observedThrough(), options, months, split.duration());
        return drift.cohorts.size() < FEWEST && period.compareTo(ChronoUnit.WEEKS) <= 0
                ? of(ledger, split.observedThrough(), options, CalendarGrid.of(ChronoUnit.WEEKS), split.duration())
                : drift;
    }

    /**
     * Compares cohorts.
     *
     * @param ledger the log
     * @param observedThrough the last date that is observed
     * @param options what counts as a purchase
     * @param cohorts the periods of first purchases that make a cohort, such as months
     * @param age how long each customer is followed from his first purchase
     * @return the comparison; customers observed for less are counted, and not compared
     * @throws IllegalArgumentException if the age is shorter than a period of the options' grid
     */
    public static CohortDrift of(
            Ledger ledger, LocalDate observedThrough, LedgerOptions options, CalendarGrid cohorts, Span age) {
        CalendarGrid grid = options.grid();
        int periods = (int) Math.floor(age.in(grid.unit()) + ROUNDING);
        if (periods < 1) {
            throw new IllegalArgumentException(
                    "age must not be shorter than a period of the grid (" + grid + "), but was " + age);
        }
        PeriodTable table = ledger.periods(observedThrough, grid, options.refunds());
        int end = grid.indexOf(observedThrough);
        double minorPerMajor = Math.pow(10, table.currency().getDefaultFractionDigits());
        Map<Integer, Sums> sums = new TreeMap<>();
        int tooYoung = 0;
        for (int customer = 0; customer < table.customers(); customer++) {
            int cell = table.cellsBegin(customer);
            int cells = table.cellsEnd(customer);
            while (cell < cells && table.purchases(cell) == 0) {
                cell++;
            }
            if (cell == cells) {
                continue;
            }
            int first = table.period(cell);
            if (end - first < periods) {
                tooYoung++;
                continue;
            }
            long purchases = 0;
            long minor = 0;
            for (int next = cell + 1; next < cells && table.period(next) - first <= periods; next++) {
                purchases += table.purchases(next) > 0 ? 1 : 0;
                minor += table.minorUnits(next);
            }
            Sums cohort = sums.computeIfAbsent(cohorts.indexOf(grid.startOf(first)), none -> new Sums());
            cohort.customers++;
            cohort.purchases += purchases;
            cohort.squares += purchases * purchases;
            cohort.amount += minor / minorPerMajor;
        }
        List<Cohort> compared = new ArrayList<>();
        sums.forEach((period, cohort) -> compared.add(cohort.cohort(cohorts.startOf(period))));
        return new CohortDrift(age, compared, tooYoung);
    }

    /**
     * How long each customer was followed.
     *
     * @return the age at which cohorts are compared
     */
    public Span age() {
        return age;
    }

    /**
     * The cohorts that have customers observed to the age.
     *
     * @return in the order of time
     */
    public List<Cohort> cohorts() {
        return cohorts;
    }

    /**
     * The customers who came too late to be observed to the age.
     *
     * @return how many
     */
    public int tooYoung() {
        return tooYoung;
    }

    /**
     * The trend of the mean purchases from cohort to cohort, in its own standard errors: a straight line through the
     * cohorts' means, each weighted by its customers, with the variance within cohorts that all of them have together.
     * Beyond 2 or below -2 there is a drift that chance seldom makes.
     *
     * <p>Without drift all cohorts have one variance. Each cohort's own would give the most weight to those that happen
     * to have bought little, because the spread of counts goes with their mean, and see drift where there is none.
     *
     * @return the slope over its standard error; empty with fewer than three cohorts, or where all customers of each
     *     cohort bought the same
     */
    public OptionalDouble trend() {
        double customers = 0;
        double times = 0;
        double purchases = 0;
        double squares = 0;
        for (int i = 0; i < cohorts.size(); i++) {
            Cohort cohort = cohorts.get(i);
            double n = cohort.customers();
            customers += n;
            times += n * i;
            purchases += n * cohort.purchases();
            squares += n * (n - 1) * cohort.standardError() * cohort.standardError();
        }
        if (cohorts.size() < FEWEST || !(squares > 0)) {
            return OptionalDouble.empty();
        }
        double variance = squares / (customers - cohorts.size());
        double centre = times / customers;
        double mean = purchases / customers;
        double spread = 0;
        double product = 0;
        for (int i = 0; i < cohorts.size(); i++) {
            Cohort cohort = cohorts.get(i);
            spread += cohort.customers() * (i - centre) * (i - centre);
            product += cohort.customers() * (i - centre) * (cohort.purchases() - mean);
        }
        return OptionalDouble.of(product / Math.sqrt(spread * variance));
    }

    /**
     * What a reader of a model that was fitted to all cohorts must know, if they differ.
     *
     * @return a sentence without a full stop, in English; empty where the trend is within two standard errors, or not
     *     known
     */
    public Optional<String> warning() {
        OptionalDouble trend = trend();
        if (trend.isEmpty() || Math.abs(trend.getAsDouble()) <= NOTED) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "customers who came later buy %s by the age of %s than those who came before (a trend of %+.1f standard"
                        + " errors over %d cohorts): a model fitted to all takes the one for the other",
                trend.getAsDouble() < 0 ? "less often" : "more often",
                ageInWords(),
                trend.getAsDouble(),
                cohorts.size()));
    }

    /** To four digits: a span of so many days is seldom a round one of weeks. */
    private Span ageInWords() {
        return Span.of(new BigDecimal(age.length()).round(SHOWN).doubleValue(), age.unit());
    }

    @Override
    public String toString() {
        return cohorts.size() + " cohorts at the age of " + ageInWords() + "; customers too young to compare: "
                + tooYoung;
    }
}
