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
 * From a log to one row a customer: frequency, recency, age, first purchase, monetary value and total. The log stands
 * in memory before, and the result stays where the engine leaves it. An engine that gives another answer than the
 * others fails before anything is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms4g", "-Xmx4g"})
public class AggregationBenchmark {

    static final long SEED = 20230101;

    /** Who does it. */
    @Param
    EngineKind engine = EngineKind.CLV;

    /** How many threads it may use; some engines know only one. */
    @Param("1")
    int threads = 1;

    /** The distribution and order of the rows. */
    @Param
    LogShape shape = LogShape.UNIFORM;

    /** What ids look like. */
    @Param
    CustomerIds ids = CustomerIds.PACKABLE;

    /** How many rows the log has; a tenth as many customers. */
    @Param("1000000")
    int rows = 1_000_000;

    @SuppressWarnings("NullAway.Init") // JMH calls the setup
    private SimulatedLog log;

    @SuppressWarnings("NullAway.Init") // JMH calls the setup
    private Engine contender;

    /** For JMH. */
    public AggregationBenchmark() {}

    /**
     * Makes the log, and has the engine show that it is right.
     *
     * @throws IllegalArgumentException if the engine does not run on so many threads
     * @throws IllegalStateException if its summary is not the expected one
     */
    @Setup(Level.Trial)
    public void prepare() {
        log = SimulatedLog.of(shape, ids, rows, SEED);
        contender = engine.openVerified(log, threads);
    }

    /** Before each run, makes strings that nobody has hashed. */
    @Setup(Level.Invocation)
    public void forgetHashes() {
        if (ids == CustomerIds.TEXT && engine != EngineKind.DUCKDB) {
            log.renewTexts();
            System.gc();
        }
    }

    /**
     * One aggregation.
     *
     * @return the result, for JMH to take
     */
    @Benchmark
    public Object aggregate() {
        return contender.aggregate();
    }

    /** Closes the engine. */
    @TearDown(Level.Trial)
    public void close() {
        contender.close();
    }
}
