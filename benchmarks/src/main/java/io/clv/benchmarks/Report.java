package io.clv.benchmarks;

import java.io.PrintStream;
import org.openjdk.jmh.runner.RunnerException;

/** Something to measure and to print. */
interface Report {

    /** How it is measured. */
    Rounds rounds();

    /**
     * Measures.
     *
     * @param progress hears of each measurement
     * @return a table in Markdown
     * @throws RunnerException if a benchmark fails
     */
    String measure(PrintStream progress) throws RunnerException;
}
