package io.clv.spark;

import com.sun.management.OperatingSystemMXBean;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.task.Parallelism;
import io.clv.task.Progress;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How long it takes to summarise a log on Spark in {@code local[2]}, beside the plain SQL that a user of Spark would
 * write and the ledger of a single machine. The log is Parquet and both jobs read it; the ledger's rows are in memory
 * before its clock starts.
 *
 * <p>Arguments: a folder for the log, the number of rows, of customers, {@code even} or {@code skewed}, and what to
 * measure: any of {@code clv}, {@code sql}, {@code ledger}.
 *
 * <p>{@code -Drounds} says how often, 3 times unless set, and {@code -Dpartitions} how many partitions a shuffle has.
 */
public final class ScalingStudy {

    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final LocalDate END = LocalDate.ofEpochDay(SimulatedRows.FIRST_DAY + (long) SimulatedRows.DAYS - 1);

    /** Day totals, then customers: the figures of the library, as SQL has them. */
    private static final String PLAIN = """
            SELECT customer, COUNT(*) - 1 AS frequency,
                   DATEDIFF(MAX(date), MIN(date)) / 7.0D AS recency,
                   DATEDIFF(DATE '%s', MIN(date)) / 7.0D AS age,
                   COALESCE((SUM(spent) - MIN_BY(spent, date)) / NULLIF(COUNT(*) - 1, 0), 0) AS monetary_value,
                   SUM(spent) AS total, MIN(date) AS first_purchase, MAX(date) AS last_purchase
            FROM (SELECT customer, date, SUM(amount) AS spent FROM log GROUP BY customer, date)
            GROUP BY customer""".formatted(END);

    private final SimulatedRows rows;
    private final Path folder;

    private ScalingStudy(SimulatedRows rows, Path folder) {
        this.rows = rows;
        this.folder = folder;
    }

    /**
     * Runs the study.
     *
     * @param args folder, rows, customers, even or skewed, and what to measure
     */
    public static void main(String[] args) {
        SimulatedRows rows =
                new SimulatedRows(Long.parseLong(args[1]), Integer.parseInt(args[2]), args[3].equals("skewed"));
        String name = "log-" + args[1] + "-" + args[2] + "-" + args[3];
        List<String> jobs = Arrays.asList(args).subList(4, args.length);
        new ScalingStudy(rows, Path.of(args[0], name)).run(jobs);
    }

    private void run(List<String> jobs) {
        if (jobs.contains("ledger")) {
            runLedger();
        }
        if (jobs.contains("clv") || jobs.contains("sql")) {
            SparkSession session = session();
            if (!Files.exists(folder.resolve("_SUCCESS"))) {
                rows.dataset(session, 16).write().parquet(folder.toString());
            }
            Dataset<Row> log = session.read().parquet(folder.toString());
            log.createOrReplaceTempView("log");
            for (int round = 0; round < ROUNDS; round++) {
                for (String job : jobs) {
                    runSpark(job, session, log);
                }
            }
            session.stop();
        }
    }

    private static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", System.getProperty("partitions", "32"))
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "localhost")
                .getOrCreate();
    }

    private void runLedger() {
        Ledger ledger = rows.ledger();
        for (int round = 0; round < ROUNDS; round++) {
            Stopwatch watch = new Stopwatch();
            CustomerTable table = ledger.summarize(END, LedgerOptions.defaults(), Parallelism.of(2), Progress.none());
            watch.print("ledger", rows.rows());
            if (round == 0) {
                System.out.println(table + ", " + table.total());
            }
        }
    }

    private void runSpark(String job, SparkSession session, Dataset<Row> log) {
        Dataset<Row> customers = switch (job) {
            case "clv" ->
                ClvSpark.summarize(log, LogColumns.of(SimulatedRows.USD), END, LedgerOptions.defaults())
                        .customers();
            case "sql" -> session.sql(PLAIN);
            default -> null;
        };
        if (customers != null) {
            Stopwatch watch = new Stopwatch();
            // Every column of every row is asked for, and nothing is written: a count would let SQL skip most.
            Row sums = customers
                    .selectExpr(
                            "COUNT(*)",
                            "SUM(frequency)",
                            "SUM(recency)",
                            "SUM(age)",
                            "SUM(monetary_value)",
                            "SUM(total)",
                            "MIN(first_purchase)",
                            "MAX(last_purchase)")
                    .first();
            watch.print(job, rows.rows());
            System.out.println("  " + sums);
        }
    }

    /** Time on the wall, and of the processor, which other work on the machine disturbs less. */
    private static final class Stopwatch {

        private static final OperatingSystemMXBean SYSTEM =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        private final long start = System.nanoTime();
        private final long cpuStart = SYSTEM.getProcessCpuTime();

        void print(String job, long rows) {
            double wall = System.nanoTime() - start;
            double cpu = SYSTEM.getProcessCpuTime() - cpuStart;
            System.out.printf(
                    Locale.ROOT,
                    "%-7s %,14d rows %8.1f s %8.0f ns/row %8.0f ns/row of processor time%n",
                    job,
                    rows,
                    wall * 1e-9,
                    wall / rows,
                    cpu / rows);
        }
    }
}
