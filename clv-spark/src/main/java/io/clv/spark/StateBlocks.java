package io.clv.spark;

import io.clv.ledger.CustomerStates;
import io.clv.ledger.Ledger;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Folds the rows of one task, as they come, to the states of their customers, apart for each of the partitions that
 * they will be sent to: what a customer has done in some hundred thousand rows is sent as one state, so that a customer
 * with a third of all rows is no burden to whoever puts the states together.
 */
final class StateBlocks implements Iterator<Row> {

    private static final int ROWS_OF_A_BLOCK = 1 << 20;

    private final Iterator<Row> rows;
    private final Making making;
    private final int targets;
    private final LogRow row;
    private final boolean numbers;
    private final Queue<Row> ready = new ArrayDeque<>();

    StateBlocks(Iterator<Row> rows, LogLayout layout, Making making, int targets) {
        this.rows = rows;
        this.making = making;
        this.targets = targets;
        this.row = new LogRow(layout, (column, value, rule) -> {});
        this.numbers = layout.numbers();
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && rows.hasNext()) {
            readBlock();
        }
        return !ready.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void readBlock() {
        Ledger.Builder[] logs = new Ledger.Builder[targets];
        Arrays.setAll(logs, target -> Ledger.builder(making.currency()));
        for (int size = 0; size < ROWS_OF_A_BLOCK && rows.hasNext(); size++) {
            if (row.read(rows.next())) {
                if (numbers) {
                    logs[Targets.of(row.number, targets)].add(row.number, row.epochDay, row.minorUnits);
                } else {
                    logs[Targets.of(row.text, targets)].add(row.text, row.epochDay, row.minorUnits);
                }
            }
        }
        for (int target = 0; target < targets; target++) {
            if (logs[target].size() > 0) {
                CustomerStates states = CustomerStates.of(logs[target].build(), making.options());
                logs[target] = Ledger.builder(making.currency());
                ready.add(RowFactory.create(target, StatesBytes.of(states)));
            }
        }
    }
}
