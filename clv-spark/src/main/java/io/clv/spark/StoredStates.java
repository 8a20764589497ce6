package io.clv.spark;

import io.clv.ledger.CustomerState;
import io.clv.ledger.CustomerStates;
import io.clv.ledger.LedgerOptions;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Reads off stored states how they were made and what is sealed, which each of them knows of itself. */
final class StoredStates {

    private static final StructType HEAD =
            new StructType().add("nobody", DataTypes.BinaryType, false).add("sealed_through", DataTypes.LongType, true);

    private @Nullable Currency currency;
    private @Nullable LedgerOptions options;
    private @Nullable LocalDate sealedThrough;

    private StoredStates() {}

    static DistributedStates of(Dataset<Row> stored) {
        boolean numbers = hasNumbers(stored.schema());
        Dataset<Row> rows = stored.select(functions.col("customer"), functions.col("state"));
        StoredStates all = new StoredStates();
        rows.mapPartitions((MapPartitionsFunction<Row, Row>) StoredStates::head, Encoders.row(HEAD))
                .collectAsList()
                .forEach(all::addHead);
        if (all.currency == null || all.options == null) {
            throw new IllegalArgumentException(
                    "there must be a state at least, to tell currency and options by, but there were 0");
        }
        return DistributedStates.ofRows(rows, Making.of(all.currency, all.options), numbers, all.sealedThrough);
    }

    private static boolean hasNumbers(StructType schema) {
        DataType id = typeOf("customer", schema);
        boolean numbers = id.equals(DataTypes.LongType);
        boolean known = numbers || id.equals(DataTypes.StringType);
        if (!known || !typeOf("state", schema).equals(DataTypes.BinaryType)) {
            throw new IllegalArgumentException("states must have the columns customer BIGINT or STRING, and state"
                    + " BINARY, but had " + schema.toDDL());
        }
        return numbers;
    }

    private static DataType typeOf(String column, StructType schema) {
        return List.of(schema.fieldNames()).contains(column)
                ? schema.apply(column).dataType()
                : DataTypes.NullType;
    }

    /** What the states of a partition have in common, as one row, or none where there are no states. */
    private static Iterator<Row> head(Iterator<Row> states) {
        StoredStates all = new StoredStates();
        states.forEachRemaining(row -> all.add(StateRow.state(row)));
        if (all.currency == null || all.options == null) {
            return List.<Row>of().iterator();
        }
        byte[] nobody = CustomerState.of("nobody", all.currency, all.options).toBytes();
        Long day = all.sealedThrough == null ? null : all.sealedThrough.toEpochDay();
        return List.of(RowFactory.create(nobody, day)).iterator();
    }

    private void addHead(Row head) {
        add(CustomerState.parse(head.getAs(0)));
        if (!head.isNullAt(1)) {
            sealThrough(LocalDate.ofEpochDay(head.getLong(1)));
        }
    }

    private void add(CustomerState state) {
        if (currency == null || options == null) {
            currency = state.currency();
            options = state.options();
        } else if (!currency.equals(state.currency()) || !options.equals(state.options())) {
            // Refused, in the words of the single machine.
            CustomerStates.of(currency, options).merge(CustomerStates.of(state.currency(), state.options()));
        }
        Optional<LocalDate> sealed = state.sealedThrough();
        sealed.ifPresent(this::sealThrough);
    }

    private void sealThrough(LocalDate date) {
        if (sealedThrough == null || date.isAfter(sealedThrough)) {
            sealedThrough = date;
        }
    }
}
