package io.clv.spark;

import io.clv.btyd.Fit;
import io.clv.btyd.FitOptions;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.Posterior;
import io.clv.btyd.PosteriorOptions;
import io.clv.btyd.SpendFamily;
import io.clv.btyd.SpendModel;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.LedgerOptions;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

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
 *
 * Dataset<Row> customers = spark.read().parquet("customers");
 * Fit<BgNbd> purchases = ClvSpark.fit(customers, BgNbd.family(), WEEKS);
 * Fit<GammaGamma> spend = ClvSpark.fit(customers, GammaGamma.family(), usd);
 * FittedLtv model = FittedLtv.of(purchases, spend).grossMargin(percent(30)).over(years(1)).model();
 * ClvSpark.score(customers, model).write().parquet("values");
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
     * <p>Each task folds a million rows at a time before anything is sent, and states are merged dozens at a time where
     * they arrive, so that neither a customer with a third of all rows nor the order of rows matters. Customers are
     * spread over as many partitions as {@code spark.sql.shuffle.partitions} says, each of which is held in memory
     * while it is summarised: some 50 bytes for a customer and 5 for each day with rows.
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

    /**
     * Fits a model of purchases by maximum likelihood to the customers of a Dataset, by its columns {@code frequency},
     * {@code recency} and {@code age}.
     *
     * <p>Spark counts how many customers have each history. Up to {@code spark.clv.fit.driverRows} distinct ones
     * (2,000,000 unless it is set) come to the driver, where the fit is that of {@link TransactionFamily#fit(
     * io.clv.btyd.Tally, FitOptions)} to the last bit. More stay where they are, and at each step of the optimiser the
     * likelihood is added up over the partitions, in twice the digits of a double: which partition is done first does
     * not tell, and where the likelihood has a maximum the parameters are those of one machine to 1e-9. Where it has
     * none, so that a parameter goes off to infinity or zero, the likelihood they lead to is the same.
     *
     * @param <M> the models
     * @param customers one row a customer
     * @param family such as {@code BgNbd.family()}
     * @param unit the unit of recency and age
     * @return the fit
     * @throws IllegalArgumentException if there is no customer; a column is missing or not of numbers; a customer has
     *     null or NaN there, or an impossible history; the setting is no whole number; or the family is fitted where
     *     the data are, and is not declared to {@link java.util.ServiceLoader}
     */
    public static <M extends TransactionModel> Fit<M> fit(
            Dataset<Row> customers, TransactionFamily<M> family, ChronoUnit unit) {
        return fit(customers, family, unit, FitOptions.defaults());
    }

    /**
     * As {@link #fit(Dataset, TransactionFamily, ChronoUnit)}, with options. Their threads are those of the driver.
     *
     * @param <M> the models
     * @param customers one row a customer
     * @param family such as {@code BgNbd.family()}
     * @param unit the unit of recency and age
     * @param options how
     * @return the fit
     * @throws IllegalArgumentException as without options
     */
    public static <M extends TransactionModel> Fit<M> fit(
            Dataset<Row> customers, TransactionFamily<M> family, ChronoUnit unit, FitOptions options) {
        return new PurchaseFit<>(customers, family, unit).fit(options);
    }

    /**
     * Draws from the posterior of the parameters of a model of purchases. Where the histories stay where they are, the
     * likelihood is added up over the partitions some two thousand times.
     *
     * @param <M> the models
     * @param customers one row a customer
     * @param family such as {@code BgNbd.family()}
     * @param unit the unit of recency and age
     * @param options how
     * @return the draws, with how far they can be trusted
     * @throws IllegalArgumentException as {@link #fit(Dataset, TransactionFamily, ChronoUnit)}
     */
    public static <M extends TransactionModel> Posterior<M> posterior(
            Dataset<Row> customers, TransactionFamily<M> family, ChronoUnit unit, PosteriorOptions options) {
        return new PurchaseFit<>(customers, family, unit).posterior(options);
    }

    /**
     * Fits a model of spend by maximum likelihood to the repeat purchases of a Dataset's customers, by its columns
     * {@code frequency} and {@code monetary_value}; the latter is not read where the former is 0. Where the fit is made
     * goes by the distinct pairs, as with purchases; there are about as many as customers with a repeat.
     *
     * @param <M> the models
     * @param customers one row a customer
     * @param family such as {@code GammaGamma.family()}
     * @param currency of the amounts
     * @return the fit
     * @throws IllegalArgumentException if no customer can be used; and as {@link #fit(Dataset, TransactionFamily,
     *     ChronoUnit)}
     */
    public static <M extends SpendModel> Fit<M> fit(Dataset<Row> customers, SpendFamily<M> family, Currency currency) {
        return fit(customers, family, currency, FitOptions.defaults());
    }

    /**
     * As {@link #fit(Dataset, SpendFamily, Currency)}, with options. Their threads are those of the driver.
     *
     * @param <M> the models
     * @param customers one row a customer
     * @param family such as {@code GammaGamma.family()}
     * @param currency of the amounts
     * @param options how
     * @return the fit
     * @throws IllegalArgumentException as without options
     */
    public static <M extends SpendModel> Fit<M> fit(
            Dataset<Row> customers, SpendFamily<M> family, Currency currency, FitOptions options) {
        return new SpendFit<>(customers, family, currency).fit(options);
    }

    /**
     * Draws from the posterior of the parameters of a model of spend, as of {@link #posterior(Dataset,
     * TransactionFamily, ChronoUnit, PosteriorOptions) purchases}.
     *
     * @param <M> the models
     * @param customers one row a customer
     * @param family such as {@code GammaGamma.family()}
     * @param currency of the amounts
     * @param options how
     * @return the draws, with how far they can be trusted
     * @throws IllegalArgumentException as {@link #fit(Dataset, SpendFamily, Currency)}
     */
    public static <M extends SpendModel> Posterior<M> posterior(
            Dataset<Row> customers, SpendFamily<M> family, Currency currency, PosteriorOptions options) {
        return new SpendFit<>(customers, family, currency).posterior(options);
    }

    /**
     * Asks a model of purchases about every customer of a Dataset, by the columns of {@link Summary#customers()} from
     * the id to the age. Each is asked about by himself, so it does not matter who else is there or how they are
     * partitioned.
     *
     * @param customers one row a customer, with any other columns
     * @param fit the model
     * @param horizon how far ahead purchases are expected
     * @return the Dataset with the columns {@code p_alive}, the probability of being still a customer, and
     *     {@code expected_transactions}, the purchases expected within the horizon; an action on it fails where a value
     *     is null or a history impossible, naming the customer
     * @throws IllegalArgumentException if a column is missing or of another type, one to be added is there already, the
     *     fit is not in a unit of time, or its family is not declared to {@link java.util.ServiceLoader}
     */
    public static Dataset<Row> score(Dataset<Row> customers, Fit<? extends TransactionModel> fit, Span horizon) {
        return Scoring.purchases(customers, fit, horizon);
    }

    /**
     * As {@link #score(Dataset, FittedLtv, LedgerOptions)}, of customers whose purchases were collapsed by days.
     *
     * @param customers one row a customer, with any other columns
     * @param model the model, with its horizon
     * @return the Dataset with columns added
     * @throws IllegalArgumentException as with options
     * @throws IllegalStateException as with options
     */
    public static Dataset<Row> score(Dataset<Row> customers, FittedLtv model) {
        return score(customers, model, LedgerOptions.collapse(ChronoUnit.DAYS).unit(model.unit()));
    }

    /**
     * Values every customer of a Dataset, by the columns of {@link Summary#customers()} from the id to the total: what
     * {@link FittedLtv#value(io.clv.ltv.CustomerBase)} gives of the same customers, to the last bit, however they are
     * partitioned. The interval of a customer is the same too; that of all of them is not in the Dataset, and is not
     * the sum of theirs.
     *
     * @param customers one row a customer, with any other columns; ids must differ
     * @param model the model, with its horizon; where it is to give intervals, the draws of its parameters are sought
     *     here
     * @param options by which the customers were summarised; of them the unit and the grid's periods count
     * @return the Dataset with {@code p_alive}, {@code expected_transactions} (where the horizon has an end),
     *     {@code expected_spend}, {@code clv} (unrounded, in major units; its comment says what it counts) and, where
     *     the model gives intervals, {@code clv_low} and {@code clv_high}; an action on it fails where a value is null
     *     or no customer can have it, naming him
     * @throws IllegalArgumentException if a column is missing or of another type, or one to be added is there already;
     *     the options are in another unit than the model; spend was not fitted in a currency; or there is no horizon,
     *     or one without end and no discount
     * @throws IllegalStateException if the model has covariates or is under a shock
     */
    public static Dataset<Row> score(Dataset<Row> customers, FittedLtv model, LedgerOptions options) {
        return Scoring.values(customers, model, options);
    }

    /**
     * Registers a model of purchases as functions of SQL:
     *
     * <ul>
     *   <li>{@code clv_p_alive(frequency, recency, age)}: the probability of being still a customer;
     *   <li>{@code clv_expected_transactions(frequency, recency, age, horizon)}: the purchases expected within the
     *       horizon, which is in the unit of the fit like recency and age.
     * </ul>
     *
     * <p>Arguments are numbers of any type. Where one is null, the result is null; where one is impossible, the query
     * fails and says which rule it breaks. Functions of these names that were registered before are replaced.
     *
     * <p>They need but the columns they are given, and so are the cheapest where nothing else is wanted; what they
     * cannot do is name the customer whose history is impossible, as {@link #score(Dataset, Fit, Span)} does.
     *
     * @param session whose queries know them
     * @param fit the model
     * @throws IllegalArgumentException if the family is not declared to {@link java.util.ServiceLoader}
     */
    public static void registerFunctions(SparkSession session, Fit<? extends TransactionModel> fit) {
        SentFit sent = SentFit.of(fit);
        session.udf().register("clv_p_alive", new AliveFunction(sent), DataTypes.DoubleType);
        session.udf().register("clv_expected_transactions", new ExpectedFunction(sent), DataTypes.DoubleType);
    }
}
