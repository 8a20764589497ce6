package io.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.clv.ledger.CustomerTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Compares what Spark made with what one machine makes, to the last bit. */
final class Tables {

    private Tables() {}

    static void assertSame(Summary summary, CustomerTable table) {
        assertThat(lines(summary)).isEqualTo(lines(table));
        assertThat(summary.exclusions()).isEqualTo(table.exclusions());
    }

    private static List<String> lines(Summary summary) {
        List<String> lines = new ArrayList<>();
        // Dates as text: what class a row has of them is a setting of the session.
        List<Row> rows = summary.customers()
                .withColumn("first_purchase", functions.col("first_purchase").cast("string"))
                .withColumn("last_purchase", functions.col("last_purchase").cast("string"))
                .collectAsList();
        for (Row row : rows) {
            lines.add(String.join(
                    "|",
                    row.get(0).toString(),
                    Integer.toString(row.getInt(1)),
                    Double.toHexString(row.getDouble(2)),
                    Double.toHexString(row.getDouble(3)),
                    Double.toHexString(row.getDouble(4)),
                    row.getDecimal(5).toPlainString(),
                    row.getString(6),
                    row.getString(7)));
        }
        lines.sort(Comparator.naturalOrder());
        return lines;
    }

    private static List<String> lines(CustomerTable table) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            lines.add(String.join(
                    "|",
                    table.id(row),
                    Integer.toString(table.frequency(row)),
                    Double.toHexString(table.recency(row)),
                    Double.toHexString(table.age(row)),
                    Double.toHexString(table.monetaryValue(row)),
                    BigDecimal.valueOf(
                                    table.totalMinorUnits(row), table.currency().getDefaultFractionDigits())
                            .toPlainString(),
                    table.firstPurchase(row).toString(),
                    table.lastPurchase(row).toString()));
        }
        lines.sort(Comparator.naturalOrder());
        return lines;
    }
}
