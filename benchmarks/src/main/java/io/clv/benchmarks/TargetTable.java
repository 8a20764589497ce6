package io.clv.benchmarks;

import java.util.List;
import java.util.Map;

/** Targets beside what was measured, as a Markdown table. */
final class TargetTable {

    private static final String HEAD = """
            | job | threads | target, ms | measured, ms | rounds | published elsewhere |
            |---|--:|--:|--:|--:|---|
            """;

    private TargetTable() {}

    static String of(List<Target> targets, Map<Cell, Timings> timings) {
        StringBuilder table = new StringBuilder(HEAD);
        for (Target target : targets) {
            Timings measured = timings.get(target.cell());
            if (measured == null) {
                throw new IllegalArgumentException("nothing was measured for " + target);
            }
            table.append(target.line(measured));
        }
        return table.toString();
    }
}
