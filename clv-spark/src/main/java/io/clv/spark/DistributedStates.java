package io.clv.spark;

import io.clv.ledger.CustomerState;
import io.clv.ledger.CustomerStates;
import io.clv.ledger.LedgerOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The {@linkplain CustomerState states} of many customers spread over a cluster: a log that is added to day by day and
 * summarised without reading old rows again. What holds of {@link CustomerStates} holds of these.
 *
 * <pre>{@code
 * DistributedStates states = ClvSpark.states(spark.read().parquet("states-2024-01-30"));
 * DistributedStates today = states.add(spark.read().parquet("log-2024-01-31"), columns);
 * today.rows().write().parquet("states-2024-01-31");
 * today.problems().write().parquet("problems-2024-01-31");
 * }</pre>
 *
 * <p>Immutable, and lazy as Datasets are: an action on what a method returns goes over all that it was made of.
 */
public final class DistributedStates {

    private final List<BlockSource> sources;
    private final Making making;
    private final boolean numbers;
    private final @Nullable LocalDate sealedThrough;
    private final Dataset<Row> problems;

    private DistributedStates(
            List<BlockSource> sources,
            Making making,
            boolean numbers,
            @Nullable LocalDate sealedThrough,
            Dataset<Row> problems) {
        this.sources = sources;
        this.making = making;
        this.numbers = numbers;
        this.sealedThrough = sealedThrough;
        this.problems = problems;
    }

    static DistributedStates ofLog(Dataset<Row> log, LogColumns columns, Making making, Acceptance accepted) {
        LogLayout layout = LogLayout.of(columns, log.schema(), accepted);
        BlockSource source = new BlockSource(log.sparkSession(), targets -> Blocks.ofLog(log, layout, making, targets));
        return new DistributedStates(
                List.of(source), making, layout.numbers(), accepted.sealedThrough(), Problems.of(log, layout));
    }

    static DistributedStates ofRows(
            Dataset<Row> rows, Making making, boolean numbers, @Nullable LocalDate sealedThrough) {
        BlockSource source = new BlockSource(rows.sparkSession(), targets -> Blocks.ofStates(rows, making, targets));
        return new DistributedStates(
                List.of(source), making, numbers, sealedThrough, Problems.none(rows.sparkSession()));
    }

    /**
     * A row for each customer with rows in the log, in no order: the id as {@code customer}, {@code bigint} or
     * {@code string}, and the {@code state} as {@link CustomerState#toBytes()} has it. Written to Parquet or any other
     * table it is read again by {@link ClvSpark#states(Dataset)}; a customer is erased by leaving out the row.
     *
     * @return the states
     */
    public Dataset<Row> rows() {
        boolean ofNumbers = numbers;
        return Blocks.together(sources, making, states -> StateRow.of(states, ofNumbers), StateRow.schema(numbers));
    }

    /**
     * The rows that were not taken of the logs that were added, as {@link Summary#problems()} has them.
     *
     * @return the problems; stored states have none
     */
    public Dataset<Row> problems() {
        return problems;
    }

    /**
     * The states with the rows of a log more. Rows that cannot be taken, because their date is sealed too, are
     * {@linkplain #problems() problems}. A row that is added twice is two rows: exactly-once delivery is the caller's.
     *
     * @param log the rows, of customers known or new
     * @param columns how they are read
     * @return the new states
     * @throws IllegalArgumentException if the log is of another currency, a column is missing or of a type that cannot
     *     be read, or ids are numbers on one side and text on the other
     */
    public DistributedStates add(Dataset<Row> log, LogColumns columns) {
        if (!columns.currency.equals(currency())) {
            throw new IllegalArgumentException("the log must be in " + currency()
                    + ", the currency of the states, but was in " + columns.currency);
        }
        return merge(ofLog(log, columns, making, Acceptance.of(options(), sealedThrough)));
    }

    /**
     * The states of the rows of both.
     *
     * @param other states of the same currency and options
     * @return the merged states; an action on them fails if a customer has rows on one side where the other is sealed,
     *     or sealed ranges that overlap
     * @throws IllegalArgumentException if the others are of another currency or other options, or ids are numbers on
     *     one side and text on the other
     */
    public DistributedStates merge(DistributedStates other) {
        CustomerStates.of(currency(), options()).merge(CustomerStates.of(other.currency(), other.options()));
        if (numbers != other.numbers) {
            throw new IllegalArgumentException("ids must be numbers on both sides or text on both, but were "
                    + (numbers ? "numbers here and text there" : "text here and numbers there"));
        }
        List<BlockSource> both = new ArrayList<>(sources);
        both.addAll(other.sources);
        return new DistributedStates(
                List.copyOf(both),
                making,
                numbers,
                later(sealedThrough, other.sealedThrough),
                problems.unionByName(other.problems));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /**
     * The states with all days through a date sealed, which makes those of constant size: of their rows only counts are
     * kept, and no more are taken.
     *
     * @param date the last date to be sealed
     * @return the new states
     * @throws IllegalArgumentException if the date is beyond the range of an {@code int} of days
     */
    public DistributedStates sealThrough(LocalDate date) {
        // Refuses the date here, where the caller is, and not on a distant machine.
        CustomerStates.of(currency(), options()).sealThrough(date);
        boolean ofNumbers = numbers;
        Dataset<Row> sealed = rows().map(
                        (MapFunction<Row, Row>)
                                row -> StateRow.of(StateRow.state(row).sealThrough(date), ofNumbers),
                        Encoders.row(StateRow.schema(numbers)));
        DistributedStates states = ofRows(sealed, making, numbers, later(sealedThrough, date));
        return new DistributedStates(states.sources, making, numbers, states.sealedThrough, problems);
    }

    /**
     * As {@link #summarize(LocalDate, LedgerOptions)} with the options of the states.
     *
     * @param observedThrough the end of observation, the last date that is observed
     * @return the customers with a purchase
     * @throws IllegalArgumentException if a later day is sealed, or the date is beyond the range
     */
    public Summary summarize(LocalDate observedThrough) {
        return summarize(observedThrough, options());
    }

    /**
     * What {@link CustomerStates#summarize(LocalDate, LedgerOptions)} makes of all states.
     *
     * @param observedThrough the end of observation, the last date that is observed
     * @param other options with the grid and the policy of refunds of the states
     * @return the customers with a purchase; an action on them fails if the options refuse a row, or a customer's total
     *     is beyond the range of money
     * @throws IllegalArgumentException if a later day is sealed, the options have another grid or policy, or the date
     *     is beyond the range
     */
    public Summary summarize(LocalDate observedThrough, LedgerOptions other) {
        CustomerStates nobody = CustomerStates.of(currency(), options());
        (sealedThrough == null ? nobody : nobody.sealThrough(sealedThrough)).summarize(observedThrough, other);
        Making asked = Making.of(currency(), other);
        boolean ofNumbers = numbers;
        Dataset<Row> rows = Blocks.together(
                sources,
                making,
                states -> SummaryRow.of(states.summarize(observedThrough, asked.options()), ofNumbers),
                SummaryRow.schema(numbers, currency()));
        return new Summary(rows, problems, currency(), observedThrough, other);
    }

    /**
     * Brings all states to the driver, for everything that the library does on one machine: some 50 bytes for each
     * customer, and 5 for each day with rows that is not sealed. Runs a job.
     *
     * @return the states
     */
    public CustomerStates collect() {
        Dataset<Row> blocks = Blocks.together(sources, making, Blocks::whole, Blocks.WHOLE);
        return StatesMerge.ofBlocks(blocks.collectAsList().iterator(), 0, making);
    }

    /**
     * The last sealed date, of which and before which no more rows are taken.
     *
     * @return nothing if no day is sealed
     */
    public Optional<LocalDate> sealedThrough() {
        return Optional.ofNullable(sealedThrough);
    }

    /**
     * The currency of all amounts.
     *
     * @return the currency
     */
    public Currency currency() {
        return making.currency();
    }

    /**
     * How rows are summarised.
     *
     * @return the options
     */
    public LedgerOptions options() {
        return making.options();
    }
}
