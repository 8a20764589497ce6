package io.clv.spark;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.FractionalType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/** A column of a Dataset of customers. */
enum CustomerColumn {
    CUSTOMER("customer"),
    FREQUENCY("frequency"),
    RECENCY("recency"),
    AGE("age"),
    MONETARY_VALUE("monetary_value"),
    TOTAL("total");

    private final String header;

    CustomerColumn(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }

    /** The column of a Dataset that must have it, of numbers. */
    Column numberIn(Dataset<Row> customers) {
        require(customers);
        return customers.col(header);
    }

    /** The place of the column in the rows of a Dataset that must have it, of numbers. */
    int placeOfNumberIn(Dataset<Row> customers) {
        return place(customers, require(customers));
    }

    /** As {@link #placeOfNumberIn}, of numbers that are exact. */
    int placeOfExactNumberIn(Dataset<Row> customers) {
        StructField field = require(customers);
        if (field.dataType() instanceof FractionalType && !(field.dataType() instanceof DecimalType)) {
            throw new IllegalArgumentException(
                    "column '" + header + "' must be of decimals or whole numbers, but was of "
                            + field.dataType().simpleString());
        }
        return place(customers, field);
    }

    /** As {@link #placeOfNumberIn}, of text or whole numbers. */
    int placeOfIdIn(Dataset<Row> customers) {
        StructField field = field(customers);
        if (!(field.dataType() instanceof StringType || field.dataType() instanceof IntegralType)) {
            throw new IllegalArgumentException("column '" + header + "' must be of text or whole numbers, but was of "
                    + field.dataType().simpleString());
        }
        return place(customers, field);
    }

    private static int place(Dataset<Row> customers, StructField field) {
        return customers.schema().fieldIndex(field.name());
    }

    private StructField require(Dataset<Row> customers) {
        StructField field = field(customers);
        if (!(field.dataType() instanceof NumericType)) {
            throw new IllegalArgumentException("column '" + header + "' must be of numbers, but was of "
                    + field.dataType().simpleString());
        }
        return field;
    }

    private StructField field(Dataset<Row> customers) {
        return Arrays.stream(customers.schema().fields())
                .filter(each -> each.name().equalsIgnoreCase(header))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("customers must have a column '" + header
                        + "', but have " + String.join(", ", customers.columns())));
    }

    /** What a model of purchases is fitted to. */
    static Map<String, Column> histories(Dataset<Row> customers) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (CustomerColumn each : new CustomerColumn[] {FREQUENCY, RECENCY, AGE}) {
            columns.put(each.header, each.numberIn(customers));
        }
        return columns;
    }

    /** What a model of spend is fitted to: without a repeat purchase, whatever stands there is no mean of any. */
    static Map<String, Column> spend(Dataset<Row> customers) {
        Column frequency = FREQUENCY.numberIn(customers);
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put(FREQUENCY.header, frequency);
        columns.put(
                MONETARY_VALUE.header,
                functions.when(frequency.equalTo(0), 0.0).otherwise(MONETARY_VALUE.numberIn(customers)));
        return columns;
    }
}
