package io.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.ledger.CustomerStates;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.RefundPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTest {

    private static final LedgerOptions OPTIONS = LedgerOptions.defaults().refunds(RefundPolicy.NET);

    private final Path folder = LocalSpark.folder("stream");
    private final Path orders = folder.resolve("orders");
    private final Path kept = folder.resolve("kept");

    /** Files with rows of all dates, so that each brings late and early ones. */
    private static RandomLog log(boolean numbers, int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RandomLog.Purchase> purchases = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String id = (numbers ? "" : "c") + (random.nextInt(10) < 3 ? 0 : random.nextInt(40));
            purchases.add(new RandomLog.Purchase(id, random.nextInt(400), random.nextLong(-500, 5_000)));
        }
        return new RandomLog(numbers, purchases);
    }

    private void arrive(RandomLog log) {
        log.dataset(2).write().mode("append").json(orders.toString());
    }

    private Dataset<Row> stream(RandomLog like) {
        return LocalSpark.session()
                .readStream()
                .schema(like.dataset(1).schema())
                .option("maxFilesPerTrigger", 1)
                .json(orders.toString());
    }

    /** What is done with a batch whose number it is. */
    private interface Sink {
        void take(Dataset<Row> batch, long id);
    }

    private void keep(Dataset<Row> batch, long id) {
        batch.write().mode("overwrite").parquet(kept.resolve("batch=" + id).toString());
    }

    private void runToEnd(RandomLog like, Sink sink) throws Exception {
        ClvSpark.stream(stream(like), RandomLog.COLUMNS, OPTIONS)
                .writeStream()
                .outputMode(OutputMode.Update())
                .option("checkpointLocation", folder.resolve("checkpoint").toString())
                .trigger(Trigger.AvailableNow())
                .foreachBatch((VoidFunction2<Dataset<Row>, Long>) sink::take)
                .start()
                .awaitTermination();
    }

    /** The last state that was given of each customer. */
    private CustomerStates newest() {
        Dataset<Row> states = LocalSpark.session()
                .read()
                .parquet(kept.toString())
                .groupBy("customer")
                .agg(functions
                        .max_by(functions.col("state"), functions.col("batch"))
                        .as("state"));
        return ClvSpark.states(states).collect();
    }

    private long batches() throws IOException {
        try (Stream<Path> folders = Files.list(kept)) {
            return folders.count();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnFromItsCheckpointWithNothingLostOrDoubled(boolean numbers) throws Exception {
        RandomLog first = log(numbers, 300, 1);
        RandomLog second = log(numbers, 200, 2);
        arrive(first);
        runToEnd(first, this::keep);
        assertThat(newest()).isEqualTo(CustomerStates.of(first.ledger(), OPTIONS));
        long batches = batches();

        arrive(second);
        runToEnd(first, this::keep);
        assertThat(newest()).isEqualTo(CustomerStates.of(first.plus(second).ledger(), OPTIONS));
        assertThat(batches()).isGreaterThan(batches);

        runToEnd(first, this::keep);
        assertThat(newest()).isEqualTo(CustomerStates.of(first.plus(second).ledger(), OPTIONS));
    }

    @Test
    void goesOnAfterItDiedInTheMiddleOfABatch() throws Exception {
        RandomLog log = log(true, 300, 3);
        arrive(log);
        assertThatThrownBy(() -> runToEnd(log, (batch, id) -> {
                    keep(id == 1 ? batch.limit(1) : batch, id);
                    if (id == 1) {
                        throw new IllegalStateException("the power went out");
                    }
                }))
                .isInstanceOf(StreamingQueryException.class)
                .hasStackTraceContaining("the power went out");
        assertThat(newest().summarize(RandomLog.END)).isNotEqualTo(log.ledger().summarize(RandomLog.END, OPTIONS));
        runToEnd(log, this::keep);
        assertThat(newest()).isEqualTo(CustomerStates.of(log.ledger(), OPTIONS));
    }

    @Test
    void tellsProblemsInAQueryOfTheirOwn() throws Exception {
        RandomLog log = new RandomLog(
                true, List.of(new RandomLog.Purchase("1", 10, 500), new RandomLog.Purchase("2", 11, -500)));
        arrive(log);
        LedgerOptions options = LedgerOptions.defaults();
        ClvSpark.problems(stream(log), RandomLog.COLUMNS, options)
                .writeStream()
                .option("checkpointLocation", folder.resolve("checkpoint").toString())
                .trigger(Trigger.AvailableNow())
                .option("path", kept.toString())
                .format("parquet")
                .start()
                .awaitTermination();
        assertThat(LocalSpark.session().read().parquet(kept.toString()).toJSON().collectAsList())
                .containsExactly("{\"column\":\"amount\",\"value\":\"USD -5.00\",\"message\":\"is a refund; choose how"
                        + " refunds count: RefundPolicy.NET, NET_DROPPING_PERIODS or IGNORE\",\"row\":"
                        + "\"{\\\"customer\\\":2,\\\"date\\\":\\\"1970-01-12\\\",\\\"amount\\\":-5.00}\"}");
    }

    @Test
    void refusesABatch() {
        Dataset<Row> batch = log(true, 3, 4).dataset(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClvSpark.stream(batch, RandomLog.COLUMNS, OPTIONS))
                .withMessage("log must be a stream, but was a batch; ClvSpark.states and DistributedStates.add take"
                        + " those");
    }
}
