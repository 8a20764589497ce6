package io.clv.validation;

import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.PeriodTable;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        int periods = (int) Math.floor(age.in(grid.unit()));
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
     * cohorts' means, each weighted by the inverse of its variance. Beyond 2 or below -2 there is a drift that chance
     * seldom makes.
     *
     * @return the slope over its standard error; empty with fewer than three cohorts of which the error is known
     */
    public OptionalDouble trend() {
        double weights = 0;
        double times = 0;
        double means = 0;
        int known = 0;
        for (int i = 0; i < cohorts.size(); i++) {
            Cohort cohort = cohorts.get(i);
            if (cohort.standardError() > 0) {
                double weight = 1 / (cohort.standardError() * cohort.standardError());
                weights += weight;
                times += weight * i;
                means += weight * cohort.purchases();
                known++;
            }
        }
        if (known < 3) {
            return OptionalDouble.empty();
        }
        double centre = times / weights;
        double mean = means / weights;
        double spread = 0;
        double product = 0;
        for (int i = 0; i < cohorts.size(); i++) {
            Cohort cohort = cohorts.get(i);
            if (cohort.standardError() > 0) {
                double weight = 1 / (cohort.standardError() * cohort.standardError());
                spread += weight * (i - centre) * (i - centre);
                product += weight * (i - centre) * (cohort.purchases() - mean);
            }
        }
        return OptionalDouble.of(product / Math.sqrt(spread));
    }

    @Override
    public String toString() {
        return cohorts.size() + " cohorts at the age of " + age + "; customers too young to compare: " + tooYoung;
    }
}
