package io.clv.io;

import io.clv.btyd.Survivors;
import io.clv.ledger.Problem;
import java.util.List;

/**
 * Renewals that were read, of customers one by one or of cohorts. Rows with a problem are not among them. An accessor
 * given a row that is not from 0 to {@link #size()} - 1 throws {@link IndexOutOfBoundsException}. Immutable.
 */
public final class RenewalsFile {

    private final List<Row> customers;
    private final Survivors survivors;
    private final boolean ofCustomers;
    private final List<Problem> problems;
    private final long rows;
    private final long used;
    private final List<String> notes;

    /** Of one customer. */
    record Row(String id, int renewals, boolean active, double weight) {}

    RenewalsFile(
            List<Row> customers,
            Survivors survivors,
            boolean ofCustomers,
            List<Problem> problems,
            long rows,
            long used,
            List<String> notes) {
        this.customers = List.copyOf(customers);
        this.survivors = survivors;
        this.ofCustomers = ofCustomers;
        this.problems = List.copyOf(problems);
        this.rows = rows;
        this.used = used;
        this.notes = List.copyOf(notes);
    }

    /**
     * What a model is fitted to.
     *
     * @return all customers, of all cohorts
     */
    public Survivors survivors() {
        return survivors;
    }

    /**
     * Whether the file tells of customers one by one.
     *
     * @return false if it tells how many of each cohort survived
     */
    public boolean isOfCustomers() {
        return ofCustomers;
    }

    /**
     * How many customers, or kinds of customers, are told of one by one.
     *
     * @return 0 if the file tells of cohorts
     */
    public int size() {
        return customers.size();
    }

    /**
     * The id of a row.
     *
     * @param row from 0
     * @return the customer; in a file without a column of customers the number of the row in the file, from 1, where
     *     rows with problems count
     */
    public String id(int row) {
        return customers.get(row).id();
    }

    /**
     * How many renewals a customer has made.
     *
     * @param row from 0
     * @return not negative
     */
    public int renewals(int row) {
        return customers.get(row).renewals();
    }

    /**
     * Whether a customer is still there.
     *
     * @param row from 0
     * @return false if he left at the renewal after those he made
     */
    public boolean active(int row) {
        return customers.get(row).active();
    }

    /**
     * How many customers a row stands for.
     *
     * @param row from 0
     * @return 0 or more; 1 if the file has no such column
     */
    public double weight(int row) {
        return customers.get(row).weight();
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
        return rows - used;
    }

    /**
     * What was guessed, in English, for telling the user.
     *
     * @return sentences without a full stop
     */
    public List<String> notes() {
        return notes;
    }

    /** Such as "8 of 8 rows: 1000 customers, who came to 4000 renewals and made 3500". */
    @Override
    public String toString() {
        return used + " of " + rows + " rows: " + survivors;
    }
}
