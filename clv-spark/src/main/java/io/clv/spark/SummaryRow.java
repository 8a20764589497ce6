package io.clv.spark;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Exclusions;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The table of a partition as rows: its customers, and at the end what it left out, so that one pass over the log tells
 * of both.
 */
final class SummaryRow {

    static final String EXCLUSIONS = "exclusions";

    /** A long of minor units has up to 19 digits. */
    private static final int DIGITS_OF_MONEY = 19;

    private static final int CUSTOMER_FIELDS = 8;

    private static final StructType EXCLUDED = new StructType()
            .add("rows_after_end", DataTypes.LongType, false)
            .add("customers_after_end", DataTypes.LongType, false)
            .add("refund_rows_ignored", DataTypes.LongType, false)
            .add("refunds_ignored", DataTypes.LongType, false)
            .add("customers_with_refunds_only", DataTypes.LongType, false)
            .add("refunds_of_those_customers", DataTypes.LongType, false);

    private SummaryRow() {}

    /** Dates are days since 1970-01-01 here: what class a row has of a date is a setting of the session. */
    static StructType schema(boolean numbers, Currency currency) {
        return new StructType()
                .add("customer", numbers ? DataTypes.LongType : DataTypes.StringType)
                .add("frequency", DataTypes.IntegerType)
                .add("recency", DataTypes.DoubleType)
                .add("age", DataTypes.DoubleType)
                .add("monetary_value", DataTypes.DoubleType)
                .add("total", DataTypes.createDecimalType(DIGITS_OF_MONEY, currency.getDefaultFractionDigits()))
                .add("first_purchase", DataTypes.IntegerType)
                .add("last_purchase", DataTypes.IntegerType)
                .add(EXCLUSIONS, EXCLUDED);
    }

    static Iterator<Row> of(CustomerTable table, boolean numbers) {
        Stream<Row> customers = IntStream.range(0, table.size()).mapToObj(row -> customer(table, row, numbers));
        return Stream.concat(
                        customers,
                        Stream.of(table.exclusions())
                                .filter(exclusions -> !exclusions.isEmpty())
                                .map(SummaryRow::excluded))
                .iterator();
    }

    private static Row customer(CustomerTable table, int row, boolean numbers) {
        return RowFactory.create(
                StateRow.id(table.id(row), numbers),
                table.frequency(row),
                table.recency(row),
                table.age(row),
                table.monetaryValue(row),
                BigDecimal.valueOf(table.totalMinorUnits(row), table.currency().getDefaultFractionDigits()),
                (int) table.firstPurchase(row).toEpochDay(),
                (int) table.lastPurchase(row).toEpochDay(),
                null);
    }

    private static Row excluded(Exclusions exclusions) {
        Object[] values = new Object[CUSTOMER_FIELDS + 1];
        values[CUSTOMER_FIELDS] = RowFactory.create(
                exclusions.rowsAfterEnd(),
                (long) exclusions.customersAfterEnd(),
                exclusions.refundRowsIgnored(),
                exclusions.refundsIgnored().minorUnits(),
                (long) exclusions.customersWithRefundsOnly(),
                exclusions.refundsOfThoseCustomers().minorUnits());
        return RowFactory.create(values);
    }
}
