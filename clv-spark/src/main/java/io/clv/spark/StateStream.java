package io.clv.spark;

import io.clv.ledger.CustomerState;
import io.clv.ledger.CustomerStates;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.GroupState;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;

/** Keeps the states of customers in Spark's state store, while rows stream in. */
final class StateStream {

    private StateStream() {}

    /** The new state of each customer whose rows came. */
    static Dataset<Row> of(Dataset<Row> log, LogLayout layout, Making making) {
        boolean numbers = layout.numbers();
        // What a task saw of a customer travels as one state, as in a batch: a great customer is no burden.
        Dataset<Row> seen = Blocks.ofLog(log, layout, making, 1)
                .flatMap(
                        (FlatMapFunction<Row, Row>) row -> StateRow.of(block(row), numbers),
                        Encoders.row(StateRow.schema(numbers)));
        return numbers ? byCustomer(seen, Encoders.LONG(), true) : byCustomer(seen, Encoders.STRING(), false);
    }

    private static CustomerStates block(Row row) {
        return StatesBytes.parse(row.getAs(Blocks.BLOCK));
    }

    private static <K> Dataset<Row> byCustomer(Dataset<Row> seen, Encoder<K> id, boolean numbers) {
        return seen.groupByKey((MapFunction<Row, K>) row -> row.getAs(StateRow.CUSTOMER), id)
                .flatMapGroupsWithState(
                        (FlatMapGroupsWithStateFunction<K, Row, byte[], Row>) StateStream::add,
                        OutputMode.Update(),
                        Encoders.BINARY(),
                        Encoders.row(StateRow.schema(numbers)),
                        GroupStateTimeout.NoTimeout());
    }

    private static <K> Iterator<Row> add(K customer, Iterator<Row> seen, GroupState<byte[]> kept) {
        CustomerState state = StateRow.state(seen.next());
        if (kept.exists()) {
            state = CustomerState.parse(kept.get()).merge(state);
        }
        while (seen.hasNext()) {
            state = state.merge(StateRow.state(seen.next()));
        }
        byte[] bytes = state.toBytes();
        kept.update(bytes);
        return List.of(RowFactory.create(customer, bytes)).iterator();
    }
}
