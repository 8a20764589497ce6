package io.clv.spark;

import io.clv.btyd.Fit;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.LedgerOptions;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Span;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Adds to a Dataset of customers what models say of them. */
final class Scoring {

    private Scoring() {}

    static Dataset<Row> purchases(Dataset<Row> customers, Fit<? extends TransactionModel> fit, Span horizon) {
        ChronoUnit unit = fit.unit()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the " + fit.family() + " fit must be in a unit of time, but was in " + fit.unitText()));
        PurchaseScores scores =
                new PurchaseScores(SentFit.of(fit), CustomerReader.of(customers), unit, horizon.in(unit));
        List<String> added =
                List.of(CustomerValues.Column.P_ALIVE.header(), CustomerValues.Column.EXPECTED_TRANSACTIONS.header());
        return mapped(customers, scores, with(customers.schema(), added));
    }

    static Dataset<Row> values(Dataset<Row> customers, FittedLtv model, LedgerOptions options) {
        ValueScores scores = ValueScores.of(customers, model, options);
        StructType schema = with(customers.schema(), scores.added());
        StructField[] fields = schema.fields();
        int clv = schema.fieldIndex(ValueScores.CLV);
        fields[clv] = fields[clv].withComment(scores.comment());
        return mapped(customers, scores, new StructType(fields));
    }

    /** An encoder forgets comments and other metadata of columns, which are put back. */
    private static Dataset<Row> mapped(
            Dataset<Row> customers, MapPartitionsFunction<Row, Row> scores, StructType schema) {
        Dataset<Row> scored = customers.mapPartitions(scores, Encoders.row(schema));
        return scored.select(Arrays.stream(schema.fields())
                .map(field ->
                        scored.col("`" + field.name().replace("`", "``") + "`").as(field.name(), field.metadata()))
                .toArray(Column[]::new));
    }

    private static StructType with(StructType schema, List<String> added) {
        StructType all = schema;
        for (String name : added) {
            if (Arrays.stream(schema.fieldNames()).anyMatch(name::equalsIgnoreCase)) {
                throw new IllegalArgumentException(
                        "customers must not have a column '" + name + "' yet, as it is to be added");
            }
            all = all.add(name, DataTypes.DoubleType, false);
        }
        return all;
    }
}
