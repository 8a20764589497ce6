package io.clv.spark;

import io.clv.ledger.CustomerStates;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Merges states as a tournament does, like with like: each customer's rows are gone over as often as the number of
 * states has binary digits, not as often as there are states.
 */
final class StatesMerge {

    /** At each place the states of 2^place blocks, or nothing. */
    private final List<@Nullable CustomerStates> rounds = new ArrayList<>();

    private final CustomerStates nobody;

    StatesMerge(Making making) {
        nobody = CustomerStates.of(making.currency(), making.options());
    }

    /** The states of all blocks of some rows. */
    static CustomerStates ofBlocks(Iterator<Row> rows, int column, Making making) {
        StatesMerge merge = new StatesMerge(making);
        rows.forEachRemaining(row -> merge.add(StatesBytes.parse(row.getAs(column))));
        return merge.all();
    }

    void add(CustomerStates states) {
        CustomerStates sum = states;
        for (int round = 0; ; round++) {
            if (round == rounds.size()) {
                rounds.add(sum);
                return;
            }
            CustomerStates waiting = rounds.get(round);
            if (waiting == null) {
                rounds.set(round, sum);
                return;
            }
            sum = waiting.merge(sum);
            rounds.set(round, null);
        }
    }

    CustomerStates all() {
        CustomerStates sum = nobody;
        for (CustomerStates waiting : rounds) {
            if (waiting != null) {
                sum = waiting.merge(sum);
            }
        }
        return sum;
    }
}
