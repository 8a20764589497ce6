package io.clv.ledger;

import static io.clv.ledger.Logs.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResultSetLogTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final LocalDate END = LocalDate.of(2024, 12, 31);
    private static final LedgerOptions OPTIONS = LedgerOptions.collapse(ChronoUnit.DAYS);

    @AfterEach
    void clearInterruption() {
        Thread.interrupted();
    }

    private static FakeResult orders() {
        return new FakeResult()
                .column("CUSTOMER", JDBCType.VARCHAR)
                .column("DATE", JDBCType.DATE)
                .column("AMOUNT", JDBCType.DECIMAL);
    }

    private static List<Customer> customers(Ledger ledger) {
        return ledger.summarize(END, OPTIONS).rows();
    }

    private static Customer once(String id, LocalDate date, String amount) {
        return new Customer(id, 0, 0, ChronoUnit.DAYS.between(date, END), 0, Money.parse("USD " + amount));
    }

    @Test
    void readsTextDatesAndDecimals() throws SQLException {
        ResultSet rows = orders().row("b", Date.valueOf(DAY), new BigDecimal("12.50"))
                .row("a", DAY, new BigDecimal("3"))
                .row("007", DAY, new BigDecimal("1E+2"))
                .row("a", DAY, new BigDecimal("-1.000"))
                .open();
        Ledger ledger = ResultSetLog.of(USD).read(rows);
        assertThat(ledger.size()).isEqualTo(4);
        assertThat(ledger.summarize(END, OPTIONS.refunds(RefundPolicy.NET)).rows())
                .containsExactly(once("007", DAY, "100"), once("a", DAY, "2"), once("b", DAY, "12.50"));
    }

    @Test
    void readsNumbersAndMinorUnits() throws SQLException {
        ResultSet rows = new FakeResult()
                .column("buyer", JDBCType.BIGINT)
                .column("cents", JDBCType.INTEGER)
                .column("day", JDBCType.DATE)
                .row(10, 1250, DAY)
                .row(-9, 0, DAY)
                .open();
        Ledger ledger = ResultSetLog.of(USD)
                .customer("Buyer")
                .date("day")
                .minorUnits("cents")
                .read(rows);
        assertThat(customers(ledger)).containsExactly(once("-9", DAY, "0"), once("10", DAY, "12.50"));
        assertThat(ledger.summarize(END, OPTIONS))
                .isEqualTo(Ledger.ofColumns(
                                USD,
                                new long[] {10, -9},
                                new int[] {(int) DAY.toEpochDay(), (int) DAY.toEpochDay()},
                                new long[] {1250, 0})
                        .summarize(END, OPTIONS));
    }

    @Test
    void wholeDecimalsAreNumbersWhereTheyFit() throws SQLException {
        for (int precision : new int[] {0, 18, 19}) {
            ResultSet rows = new FakeResult()
                    .column("customer", Types.NUMERIC, "NUMBER", precision, 0)
                    .column("date", JDBCType.DATE)
                    .column("amount", JDBCType.DECIMAL)
                    .row(10, DAY, 1)
                    .row(9, DAY, 1)
                    .open();
            List<Customer> customers = customers(ResultSetLog.of(USD).read(rows));
            assertThat(customers.get(0).id()).isEqualTo(precision == 18 ? "9" : "10");
        }
    }

    @Test
    void anEmptyResultHasIdsOfTheKindOfItsColumn() throws SQLException {
        CustomerTable text = ResultSetLog.of(USD).read(orders().open()).summarize(END);
        ResultSet rows = new FakeResult()
                .column("customer", JDBCType.SMALLINT)
                .column("date", JDBCType.DATE)
                .column("amount", JDBCType.DECIMAL)
                .open();
        CustomerTable numbers = ResultSetLog.of(USD).read(rows).summarize(END);
        assertThat(numbers)
                .isEqualTo(Ledger.ofColumns(USD, new long[0], new int[0], new long[0])
                        .summarize(END));
        assertThat(text).isEqualTo(Ledger.of(USD, List.of()).summarize(END)).isNotEqualTo(numbers);
    }

    @Test
    void aTimestampStandsAsWrittenAndAMomentIsDatedInTheZone() throws SQLException {
        FakeResult walls = new FakeResult()
                .column("customer", JDBCType.VARCHAR)
                .column("date", JDBCType.TIMESTAMP)
                .column("amount", JDBCType.DECIMAL)
                .row("a", LocalDateTime.of(2024, 3, 1, 23, 59), 1);
        ResultSetLog berlin = ResultSetLog.of(USD).zone(ZoneId.of("Europe/Berlin"));
        assertThat(customers(berlin.read(walls.open()))).containsExactly(once("a", DAY, "1"));
        List<FakeResult> moments = List.of(
                new FakeResult().column("date", JDBCType.TIMESTAMP_WITH_TIMEZONE),
                new FakeResult().column("date", Types.TIMESTAMP, "timestamptz", 0, 0),
                new FakeResult().column("date", -101, "TIMESTAMP(6) WITH TIME ZONE", 0, 0),
                new FakeResult().column("date", -102, "TIMESTAMP(6) WITH LOCAL TIME ZONE", 0, 0),
                new FakeResult().column("date", -155, "datetimeoffset", 0, 0));
        for (FakeResult result : moments) {
            result.column("customer", JDBCType.VARCHAR)
                    .column("amount", JDBCType.DECIMAL)
                    .row(OffsetDateTime.parse("2024-03-01T23:30:00Z"), "a", 1);
            assertThat(customers(berlin.read(result.open()))).containsExactly(once("a", DAY.plusDays(1), "1"));
        }
        FakeResult utc = new FakeResult()
                .column("date", JDBCType.TIMESTAMP_WITH_TIMEZONE)
                .column("customer", JDBCType.VARCHAR)
                .column("amount", JDBCType.DECIMAL)
                .row(OffsetDateTime.parse("2024-03-02T00:30:00+02:00"), "a", 1);
        assertThat(customers(ResultSetLog.of(USD).read(utc.open()))).containsExactly(once("a", DAY, "1"));
    }

    @Test
    void badRowsAreProblemsAndLeftOut() throws SQLException {
        List<Problem> problems = new ArrayList<>();
        Ledger ledger = ResultSetLog.of(USD)
                .currencyColumn("currency")
                .read(
                        orders().column("currency", JDBCType.CHAR)
                                .row(null, null, null, null)
                                .row(" ", DAY, new BigDecimal("1.005"), "EUR")
                                .row("a", DAY, BigDecimal.ONE, " usd ")
                                .row("a", LocalDate.MAX, new BigDecimal("92233720368547758.08"), "USD")
                                .row("a", DAY, new BigDecimal("1E+1000000"), "USD")
                                .row("a", DAY, new BigDecimal("1E-1000000"), "USD")
                                .row("a", DAY, new BigDecimal("92233720368547758.07"), "USD")
                                .open(),
                        problems::add);
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "line 1, customer '': must not be null",
                        "line 1, date '': must not be null",
                        "line 1, amount '': must not be null",
                        "line 1, currency '': must not be null",
                        "line 2, customer ' ': must not be blank",
                        "line 2, amount '1.005': has 3 decimals, but USD allows 2",
                        "line 2, currency 'EUR': is not USD, the currency of the log",
                        "line 4, date '+999999999-12-31': must be from -5877641-06-23 to +5881580-07-11",
                        "line 4, amount '92233720368547758.08': is beyond the range of USD money",
                        "line 5, amount '1E+1000000': is beyond the range of USD money",
                        "line 6, amount '1E-1000000': has 1000000 decimals, but USD allows 2");
        assertThat(ledger.size()).isEqualTo(2);
    }

    @Test
    void nullsOfPrimitiveColumnsAreProblemsToo() throws SQLException {
        List<Problem> problems = new ArrayList<>();
        FakeResult result = new FakeResult()
                .column("customer", JDBCType.TINYINT)
                .column("date", JDBCType.TIMESTAMP_WITH_TIMEZONE)
                .column("amount", JDBCType.BIGINT)
                .row(null, null, null);
        ResultSetLog.of(USD).minorUnits("amount").read(result.open(), problems::add);
        FakeResult walls = new FakeResult()
                .column("customer", JDBCType.INTEGER)
                .column("date", JDBCType.TIMESTAMP)
                .column("amount", JDBCType.NUMERIC)
                .row(1, null, new BigDecimal("1.5"));
        ResultSetLog.of(USD).minorUnits("amount").read(walls.open(), problems::add);
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "line 1, customer '': must not be null",
                        "line 1, date '': must not be null",
                        "line 1, amount '': must not be null",
                        "line 1, date '': must not be null",
                        "line 1, amount '1.5': must be a whole number of minor units");
    }

    @Test
    void theFirstProblemEndsAReadingThatHearsOfNone() {
        ResultSet rows = orders().row("a", DAY, BigDecimal.ONE)
                .row("a", null, BigDecimal.ONE)
                .open();
        assertThatThrownBy(() -> ResultSetLog.of(USD).read(rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 2, date '', must not be null");
    }

    @Test
    void columnsThatCannotBeReadAreRefusedAtOnce() {
        assertThatThrownBy(() -> ResultSetLog.of(USD).customer("client").read(orders().open()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the result has no column 'client'; it has CUSTOMER, DATE, AMOUNT");
        FakeResult text = new FakeResult()
                .column("customer", JDBCType.VARCHAR)
                .column("date", JDBCType.VARCHAR)
                .column("amount", JDBCType.DECIMAL);
        assertThatThrownBy(() -> ResultSetLog.of(USD).read(text.open()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column date must be a date or a timestamp, but is VARCHAR; cast it in the query, as in"
                        + " CAST(date AS DATE)");
        FakeResult floating = new FakeResult()
                .column("customer", JDBCType.VARCHAR)
                .column("date", JDBCType.DATE)
                .column("amount", JDBCType.DOUBLE);
        assertThatThrownBy(() -> ResultSetLog.of(USD).read(floating.open()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column amount must be exact, of a decimal or integer type, but is DOUBLE; cast it in the"
                        + " query, as in CAST(amount AS DECIMAL(18, 2))");
        assertThatThrownBy(() -> ResultSetLog.of(Currency.getInstance("XAU")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currency XAU has no minor digits in ISO 4217 and cannot hold money");
    }

    @Test
    void aColumnCanBeSetAgain() throws SQLException {
        ResultSetLog log = ResultSetLog.of(USD).minorUnits("cents").amount("AMOUNT");
        assertThat(customers(log.read(orders().row("a", DAY, BigDecimal.ONE).open())))
                .containsExactly(once("a", DAY, "1"));
    }

    @Test
    void anInterruptedReadingEnds() {
        ResultSet rows = orders().row("a", DAY, BigDecimal.ONE).open();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ResultSetLog.of(USD).read(rows))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted after 0 rows were read");
        assertThat(Thread.interrupted()).isTrue();
    }
}
