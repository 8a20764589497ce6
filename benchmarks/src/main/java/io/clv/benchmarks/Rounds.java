package io.clv.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How cells are measured: in rounds, each of which forks a JVM for every cell, so that a machine that slows down slows
 * all contenders alike.
 *
 * @param count how many rounds
 * @param forks 1 for a JVM of its own per cell, 0 to stay in this one
 * @param warmups iterations that do not count
 * @param iterations iterations that count
 * @param milliseconds how long an iteration lasts at least
 */
record Rounds(int count, int forks, int warmups, int iterations, int milliseconds) {

    private static final int LEAST_HEAP_MB = 2048;
    private static final int MOST_HEAP_MB = 12288;
    private static final int HEAP_BYTES_A_UNIT = 500;

    /** The first JDK that warns of native libraries unless they are allowed. */
    private static final int WARNS_OF_NATIVE_ACCESS = 22;

    /**
     * Measures.
     *
     * @throws RunnerException if a contender fails or disagrees
     */
    Map<Cell, Timings> measure(Collection<Cell> cells, PrintStream progress) throws RunnerException {
        Map<Cell, Timings> timings = new LinkedHashMap<>();
        for (int round = 1; round <= count; round++) {
            for (Cell cell : cells) {
                double[] times = measure(cell);
                timings.computeIfAbsent(cell, any -> new Timings()).add(times);
                Timings latest = new Timings();
                latest.add(times);
                progress.printf(Locale.ROOT, "round %d of %d: %s: %.2f ns each%n", round, count, cell, latest.median());
            }
        }
        return timings;
    }

    private double[] measure(Cell cell) throws RunnerException {
        ChainedOptionsBuilder options = options(cell.benchmark(), cell.units());
        cell.parameters().forEach(options::param);
        Collection<RunResult> results = new Runner(options.build()).run();
        return results.stream()
                .flatMap(result -> result.getBenchmarkResults().stream())
                .flatMap(result -> result.getIterationResults().stream())
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore() / cell.units())
                .toArray();
    }

    /** What all benchmarks are run with: units of work decide on the heap. */
    ChainedOptionsBuilder options(Class<?> benchmark, int units) {
        return new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                .forks(forks)
                .warmupForks(0)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.milliseconds(milliseconds))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(milliseconds))
                .timeUnit(TimeUnit.NANOSECONDS)
                .jvmArgs(jvmArguments(units, Runtime.version().feature()).toArray(String[]::new))
                .jvmArgsAppend(folder())
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    /** A fork looks for data where this JVM does. */
    private static String[] folder() {
        @Nullable String folder = System.getProperty(CalibrationBase.FOLDER);
        return folder == null ? new String[0] : new String[] {"-D" + CalibrationBase.FOLDER + "=" + folder};
    }

    static List<String> jvmArguments(int units, int jdk) {
        long heap = LEAST_HEAP_MB / 2 + (long) units * HEAP_BYTES_A_UNIT / (1 << 20);
        long megabytes = Math.max(LEAST_HEAP_MB, Math.min(MOST_HEAP_MB, heap));
        List<String> memory = List.of("-Xms" + megabytes + "m", "-Xmx" + megabytes + "m");
        if (jdk < WARNS_OF_NATIVE_ACCESS) {
            return memory;
        }
        return List.of(memory.get(0), memory.get(1), "--enable-native-access=ALL-UNNAMED");
    }
}
