package io.clv.cohort;

import io.clv.ledger.Acquisition;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.PeriodTable;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Cohorts by age: of the customers who came in the same period, or who are in the same group, how many were active one
 * period later, two periods later and so on, and what they brought:
 *
 * <pre>{@code
 * CohortTable cohorts = CohortTable.of(ledger.periods(observedThrough, CalendarGrid.months(), RefundPolicy.REJECT));
 * cohorts.activeShare(0, 3);                     // of the first cohort, three months after the month they came in
 * cohorts.cumulativeRevenuePerCustomer(0, 3);    // what one of them has brought by the end of that month
 * }</pre>
 *
 * <p>Ages are counted in whole calendar periods. At age 0 stands the period of the first purchase, in which everybody
 * is active and which is shorter for those who came late in it; at age k the k-th period after it. Money that was paid
 * back before the first purchase counts at age 0. The revenue of all cells is the total of the log to the last cent,
 * together with {@link #leftOut()}.
 *
 * <p>The active share is no retention: who bought nothing in a period has cancelled nothing and may be back in the
 * next, so that shares may rise with age.
 *
 * <p>The end of observation cuts what can be known, and each cell says how ({@link Observation}): a period that is
 * observed in part is marked and is in no average. Where rows are groups, customers of one row are of different age:
 * shares and means of an age are of those who were seen to its end, and {@link #cumulativeRevenuePerCustomer} adds up
 * the means of each age, each over those who were seen (the mean cumulative function of W. Nelson, "Confidence limits
 * for recurrence data", Technometrics 37(2), 1995, which holds if those who came late are like those who came early).
 * Tools that divide the sum at each age by all customers let every curve sag where customers are too young.
 *
 * <p>Means are in major units of the currency. An instance is immutable and safe to share between threads; an accessor
 * given a row or an age that is not there throws {@link IndexOutOfBoundsException}.
 */
public final class CohortTable {

    private final Currency currency;
    private final LocalDate observedThrough;
    private final CohortPeriods periods;
    private final CohortFold fold;
    private final List<String> labels;
    private final @Nullable String grouping;
    private final CohortRows rows;
    private final int leftOutCustomers;
    private final double minorPerMajor;
    private final int ages;

    private CohortTable(Builder builder) {
        this.currency = builder.table.currency();
        this.observedThrough = builder.table.observedThrough();
        this.periods = new CohortPeriods(builder.table.grid(), builder.each);
        this.grouping = builder.grouping;
        this.rows = new CohortRows(builder.groups, builder.leftOut);
        this.fold = new CohortFold(builder.table, periods, rows);
        this.leftOutCustomers = builder.leftOut.cardinality();
        this.minorPerMajor = Math.pow(10, currency.getDefaultFractionDigits());
        List<String> names = new ArrayList<>();
        int oldest = 0;
        for (int row = 0; row < rows.size(); row++) {
            names.add(
                    builder.groups == null
                            ? periods.label(rows.cohort(row))
                            : builder.groups.labels().get(row));
            oldest = Math.max(oldest, fold.offset[row + 1] - fold.offset[row]);
        }
        this.labels = List.copyOf(names);
        this.ages = oldest;
    }

    /**
     * Cohorts by the period of the first purchase.
     *
     * @param purchases customers by calendar period; its periods are those of cohorts and ages
     * @return the cohorts that have customers, in the order of time
     * @throws IllegalArgumentException if there are more than 20,000,000 cells
     */
    public static CohortTable of(PeriodTable purchases) {
        return builder(purchases).build();
    }

    /**
     * Cohorts by the period of the first purchase, unless {@link Builder#groups} says otherwise.
     *
     * @param purchases customers by calendar period
     * @return a builder
     */
    public static Builder builder(PeriodTable purchases) {
        return new Builder(purchases);
    }

    /**
     * How many cohorts there are.
     *
     * @return 0 or more
     */
    public int size() {
        return labels.size();
    }

    /**
     * The name of a cohort.
     *
     * @param row from 0
     * @return the period, as in {@code "2025-03"}, {@code "2025-Q1"} or {@code "2025"}, the first day of any other; or
     *     the label of the group
     */
    public String label(int row) {
        return labels.get(row);
    }

    /**
     * The names of all cohorts.
     *
     * @return immutable, by row
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * When the customers of a cohort came.
     *
     * @param row from 0
     * @return the first day of the period of their first purchase; empty where rows are groups
     */
    public Optional<LocalDate> from(int row) {
        Objects.checkIndex(row, size());
        return grouping == null ? Optional.of(periods.startOf(rows.cohort(row))) : Optional.empty();
    }

    /**
     * How many customers are in a cohort.
     *
     * @param row from 0
     * @return 0 only for a group that has none
     */
    public int customers(int row) {
        return fold.customers[row];
    }

    /**
     * How many ages there are, from 0 on.
     *
     * @return that of the oldest cohort, and one
     */
    public int ages() {
        return ages;
    }

    /**
     * The age of a cohort in the period that holds the end of observation; that of its oldest customers, where rows are
     * groups.
     *
     * @param row from 0
     * @return -1 for a group without customers
     */
    public int lastAge(int row) {
        return fold.offset[row + 1] - fold.offset[row] - 1;
    }

    /**
     * How much of a cohort was seen at an age.
     *
     * @param row from 0
     * @param age from 0
     * @return all, some, a part of the period, or nothing
     */
    public Observation observation(int row, int age) {
        int cell = cell(row, age);
        if (cell < 0) {
            return Observation.NONE;
        }
        if (fold.observed[cell] == 0) {
            return Observation.CUT_SHORT;
        }
        return fold.observed[cell] == fold.customers[row] ? Observation.COMPLETE : Observation.OF_SOME;
    }

    /**
     * How many customers were seen to the end of the period in which they had an age.
     *
     * @param row from 0
     * @param age from 0
     * @return all, some or none of the cohort
     */
    public int observed(int row, int age) {
        int cell = cell(row, age);
        return cell < 0 ? 0 : fold.observed[cell];
    }

    /**
     * How many customers made a purchase at an age, in what was seen of it.
     *
     * @param row from 0
     * @param age from 0
     * @return all customers at age 0
     */
    public int active(int row, int age) {
        int cell = cell(row, age);
        return cell < 0 ? 0 : fold.active[cell] + (fold.isCutShort() ? fold.activeCut[cell] : 0);
    }

    /**
     * The active among those who were seen to the end of the age, and where nobody was, among those who have begun it.
     *
     * @param row from 0
     * @param age from 0
     * @return 0 to 1, and 1 at age 0; empty where nobody is that old yet
     */
    public OptionalDouble activeShare(int row, int age) {
        int cell = cell(row, age);
        if (cell < 0) {
            return OptionalDouble.empty();
        }
        int[] active = fold.observed[cell] > 0 ? fold.active : fold.activeCut;
        return OptionalDouble.of((double) active[cell] / fold.seenAt(cell));
    }

    /**
     * What a cohort brought at an age, in what was seen of it, refunds taken off.
     *
     * @param row from 0
     * @param age from 0
     * @return the exact sum; zero where nobody is that old yet
     * @throws ArithmeticException if it is beyond the range of money
     */
    public Money revenue(int row, int age) {
        int cell = cell(row, age);
        if (cell < 0) {
            return Money.zero(currency);
        }
        MoneyCells sum = new MoneyCells(1);
        add(sum, cell);
        return sum.toMoney(0, currency, "the revenue of cohort '" + label(row) + "' at age " + age);
    }

    private void add(MoneyCells sum, int cell) {
        sum.addFrom(fold.revenue, cell);
        if (fold.isCutShort()) {
            sum.addFrom(fold.revenueCut, cell);
        }
    }

    /**
     * What a cohort has brought so far, refunds taken off.
     *
     * @param row from 0
     * @return the exact sum over all ages
     * @throws ArithmeticException if it is beyond the range of money
     */
    public Money revenue(int row) {
        MoneyCells sum = new MoneyCells(1);
        for (int cell = fold.offset[row]; cell < fold.offset[row + 1]; cell++) {
            add(sum, cell);
        }
        return sum.toMoney(0, currency, "the revenue of cohort '" + label(row) + "'");
    }

    /**
     * What all cohorts have brought so far.
     *
     * @return the exact sum of all cells; with {@link #leftOut()} the total of the log up to the end of observation
     * @throws ArithmeticException if it is beyond the range of money
     */
    public Money total() {
        MoneyCells sum = new MoneyCells(1);
        for (int cell = 0; cell < fold.reached.length; cell++) {
            add(sum, cell);
        }
        return sum.toMoney(0, currency, "the revenue of all cohorts");
    }

    /**
     * The revenue of an age over those who were seen to its end, and where nobody was, over those who have begun it.
     *
     * @param row from 0
     * @param age from 0
     * @return in major units; empty where nobody is that old yet
     */
    public OptionalDouble revenuePerCustomer(int row, int age) {
        int cell = cell(row, age);
        if (cell < 0) {
            return OptionalDouble.empty();
        }
        MoneyCells revenue = fold.observed[cell] > 0 ? fold.revenue : fold.revenueCut;
        return OptionalDouble.of(revenue.toDouble(cell) / fold.seenAt(cell) / minorPerMajor);
    }

    /**
     * What a customer of the cohort has brought on average by the end of an age: {@link #revenuePerCustomer} added up
     * from age 0. Times a gross margin it is the value to date.
     *
     * @param row from 0
     * @param age from 0
     * @return in major units; empty where nobody is that old yet
     */
    public OptionalDouble cumulativeRevenuePerCustomer(int row, int age) {
        int cell = cell(row, age);
        return cell < 0 ? OptionalDouble.empty() : OptionalDouble.of(fold.cumulative[cell] / minorPerMajor);
    }

    /** Of how many customers the means of an age are, 0 where nobody is that old yet. */
    int seen(int row, int age) {
        int cell = cell(row, age);
        return cell < 0 ? 0 : fold.seenAt(cell);
    }

    /** The place of a cell, -1 where nobody is that old yet. */
    private int cell(int row, int age) {
        Objects.checkIndex(row, size());
        Objects.checkIndex(age, ages);
        int cell = fold.offset[row] + age;
        return cell < fold.offset[row + 1] ? cell : -1;
    }

    /**
     * All cohorts together at one age.
     *
     * @param age periods after that of the first purchase
     * @param cohorts how many rows have customers who were seen to the end of it
     * @param customers how many customers that are: the denominator
     * @param activeShare how many of them made a purchase, from 0 to 1
     * @param revenuePerCustomer what one of them brought, in major units
     * @param cumulativeRevenuePerCustomer the revenues of all ages up to this added up, each over its own customers
     */
    public record Average(
            int age,
            int cohorts,
            long customers,
            double activeShare,
            double revenuePerCustomer,
            double cumulativeRevenuePerCustomer) {}

    /**
     * All cohorts together, age by age, every customer counting alike who was seen to the end of the age; what was seen
     * in part is left out. Each age has customers of its own, fewer and fewer of them: where later cohorts are better
     * or worse the curve bends as they drop out, so look at the denominators before its end.
     *
     * @return from age 0 to the last that anybody was seen to the end of
     */
    public List<Average> averages() {
        List<Average> averages = new ArrayList<>();
        double cumulative = 0;
        for (int age = 0; age < ages; age++) {
            int cohorts = 0;
            long customers = 0;
            long active = 0;
            CompensatedSum revenue = new CompensatedSum();
            for (int row = 0; row < size(); row++) {
                int cell = cell(row, age);
                if (cell >= 0 && fold.observed[cell] > 0) {
                    cohorts++;
                    customers += fold.observed[cell];
                    active += fold.active[cell];
                    revenue.add(fold.revenue.toDouble(cell));
                }
            }
            if (customers == 0) {
                break;
            }
            double each = revenue.value() / customers / minorPerMajor;
            cumulative += each;
            averages.add(new Average(age, cohorts, customers, (double) active / customers, each, cumulative));
        }
        return List.copyOf(averages);
    }

    /**
     * When each cohort had brought as much margin as it cost to acquire, at one cost a customer.
     *
     * @param grossMargin the share of revenue that is left after the costs of what is sold, from 0% to 100%
     * @param cost what a customer cost to acquire, not negative
     * @return a line for each cohort, and one for all
     * @throws IllegalArgumentException if the margin or the cost is out of range, or of another currency
     */
    public CohortPayback payback(Ratio grossMargin, Money cost) {
        return CohortPayback.of(this, grossMargin, label -> Optional.of(cost));
    }

    /**
     * When each cohort had brought as much margin as it cost to acquire.
     *
     * @param grossMargin the share of revenue that is left after the costs of what is sold, from 0% to 100%
     * @param costs what a customer of each cohort cost to acquire, not negative, by the cohorts' labels; of a cohort
     *     that is not there nothing can be said
     * @return a line for each cohort, and one for all
     * @throws IllegalArgumentException if the margin or a cost is out of range, or of another currency, or a label is
     *     no cohort's
     */
    public CohortPayback payback(Ratio grossMargin, Map<String, Money> costs) {
        for (String label : costs.keySet()) {
            if (!labels.contains(label)) {
                throw new IllegalArgumentException("cost of acquisition must be of a cohort, but was of '" + label
                        + "'; cohorts are " + String.join(", ", labels));
            }
        }
        return CohortPayback.of(this, grossMargin, label -> Optional.ofNullable(costs.get(label)));
    }

    /**
     * The currency of all amounts.
     *
     * @return the log's
     */
    public Currency currency() {
        return currency;
    }

    /**
     * The end of observation.
     *
     * @return the last date that is observed
     */
    public LocalDate observedThrough() {
        return observedThrough;
    }

    /**
     * What ages are counted in.
     *
     * @return "months", "quarters", "weeks"
     */
    public String ageUnit() {
        return periods.plural();
    }

    /** "month", as in "month 3". */
    String period() {
        return periods.singular();
    }

    /**
     * What makes the cohorts.
     *
     * @return "month of the first purchase", or the name of the groups
     */
    public String grouping() {
        return grouping == null ? periods.singular() + " of the first purchase" : grouping;
    }

    /**
     * The customers left out because the log cuts their history off.
     *
     * @return how many
     */
    public int leftOutCustomers() {
        return leftOutCustomers;
    }

    /**
     * What the customers who are left out have brought.
     *
     * @return the exact sum
     * @throws ArithmeticException if it is beyond the range of money
     */
    public Money leftOut() {
        return fold.leftOut.toMoney(0, currency, "the revenue of customers left out");
    }

    /**
     * What the table is of, and how to read it.
     *
     * @return lines that end in a line feed
     */
    public String explain() {
        StringBuilder text = new StringBuilder();
        Wording.line(text, toString());
        Wording.line(
                text,
                "age 0 is the " + periods.singular()
                        + " of the first purchase, which is shorter for who came late in it");
        Wording.line(
                text,
                "active is who made a purchase in the " + periods.singular()
                        + "; who made none may be back in the next, so the share is no retention");
        if (fold.isCutShort()) {
            Wording.line(
                    text,
                    "the " + periods.singular() + " from " + periods.startOf(fold.lastPeriod())
                            + " is observed in part: its figures are those so far, and in no average");
        }
        if (grouping != null) {
            Wording.line(text, "customers of a row are of different age: each figure is of those who are old enough");
        }
        if (leftOutCustomers > 0) {
            Wording.line(
                    text,
                    "left out: " + Wording.count(leftOutCustomers, "customer")
                            + " whose history the log cuts off, who brought " + leftOut());
        }
        return text.toString();
    }

    @Override
    public String toString() {
        long customers = 0;
        for (int count : fold.customers) {
            customers += count;
        }
        return Wording.count(customers, "customer") + " in " + Wording.count(size(), "cohort") + " by " + grouping()
                + ", aged in " + periods.plural() + ", observed through " + observedThrough;
    }

    /** Says what makes a cohort; each option is set once. */
    public static final class Builder {

        private final PeriodTable table;
        private int each = 1;
        private @Nullable Groups groups;
        private @Nullable String grouping;
        private BitSet leftOut = new BitSet();
        private boolean acquisitionIsSet;

        private Builder(PeriodTable table) {
            this.table = table;
        }

        /**
         * Takes several periods of the table for one: three months are a quarter. They are counted from 1970-01-01, so
         * that months begin with a year.
         *
         * @param periods how many; for months a divisor of 12
         * @return this
         * @throws IllegalArgumentException if there are none, or months do not divide a year
         */
        public Builder every(int periods) {
            this.each = new CohortPeriods(table.grid(), periods).each();
            return this;
        }

        /**
         * Makes a row of each group instead of each period of the first purchase.
         *
         * @param name what the groups are by, as in "channel"
         * @param groups one for each customer of the table
         * @return this
         * @throws IllegalArgumentException if they are not one a customer, or groups were set before
         */
        public Builder groups(String name, Groups groups) {
            if (this.groups != null) {
                throw new IllegalArgumentException("groups were already set to '" + grouping + "'");
            }
            if (groups.size() != table.customers()) {
                throw new IllegalArgumentException("groups must be one for each of the " + table.customers()
                        + " customers of the table, but were " + groups.size());
            }
            this.groups = groups;
            this.grouping = name;
            return this;
        }

        /**
         * Leaves out customers whose history the log cuts off: their first purchase in the log was not their first.
         *
         * @param customers the log, summarised at the same end of observation
         * @param acquisition whose history is whole
         * @return this
         * @throws IllegalArgumentException if the customers are others than those of the table, or acquisition was set
         *     before
         */
        public Builder acquisition(CustomerTable customers, Acquisition acquisition) {
            if (acquisitionIsSet) {
                throw new IllegalArgumentException("acquisition was already set");
            }
            CustomersOfTable.require(table, customers);
            BitSet cut = new BitSet(customers.size());
            for (int row = 0; row < customers.size(); row++) {
                cut.set(row, !acquisition.isWhole(customers, row));
            }
            this.leftOut = cut;
            this.acquisitionIsSet = true;
            return this;
        }

        /**
         * Folds the table.
         *
         * @return the cohorts
         * @throws IllegalArgumentException if there are more than 20,000,000 cells
         */
        public CohortTable build() {
            return new CohortTable(this);
        }
    }
}
