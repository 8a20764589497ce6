package io.clv.spark;

import io.clv.ledger.CustomerState;
import io.clv.ledger.CustomerStates;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Puts the states of single customers, as they were stored, into blocks again. */
final class StoredBlocks implements Iterator<Row> {

    private static final int STATES_OF_A_BLOCK = 1 << 18;

    private final Iterator<Row> rows;
    private final Making making;
    private final int targets;
    private final Queue<Row> ready = new ArrayDeque<>();

    StoredBlocks(Iterator<Row> rows, Making making, int targets) {
        this.rows = rows;
        this.making = making;
        this.targets = targets;
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
        List<List<CustomerState>> states = new ArrayList<>();
        for (int target = 0; target < targets; target++) {
            states.add(new ArrayList<>());
        }
        for (int size = 0; size < STATES_OF_A_BLOCK && rows.hasNext(); size++) {
            Row row = rows.next();
            CustomerState state = StateRow.state(row);
            int target = row.get(StateRow.CUSTOMER) instanceof Long number
                    ? Targets.of(number, targets)
                    : Targets.of(state.customer(), targets);
            states.get(target).add(state);
        }
        for (int target = 0; target < targets; target++) {
            if (!states.get(target).isEmpty()) {
                CustomerStates block = CustomerStates.of(making.currency(), making.options(), states.get(target));
                states.set(target, List.of());
                ready.add(RowFactory.create(target, StatesBytes.of(block)));
            }
        }
    }
}
