package io.clv.benchmarks;

import io.clv.task.Parallelism;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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
import org.openjdk.jmh.annotations.Warmup;

/** Reads the three columns of a log once and adds them up: no aggregation can be faster. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms4g", "-Xmx4g"})
public class ReadingBound {

    /** How many threads read, each a part of the rows. */
    @Param("1")
    int threads = 1;

    /** How many rows the log has. */
    @Param("1000000")
    int rows = 1_000_000;

    private long[] numbers = {};
    private int[] days = {};
    private long[] minorUnits = {};

    /** For JMH. */
    public ReadingBound() {}

    /** Fills the columns; what they hold does not matter here. */
    @Setup(Level.Trial)
    public void prepare() {
        SimulatedLog log = SimulatedLog.of(LogShape.UNIFORM, CustomerIds.PACKABLE, rows, AggregationBenchmark.SEED);
        numbers = log.numbers;
        days = log.days;
        minorUnits = log.minorUnits;
    }

    /**
     * Reads all rows.
     *
     * @return a sum, so that the reading is not idle
     */
    @Benchmark
    public long read() {
        long[] sums = new long[threads];
        Parallelism.of(threads).run(threads, part -> sums[part] = sum(part(part), part(part + 1)));
        return LongStream.of(sums).sum();
    }

    private int part(int part) {
        return (int) ((long) rows * part / threads);
    }

    private long sum(int from, int to) {
        long sum = 0;
        for (int row = from; row < to; row++) {
            sum += numbers[row] + days[row] + minorUnits[row];
        }
        return sum;
    }
}
