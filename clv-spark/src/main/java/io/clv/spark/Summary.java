package io.clv.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;

import io.clv.ledger.Exclusions;
import io.clv.ledger.LedgerOptions;
import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The customer table of a log as a Dataset, with what was left out of it and the rows that could not be read.
 *
 * <p>Each of {@link #customers()}, {@link #exclusions()} and {@link #problems()} goes over the log again when it is
 * asked for. After {@link #persist} the first two share one pass; a log that is dear to read is best persisted itself,
 * or written to Parquet.
 */
public final class Summary {

    private final Dataset<Row> rows;
    private final Dataset<Row> problems;
    private final Currency currency;
    private final LocalDate observedThrough;
    private final LedgerOptions options;

    Summary(
            Dataset<Row> rows,
            Dataset<Row> problems,
            Currency currency,
            LocalDate observedThrough,
            LedgerOptions options) {
        this.rows = rows;
        this.problems = problems;
        this.currency = currency;
        this.observedThrough = observedThrough;
        this.options = options;
    }

    /**
     * A row for each customer with a purchase, in no order: what {@link io.clv.ledger.CustomerTable} has, to the last
     * bit.
     *
     * <ul>
     *   <li>{@code customer}: the id, {@code bigint} or {@code string} as in the log
     *   <li>{@code frequency}: x, {@code int}
     *   <li>{@code recency}, {@code age}: t_x and T, {@code double}, in the unit of the options
     *   <li>{@code monetary_value}: {@code double}, in major units; 0 without a repeat
     *   <li>{@code total}: {@code decimal(19, d)}, exact, d being the decimals of the currency
     *   <li>{@code first_purchase}, {@code last_purchase}: {@code date}, the first day of the period
     * </ul>
     *
     * @return the customers
     */
    public Dataset<Row> customers() {
        return rows.filter(col(SummaryRow.EXCLUSIONS).isNull())
                .drop(SummaryRow.EXCLUSIONS)
                .withColumn("first_purchase", date_from_unix_date(col("first_purchase")))
                .withColumn("last_purchase", date_from_unix_date(col("last_purchase")));
    }

    /**
     * The rows of the log that were not taken, one line for each value that breaks a rule: its {@code column}, the
     * {@code value} as text, the {@code message} that states the rule, and the whole {@code row} as a struct.
     *
     * @return the problems, none of them if every row was taken
     */
    public Dataset<Row> problems() {
        return problems;
    }

    /**
     * What was left out of the rows that were taken. Runs a job.
     *
     * @return counts and sums
     * @throws ArithmeticException if a sum is beyond the range of money
     */
    public Exclusions exclusions() {
        Column[] sums = {
            sum("rows_after_end"),
            sum("customers_after_end"),
            sum("refund_rows_ignored"),
            sum("refunds_ignored"),
            sum("customers_with_refunds_only"),
            sum("refunds_of_those_customers")
        };
        Row all =
                rows.filter(col(SummaryRow.EXCLUSIONS).isNotNull()).select(sums).first();
        return new Exclusions(
                count(all, 0),
                Math.toIntExact(count(all, 1)),
                count(all, 2),
                money(all, 3),
                Math.toIntExact(count(all, 4)),
                money(all, 5));
    }

    /** Sums without a loss, whatever the session says of overflows. */
    private static Column sum(String field) {
        return org.apache.spark.sql.functions.sum(
                col(SummaryRow.EXCLUSIONS).getField(field).cast("decimal(19, 0)"));
    }

    private static BigDecimal orZero(Row row, int at) {
        return row.isNullAt(at) ? BigDecimal.ZERO : row.getDecimal(at);
    }

    private static long count(Row row, int at) {
        return orZero(row, at).longValueExact();
    }

    private Money money(Row row, int at) {
        return Money.of(orZero(row, at).movePointLeft(currency.getDefaultFractionDigits()), currency);
    }

    /**
     * Keeps the summary once it is computed, for customers and exclusions alike.
     *
     * @param level where to
     * @return this
     */
    public Summary persist(StorageLevel level) {
        rows.persist(level);
        return this;
    }

    /**
     * Forgets what {@link #persist} kept.
     *
     * @return this
     */
    public Summary unpersist() {
        rows.unpersist();
        return this;
    }

    /**
     * The currency of all amounts.
     *
     * @return the currency
     */
    public Currency currency() {
        return currency;
    }

    /**
     * The end of observation.
     *
     * @return the last date that is observed
     */
    public LocalDate observedThrough() {
        return observedThrough;
    }

    /**
     * How the log was summarised.
     *
     * @return the options
     */
    public LedgerOptions options() {
        return options;
    }
}
