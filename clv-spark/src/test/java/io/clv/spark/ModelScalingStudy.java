package io.clv.spark;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.years;

import io.clv.btyd.BgNbd;
import io.clv.btyd.Fit;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.PosteriorOptions;
import io.clv.quantity.Interval;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How long fits and scores of a base of customers take on Spark in {@code local[2]}. Customers come from Parquet and
 * scores go to nothing: every row is computed, none is written.
 *
 * <p>Arguments: a folder for the customers, and how many.
 */
public final class ModelScalingStudy {

    private static final Currency USD = Money.currency("USD");

    private ModelScalingStudy() {}

    /**
     * Runs the study.
     *
     * @param args folder, customers
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
        FittedLtv intervals = FittedLtv.of(purchases, spend)
                .grossMargin(percent(30))
                .discountedAt(annually(percent(10)))
                .over(years(1))
                .posteriors(
                        ClvSpark.posterior(customers, BgNbd.family(), ChronoUnit.WEEKS, PosteriorOptions.defaults()),
                        ClvSpark.posterior(customers, GammaGamma.family(), USD, PosteriorOptions.defaults()))
                .intervals(Interval.Of.OUTCOME, percent(90))
                .model();
        time("score values with intervals", size, () -> used(ClvSpark.score(customers, intervals)));
        session.stop();
    }

    /** Whole days over two years, as {@link ClvSpark#summarize} makes them; a fifth come back, ever more rarely. */
    private static Dataset<Row> customers(SparkSession session, long size) {
        return session.range(0, size, 1, 8)
                .selectExpr(
                        "id AS customer",
                        "CAST(XXHASH64(id, 1) AS BIGINT) AS a",
                        "XXHASH64(id, 2) AS b",
                        "XXHASH64(id, 3) AS c")
                .selectExpr(
                        "customer",
                        "PMOD(a, 700) + 30 AS days",
                        "LEAST(PMOD(a, 700) + 29, CAST(-LN((PMOD(b, 1000000) + 1) / 1000001.0D) * 1.2 AS INT)) AS frequency",
                        "PMOD(c, 1000000) / 1000000.0D AS share")
                .selectExpr(
                        "customer",
                        "CAST(frequency AS INT) AS frequency",
                        "IF(frequency = 0, 0.0D, GREATEST(frequency, CAST(share * days AS INT)) / 7.0D) AS recency",
                        "days / 7.0D AS age",
                        "IF(frequency = 0, 0.0D, ROUND(20 + 60 * share * share) ) AS monetary_value",
                        "CAST((frequency + 1) * 40 AS DECIMAL(19, 2)) AS total");
    }

    private static Dataset<Row> used(Dataset<Row> rows) {
        rows.write().format("noop").mode("overwrite").save();
        return rows;
    }

    private static <T> T time(String what, long customers, Supplier<T> job) {
        long start = System.nanoTime();
        T result = job.get();
        double taken = System.nanoTime() - start;
        System.out.printf(
                Locale.ROOT,
                "%-34s %8.1f s %8.0f ns a customer%s%n",
                what,
                taken * 1e-9,
                taken / customers,
                result instanceof Fit<?> fit ? "  " + fit : "");
        return result;
    }
}
