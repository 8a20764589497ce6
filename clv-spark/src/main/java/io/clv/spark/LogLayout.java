package io.clv.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * How the columns of a log come to the tasks, which is settled by their types once: as primitives where there is one.
 *
 * @param columns which columns
 * @param numbers whether ids are numbers
 * @param dates the form of dates
 * @param amounts the form of amounts
 * @param accepted which rows are taken
 */
record LogLayout(LogColumns columns, boolean numbers, DateKind dates, AmountKind amounts, Acceptance accepted)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int SAFE_DIGITS = 18;

    /** Places in what {@link #projection} selects. */
    static final int CUSTOMER = 0;

    static final int DATE = 1;
    static final int AMOUNT = 2;
    static final int CURRENCY = 3;

    static LogLayout of(LogColumns columns, StructType schema, Acceptance accepted) {
        return new LogLayout(
                columns,
                areNumbers(field(columns.customer, schema)),
                dateKind(field(columns.date, schema)),
                amountKind(field(columns.amount, schema)),
                accepted);
    }

    private static StructField field(String name, StructType schema) {
        for (StructField field : schema.fields()) {
            if (field.name().equalsIgnoreCase(name)) {
                return field;
            }
        }
        throw new IllegalArgumentException(
                "the log has no column '" + name + "'; it has " + String.join(", ", schema.fieldNames()));
    }

    private static boolean areNumbers(StructField field) {
        DataType type = field.dataType();
        if (type instanceof DecimalType decimal && decimal.scale() == 0) {
            return decimal.precision() <= SAFE_DIGITS;
        }
        if (type instanceof IntegralType || type instanceof StringType) {
            return type instanceof IntegralType;
        }
        throw new IllegalArgumentException("column " + field.name() + " must be of an integer type or text, but is "
                + type.sql() + "; cast it, as in " + cast(field, "STRING"));
    }

    private static DateKind dateKind(StructField field) {
        DataType type = field.dataType();
        if (type.equals(DataTypes.DateType) || type.equals(DataTypes.TimestampNTZType)) {
            return DateKind.EPOCH_DAYS;
        }
        if (type.equals(DataTypes.TimestampType)) {
            return DateKind.EPOCH_MICROS;
        }
        if (type instanceof StringType) {
            return DateKind.TEXT;
        }
        throw new IllegalArgumentException("column " + field.name() + " must be a date, a timestamp or text, but is "
                + type.sql() + "; cast it, as in " + cast(field, "DATE"));
    }

    private static AmountKind amountKind(StructField field) {
        DataType type = field.dataType();
        if (type instanceof IntegralType) {
            return AmountKind.WHOLE;
        }
        if (type instanceof DecimalType) {
            return AmountKind.DECIMAL;
        }
        if (type instanceof StringType) {
            return AmountKind.TEXT;
        }
        throw new IllegalArgumentException("column " + field.name()
                + " must be exact, of a decimal or integer type or text, but is " + type.sql() + "; cast it, as in "
                + cast(field, "DECIMAL(18, 2)"));
    }

    private static String cast(StructField field, String type) {
        return String.format(Locale.ROOT, "CAST(%s AS %s)", field.name(), type);
    }

    /** The columns as the tasks read them. */
    Column[] projection(StructType schema) {
        Column customer = column(columns.customer, schema);
        Column date = column(columns.date, schema);
        Column amount = column(columns.amount, schema);
        Column currency = columns.currencyColumn == null
                ? functions.lit("")
                : column(columns.currencyColumn, schema).cast(DataTypes.StringType);
        return new Column[] {
            customer.cast(numbers ? DataTypes.LongType : DataTypes.StringType).as("customer"),
            switch (dates) {
                case EPOCH_DAYS -> functions.unix_date(date.cast(DataTypes.DateType));
                case EPOCH_MICROS -> functions.unix_micros(date);
                case TEXT -> date;
            },
            amounts == AmountKind.WHOLE ? amount.cast(DataTypes.LongType) : amount,
            currency
        };
    }

    private static Column column(String name, StructType schema) {
        // A name is a path with dots unless it is quoted.
        return functions.col("`" + field(name, schema).name().replace("`", "``") + "`");
    }
}
