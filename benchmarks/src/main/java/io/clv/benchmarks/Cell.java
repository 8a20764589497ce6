package io.clv.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/**
 * One benchmark at one point of its parameters: what a fork of the JVM measures.
 *
 * @param benchmark the class, with one method to time
 * @param parameters by name
 * @param units how many rows or customers a run goes through: times are told per unit
 */
record Cell(Class<?> benchmark, Map<String, String> parameters, int units) {

    Cell {
        parameters = Map.copyOf(parameters);
    }

    static Cell aggregation(EngineKind engine, int threads, LogShape shape, CustomerIds ids, int rows) {
        return new Cell(
                AggregationBenchmark.class,
                Map.of(
                        "engine", engine.name(),
                        "threads", Integer.toString(threads),
                        "shape", shape.name(),
                        "ids", ids.name(),
                        "rows", Integer.toString(rows)),
                rows);
    }

    static Cell reading(int threads, int rows) {
        return new Cell(
                ReadingBound.class, Map.of("threads", Integer.toString(threads), "rows", Integer.toString(rows)), rows);
    }

    static Cell portfolio(PortfolioSum sum, int customers) {
        return new Cell(
                PortfolioBenchmark.class,
                Map.of("sum", sum.name(), "customers", Integer.toString(customers)),
                customers);
    }

    static Cell model(ModelJob job, int customers) {
        return new Cell(
                ModelBenchmark.class, Map.of("job", job.name(), "customers", Integer.toString(customers)), customers);
    }

    @Override
    public String toString() {
        return benchmark.getSimpleName() + " " + new TreeMap<>(parameters);
    }
}
