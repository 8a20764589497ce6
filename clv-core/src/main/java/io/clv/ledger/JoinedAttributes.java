package io.clv.ledger;

import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * {@link Attributes} by the rows of a {@link CustomerTable}, and the ids that only the attributes know: prospects,
 * whose values stay with the attributes. An accessor given a row that the table does not have throws
 * {@link IndexOutOfBoundsException}.
 */
public final class JoinedAttributes {

    private final CustomerTable customers;
    private final AttributeColumns columns;
    private final List<String> prospects;
    private final int missing;

    JoinedAttributes(CustomerTable customers, AttributeColumns columns, List<String> prospects, int missing) {
        this.customers = customers;
        this.columns = columns;
        this.prospects = prospects;
        this.missing = missing;
    }

    /**
     * The table that was joined.
     *
     * @return the customers, in whose order the rows are
     */
    public CustomerTable customers() {
        return customers;
    }

    /**
     * The names of the columns, in the order in which they were first set.
     *
     * @return the names
     */
    public List<String> columns() {
        return columns.names();
    }

    /**
     * The ids that have attributes and are not in the table.
     *
     * @return by code point, ascending
     */
    public List<String> prospects() {
        return prospects;
    }

    /**
     * The customers of the table that have no attribute at all.
     *
     * @return how many
     */
    public int missing() {
        return missing;
    }

    /**
     * Whether a customer has a value in a column.
     *
     * @param column its name
     * @param row of the table
     * @return whether there is one
     * @throws IllegalArgumentException if there is no such column
     */
    public boolean has(String column, int row) {
        return columns.has(column, check(row));
    }

    /**
     * Whether a column holds numbers.
     *
     * @param column its name
     * @return false if it holds something else
     * @throws IllegalArgumentException if there is no such column
     */
    public boolean holdsNumbers(String column) {
        return columns.holdsNumbers(column);
    }

    /**
     * The number of a customer.
     *
     * @param column its name
     * @param row of the table
     * @return nothing if it was not set
     * @throws IllegalArgumentException if there is no such column, or it does not hold numbers
     */
    public OptionalDouble number(String column, int row) {
        return columns.number(column, check(row));
    }

    /**
     * The amount of a customer.
     *
     * @param column its name
     * @param row of the table
     * @return nothing if it was not set
     * @throws IllegalArgumentException if there is no such column, or it does not hold money
     */
    public Optional<Money> money(String column, int row) {
        return columns.money(column, check(row));
    }

    /**
     * The date of a customer.
     *
     * @param column its name
     * @param row of the table
     * @return nothing if it was not set
     * @throws IllegalArgumentException if there is no such column, or it does not hold dates
     */
    public Optional<LocalDate> date(String column, int row) {
        return columns.date(column, check(row));
    }

    /**
     * The category of a customer.
     *
     * @param column its name
     * @param row of the table
     * @return nothing if it was not set
     * @throws IllegalArgumentException if there is no such column, or it does not hold categories
     */
    public Optional<String> category(String column, int row) {
        return columns.category(column, check(row));
    }

    /**
     * The labels of a customer.
     *
     * @param column its name
     * @param row of the table
     * @return immutable, in code point order; empty also if it was not set, which {@link #has} tells apart
     * @throws IllegalArgumentException if there is no such column, or it does not hold sets
     */
    public Set<String> set(String column, int row) {
        return columns.set(column, check(row));
    }

    /**
     * The customers grouped by a category. The labels are those that occur, in code point order.
     *
     * @param column the name of a column of categories
     * @param labelOfMissing the label of customers that have none there; it may be one of the categories
     * @return one group for each row
     * @throws IllegalArgumentException if there is no such column, it does not hold categories, or the label is blank
     */
    public Groups groups(String column, String labelOfMissing) {
        Ids.requireText("label of missing", labelOfMissing);
        String[] labels = new String[customers.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = columns.category(column, row).orElse(labelOfMissing);
        }
        return Groups.ofLabels(Arrays.asList(labels));
    }

    private int check(int row) {
        return Objects.checkIndex(row, customers.size());
    }

    @Override
    public String toString() {
        return "attributes of " + customers.size() + " customers (" + missing + " have none) and " + prospects.size()
                + " prospects: " + String.join(", ", columns());
    }
}
