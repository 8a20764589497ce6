package io.clv.benchmarks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Day totals by customer with {@code groupingBy}; a tree of days, since the first and the last one are asked for. */
final class StreamsEngine implements Engine {

    private final SimulatedLog log;

    StreamsEngine(SimulatedLog log) {
        this.log = log;
    }

    @Override
    public Summary aggregate() {
        return aggregate(log, IntStream.range(0, log.size()))::forEach;
    }

    static List<CustomerRow> aggregate(SimulatedLog log, IntStream rows) {
        Map<Object, TreeMap<Integer, Long>> customers = rows.boxed()
                .collect(groupingBy(
                        log::id,
                        groupingBy(row -> log.days[row], TreeMap::new, summingLong(row -> log.minorUnits[row]))));
        List<CustomerRow> table = new ArrayList<>(customers.size());
        customers.forEach((id, days) -> table.add(CustomerRow.of(
                id,
                days.size(),
                days.firstKey(),
                days.lastKey(),
                days.firstEntry().getValue(),
                days.values().stream().mapToLong(Long::longValue).sum())));
        return table;
    }
}
