package io.clv.btyd;

import io.clv.ledger.JoinedAttributes;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a fit with covariates consumes: histories with what the covariates became. Customers with the same covariates
 * stand together, their equal histories are one row, and all is in an order of its own, so that a fit does not depend
 * on the order of the customers.
 */
public final class CovariateTally {

    private final CovariateEncoding encoding;
    private final Tally rows;
    /** Where each group of equal covariates begins, and the number of rows. */
    private final int[] starts;

    private final double[][] terms;

    private CovariateTally(CovariateEncoding encoding, Tally rows, int[] starts, double[][] terms) {
        this.encoding = encoding;
        this.rows = rows;
        this.starts = starts;
        this.terms = terms;
    }

    /**
     * The histories of a table's customers, in its time unit.
     *
     * @param attributes of the customers
     * @param encoding how their covariates become numbers
     * @return the tally
     * @throws IllegalArgumentException if a customer lacks a covariate, or has a label that is not known
     */
    public static CovariateTally of(JoinedAttributes attributes, CovariateEncoding encoding) {
        return of(attributes, encoding, row -> true);
    }

    /** Of some of the rows. */
    static CovariateTally of(JoinedAttributes attributes, CovariateEncoding encoding, IntPredicate rows) {
        Histories histories = Histories.of(attributes.customers());
        double[][] columns = new double[4][histories.size()];
        for (int row = 0; row < histories.size(); row++) {
            columns[0][row] = histories.x(row);
            columns[1][row] = histories.last(row);
            columns[2][row] = histories.age(row);
            columns[3][row] = rows.test(row) ? 1 : 0;
        }
        return of(
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                encoding.encode(attributes),
                encoding,
                histories.unit());
    }

    /**
     * Histories in columns.
     *
     * @param x repeat purchases
     * @param last the time of the last one, t_x; 0 where there is none
     * @param age the time observed, T
     * @param weight how many customers have the history
     * @param terms what the covariates of each row became, as {@link CovariateEncoding#encode} gives them
     * @param encoding how they did
     * @param unit the unit of both times
     * @return the tally
     * @throws IllegalArgumentException if the columns differ in length, or a row is impossible, naming the row (from 1)
     *     and the value
     */
    public static CovariateTally of(
            double[] x,
            double[] last,
            double[] age,
            double[] weight,
            double[][] terms,
            CovariateEncoding encoding,
            ChronoUnit unit) {
        int width = encoding.terms().size();
        if (terms.length != x.length) {
            throw new IllegalArgumentException(
                    "columns must be of one length, but x had " + x.length + " rows and the terms " + terms.length);
        }
        for (int row = 0; row < terms.length; row++) {
            requireTerms(terms[row], width, row);
        }
        // Checks the rows in the order in which they were given.
        Tally.of(x, last, age, weight, unit);
        Integer[] order = new Integer[x.length];
        Arrays.setAll(order, row -> row);
        Arrays.sort(order, (row, other) -> Arrays.compare(terms[row], terms[other]));
        List<Tally> groups = new ArrayList<>();
        List<double[]> distinct = new ArrayList<>();
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to < order.length && Arrays.equals(terms[order[to]], terms[order[from]])) {
                to++;
            }
            int[] group =
                    Arrays.stream(order, from, to).mapToInt(Integer::intValue).toArray();
            Tally tally = Tally.of(taken(x, group), taken(last, group), taken(age, group), taken(weight, group), unit);
            if (tally.rows() > 0) {
                groups.add(tally);
                distinct.add(terms[order[from]].clone());
            }
            from = to;
        }
        int[] starts = new int[groups.size() + 1];
        for (int group = 0; group < groups.size(); group++) {
            starts[group + 1] = starts[group] + groups.get(group).rows();
        }
        return new CovariateTally(encoding, Tally.inOrder(groups, unit), starts, distinct.toArray(new double[0][]));
    }

    private static void requireTerms(double[] terms, int width, int row) {
        if (terms.length != width) {
            throw new IllegalArgumentException(
                    "row " + (row + 1) + ": there must be " + width + " terms, but there were " + terms.length);
        }
        for (double term : terms) {
            if (!Double.isFinite(term)) {
                throw new IllegalArgumentException("row " + (row + 1) + ": a term must be finite, but was " + term);
            }
        }
    }

    private static double[] taken(double[] column, int[] rows) {
        double[] taken = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = column[rows[i]];
        }
        return taken;
    }

    /**
     * How the covariates became numbers.
     *
     * @return the encoding
     */
    public CovariateEncoding encoding() {
        return encoding;
    }

    /**
     * The same customers without their covariates.
     *
     * @return the tally that a model without covariates is fitted to
     */
    public Tally withoutCovariates() {
        return rows.merged();
    }

    /** The rows, group after group. */
    Tally rows() {
        return rows;
    }

    int groups() {
        return terms.length;
    }

    int start(int group) {
        return starts[group];
    }

    double[] terms(int group) {
        return terms[group];
    }

    @Override
    public String toString() {
        return rows + " in " + groups() + " groups by " + encoding;
    }
}
