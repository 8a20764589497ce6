package io.clv.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

/** Fits of models to bases of customers, and what a model says of all of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
public class ModelBenchmark {

    /** What is done. */
    @Param
    ModelJob job = ModelJob.BG_NBD_SAMPLE;

    /** How many customers, where they are simulated; 0 for as many as the job is about. */
    @Param("0")
    int customers = 0;

    @SuppressWarnings("NullAway.Init") // JMH calls the setup
    private Supplier<?> run;

    /** For JMH. */
    public ModelBenchmark() {}

    /**
     * Reads or simulates the customers, and has the job show that it is right.
     *
     * @throws IllegalStateException if a fit is no maximum
     */
    @Setup(Level.Trial)
    public void prepare() {
        int howMany = customers == 0 ? job.base.customers() : customers;
        run = job.prepareVerified(job.base.table(howMany));
    }

    /**
     * One fit, or one pass over all customers.
     *
     * @return the result, for JMH to take
     */
    @Benchmark
    public Object run() {
        return run.get();
    }
}
