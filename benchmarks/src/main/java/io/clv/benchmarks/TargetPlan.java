package io.clv.benchmarks;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Fits and scoring, each held to a target.
 *
 * @param targets the lines of the table
 * @param rounds how to measure
 */
record TargetPlan(List<Target> targets, Rounds rounds) implements Report {

    TargetPlan {
        targets = List.copyOf(targets);
    }

    /** All jobs at their size, in some two minutes. */
    static TargetPlan standard() {
        return new TargetPlan(
                Arrays.stream(ModelJob.values())
                        .map(job -> Target.of(job, job.base.customers()))
                        .toList(),
                new Rounds(2, 1, 3, 5, 500));
    }

    @Override
    public String measure(PrintStream progress) throws RunnerException {
        List<Cell> cells = targets.stream().map(Target::cell).toList();
        return TargetTable.of(targets, rounds.measure(cells, progress)) + "\n" + CalibrationBase.note() + "\n";
    }
}
