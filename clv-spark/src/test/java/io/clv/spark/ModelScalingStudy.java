package io.clv.spark;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.years;

import com.sun.management.OperatingSystemMXBean;
import io.clv.btyd.BgNbd;
import io.clv.btyd.Fit;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Posterior;
import io.clv.btyd.PosteriorOptions;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import io.clv.task.Parallelism;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * How long fits and scores of a base of customers take on Spark in {@code local[2]}. Customers come from Parquet and
 * scores go to nothing: every row is computed, none is written.
 *
 * <p>Arguments: a folder for the customers, how many, and {@code intervals} if posteriors and intervals are timed too,
 * which take some minutes for each million.
 */
public final class ModelScalingStudy {

    private static final Currency USD = Money.currency("USD");

    private static final StructType SCHEMA = new StructType()
            .add("customer", DataTypes.LongType)
            .add("frequency", DataTypes.IntegerType)
            .add("recency", DataTypes.DoubleType)
            .add("age", DataTypes.DoubleType)
            .add("monetary_value", DataTypes.DoubleType)
            .add("total", DataTypes.createDecimalType(19, 2));

    private ModelScalingStudy() {}

    /**
     * Runs the study.
     *
     * @param args folder, customers, and perhaps "intervals"
     */
    public static void main(String[] args) {
        SparkSession session = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 16)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "localhost")
                .getOrCreate();
        long size = Long.parseLong(args[1]);
        Path folder = Path.of(args[0], "customers-" + size);
        if (!Files.exists(folder.resolve("_SUCCESS"))) {
            customers(session, size).write().parquet(folder.toString());
        }
        Dataset<Row> customers = session.read().parquet(folder.toString());
        time("read all columns", size, () -> used(customers));
        Fit<BgNbd> purchases =
                time("fit BG/NBD on the driver", size, () -> ClvSpark.fit(customers, BgNbd.family(), ChronoUnit.WEEKS));
        Fit<GammaGamma> spend =
                time("fit Gamma-Gamma on the driver", size, () -> ClvSpark.fit(customers, GammaGamma.family(), USD));
        session.conf().set(CountedCustomers.DRIVER_ROWS, "0");
        time("fit BG/NBD over partitions", size, () -> ClvSpark.fit(customers, BgNbd.family(), ChronoUnit.WEEKS));
        time("fit Gamma-Gamma over partitions", size, () -> ClvSpark.fit(customers, GammaGamma.family(), USD));
        session.conf().unset(CountedCustomers.DRIVER_ROWS);

        time("score purchases", size, () -> used(ClvSpark.score(customers, purchases, Span.weeks(52))));
        FittedLtv plain = FittedLtv.of(purchases, spend)
                .grossMargin(percent(30))
                .discountedAt(annually(percent(10)))
                .over(years(1))
                .model();
        time("score values", size, () -> used(ClvSpark.score(customers, plain)));
        ClvSpark.registerFunctions(session, purchases);
        time(
                "score purchases in SQL",
                size,
                () -> used(customers.selectExpr(
                        "customer",
                        "clv_p_alive(frequency, recency, age) AS p_alive",
                        "clv_expected_transactions(frequency, recency, age, 52) AS expected_transactions")));
        if (args.length > 2 && args[2].equals("intervals")) {
            timeIntervals(customers, size, purchases, spend);
        }
        session.stop();
    }

    private static void timeIntervals(Dataset<Row> customers, long size, Fit<BgNbd> purchases, Fit<GammaGamma> spend) {
        PosteriorOptions draws = PosteriorOptions.defaults().parallelism(Parallelism.of(2));
        Posterior<BgNbd> ofPurchases = time(
                "posterior of BG/NBD",
                size,
                () -> ClvSpark.posterior(customers, BgNbd.family(), ChronoUnit.WEEKS, draws));
        Posterior<GammaGamma> ofSpend = time(
                "posterior of Gamma-Gamma", size, () -> ClvSpark.posterior(customers, GammaGamma.family(), USD, draws));
        FittedLtv model = FittedLtv.of(purchases, spend)
                .grossMargin(percent(30))
                .discountedAt(annually(percent(10)))
                .over(years(1))
                .posteriors(ofPurchases, ofSpend)
                .intervals(Interval.Of.OUTCOME, percent(90))
                .model();
        time("score values with intervals", size, () -> used(ClvSpark.score(customers, model)));
    }

    /** A shop's customers of two years, counted by days as {@link ClvSpark#summarize} counts them. */
    private static Dataset<Row> customers(SparkSession session, long size) {
        BgNbd purchases = BgNbd.of(0.6, 5, 0.8, 2.4);
        GammaGamma spend = GammaGamma.of(6.25, 3.74, 15.44);
        String family = purchases.name();
        double[] process = purchases.parameters().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] amounts = spend.parameters().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return session.range(0, size, 1, 8)
                .map(
                        (MapFunction<Long, Row>) id -> customer(
                                id,
                                TransactionFamily.named(family).of(process),
                                GammaGamma.family().of(amounts)),
                        Encoders.row(SCHEMA));
    }

    private static Row customer(long id, TransactionModel purchases, GammaGamma spend) {
        long age = 30 + id * 7919 % 700;
        double[] days = Arrays.stream(purchases.simulate(7, id, age / 7.0))
                .map(time -> Math.floor(7 * time))
                .filter(day -> day > 0)
                .distinct()
                .toArray();
        int x = days.length;
        long cents = Math.round(100 * Arrays.stream(spend.simulate(7, id, x)).sum());
        return RowFactory.create(
                id,
                x,
                x == 0 ? 0 : days[x - 1] / 7.0,
                age / 7.0,
                x == 0 ? 0 : cents / (100.0 * x),
                BigDecimal.valueOf(cents + 4000, 2));
    }

    private static Dataset<Row> used(Dataset<Row> rows) {
        rows.write().format("noop").mode("overwrite").save();
        return rows;
    }

    /** On the wall, and of the processor, which other work on the machine disturbs less. */
    private static <T> T time(String what, long customers, Supplier<T> job) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = System.nanoTime();
        long cpuStart = system.getProcessCpuTime();
        T result = job.get();
        double taken = System.nanoTime() - start;
        double cpu = system.getProcessCpuTime() - cpuStart;
        System.out.printf(
                Locale.ROOT,
                "%-34s %8.1f s %8.0f ns a customer %8.0f ns of processor time%s%n",
                what,
                taken * 1e-9,
                taken / customers,
                cpu / customers,
                result instanceof Fit<?> fit ? "  " + fit : "");
        return result;
    }
}
