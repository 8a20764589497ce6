package io.clv.spark;

import io.clv.ledger.CustomerStates;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Merges states as a tournament does, so many equals at a time: each customer's rows are gone over as often as there
 * are rounds, which even thousands of blocks make three of, and no more blocks wait in memory than rounds need.
 */
final class StatesMerge {

    private static final int EQUALS = 32;

    private final Making making;
    private final List<List<CustomerStates>> rounds = new ArrayList<>();

    private StatesMerge(Making making) {
        this.making = making;
    }

    /** The states of all blocks that stand in a column of some rows. */
    static CustomerStates ofBlocks(Iterator<Row> rows, int column, Making making) {
        StatesMerge merge = new StatesMerge(making);
        rows.forEachRemaining(row -> merge.add(StatesBytes.parse(row.getAs(column)), 0));
        return merge.all();
    }

    private void add(CustomerStates states, int round) {
        if (round == rounds.size()) {
            rounds.add(new ArrayList<>());
        }
        List<CustomerStates> waiting = rounds.get(round);
        waiting.add(states);
        if (waiting.size() == EQUALS) {
            CustomerStates merged = merged(waiting);
            waiting.clear();
            add(merged, round + 1);
        }
    }

    private CustomerStates all() {
        return merged(rounds.stream().flatMap(List::stream).toList());
    }

    private CustomerStates merged(List<CustomerStates> parts) {
        return CustomerStates.mergeAll(making.currency(), making.options(), parts);
    }
}
