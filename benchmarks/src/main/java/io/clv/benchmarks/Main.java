package io.clv.benchmarks;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures a plan and prints its table: {@code short}, {@code long [options]}, {@code fits}, {@code calls}, or
 * {@code jmh} with JMH's own options.
 */
public final class Main {

    private static final String USAGE = """
            usage: java -jar benchmarks.jar short
                   java -jar benchmarks.jar long [--rows 10000000] [--rounds 3] [--threads 2]
                                                 [--shapes uniform,zipf,day-ordered,sorted]
                                                 [--ids packable,arbitrary,text]
                                                 [--rivals hash-map,streams,parallel-streams,duckdb]
                   java -jar benchmarks.jar fits
                   java -jar benchmarks.jar calls
                   java -jar benchmarks.jar jmh [options of JMH; -h lists them]
            """;

    private Main() {}

    /**
     * Runs one of the commands; the table goes to standard output, progress to standard error.
     *
     * @param arguments the command and its options
     * @throws Exception if a benchmark fails, or contenders disagree
     */
    public static void main(String... arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("jmh")) {
            org.openjdk.jmh.Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        int status = run(List.of(arguments), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> arguments, PrintStream out, PrintStream progress) throws RunnerException {
        Report report;
        try {
            report = report(arguments);
        } catch (IllegalArgumentException e) {
            progress.println(e.getMessage());
            progress.print(USAGE);
            return 2;
        }
        print(report, out, progress);
        return 0;
    }

    private static Report report(List<String> arguments) {
        if (!arguments.isEmpty() && arguments.get(0).equals("long")) {
            return Plan.full(Choice.parse(arguments.subList(1, arguments.size())));
        }
        String command = String.join(" ", arguments);
        return switch (command) {
            case "short" -> Plan.brief();
            case "fits" -> TargetPlan.standard();
            case "calls" -> CallPlan.standard();
            default ->
                throw new IllegalArgumentException(
                        "the command must be short, long, fits, calls or jmh, but was '" + command + "'");
        };
    }

    static void print(Report report, PrintStream out, PrintStream progress) throws RunnerException {
        long start = System.nanoTime();
        String table = report.measure(progress);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        out.printf(
                Locale.ROOT,
                "%s %s, %s %s, %d processors; %d rounds, %d minutes %d seconds%n%n%s",
                System.getProperty("java.vm.name"),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                report.rounds().count(),
                took.toMinutes(),
                took.toSecondsPart(),
                table);
    }
}
