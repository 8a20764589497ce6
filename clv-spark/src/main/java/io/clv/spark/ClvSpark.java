package io.clv.spark;

import io.clv.ledger.LedgerOptions;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The front door: Datasets in, Datasets out.
 *
 * <pre>{@code
 * Summary summary = ClvSpark.summarize(
 *         spark.read().parquet("orders"),
 *         LogColumns.of(usd),
 *         LocalDate.of(1997, 9, 30),
 *         LedgerOptions.defaults());
 * summary.customers().write().parquet("customers");
 * summary.problems().write().parquet("problems");
 * }</pre>
 */
public final class ClvSpark {

    private ClvSpark() {}

    /**
     * Folds the rows of a log up to a date to one row a customer: what {@link io.clv.ledger.Ledger#summarize(LocalDate,
     * LedgerOptions)} makes of the rows that can be read, to the last bit, whatever the partitions and their order.
     * Rows that cannot be read, refunds if those are rejected, and rows after the end if those are, are the
     * {@linkplain Summary#problems() problems} of the summary.
     *
     * <p>Each task folds a million rows at a time before anything is sent, and states are merged pairwise where they
     * arrive, so that neither a customer with a third of all rows nor the order of rows matters. Customers are spread
     * over as many partitions as {@code spark.sql.shuffle.partitions} says, each of which is held in memory while it is
     * summarised: some 50 bytes for a customer and 5 for each day with rows.
     *
     * @param log from any source that Spark reads
     * @param columns how it is read
     * @param observedThrough the end of observation, the last date that is observed
     * @param options how purchases collapse, time is counted, and refunds and later rows are treated
     * @return the customers with a purchase; an action on them fails if a customer's total, or a sum of what is left
     *     out, is beyond the range of money
     * @throws IllegalArgumentException if a column is missing or of a type that cannot be read, or the date is beyond
     *     the range of an {@code int} of days
     */
    public static Summary summarize(
            Dataset<Row> log, LogColumns columns, LocalDate observedThrough, LedgerOptions options) {
        Making making = Making.of(columns.currency, options);
        return DistributedStates.ofLog(log, columns, making, Acceptance.ofSummary(options, observedThrough))
                .summarize(observedThrough);
    }

    /**
     * The states of the customers of a log, which are stored, added to and summarised at any date.
     *
     * @param log from any source that Spark reads
     * @param columns how it is read
     * @param options how rows will be summarised
     * @return the states
     * @throws IllegalArgumentException if a column is missing or of a type that cannot be read
     */
    public static DistributedStates states(Dataset<Row> log, LogColumns columns, LedgerOptions options) {
        Making making = Making.of(columns.currency, options);
        return DistributedStates.ofLog(log, columns, making, Acceptance.of(options, null));
    }

    /**
     * States that {@link DistributedStates#rows()} gave and a table has kept. Runs a job that reads them once, since
     * each state knows by itself in what currency and by what options it was made and what is sealed.
     *
     * @param stored {@code customer}, {@code bigint} or {@code string}, and {@code state}, {@code binary}; one row or
     *     more for each customer, who is merged of them
     * @return the states
     * @throws IllegalArgumentException if there are none, the columns are missing or of other types, or states are of
     *     different currencies or options
     */
    public static DistributedStates states(Dataset<Row> stored) {
        return StoredStates.of(stored);
    }

    /**
     * The states of customers while their rows stream in: Structured Streaming keeps them in its state store, and after
     * each batch gives the new state of each customer whose rows came, in any order and however late. With a checkpoint
     * and a source that can be read again, a query that is stopped, or dies, and starts again loses no row and counts
     * none twice. A state takes some 5 bytes for each day with rows.
     *
     * <pre>{@code
     * ClvSpark.stream(orders, columns, options)
     *         .writeStream()
     *         .outputMode(OutputMode.Update())
     *         .option("checkpointLocation", checkpoint)
     *         .foreachBatch((VoidFunction2<Dataset<Row>, Long>) (batch, id) ->
     *                 upsert(ClvSpark.states(batch).summarize(today).customers()))
     *         .start();
     * }</pre>
     *
     * <p>A sink may be given a batch again when a query starts again, and must take it as the same batch, as sinks of
     * Spark must. Rows that cannot be taken are left out here; {@link #problems} tells them, as a query of its own.
     *
     * @param log a stream
     * @param columns how it is read
     * @param options how rows will be summarised
     * @return a stream of {@code customer} and {@code state}, as {@link DistributedStates#rows()} has them, for the
     *     output mode {@code Update}
     * @throws IllegalArgumentException if the log is no stream, or a column is missing or of a type that cannot be read
     */
    public static Dataset<Row> stream(Dataset<Row> log, LogColumns columns, LedgerOptions options) {
        if (!log.isStreaming()) {
            throw new IllegalArgumentException(
                    "log must be a stream, but was a batch; ClvSpark.states and DistributedStates.add take those");
        }
        LogLayout layout = LogLayout.of(columns, log.schema(), Acceptance.of(options, null));
        return StateStream.of(log, layout, Making.of(columns.currency, options));
    }

    /**
     * The rows of a log that cannot be taken, as {@link Summary#problems()} has them.
     *
     * @param log a stream or a batch
     * @param columns how it is read
     * @param options how rows will be summarised
     * @return the problems
     * @throws IllegalArgumentException if a column is missing or of a type that cannot be read
     */
    public static Dataset<Row> problems(Dataset<Row> log, LogColumns columns, LedgerOptions options) {
        return Problems.of(log, LogLayout.of(columns, log.schema(), Acceptance.of(options, null)));
    }
}
