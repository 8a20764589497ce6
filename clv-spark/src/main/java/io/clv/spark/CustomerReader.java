package io.clv.spark;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where the columns of a customer stand in a row, and what must be in them. */
record CustomerReader(int customer, int frequency, int recency, int age) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    static CustomerReader of(Dataset<Row> customers) {
        return new CustomerReader(
                CustomerColumn.CUSTOMER.placeOfIdIn(customers),
                CustomerColumn.FREQUENCY.placeOfNumberIn(customers),
                CustomerColumn.RECENCY.placeOfNumberIn(customers),
                CustomerColumn.AGE.placeOfNumberIn(customers));
    }

    String id(Row row) {
        Object id = row.get(customer);
        if (id == null) {
            throw new IllegalArgumentException("customer must have an id, but it was null in " + row);
        }
        return id.toString();
    }

    int frequency(Row row) {
        double value = number(row, frequency, CustomerColumn.FREQUENCY);
        if (!(value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value))) {
            throw refused(row, "frequency must be a whole number and not negative, but was " + value);
        }
        return (int) value;
    }

    double recency(Row row) {
        return number(row, recency, CustomerColumn.RECENCY);
    }

    double age(Row row) {
        return number(row, age, CustomerColumn.AGE);
    }

    /** A number that is there. */
    double number(Row row, int place, CustomerColumn column) {
        return ((Number) present(row, place, column)).doubleValue();
    }

    /** A number that is there, to its last digit. */
    BigDecimal exact(Row row, int place, CustomerColumn column) {
        Object value = present(row, place, column);
        return value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) value).longValue());
    }

    private Object present(Row row, int place, CustomerColumn column) {
        Object value = row.get(place);
        if (value == null) {
            throw refused(row, column.header() + " must not be null");
        }
        return value;
    }

    IllegalArgumentException refused(Row row, String why) {
        return new IllegalArgumentException("customer '" + id(row) + "': " + why);
    }
}
