package io.clv.btyd;

import io.clv.quantity.Ratio;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a fit of a {@link ContractModel} consumes: how many customers left at which renewal, and how many are still
 * there after how many. Both come from the survivors of a cohort, or of several cohorts of any ages, or from customers
 * one by one; equal customers are one row with a weight, and neither their order nor how they were split matters.
 *
 * <p>To leave is to be seen leaving: to cancel, or to let the contract run out. Who merely does nothing for a while has
 * not left, and when he would have left is not known; histories of purchases belong to a {@link TransactionModel}, and
 * there is no way from them to here.
 */
public final class Survivors {

    /** The unit of time of contract models, as fits write it. */
    static final String UNIT = "renewals";

    private final int[] renewals;
    /** 1 for customers who are still there, 0 for those who left at their next renewal. */
    private final double[] active;

    private final double[] weight;
    private final Moments moments;
    /** At the latest renewal of each cohort, how many came to it and how many made it; NaN if cohorts are not known. */
    private final double latestDue;

    private final double latestMade;

    private Survivors(int[] renewals, double[] active, double[] weight, double latestDue, double latestMade) {
        DistinctRows rows = DistinctRows.of(renewals, active, new double[renewals.length], weight);
        this.renewals = rows.x();
        this.active = rows.second();
        this.weight = rows.weight();
        this.latestDue = latestDue;
        this.latestMade = latestMade;
        double[] due = new double[rows.rows()];
        Arrays.setAll(due, row -> this.renewals[row] + 1.0 - this.active[row]);
        moments = Moments.of(this.renewals, due, this.weight);
    }

    /**
     * One cohort: customers who came together.
     *
     * @param survivors how many came, how many of these made the first renewal, the second, and so on; whole or not
     * @return the survivors
     * @throws IllegalArgumentException if there is no number, or one is negative, not finite or above the one before,
     *     naming its place and both values
     */
    public static Survivors of(double... survivors) {
        return cohort("", survivors);
    }

    /**
     * Several cohorts, each observed for as many renewals as it has had.
     *
     * @param cohorts the survivors of each, as one cohort's
     * @return the survivors of all
     * @throws IllegalArgumentException as for one cohort, naming the cohort too, from 1; or if there is none
     */
    public static Survivors ofCohorts(double[]... cohorts) {
        if (cohorts.length == 0) {
            throw new IllegalArgumentException("there must be at least one cohort, but was none");
        }
        Survivors all = cohort("cohort 1: ", cohorts[0]);
        for (int i = 1; i < cohorts.length; i++) {
            all = all.plus(cohort("cohort " + (i + 1) + ": ", cohorts[i]));
        }
        return all;
    }

    private static Survivors cohort(String name, double[] survivors) {
        if (survivors.length == 0) {
            throw new IllegalArgumentException(
                    name + "survivors must begin with the customers who came, but were none");
        }
        int last = survivors.length - 1;
        int[] renewals = new int[last + 1];
        double[] active = new double[last + 1];
        double[] weight = new double[last + 1];
        for (int n = 0; n <= last; n++) {
            requireFalling(name, n, survivors);
            renewals[n] = n;
            active[n] = n == last ? 1 : 0;
            weight[n] = n == last ? survivors[n] : survivors[n] - survivors[n + 1];
        }
        return kept(renewals, active, weight, last == 0 ? 0 : survivors[last - 1], last == 0 ? 0 : survivors[last]);
    }

    private static void requireFalling(String name, int n, double[] survivors) {
        String what = name + (n == 0 ? "customers who came" : "survivors after renewal " + n);
        if (!(survivors[n] >= 0 && survivors[n] <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    what + " must be finite and not negative, but were " + Wording.count(survivors[n]));
        }
        if (n > 0 && survivors[n] > survivors[n - 1]) {
            String before = n == 1 ? "those who came" : "those after renewal " + (n - 1);
            throw new IllegalArgumentException(what + " must not be more than " + before + " ("
                    + Wording.count(survivors[n - 1]) + "), but were " + Wording.count(survivors[n]));
        }
    }

    /**
     * Customers one by one.
     *
     * @param renewals how many each has made
     * @param active whether he is still there; if not, he left at the renewal after those
     * @return the survivors
     * @throws IllegalArgumentException if the columns differ in length, or a number of renewals is negative, naming the
     *     row, from 1
     */
    public static Survivors ofCustomers(int[] renewals, boolean[] active) {
        double[] weight = new double[renewals.length];
        Arrays.fill(weight, 1);
        return ofCustomers(renewals, active, weight);
    }

    /**
     * Customers with the number of those who are alike.
     *
     * @param renewals how many each has made
     * @param active whether he is still there; if not, he left at the renewal after those
     * @param weight how many customers; whole or not, 0 for none
     * @return the survivors
     * @throws IllegalArgumentException as without weights, and if a weight is negative or not finite
     */
    public static Survivors ofCustomers(int[] renewals, boolean[] active, double[] weight) {
        int rows = renewals.length;
        if (active.length != rows || weight.length != rows) {
            throw new IllegalArgumentException("columns must be of one length, but renewals had " + rows
                    + " rows, active " + active.length + " and the weight " + weight.length);
        }
        double[] there = new double[rows];
        for (int row = 0; row < rows; row++) {
            if (renewals[row] < 0) {
                throw new IllegalArgumentException(
                        "row " + (row + 1) + ": renewals must not be negative, but were " + renewals[row]);
            }
            if (!(weight[row] >= 0 && weight[row] <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "row " + (row + 1) + ": weight must be finite and not negative, but was " + weight[row]);
            }
            there[row] = active[row] ? 1 : 0;
        }
        return kept(renewals.clone(), there, weight.clone(), Double.NaN, Double.NaN);
    }

    private static Survivors kept(int[] renewals, double[] active, double[] weight, double due, double made) {
        int kept = 0;
        for (int row = 0; row < weight.length; row++) {
            if (weight[row] > 0) {
                renewals[kept] = renewals[row];
                active[kept] = active[row];
                weight[kept++] = weight[row];
            }
        }
        return new Survivors(
                Arrays.copyOf(renewals, kept), Arrays.copyOf(active, kept), Arrays.copyOf(weight, kept), due, made);
    }

    /**
     * These customers and others.
     *
     * @param other the others, none of whom is among these
     * @return all of them
     */
    public Survivors plus(Survivors other) {
        int rows = rows() + other.rows();
        int[] bothRenewals = Arrays.copyOf(renewals, rows);
        double[] bothActive = Arrays.copyOf(active, rows);
        double[] bothWeight = Arrays.copyOf(weight, rows);
        System.arraycopy(other.renewals, 0, bothRenewals, rows(), other.rows());
        System.arraycopy(other.active, 0, bothActive, rows(), other.rows());
        System.arraycopy(other.weight, 0, bothWeight, rows(), other.rows());
        return new Survivors(
                bothRenewals, bothActive, bothWeight, latestDue + other.latestDue, latestMade + other.latestMade);
    }

    /**
     * How many customers there are, those who left included.
     *
     * @return the sum of the weights
     */
    public double customers() {
        return moments.customers();
    }

    /**
     * How many customers left at a renewal.
     *
     * @param renewal 1 for the first
     * @return the number
     * @throws IllegalArgumentException if the renewal is below 1
     */
    public double lostAt(int renewal) {
        return weightOf(Arguments.requireRenewal(renewal) - 1, 0);
    }

    /**
     * How many customers are still there and have made so many renewals.
     *
     * @param made the number of renewals
     * @return the number of customers
     * @throws IllegalArgumentException if the number of renewals is negative
     */
    public double activeAfter(int made) {
        return weightOf(Arguments.requireRenewals(made), 1);
    }

    private double weightOf(int made, double there) {
        double found = 0;
        for (int row = 0; row < rows(); row++) {
            found += renewals[row] == made && active[row] == there ? weight[row] : 0;
        }
        return found;
    }

    /**
     * The share of customers who made a renewal, of all who came to it: what {@link ContractModel#retention} is held
     * against.
     *
     * @param renewal 1 for the first
     * @return from 0 to 1; empty if nobody has come to it
     * @throws IllegalArgumentException if the renewal is below 1
     */
    public OptionalDouble retention(int renewal) {
        Arguments.requireRenewal(renewal);
        double made = 0;
        for (int row = 0; row < rows(); row++) {
            made += renewals[row] >= renewal ? weight[row] : 0;
        }
        double due = made + lostAt(renewal);
        return due > 0 ? OptionalDouble.of(made / due) : OptionalDouble.empty();
    }

    /**
     * The share of all renewals that were made, of all that customers came to: the retention of a model in which it is
     * the same for all customers at all times.
     *
     * @return from 0% to 100%; empty if nobody has come to a renewal
     */
    public Optional<Ratio> overallRetention() {
        return share(moments.x(), moments.scale());
    }

    /**
     * The aggregate retention of the latest period: of the customers of all cohorts who came to their cohort's latest
     * renewal, the share who made it. It is what a company reads off its books, customers at the end who were there at
     * the start over customers at the start.
     *
     * @return from 0% to 100%; empty if nobody has come to a renewal, or if some customers were given one by one, so
     *     that it is not known when they left
     */
    public Optional<Ratio> latestRetention() {
        return share(latestMade, latestDue);
    }

    private static Optional<Ratio> share(double made, double due) {
        return due > 0 ? Optional.of(Ratio.of(made / due)) : Optional.empty();
    }

    /**
     * How many rows there are.
     *
     * @return the number of different customers
     */
    public int rows() {
        return renewals.length;
    }

    /**
     * How many renewals the customers of a row have made.
     *
     * @param row from 0
     * @return not negative
     */
    public int renewals(int row) {
        return renewals[row];
    }

    /**
     * Whether the customers of a row are still there.
     *
     * @param row from 0
     * @return false if they left at the renewal after those they have made
     */
    public boolean active(int row) {
        return active[row] == 1;
    }

    /**
     * How many customers a row stands for.
     *
     * @param row from 0
     * @return above 0
     */
    public double weight(int row) {
        return weight[row];
    }

    /** Made renewals as x, and those that customers came to as the scale. */
    Moments moments() {
        return moments;
    }

    @Override
    public String toString() {
        return Wording.count(customers()) + " customers, who came to " + Wording.count(moments.scale())
                + " renewals and made " + Wording.count(moments.x());
    }
}
