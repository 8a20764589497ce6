package io.clv.btyd;

import io.clv.ledger.Acquisition;
import io.clv.ledger.CustomerTable;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a fit consumes: histories (x, t_x, T) without ids, each with a weight, the number of customers who have it.
 * Equal rows are one row (a base of a million customers, counted by days, has about a tenth as many), and rows stand in
 * order, so that a fit depends neither on the order of the customers nor on how they were split.
 */
public final class Tally {

    private final ChronoUnit unit;
    private final int[] x;
    private final double[] last;
    private final double[] age;
    private final double[] weight;
    private final Moments moments;

    private Tally(ChronoUnit unit, DistinctRows rows) {
        this.unit = unit;
        this.x = rows.x();
        this.last = rows.second();
        this.age = rows.third();
        this.weight = rows.weight();
        this.moments = Moments.of(x, age, weight);
    }

    /**
     * The histories of a customer table, in its time unit.
     *
     * @param customers the table
     * @return the tally
     */
    public static Tally of(CustomerTable customers) {
        return of(customers, row -> true);
    }

    /**
     * The histories of those customers of a table whose history is whole.
     *
     * @param customers the table
     * @param acquired when customers came
     * @return the tally, without those whose history the log cuts off
     * @throws IllegalArgumentException if acquisition dates were joined to another table
     */
    public static Tally of(CustomerTable customers, Acquisition acquired) {
        return of(customers, row -> acquired.isWhole(customers, row));
    }

    /** The histories of some rows of a table. */
    static Tally of(CustomerTable customers, IntPredicate rows) {
        int size = customers.size();
        int[] x = new int[size];
        double[] last = new double[size];
        double[] age = new double[size];
        int kept = 0;
        for (int row = 0; row < size; row++) {
            if (rows.test(row)) {
                x[kept] = customers.frequency(row);
                last[kept] = customers.recency(row);
                age[kept++] = customers.age(row);
            }
        }
        double[] weight = new double[kept];
        Arrays.fill(weight, 1);
        return new Tally(
                customers.unit(),
                DistinctRows.of(Arrays.copyOf(x, kept), Arrays.copyOf(last, kept), Arrays.copyOf(age, kept), weight));
    }

    /**
     * Histories in columns, one customer a row.
     *
     * @param x repeat purchases
     * @param last the time of the last one, t_x; 0 where there is none
     * @param age the time observed, T
     * @param unit the unit of both times
     * @return the tally
     * @throws IllegalArgumentException if the columns differ in length; or if a row is impossible, naming the row (from
     *     1) and the value: x below 0 or not whole, t_x not between 0 and T, t_x above 0 without repeat purchases or 0
     *     with some, anything not finite
     */
    public static Tally of(double[] x, double[] last, double[] age, ChronoUnit unit) {
        double[] weight = new double[x.length];
        Arrays.fill(weight, 1);
        return of(x, last, age, weight, unit);
    }

    /**
     * Histories in columns, with the number of customers who have each.
     *
     * @param x repeat purchases
     * @param last the time of the last one, t_x; 0 where there is none
     * @param age the time observed, T
     * @param weight how many customers; whole or not, 0 for none
     * @param unit the unit of both times
     * @return the tally
     * @throws IllegalArgumentException as without weights, and if a weight is negative or not finite
     */
    public static Tally of(double[] x, double[] last, double[] age, double[] weight, ChronoUnit unit) {
        int rows = x.length;
        if (last.length != rows || age.length != rows || weight.length != rows) {
            throw new IllegalArgumentException("columns must be of one length, but x had " + rows + " rows, t_x "
                    + last.length + ", T " + age.length + " and the weight " + weight.length);
        }
        int[] whole = new int[rows];
        int kept = 0;
        double[] keptLast = new double[rows];
        double[] keptAge = new double[rows];
        double[] keptWeight = new double[rows];
        for (int row = 0; row < rows; row++) {
            if (!Arguments.isHistory(x[row], last[row], age[row])) {
                throw new IllegalArgumentException(
                        "row " + (row + 1) + ": " + Arguments.faultOfHistory(x[row], last[row], age[row]));
            }
            if (!(weight[row] >= 0 && weight[row] <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "row " + (row + 1) + ": weight must be finite and not negative, but was " + weight[row]);
            }
            if (weight[row] > 0) {
                whole[kept] = (int) x[row];
                // -0.0 and 0.0 are one time
                keptLast[kept] = last[row] + 0.0;
                keptAge[kept] = age[row] + 0.0;
                keptWeight[kept++] = weight[row];
            }
        }
        return new Tally(
                unit,
                DistinctRows.of(
                        Arrays.copyOf(whole, kept),
                        Arrays.copyOf(keptLast, kept),
                        Arrays.copyOf(keptAge, kept),
                        Arrays.copyOf(keptWeight, kept)));
    }

    /** The rows of tallies one after the other, equal ones of different tallies apart. */
    static Tally inOrder(List<Tally> tallies, ChronoUnit unit) {
        int rows = tallies.stream().mapToInt(Tally::rows).sum();
        DistinctRows all = DistinctRows.empty(rows);
        int at = 0;
        for (Tally tally : tallies) {
            System.arraycopy(tally.x, 0, all.x(), at, tally.rows());
            System.arraycopy(tally.last, 0, all.second(), at, tally.rows());
            System.arraycopy(tally.age, 0, all.third(), at, tally.rows());
            System.arraycopy(tally.weight, 0, all.weight(), at, tally.rows());
            at += tally.rows();
        }
        return new Tally(unit, all);
    }

    /** This tally, whose equal rows may stand apart, with equal rows made one. */
    Tally merged() {
        return new Tally(unit, DistinctRows.of(x.clone(), last.clone(), age.clone(), weight.clone()));
    }

    /**
     * The customers of this tally and of another, disjoint one.
     *
     * @param other the other
     * @return both
     * @throws IllegalArgumentException if their units differ
     */
    public Tally plus(Tally other) {
        if (unit != other.unit) {
            throw new IllegalArgumentException(
                    "tallies must be in the same unit, but were in " + unit.name() + " and " + other.unit.name());
        }
        int rows = rows() + other.rows();
        int[] bothX = Arrays.copyOf(x, rows);
        double[] bothLast = Arrays.copyOf(last, rows);
        double[] bothAge = Arrays.copyOf(age, rows);
        double[] bothWeight = Arrays.copyOf(weight, rows);
        System.arraycopy(other.x, 0, bothX, rows(), other.rows());
        System.arraycopy(other.last, 0, bothLast, rows(), other.rows());
        System.arraycopy(other.age, 0, bothAge, rows(), other.rows());
        System.arraycopy(other.weight, 0, bothWeight, rows(), other.rows());
        return new Tally(unit, DistinctRows.of(bothX, bothLast, bothAge, bothWeight));
    }

    /**
     * The unit of the times.
     *
     * @return the unit
     */
    public ChronoUnit unit() {
        return unit;
    }

    /**
     * How many distinct histories there are.
     *
     * @return the number of rows
     */
    public int rows() {
        return x.length;
    }

    /**
     * How many customers there are, by weight.
     *
     * @return the sum of the weights
     */
    public double customers() {
        return moments.customers();
    }

    /**
     * The repeat purchases of all customers, by weight. Log-likelihoods of the same data in two units differ by this
     * many times the log of the units' ratio.
     *
     * @return the sum of x
     */
    public double repeatPurchases() {
        return moments.x();
    }

    /**
     * The moments of the histories.
     *
     * @return the sums over all customers
     */
    public Moments moments() {
        return moments;
    }

    /**
     * The repeat purchases of a row.
     *
     * @param row from 0
     * @return x
     */
    public int x(int row) {
        return x[row];
    }

    /**
     * The time of the last repeat purchase of a row.
     *
     * @param row from 0
     * @return t_x
     */
    public double last(int row) {
        return last[row];
    }

    /**
     * The time observed of a row.
     *
     * @param row from 0
     * @return T
     */
    public double age(int row) {
        return age[row];
    }

    /**
     * How many customers have the history of a row.
     *
     * @param row from 0
     * @return above 0
     */
    public double weight(int row) {
        return weight[row];
    }

    @Override
    public String toString() {
        return rows() + " histories of " + customers() + " customers in " + unit.name();
    }
}
