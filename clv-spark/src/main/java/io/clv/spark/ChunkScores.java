package io.clv.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The rows of a partition with columns added, some thousands at a time: the model is asked about columns, and customers
 * who are alike are asked about once.
 */
final class ChunkScores implements Iterator<Row> {

    /** So many that few histories are in two chunks, so few that a task needs some tens of megabytes for them. */
    static final int CHUNK = 1 << 15;

    private final Iterator<Row> rows;
    private final Function<List<Row>, double[][]> scores;
    private List<Row> chunk = List.of();
    private double[][] added = {};
    private int at;

    ChunkScores(Iterator<Row> rows, Function<List<Row>, double[][]> scores) {
        this.rows = rows;
        this.scores = scores;
    }

    @Override
    public boolean hasNext() {
        return at < chunk.size() || rows.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the partition has no more customers");
        }
        if (at == chunk.size()) {
            chunk = new ArrayList<>();
            while (rows.hasNext() && chunk.size() < CHUNK) {
                chunk.add(rows.next());
            }
            added = scores.apply(chunk);
            at = 0;
        }
        Row row = chunk.get(at);
        int own = row.size();
        Object[] all = new Object[own + added.length];
        for (int i = 0; i < own; i++) {
            all[i] = row.get(i);
        }
        for (int i = 0; i < added.length; i++) {
            all[own + i] = added[i][at];
        }
        at++;
        return RowFactory.create(all);
    }
}
