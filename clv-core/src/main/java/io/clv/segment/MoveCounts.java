package io.clv.segment;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import java.util.List;
import java.util.function.Function;

/** Counts the moves of customers from where they were to where they are in each of many futures. */
final class MoveCounts {

    private final CustomerTable before;
    private final Groups then;

    MoveCounts(CustomerTable before, Groups then) {
        this.before = before;
        this.then = then;
    }

    ExpectedMoves draw(DrawnModels future, Function<CustomerTable, Groups> rule, long seed, String method) {
        int draws = future.draws();
        CustomerTable drawn = future.draw(seed, 0);
        Groups first = segments(rule, drawn);
        List<String> labels = first.labels();
        // Who is there is the same in every future, and so are the rows.
        int[] rows = new int[before.size()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = drawn.indexOf(before.id(row));
        }
        int from = then.labels().size();
        long[][] sums = new long[from][labels.size()];
        double[][] squares = new double[from][labels.size()];
        for (int draw = 0; draw < draws; draw++) {
            Groups now = draw == 0 ? first : segments(rule, future.draw(seed, draw));
            if (!now.labels().equals(labels)) {
                throw new IllegalArgumentException("the rule of segments must give the same names in every draw, but"
                        + " gave " + labels + " and then " + now.labels());
            }
            int[][] counts = new int[from][labels.size()];
            for (int row = 0; row < rows.length; row++) {
                counts[then.code(row)][now.code(rows[row])]++;
            }
            for (int code = 0; code < from; code++) {
                for (int to = 0; to < counts[code].length; to++) {
                    sums[code][to] += counts[code][to];
                    squares[code][to] += (double) counts[code][to] * counts[code][to];
                }
            }
        }
        return new ExpectedMoves(then, labels, sums, squares, draws, method);
    }

    private static Groups segments(Function<CustomerTable, Groups> rule, CustomerTable customers) {
        Groups groups = rule.apply(customers);
        if (groups.size() != customers.size()) {
            throw new IllegalArgumentException("the rule of segments must give a row for each of the "
                    + customers.size() + " customers, but gave " + groups.size());
        }
        return groups;
    }
}
