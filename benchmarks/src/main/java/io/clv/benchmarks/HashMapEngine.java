package io.clv.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A hash map of customers. First, last and totals are kept as they come; only distinct days need a set. */
final class HashMapEngine implements Engine {

    private final SimulatedLog log;

    HashMapEngine(SimulatedLog log) {
        this.log = log;
    }

    @Override
    public Summary aggregate() {
        Map<Object, History> histories = new HashMap<>();
        for (int row = 0; row < log.size(); row++) {
            histories.computeIfAbsent(log.id(row), id -> new History()).add(log.days[row], log.minorUnits[row]);
        }
        List<CustomerRow> rows = new ArrayList<>(histories.size());
        histories.forEach((id, history) -> rows.add(history.toRow(id)));
        return rows::forEach;
    }

    private static final class History {
        private final Set<Integer> days = new HashSet<>();
        private int first = Integer.MAX_VALUE;
        private int last = Integer.MIN_VALUE;
        private long firstTotal;
        private long total;

        void add(int day, long minorUnits) {
            days.add(day);
            if (day < first) {
                first = day;
                firstTotal = 0;
            }
            if (day == first) {
                firstTotal += minorUnits;
            }
            last = Math.max(last, day);
            total += minorUnits;
        }

        CustomerRow toRow(Object id) {
            return CustomerRow.of(id, days.size(), first, last, firstTotal, total);
        }
    }
}
