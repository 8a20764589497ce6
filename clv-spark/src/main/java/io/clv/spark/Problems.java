package io.clv.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Finds the rows of a log that are not taken, and what is wrong with them. */
final class Problems {

    private static final String ROW = "row";

    private Problems() {}

    private static StructType rules() {
        return new StructType()
                .add("column", DataTypes.StringType, false)
                .add("value", DataTypes.StringType, false)
                .add("message", DataTypes.StringType, false);
    }

    static Dataset<Row> none(SparkSession session) {
        return session.createDataFrame(List.of(), rules().add(ROW, DataTypes.StringType));
    }

    static Dataset<Row> of(Dataset<Row> log, LogLayout layout) {
        Column[] projection = layout.projection(log.schema());
        Column[] columns = Arrays.copyOf(projection, projection.length + 1);
        columns[projection.length] = struct(col("*"));
        StructType schema = rules().add(ROW, log.schema());
        return log.select(columns)
                .flatMap((FlatMapFunction<Row, Row>) row -> faults(row, layout), Encoders.row(schema))
                // As text, so that the problems of logs with different columns make one Dataset.
                .withColumn(ROW, to_json(col(ROW), Map.of("ignoreNullFields", "false")));
    }

    private static Iterator<Row> faults(Row projected, LogLayout layout) {
        Object row = projected.get(projected.size() - 1);
        List<Row> faults = new ArrayList<>();
        new LogRow(layout, (column, value, rule) -> faults.add(RowFactory.create(column, value, rule, row)))
                .read(projected);
        return faults.iterator();
    }
}
