package io.clv.spark;

import io.clv.btyd.FitObjective;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;

/**
 * The customers of a Dataset by some columns of theirs: equal ones are one row with their count. It is held where it
 * was computed until it is closed.
 */
final class CountedCustomers implements AutoCloseable {

    /** The setting that says up to how many distinct rows a fit is made on the driver. */
    static final String DRIVER_ROWS = "spark.clv.fit.driverRows";

    /** They fit a heap of one gigabyte, which is what Spark gives a driver that is told nothing. */
    static final int DEFAULT_DRIVER_ROWS = 2_000_000;

    private final JavaRDD<WeightedRows> parts;
    private final List<String> names;
    private final long rows;
    private final long driverRows;

    private CountedCustomers(JavaRDD<WeightedRows> parts, List<String> names, long rows, long driverRows) {
        this.parts = parts;
        this.names = names;
        this.rows = rows;
        this.driverRows = driverRows;
    }

    /** Counts equal rows of some columns of numbers, each under its name. */
    static CountedCustomers of(Dataset<Row> customers, Map<String, Column> columns) {
        long driverRows = driverRows(customers);
        List<String> names = List.copyOf(columns.keySet());
        Dataset<Row> counted = customers
                .select(columns.entrySet().stream()
                        .map(named ->
                                named.getValue().cast(DataTypes.DoubleType).as(named.getKey()))
                        .toArray(Column[]::new))
                .groupBy(names.stream().map(functions::col).toArray(Column[]::new))
                .agg(functions.count(functions.lit(1)).cast(DataTypes.DoubleType));
        int width = names.size() + 1;
        JavaRDD<WeightedRows> parts = counted.toJavaRDD()
                .mapPartitions(rows -> {
                    WeightedRows part = new WeightedRows(width);
                    rows.forEachRemaining(row -> part.add(numbers(row, width)));
                    return (part.size() == 0 ? List.<WeightedRows>of() : List.of(part)).iterator();
                })
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            long rows = parts.map(part -> (long) part.size()).fold(0L, Long::sum);
            return new CountedCustomers(parts, names, rows, driverRows);
        } catch (RuntimeException e) {
            parts.unpersist(false);
            throw e;
        }
    }

    /** Whether there are so few distinct rows that the driver takes them all. */
    boolean fitTheDriver() {
        return rows <= driverRows;
    }

    JavaRDD<WeightedRows> parts() {
        return parts;
    }

    /** What is made of all rows on the driver. */
    <T> T onDriver(Function<WeightedRows, T> made) {
        WeightedRows all = WeightedRows.of(names.size() + 1, parts.collect());
        return new Faults(names).refused(all, made);
    }

    /** The likelihood added up over the partitions, of whose rows none is refused. */
    FitObjective summed(Likelihood likelihood) {
        Faults faults = new Faults(names);
        Optional<String> first = parts
                .map(part -> faults.of(part, rows -> rows.objective(likelihood)))
                .filter(fault -> !fault.isEmpty())
                .collect()
                .stream()
                .min(Comparator.naturalOrder());
        first.ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        return new SummedObjective(parts, likelihood);
    }

    /** Lets go of what was held. */
    @Override
    public void close() {
        parts.unpersist(false);
    }

    private static long driverRows(Dataset<Row> customers) {
        String text = customers.sparkSession().conf().get(DRIVER_ROWS, String.valueOf(DEFAULT_DRIVER_ROWS));
        try {
            long rows = Long.parseLong(text);
            if (rows >= 0 && rows <= Integer.MAX_VALUE / 4) {
                return rows;
            }
        } catch (NumberFormatException e) {
            // The message below says what was expected.
        }
        throw new IllegalArgumentException(DRIVER_ROWS + " must be a whole number from 0 to " + Integer.MAX_VALUE / 4
                + ", but was '" + text + "'");
    }

    private static double[] numbers(Row row, int width) {
        double[] numbers = new double[width];
        for (int i = 0; i < width; i++) {
            // What is absent is no number, and is refused with the row it is in.
            numbers[i] = row.isNullAt(i) ? Double.NaN : row.getDouble(i);
        }
        return numbers;
    }
}
