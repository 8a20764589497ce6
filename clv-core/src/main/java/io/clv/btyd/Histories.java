package io.clv.btyd;

import com.google.common.base.Ascii;
import io.clv.ledger.CustomerTable;
import io.clv.task.Parallelism;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Histories (x, t_x, T) in columns, a customer a row: what a model is asked about many customers at once.
 *
 * <pre>{@code
 * Histories histories = Histories.of(customers);
 * double[] alive = histories.map(model::probabilityAlive);
 * double[] nextYear = histories.map((x, last, age) -> model.expectedTransactions(x, last, age, 52), Parallelism.of(2));
 * }</pre>
 *
 * <p>Customers with the same history get the same number, so it is computed once for all of them: a base of a million
 * customers, counted by days, has about a tenth as many histories.
 *
 * <p>Immutable and safe to share between threads. An accessor given a row that is not from 0 to {@link #size()} - 1
 * throws {@link IndexOutOfBoundsException}.
 */
public final class Histories {

    private final ChronoUnit unit;
    private final int[] x;
    private final double[] last;
    private final double[] age;
    private final IntFunction<String> ids;
    private volatile @Nullable RowCodes codes;

    private Histories(ChronoUnit unit, int[] x, double[] last, double[] age, IntFunction<String> ids) {
        this.unit = unit;
        this.x = x;
        this.last = last;
        this.age = age;
        this.ids = ids;
    }

    /**
     * The histories of a table, in its rows and its time unit.
     *
     * @param customers the table
     * @return the histories
     */
    public static Histories of(CustomerTable customers) {
        int rows = customers.size();
        int[] x = new int[rows];
        double[] last = new double[rows];
        double[] age = new double[rows];
        for (int row = 0; row < rows; row++) {
            x[row] = customers.frequency(row);
            last[row] = customers.recency(row);
            age[row] = customers.age(row);
        }
        return new Histories(customers.unit(), x, last, age, customers::id);
    }

    /**
     * Histories in columns, copied; a customer's id is the number of the row, from 1.
     *
     * @param x repeat purchases
     * @param last the time of the last one, t_x; 0 where there is none
     * @param age the time observed, T
     * @param unit the unit of both times
     * @return the histories
     * @throws IllegalArgumentException if the columns differ in length; or if a row is impossible, naming the row (from
     *     1) and the value: x below 0 or not whole, t_x not between 0 and T, t_x above 0 without repeat purchases or 0
     *     with some, anything not finite
     */
    public static Histories of(double[] x, double[] last, double[] age, ChronoUnit unit) {
        int rows = x.length;
        if (last.length != rows || age.length != rows) {
            throw new IllegalArgumentException("columns must be of one length, but x had " + rows + " rows, t_x "
                    + last.length + " and T " + age.length);
        }
        int[] whole = new int[rows];
        double[] lastCopy = new double[rows];
        double[] ageCopy = new double[rows];
        for (int row = 0; row < rows; row++) {
            if (!Arguments.isHistory(x[row], last[row], age[row])) {
                throw new IllegalArgumentException(
                        "row " + (row + 1) + ": " + Arguments.faultOfHistory(x[row], last[row], age[row]));
            }
            whole[row] = (int) x[row];
            // -0.0 and 0.0 are one time
            lastCopy[row] = last[row] + 0.0;
            ageCopy[row] = age[row] + 0.0;
        }
        return new Histories(unit, whole, lastCopy, ageCopy, row -> String.valueOf(row + 1));
    }

    /** Some of the histories, in the order of the rows. */
    Histories select(int[] rows) {
        int[] someX = new int[rows.length];
        double[] someLast = new double[rows.length];
        double[] someAge = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            someX[i] = x[rows[i]];
            someLast[i] = last[rows[i]];
            someAge[i] = age[rows[i]];
        }
        return new Histories(unit, someX, someLast, someAge, i -> ids.apply(rows[i]));
    }

    /**
     * These histories under other ids.
     *
     * @param values an id for each row; copied
     * @return the histories
     * @throws IllegalArgumentException if there are more or fewer than rows
     */
    public Histories withIds(List<String> values) {
        if (values.size() != size()) {
            throw new IllegalArgumentException(
                    "there must be an id for each of the " + size() + " rows, but there were " + values.size());
        }
        return new Histories(unit, x, last, age, List.copyOf(values)::get);
    }

    /**
     * How many customers there are.
     *
     * @return the number of rows
     */
    public int size() {
        return x.length;
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
     * A customer's id.
     *
     * @param row from 0
     * @return the id
     */
    public String id(int row) {
        return ids.apply(row);
    }

    /**
     * A customer's repeat purchases.
     *
     * @param row from 0
     * @return x
     */
    public int x(int row) {
        return x[row];
    }

    /**
     * The time of a customer's last repeat purchase.
     *
     * @param row from 0
     * @return t_x
     */
    public double last(int row) {
        return last[row];
    }

    /**
     * The time a customer was observed.
     *
     * @param row from 0
     * @return T
     */
    public double age(int row) {
        return age[row];
    }

    /**
     * What a function says of every customer, on the calling thread.
     *
     * @param function asked once for each distinct history
     * @return a number for each row
     * @throws IllegalArgumentException if the function refuses a history; the message begins with the customer's id
     * @throws ArithmeticException if the function throws it; the message begins with the customer's id
     */
    public double[] map(HistoryFunction function) {
        return map(function, Parallelism.sequential());
    }

    /**
     * As {@link #map(HistoryFunction)}, by several threads; the numbers do not depend on how many.
     *
     * @param function asked once for each distinct history
     * @param parallelism the threads
     * @return a number for each row
     * @throws IllegalArgumentException if the function refuses a history; the message begins with the customer's id
     * @throws ArithmeticException if the function throws it; the message begins with the customer's id
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public double[] map(HistoryFunction function, Parallelism parallelism) {
        return evaluate(codes(), row -> function.at(x[row], last[row], age[row]), parallelism);
    }

    /** What a function says of every row, asked once for each kind; a refusal names the customer. */
    double[] evaluate(RowCodes distinct, IntToDoubleFunction atRow, Parallelism parallelism) {
        return distinct.evaluate(
                row -> {
                    try {
                        return atRow.applyAsDouble(row);
                    } catch (IllegalArgumentException e) {
                        throw new IllegalArgumentException("customer " + id(row) + ": " + e.getMessage(), e);
                    } catch (ArithmeticException e) {
                        ArithmeticException named =
                                new ArithmeticException("customer " + id(row) + ": " + e.getMessage());
                        named.initCause(e);
                        throw named;
                    }
                },
                parallelism);
    }

    /** The kinds of customers who are alike in x, T and one more column. */
    RowCodes alikeIn(double[] column) {
        return RowCodes.of(x, age, column);
    }

    /** The kinds of customers who are alike. Two threads may look for them at once; they find the same. */
    RowCodes codes() {
        RowCodes known = codes;
        if (known == null) {
            known = RowCodes.of(x, last, age);
            codes = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return size() + " histories in " + Ascii.toLowerCase(unit.name());
    }
}
