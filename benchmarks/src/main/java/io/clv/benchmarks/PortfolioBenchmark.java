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
import org.openjdk.jmh.annotations.Warmup;

/** The values of a million customers, added up by segment, exactly. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g"})
public class PortfolioBenchmark {

    /** In which arithmetic. */
    @Param
    PortfolioSum sum = PortfolioSum.MINOR_UNITS;

    /** How many customers. */
    @Param("1000000")
    int customers = 1_000_000;

    @SuppressWarnings("NullAway.Init") // JMH calls the setup
    private Portfolio portfolio;

    /** For JMH. */
    public PortfolioBenchmark() {}

    /**
     * Makes the portfolio.
     *
     * @throws IllegalStateException if the ways to add it up do not agree
     */
    @Setup(Level.Trial)
    public void prepare() {
        portfolio = new Portfolio(customers, AggregationBenchmark.SEED);
        PortfolioSum.verify(portfolio);
    }

    /**
     * Adds up.
     *
     * @return the totals
     */
    @Benchmark
    public Object totals() {
        return sum.totals(portfolio);
    }
}
