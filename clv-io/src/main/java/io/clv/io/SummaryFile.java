package io.clv.io;

import io.clv.btyd.Histories;
import io.clv.btyd.Tally;
import io.clv.ledger.Problem;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Histories that were read: frequency, recency and age of each customer, or of each group of customers alike, in the
 * order of the file. Rows with a problem are not among them. An accessor given a row that is not from 0 to
 * {@link #size()} - 1 throws {@link IndexOutOfBoundsException}. Immutable.
 *
 * <pre>{@code
 * SummaryFile summary = SummaryCsv.of().read(Path.of("customers.csv"));
 * Fit<BgNbd> fit = BgNbd.family().fit(summary.tally(ChronoUnit.WEEKS));
 * }</pre>
 */
public final class SummaryFile {

    private final @Nullable List<String> ids;
    private final long[] rowNumbers;
    private final double[] frequency;
    private final double[] recency;
    private final double[] age;
    private final double @Nullable [] monetaryValue;
    private final double @Nullable [] weights;
    private final List<Problem> problems;
    private final long rows;
    private final List<String> notes;

    SummaryFile(SummaryRows read, List<Problem> problems, long rows, List<String> notes) {
        ids = read.ids();
        rowNumbers = read.rowNumbers();
        frequency = read.frequency();
        recency = read.recency();
        age = read.age();
        monetaryValue = read.monetaryValue();
        weights = read.weights();
        this.problems = List.copyOf(problems);
        this.rows = rows;
        this.notes = List.copyOf(notes);
    }

    /**
     * How many rows could be used.
     *
     * @return the length of each column
     */
    public int size() {
        return frequency.length;
    }

    /**
     * The id of a row.
     *
     * @param row from 0
     * @return the customer; in a file without a column of customers the number of the row in the file, from 1, where
     *     rows with problems count
     */
    public String id(int row) {
        return ids == null ? Long.toString(rowNumbers[row]) : ids.get(row);
    }

    /**
     * The repeat purchases.
     *
     * @return x of each row, a whole number; a copy
     */
    public double[] frequency() {
        return frequency.clone();
    }

    /**
     * The times of the last purchase since the first.
     *
     * @return t_x of each row, 0 where there is no repeat purchase; a copy
     */
    public double[] recency() {
        return recency.clone();
    }

    /**
     * The times observed since the first purchase.
     *
     * @return T of each row; a copy
     */
    public double[] age() {
        return age.clone();
    }

    /**
     * The mean amounts of the repeat purchases.
     *
     * @return the amount of each row, 0 where the cell is blank and there is no repeat purchase, a copy; empty if the
     *     file has no such column
     */
    public Optional<double[]> monetaryValue() {
        return Optional.ofNullable(monetaryValue).map(double[]::clone);
    }

    /**
     * How many customers each row stands for.
     *
     * @return the weight of each row, 0 or more, a copy; empty if the file has no such column
     */
    public Optional<double[]> weights() {
        return Optional.ofNullable(weights).map(double[]::clone);
    }

    /**
     * What a model is fitted to.
     *
     * @param unit the unit of the times, which the file does not tell
     * @return the histories with their weights, 1 if the file has no such column
     */
    public Tally tally(ChronoUnit unit) {
        return weights == null
                ? Tally.of(frequency, recency, age, unit)
                : Tally.of(frequency, recency, age, weights, unit);
    }

    /**
     * What a model is asked about.
     *
     * @param unit the unit of the times, which the file does not tell
     * @return the histories under their ids
     */
    public Histories histories(ChronoUnit unit) {
        List<String> own = IntStream.range(0, size()).mapToObj(this::id).toList();
        return Histories.of(frequency, recency, age, unit).withIds(own);
    }

    /**
     * What is wrong with the other rows.
     *
     * @return the problems in the order of the file; one row may have several
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * How many rows the file has, without its header and empty lines.
     *
     * @return the rows that could be used and the others
     */
    public long rows() {
        return rows;
    }

    /**
     * How many rows could not be used.
     *
     * @return rows of the file that are not here
     */
    public long rowsWithProblems() {
        return rows - size();
    }

    /**
     * What was guessed, in English, for telling the user.
     *
     * @return sentences without a full stop
     */
    public List<String> notes() {
        return notes;
    }

    /** Such as "2357 of 2357 rows". */
    @Override
    public String toString() {
        return size() + " of " + rows + " rows";
    }
}
