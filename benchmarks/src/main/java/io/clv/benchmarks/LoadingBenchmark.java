package io.clv.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it takes to bring a log that stands in Java arrays into DuckDB, by its appender. No ratio has it in: the
 * database may well hold the data anyway.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgs = {"-Xms4g", "-Xmx4g"})
public class LoadingBenchmark {

    /** What ids look like. */
    @Param
    CustomerIds ids = CustomerIds.PACKABLE;

    /** How many rows the log has. */
    @Param("1000000")
    int rows = 1_000_000;

    @SuppressWarnings("NullAway.Init") // JMH calls the setup
    private SimulatedLog log;

    @SuppressWarnings("NullAway.Init") // JMH runs the benchmark before it tears down
    private Engine loaded;

    /** For JMH. */
    public LoadingBenchmark() {}

    /** Makes the log. */
    @Setup(Level.Trial)
    public void prepare() {
        log = SimulatedLog.of(LogShape.UNIFORM, ids, rows, AggregationBenchmark.SEED);
    }

    /**
     * Opens a database and loads it.
     *
     * @return the database, for JMH to take
     */
    @Benchmark
    public Object load() {
        loaded = EngineKind.DUCKDB.open(log, 1);
        return loaded;
    }

    /** Closes the database. */
    @TearDown(Level.Invocation)
    public void close() {
        loaded.close();
    }
}
