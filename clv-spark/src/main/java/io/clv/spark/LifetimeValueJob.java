package io.clv.spark;

import io.clv.btyd.Fit;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.LtvValuation;
import io.clv.btyd.PosteriorOptions;
import io.clv.btyd.SpendFamily;
import io.clv.btyd.SpendModel;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.quantity.Interval;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * An example of a whole job: a log of purchases in Parquet becomes the value of every customer in Parquet.
 *
 * <p>Under the folder it is told to write to, which must not hold these yet, it leaves {@code summary}, one row a
 * customer; {@code problems}, the rows of the log that could not be taken, and why; {@code model}, the fitted models as
 * {@link FittedLtv#parse} reads them; and {@code customers}, the summary with what {@link ClvSpark#score(Dataset,
 * FittedLtv, io.clv.ledger.LedgerOptions)} adds. What it says it prints.
 */
public final class LifetimeValueJob {

    private final SparkSession session;
    private final JobOptions options;
    private final PrintStream says;

    LifetimeValueJob(SparkSession session, JobOptions options, PrintStream says) {
        this.session = session;
        this.options = options;
        this.says = says;
    }

    /**
     * Runs the job on the session that {@code spark-submit} set up, or the one that {@code -Dspark.master=local[2]}
     * asks for. Options that cannot be read are told with the usage, and end it with an exception, as nothing was done.
     *
     * @param arguments options as {@code --log purchases.parquet}; without any the usage tells them
     * @throws IllegalArgumentException if an option is unknown, missing, set twice or cannot be read
     */
    @SuppressWarnings("SystemOut") // a job's output is for who submitted it
    public static void main(String[] arguments) {
        JobOptions options;
        try {
            options = JobOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.print(JobOptions.USAGE);
            throw e;
        }
        SparkSession session =
                SparkSession.builder().appName("customer lifetime value").getOrCreate();
        try {
            new LifetimeValueJob(session, options, System.out).run();
        } finally {
            session.stop();
        }
    }

    void run() {
        Summary summary = ClvSpark.summarize(
                session.read().parquet(options.log()), options.columns(), options.observedThrough(), options.ledger());
        // Once written, the summary is read by fits and scores: the log is gone over for it only here.
        summary.customers().write().mode(SaveMode.ErrorIfExists).parquet(folder("summary"));
        summary.problems().write().mode(SaveMode.ErrorIfExists).parquet(folder("problems"));
        long problems = session.read().parquet(folder("problems")).count();
        Dataset<Row> customers = session.read().parquet(folder("summary"));
        says.printf(
                Locale.ROOT,
                "%,d customers observed through %s; %,d problems in the log%n",
                customers.count(),
                options.observedThrough(),
                problems);

        FittedLtv model = model(options.transactions(), options.spend(), customers);
        session.createDataset(List.of(model.toText()), Encoders.STRING())
                .coalesce(1)
                .write()
                .mode(SaveMode.ErrorIfExists)
                .text(folder("model"));
        ClvSpark.score(customers, model, options.ledger())
                .write()
                .mode(SaveMode.ErrorIfExists)
                .parquet(folder("customers"));
        Row total = session.read()
                .parquet(folder("customers"))
                .agg(functions.sum("clv"), functions.sum("p_alive"))
                .first();
        says.printf(
                Locale.ROOT,
                "worth %s %,.2f, horizon %s; %,.0f customers are expected to be still there%n",
                options.columns().currency,
                total.isNullAt(0) ? 0 : total.getDouble(0),
                options.horizon(),
                total.isNullAt(1) ? 0 : total.getDouble(1));
    }

    private <M extends TransactionModel, S extends SpendModel> FittedLtv model(
            TransactionFamily<M> transactions, SpendFamily<S> spend, Dataset<Row> customers) {
        Fit<M> purchases =
                ClvSpark.fit(customers, transactions, options.ledger().unit());
        Fit<S> amounts = ClvSpark.fit(customers, spend, options.columns().currency);
        List.of(purchases, amounts).forEach(fit -> {
            says.println(fit);
            fit.notes().forEach(note -> says.println("  " + note));
        });
        LtvValuation valuation = FittedLtv.of(purchases, amounts).horizon(options.horizon());
        options.grossMargin().ifPresent(valuation::grossMargin);
        options.discount().ifPresent(valuation::discountedAt);
        options.level()
                .ifPresent(level -> valuation
                        .posteriors(
                                ClvSpark.posterior(
                                        customers,
                                        transactions,
                                        options.ledger().unit(),
                                        PosteriorOptions.defaults()),
                                ClvSpark.posterior(
                                        customers, spend, options.columns().currency, PosteriorOptions.defaults()))
                        .intervals(Interval.Of.OUTCOME, level));
        return valuation.model();
    }

    private String folder(String name) {
        return options.out() + "/" + name;
    }
}
