package io.clv.benchmarks;

import java.io.PrintStream;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Single calls of transaction models, their time and what they allocate.
 *
 * @param models who is asked
 * @param calls what
 * @param rounds how to measure; one round
 */
record CallPlan(List<ModelKind> models, List<ModelCall> calls, Rounds rounds) implements Report {

    CallPlan {
        models = List.copyOf(models);
        calls = List.copyOf(calls);
    }

    /** Every call of every model, in some two minutes. */
    static CallPlan standard() {
        return new CallPlan(List.of(ModelKind.values()), List.of(ModelCall.values()), new Rounds(1, 1, 3, 3, 200));
    }

    @Override
    public String measure(PrintStream progress) throws RunnerException {
        return CallTable.measured(rounds, models, calls, progress);
    }
}
