package io.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.ledger.AfterEnd;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.LedgerOptions;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class LogColumnsTest {

    private static final Currency USD = Money.currency("USD");
    private static final LocalDate END = LocalDate.of(2024, 12, 31);

    /** The rows of a query, each as a struct of customer, date and amount unless it names others. */
    private static Dataset<Row> sql(String query) {
        return LocalSpark.session().sql(query);
    }

    private static Dataset<Row> rows(String customer, String date, String amount) {
        return sql("SELECT " + customer + " AS customer, " + date + " AS date, " + amount + " AS amount");
    }

    private static CustomerTable read(Dataset<Row> log, LogColumns columns) {
        return ClvSpark.states(log, columns, LedgerOptions.defaults()).collect().summarize(END);
    }

    private static String firstRow(Dataset<Row> log, LogColumns columns) {
        CustomerTable table = read(log, columns);
        return table.size() == 0 ? "" : table.id(0) + ", " + table.firstPurchase(0) + ", " + table.total(0);
    }

    @Test
    void readsEveryTypeThatIsExact() {
        LogColumns columns = LogColumns.of(USD);
        String row = "7, 2024-01-31, USD 12.50";
        for (String customer :
                List.of("'7'", "7", "7L", "7S", "CAST(7 AS DECIMAL(18, 0))", "CAST(7 AS DECIMAL(38, 0))")) {
            for (String amount : List.of("12.5", "'12.50'", "'+12.5'", "CAST(12.5 AS DECIMAL(38, 18))")) {
                assertThat(firstRow(rows(customer, "DATE '2024-01-31'", amount), columns))
                        .isEqualTo(row);
            }
        }
        assertThat(firstRow(rows("7", "'2024-01-31'", "12"), columns)).isEqualTo("7, 2024-01-31, USD 12.00");
        assertThat(firstRow(rows("7", "'2024-01-31'", "1250"), columns.minorUnits("amount")))
                .isEqualTo(row);
        assertThat(firstRow(rows("7", "'2024-01-31'", "1250.0"), columns.minorUnits("amount")))
                .isEqualTo(row);
    }

    @Test
    void datesMomentsInItsZoneAndNotInThatOfTheSession() {
        LogColumns columns = LogColumns.of(USD);
        Dataset<Row> moment = rows("1", "TIMESTAMP '2024-01-31 23:30:00Z'", "1");
        assertThat(firstRow(moment, columns)).isEqualTo("1, 2024-01-31, USD 1.00");
        assertThat(firstRow(moment, columns.zone(ZoneId.of("Asia/Tehran")))).isEqualTo("1, 2024-02-01, USD 1.00");
        Dataset<Row> summer = rows("1", "TIMESTAMP '2024-07-31 22:30:00Z'", "1");
        Dataset<Row> winter = rows("1", "TIMESTAMP '2024-01-31 22:30:00Z'", "1");
        assertThat(firstRow(summer, columns.zone(ZoneId.of("Europe/Berlin")))).isEqualTo("1, 2024-08-01, USD 1.00");
        assertThat(firstRow(winter, columns.zone(ZoneId.of("Europe/Berlin")))).isEqualTo("1, 2024-01-31, USD 1.00");
        Dataset<Row> clock = rows("1", "TIMESTAMP_NTZ '2024-01-31 23:30:00'", "1");
        assertThat(firstRow(clock, columns.zone(ZoneId.of("Asia/Tehran")))).isEqualTo("1, 2024-01-31, USD 1.00");
        Dataset<Row> before1970 = rows("1", "TIMESTAMP '1969-12-31 23:59:59.999999Z'", "1");
        assertThat(firstRow(before1970, columns)).isEqualTo("1, 1969-12-31, USD 1.00");
    }

    @Test
    void findsColumnsByNameWhateverTheirCase() {
        Dataset<Row> log = sql(
                "SELECT 'x' AS note, 'a' AS Kunde, DATE '2024-01-31' AS `paid.on`, 5 AS `a``b`," + " 'usd ' AS money");
        LogColumns columns = LogColumns.of(USD)
                .customer("KUNDE")
                .date("paid.on")
                .amount("A`B")
                .currencyColumn("Money");
        assertThat(firstRow(log, columns)).isEqualTo("a, 2024-01-31, USD 5.00");
        assertThat(columns).hasToString("customer KUNDE, date paid.on, amount A`B, currency Money, in USD, zone Z");
    }

    @Test
    void refusesColumnsItCannotRead() {
        LogColumns columns = LogColumns.of(USD);
        refused(
                rows("1", "current_date()", "1").drop("date"),
                columns,
                "the log has no column 'date'; it has customer, amount");
        refused(
                rows("1.5D", "current_date()", "1"),
                columns,
                "column customer must be of an integer type or text, but is DOUBLE; cast it, as in CAST(customer AS"
                        + " STRING)");
        refused(
                rows("1", "20240131", "1"),
                columns,
                "column date must be a date, a timestamp or text, but is INT; cast it, as in CAST(date AS DATE)");
        refused(
                rows("1", "current_date()", "1.5D"),
                columns,
                "column amount must be exact, of a decimal or integer type or text, but is DOUBLE; cast it, as in"
                        + " CAST(amount AS DECIMAL(18, 2))");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogColumns.of(Currency.getInstance("XAU")))
                .withMessageContaining("XAU");
    }

    private static void refused(Dataset<Row> log, LogColumns columns, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClvSpark.summarize(log, columns, END, LedgerOptions.defaults()))
                .withMessage(message);
    }

    @Test
    void tellsEachFaultOfEachRowAndKeepsTheRow() {
        Dataset<Row> log = sql("""
                SELECT * FROM VALUES
                    ('a', '2024-01-31', '1.5', 'USD'),
                    (NULL, NULL, NULL, NULL),
                    (' ', '31.01.2024', '1e3', 'EUR'),
                    ('b', '2024-02-30', '1.555', 'USD'),
                    ('c', '+999999999-01-01', '--1', 'USD'),
                    ('d', '2024-01-31', '92233720368547758.08', 'USD'),
                    ('e', '2024-01-31', '99999999999999999999999999999999', 'USD'),
                    ('f', '2024-01-31', '-1', 'USD'),
                    ('g', '2025-01-01', '', 'USD')
                AS (customer, date, amount, currency)""").repartition(3);
        LogColumns columns = LogColumns.of(USD).currencyColumn("currency");
        LedgerOptions options = LedgerOptions.defaults().afterEnd(AfterEnd.REJECT);
        Summary summary = ClvSpark.summarize(log, columns, END, options);
        assertThat(summary.customers().collectAsList()).hasSize(1);
        assertThat(summary.exclusions().isEmpty()).isTrue();
        String refund = "is a refund; choose how refunds count: RefundPolicy.NET, NET_DROPPING_PERIODS or IGNORE";
        assertThat(summary.problems().collectAsList().stream()
                        .map(row -> row.getString(0) + " '" + row.getString(1) + "' " + row.getString(2)))
                .containsExactlyInAnyOrder(
                        "customer '' must not be null",
                        "date '' must not be null",
                        "amount '' must not be null",
                        "currency '' must not be null",
                        "customer ' ' must not be blank",
                        "date '31.01.2024' must be a date as in 1997-01-31",
                        "amount '1e3' must be a number",
                        "currency 'EUR' is not USD, the currency of the log",
                        "date '2024-02-30' must be a date as in 1997-01-31",
                        "amount '1.555' has 3 decimals, but USD allows 2",
                        "date '+999999999-01-01' must be a date as in 1997-01-31",
                        "amount '--1' must be a number",
                        "amount '92233720368547758.08' is beyond the range of USD money",
                        "amount '99999999999999999999999999999999' is beyond the range of USD money",
                        "amount 'USD -1.00' " + refund,
                        "date '2025-01-01' is after the end of observation, 2024-12-31",
                        "amount '' must be a number");
        assertThat(summary.problems()
                        .filter("value = '1.555'")
                        .select("row")
                        .first()
                        .getString(0))
                .isEqualTo("{\"customer\":\"b\",\"date\":\"2024-02-30\",\"amount\":\"1.555\",\"currency\":\"USD\"}");
        assertThat(summary.problems()
                        .filter("column = 'currency' AND value = ''")
                        .select("row")
                        .first()
                        .getString(0))
                .isEqualTo("{\"customer\":null,\"date\":null,\"amount\":null,\"currency\":null}");
    }

    @Test
    void tellsFaultsOfWholeAmounts() {
        Dataset<Row> log = sql("SELECT * FROM VALUES (1, DATE '2024-01-31', 92233720368547759L),"
                + " (2, DATE '2024-01-31', 92233720368547758L) AS (customer, date, amount)");
        assertThat(firstRow(log, LogColumns.of(USD))).isEqualTo("2, 2024-01-31, USD 92233720368547758.00");
        assertThat(ClvSpark.problems(log, LogColumns.of(USD), LedgerOptions.defaults())
                        .collectAsList())
                .extracting(row -> row.getString(1) + " " + row.getString(2))
                .containsExactly("92233720368547759 is beyond the range of USD money");
        Dataset<Row> halves = rows("1", "DATE '2024-01-31'", "12.5");
        assertThat(ClvSpark.problems(halves, LogColumns.of(USD).minorUnits("amount"), LedgerOptions.defaults())
                        .collectAsList())
                .extracting(row -> row.getString(1) + " " + row.getString(2))
                .containsExactly("12.5 must be a whole number of minor units");
    }
}
