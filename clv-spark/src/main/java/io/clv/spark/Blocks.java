package io.clv.spark;

import io.clv.ledger.CustomerStates;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Datasets of states in blocks, which is how they travel: a cell for thousands of customers. */
final class Blocks {

    private static final String TARGET = "target";
    static final int BLOCK = 1;

    private static final StructType SCHEMA =
            new StructType().add(TARGET, DataTypes.IntegerType, false).add("block", DataTypes.BinaryType, false);

    /** A block that is going nowhere. */
    static final StructType WHOLE = new StructType().add("block", DataTypes.BinaryType, false);

    private Blocks() {}

    static Dataset<Row> ofLog(Dataset<Row> log, LogLayout layout, Making making, int targets) {
        return log.select(layout.projection(log.schema()))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> new StateBlocks(rows, layout, making, targets),
                        Encoders.row(SCHEMA));
    }

    static Dataset<Row> ofStates(Dataset<Row> states, Making making, int targets) {
        return states.mapPartitions(
                (MapPartitionsFunction<Row, Row>) rows -> new StoredBlocks(rows, making, targets),
                Encoders.row(SCHEMA));
    }

    /** What becomes of the states of a partition, once all of its customers are whole. */
    interface Use extends Serializable {
        Iterator<Row> of(CustomerStates states);
    }

    /** Brings the states of each customer together, and makes rows of them. */
    static Dataset<Row> together(List<BlockSource> sources, Making making, Use use, StructType schema) {
        int targets = Integer.parseInt(sources.get(0).session().conf().get("spark.sql.shuffle.partitions"));
        Dataset<Row> blocks = sources.stream()
                .map(source -> source.blocks().apply(targets))
                .reduce(Dataset::union)
                .orElseThrow();
        return blocks.repartitionById(targets, functions.col(TARGET))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> use.of(StatesMerge.ofBlocks(rows, BLOCK, making)),
                        Encoders.row(schema));
    }

    /** The states of a partition as one block. */
    static Iterator<Row> whole(CustomerStates states) {
        return List.of(RowFactory.create((Object) StatesBytes.of(states))).iterator();
    }
}
