package io.clv.benchmarks;

import io.clv.btyd.TransactionModel;
import io.clv.ledger.CustomerTable;
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
import org.openjdk.jmh.annotations.Warmup;

/** One question about one customer; another customer at each call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CallBenchmark {

    /** A power of two, so that the next customer costs one instruction. */
    private static final int CUSTOMERS = 1024;

    /** Who is asked. */
    @Param
    ModelKind model = ModelKind.BG_NBD;

    /** What. */
    @Param
    ModelCall call = ModelCall.PROBABILITY_ALIVE;

    private final int[] x = new int[CUSTOMERS];
    private final double[] last = new double[CUSTOMERS];
    private final double[] age = new double[CUSTOMERS];
    private TransactionModel asked = CalibrationBase.MODEL;
    private int next;

    /** For JMH. */
    public CallBenchmark() {}

    /** Simulates customers. */
    @Setup(Level.Trial)
    public void prepare() {
        asked = model.model();
        CustomerTable customers = CalibrationBase.simulatedSample(CUSTOMERS);
        for (int row = 0; row < CUSTOMERS; row++) {
            x[row] = customers.frequency(row);
            last[row] = customers.recency(row);
            age[row] = customers.age(row);
        }
    }

    /**
     * One call.
     *
     * @return the number, for JMH to take
     */
    @Benchmark
    public double ask() {
        int row = next++ & (CUSTOMERS - 1);
        return call.of(asked, x[row], last[row], age[row]);
    }
}
