package io.clv.benchmarks;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A line of the table of fits: a job and the time it may take.
 *
 * @param job what is done, to whom
 * @param threads it may use
 * @param milliseconds it may take; empty if it is only told
 * @param elsewhere what others are said to take, for scale: published figures, not measured here
 * @param cell what to measure
 */
record Target(String job, int threads, OptionalDouble milliseconds, String elsewhere, Cell cell) {

    static Target of(ModelJob job, int customers) {
        return new Target(
                job.describe(customers),
                job.threads,
                job.targetMilliseconds,
                job.elsewhere,
                Cell.model(job, job.base.size(customers)));
    }

    /** Its line in Markdown: the median of all runs, and the least and greatest median of a round. */
    String line(Timings timings) {
        double perRun = cell.units() / 1e6;
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s to %s | %s |\n",
                job,
                threads,
                milliseconds.isPresent() ? "≤ " + RatioTable.digits(milliseconds.getAsDouble()) : "",
                RatioTable.digits(timings.median() * perRun),
                RatioTable.digits(timings.least() * perRun),
                RatioTable.digits(timings.greatest() * perRun),
                elsewhere);
    }
}
