package io.clv.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/**
 * What to compare, and how thoroughly.
 *
 * @param comparisons the lines of the table
 * @param rounds how to measure
 */
record Plan(List<Comparison> comparisons, Rounds rounds) implements Report {

    private static final int MILLION = 1_000_000;

    Plan {
        comparisons = List.copyOf(comparisons);
    }

    /** A look at the main rivals in some two minutes. */
    static Plan brief() {
        List<Comparison> lines = new ArrayList<>();
        for (EngineKind rival : List.of(EngineKind.STREAMS, EngineKind.HASH_MAP, EngineKind.DUCKDB)) {
            lines.add(Comparison.aggregation(rival, 1, LogShape.UNIFORM, CustomerIds.PACKABLE, MILLION));
        }
        for (EngineKind rival : List.of(EngineKind.PARALLEL_STREAMS, EngineKind.DUCKDB)) {
            lines.add(Comparison.aggregation(rival, 2, LogShape.UNIFORM, CustomerIds.PACKABLE, MILLION));
        }
        lines.addAll(portfolio());
        return new Plan(lines, new Rounds(2, 1, 3, 5, 400));
    }

    /** Everything asked for, each rival on 1 thread and on {@code threads} where it can. */
    static Plan full(Choice choice) {
        List<Comparison> lines = new ArrayList<>();
        Set<Integer> threads = new LinkedHashSet<>(List.of(1, choice.threads()));
        for (CustomerIds ids : choice.ids()) {
            for (LogShape shape : choice.shapes()) {
                for (EngineKind rival : choice.rivals()) {
                    threads.stream()
                            .filter(rival::isComparedOn)
                            .map(some -> Comparison.aggregation(rival, some, shape, ids, choice.rows()))
                            .forEach(lines::add);
                }
                if (ids == CustomerIds.PACKABLE) {
                    threads.forEach(some -> lines.add(Comparison.bound(some, shape, choice.rows())));
                }
            }
        }
        lines.addAll(portfolio());
        return new Plan(lines, new Rounds(choice.rounds(), 1, 3, 5, 1000));
    }

    private static List<Comparison> portfolio() {
        return List.of(
                Comparison.portfolio(PortfolioSum.MINOR_UNITS, MILLION),
                Comparison.portfolio(PortfolioSum.MONEY, MILLION));
    }

    /** The distinct cells in the order of the lines: rivals are measured next to what they are compared with. */
    Set<Cell> cells() {
        Set<Cell> cells = new LinkedHashSet<>();
        for (Comparison comparison : comparisons) {
            cells.add(comparison.clv());
            cells.add(comparison.other());
        }
        return cells;
    }

    @Override
    public String measure(PrintStream progress) throws RunnerException {
        return RatioTable.of(comparisons, rounds.measure(cells(), progress));
    }
}
