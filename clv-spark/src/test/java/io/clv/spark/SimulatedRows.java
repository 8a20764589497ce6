package io.clv.spark;

import io.clv.ledger.Ledger;
import io.clv.quantity.Money;
import java.io.Serializable;
import java.util.Currency;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A log of any size in which each row is made of its number alone, so that Spark and one machine have the same rows
 * without reading each other's: customers at random, 30% of the rows those of one customer if there is to be skew, days
 * in two years, amounts up to 200.
 *
 * @param rows how many rows
 * @param customers how many customers, or nearly
 * @param skewed whether one customer has 30% of the rows
 */
record SimulatedRows(long rows, int customers, boolean skewed) implements Serializable {

    static final Currency USD = Money.currency("USD");
    static final int FIRST_DAY = 19_000;
    static final int DAYS = 730;

    private static final long ODD = 0x9E3779B97F4A7C15L;

    private static long bits(long row, int stream) {
        long z = (row * 4 + stream + 1) * ODD;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static long below(int bound, long row, int stream) {
        return Math.floorMod(bits(row, stream) >>> 1, (long) bound);
    }

    long customer(long row) {
        boolean great = skewed && below(10, row, 3) < 3;
        return great ? 0 : below(customers, row, 0) * 37;
    }

    static int day(long row) {
        return FIRST_DAY + (int) below(DAYS, row, 1);
    }

    static long minorUnits(long row) {
        return 100 + below(19_900, row, 2);
    }

    Ledger ledger() {
        int size = Math.toIntExact(rows);
        long[] ids = new long[size];
        int[] days = new int[size];
        long[] minorUnits = new long[size];
        for (int row = 0; row < size; row++) {
            ids[row] = customer(row);
            days[row] = day(row);
            minorUnits[row] = minorUnits(row);
        }
        return Ledger.ofUnsafe(USD, ids, days, minorUnits);
    }

    /** Customer, date and amount, as a table of orders has them. */
    Dataset<Row> dataset(SparkSession session, int partitions) {
        StructType schema = new StructType()
                .add("customer", DataTypes.LongType)
                .add("day", DataTypes.IntegerType)
                .add("minor", DataTypes.LongType);
        Column amount = functions.col("minor").cast("decimal(12, 0)").divide(functions.lit(100));
        SimulatedRows log = this;
        return session.range(0, rows, 1, partitions)
                .map(
                        (MapFunction<Long, Row>) row -> RowFactory.create(log.customer(row), day(row), minorUnits(row)),
                        Encoders.row(schema))
                .select(
                        functions.col("customer"),
                        functions.date_from_unix_date(functions.col("day")).as("date"),
                        amount.cast("decimal(12, 2)").as("amount"));
    }
}
