package io.clv.spark;

import static io.clv.quantity.DiscountRate.annually;
import static io.clv.quantity.Ratio.percent;
import static io.clv.quantity.Span.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.btyd.BgNbd;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.RefundPolicy;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import io.clv.quantity.Horizon;
import io.clv.quantity.Interval;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Parquet in, Parquet out, and what one machine makes of the same log. */
class LifetimeValueJobTest {

    static final int CUSTOMERS = 400;

    private static final StructType SCHEMA = new StructType()
            .add("client", DataTypes.StringType)
            .add("paid", DataTypes.StringType)
            .add("price", DataTypes.createDecimalType(12, 2));

    static String log(Path folder) {
        List<Row> rows = new ArrayList<>();
        SimulatedCustomers.log(CUSTOMERS)
                .forEach(each -> rows.add(RowFactory.create(
                        each.customer(), each.date().toString(), each.amount().amount())));
        rows.add(RowFactory.create("c1", "2024-02-30", null));
        String path = folder.resolve("log.parquet").toString();
        LocalSpark.session().createDataFrame(rows, SCHEMA).write().parquet(path);
        return path;
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        new LifetimeValueJob(LocalSpark.session(), JobOptions.parse(arguments), out).run();
        return said.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static String[] with(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(Arrays.asList(more));
        return all.toArray(new String[0]);
    }

    static String[] needed(String log, Path out) {
        return new String[] {
            "--log", log,
            "--out", out.toString(),
            "--currency", "USD",
            "--observed-through", SimulatedCustomers.END.toString(),
            "--horizon", "1 year",
            "--customer", "client",
            "--date", "paid",
            "--amount", "price"
        };
    }

    @Test
    void customersAreWorthWhatOneMachineSays() {
        Path folder = LocalSpark.folder("job");
        String[] arguments =
                with(needed(log(folder), folder), "--gross-margin", "30%", "--discount", "15%", "--interval", "80%");
        String said = run(arguments);

        CustomerTable table = SimulatedCustomers.table(CUSTOMERS);
        CustomerValues values = FittedLtv.fit(table)
                .transactions(BgNbd.family())
                .spend(GammaGamma.family())
                .grossMargin(percent(30))
                .discountedAt(annually(percent(15)))
                .over(years(1))
                .intervals(Interval.Of.OUTCOME, percent(80))
                .value();
        List<Row> rows = LocalSpark.session()
                .read()
                .parquet(folder.resolve("customers").toString())
                .collectAsList();
        assertThat(rows).hasSize(table.size());
        for (Row row : rows) {
            int at = table.indexOf(row.getAs("customer"));
            assertThat(row.<Double>getAs("clv")).isEqualTo(values.amount(at));
            assertThat(row.<Double>getAs("clv_low")).isEqualTo(values.get(Column.LOW, at));
            assertThat(row.<Double>getAs("clv_high")).isEqualTo(values.get(Column.HIGH, at));
        }
        assertThat(said)
                .startsWith("400 customers observed through 2024-12-29; 2 problems in the log\nbg-nbd{r=")
                .contains("\n  spend is taken to be independent of frequency; their correlation is ")
                .contains(String.format(Locale.ROOT, "\nworth USD %,.2f, horizon 1 year; ", values.totalAmount()));

        String text = String.join(
                "\n",
                LocalSpark.session()
                        .read()
                        .textFile(folder.resolve("model").toString())
                        .collectAsList());
        assertThat(FittedLtv.parse(text).value(CustomerBase.of(table)).totalInterval())
                .isEqualTo(values.totalInterval());

        assertThatThrownBy(() -> run(arguments)).hasMessageContaining("summary").hasMessageContaining("already exists");
    }

    @Test
    void optionsHaveDefaults() {
        JobOptions options = JobOptions.parse(
                "--log",
                "a",
                "--out",
                "b",
                "--currency",
                "EUR",
                "--observed-through",
                "2024-01-31",
                "--horizon",
                "2 years");
        assertThat(options.log()).isEqualTo("a");
        assertThat(options.out()).isEqualTo("b");
        assertThat(options.columns()).hasToString("customer customer, date date, amount amount, in EUR, zone Z");
        assertThat(options.observedThrough()).isEqualTo(LocalDate.of(2024, 1, 31));
        assertThat(options.ledger()).isEqualTo(LedgerOptions.defaults());
        assertThat(options.transactions()).hasToString("bg-nbd");
        assertThat(options.spend()).hasToString("gamma-gamma");
        assertThat(options.horizon()).isEqualTo(Horizon.over(years(2)));
        assertThat(options.grossMargin()).isEmpty();
        assertThat(options.discount()).isEmpty();
        assertThat(options.level()).isEmpty();
    }

    @Test
    void optionsAreRead() {
        JobOptions options = JobOptions.parse(with(
                needed("a", Path.of("b")),
                "--unit",
                "months",
                "--refunds",
                "net-dropping-periods",
                "--transactions",
                "nbd",
                "--spend",
                "gamma-gamma",
                "--interval",
                "95%"));
        assertThat(options.columns()).hasToString("customer client, date paid, amount price, in USD, zone Z");
        assertThat(options.ledger())
                .isEqualTo(LedgerOptions.defaults().unit(ChronoUnit.MONTHS).refunds(RefundPolicy.NET_DROPPING_PERIODS));
        assertThat(options.transactions()).hasToString("nbd");
        assertThat(options.level()).contains(percent(95));
    }

    private static void assertRefused(String message, String... arguments) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobOptions.parse(arguments))
                .withMessage(message);
    }

    @Test
    void optionsThatCannotBeReadAreRefused() {
        String[] needed = needed("a", Path.of("b"));
        assertRefused("the job still needs: --log, --out, --currency, --observed-through, --horizon");
        assertRefused(
                "option must be one of --log, --out, --currency, --observed-through, --horizon, --customer, --date,"
                        + " --amount, --unit, --refunds, --transactions, --spend, --gross-margin, --discount, --interval,"
                        + " but was '--help'",
                "--help");
        assertRefused("option --log must have a value, but had none", "--log");
        assertRefused("option --log was already set to 'a'", "--log", "a", "--log", "b");
        assertRefused(
                "--unit: unit must be one of days, weeks, months, years, but was 'hours'",
                with(needed, "--unit", "hours"));
        assertRefused(
                "--refunds: policy of refunds must be one of reject, net, net-dropping-periods, ignore, but was 'all'",
                with(needed, "--refunds", "all"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobOptions.parse(with(needed, "--transactions", "nbdd")))
                .withMessageStartingWith("--transactions: transaction model must be one of bg-");
        needed[7] = "yesterday";
        assertRefused("--observed-through: Text 'yesterday' could not be parsed at index 0", needed);
    }

    @Test
    void theUsageIsTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValueJob.main(new String[] {"--colour", "red"}))
                .withMessageContaining("but was '--colour'");
    }
}
