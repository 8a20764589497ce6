package io.clv.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/** Measures what a call takes and what it leaves to the garbage collector, as a Markdown table. */
final class CallTable {

    private static final String HEAD = """
            | model | call | ns a call | bytes a call |
            |---|---|--:|--:|
            """;

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private CallTable() {}

    /** Measures the calls of some models, in one round. */
    static String measured(
            Rounds rounds, Collection<ModelKind> models, Collection<ModelCall> calls, PrintStream progress)
            throws RunnerException {
        StringBuilder table = new StringBuilder(HEAD);
        for (ModelKind model : models) {
            for (ModelCall call : calls) {
                Collection<RunResult> results = new Runner(rounds.options(CallBenchmark.class, 1)
                                .param("model", model.name())
                                .param("call", call.name())
                                .addProfiler(GCProfiler.class)
                                .build())
                        .run();
                for (RunResult result : results) {
                    String line = line(model, call, result);
                    table.append(line);
                    progress.print(line);
                }
            }
        }
        return table.toString();
    }

    private static String line(ModelKind model, ModelCall call, RunResult result) {
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        if (allocated == null) {
            throw new IllegalStateException("this JVM does not count what a thread allocates");
        }
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.3f |\n",
                model,
                call,
                RatioTable.digits(result.getPrimaryResult().getScore()),
                allocated.getScore());
    }
}
