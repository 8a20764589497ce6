package io.clv.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionCsvTest {

    private static final Currency USD = Money.currency("USD");
    private static final LocalDate END = LocalDate.of(2024, 12, 31);

    private static LogFile read(String text) {
        return read(TransactionCsv.of(USD), text);
    }

    private static LogFile read(TransactionCsv reader, String text) {
        return reader.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "log");
    }

    private static String ids(LogFile log) {
        CustomerTable table =
                log.ledger().summarize(END, LedgerOptions.defaults().refunds(RefundPolicy.NET));
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            ids.add(table.id(row));
        }
        return String.join(" ", ids);
    }

    private static String total(LogFile log) {
        return log.ledger().total().toString();
    }

    private static List<String> problems(LogFile log) {
        return log.problems().stream().map(Object::toString).toList();
    }

    private static String date(TransactionCsv reader, String text) {
        LogFile log = read(reader, "customer,date,amount\na,\"" + text + "\",1\n");
        return log.ledger().firstDate().map(LocalDate::toString).orElse("none");
    }

    @Test
    void readsRows() {
        LogFile log = read("customer,date,amount\nann,2024-01-01,12.50\nbob,2024-02-29,3\nann,2024-03-01,0.07\n");

        assertThat(log.ledger().size()).isEqualTo(3);
        assertThat(total(log)).isEqualTo("USD 15.57");
        assertThat(log.ledger().firstDate()).contains(LocalDate.of(2024, 1, 1));
        assertThat(log.ledger().lastDate()).contains(LocalDate.of(2024, 3, 1));
        assertThat(log.rows()).isEqualTo(3);
        assertThat(log.rowsWithProblems()).isZero();
        assertThat(log.problems()).isEmpty();
        assertThat(log.columns()).isEqualTo(new LogColumns("customer", "date", "amount", null));
        assertThat(log.notes())
                .containsExactly(
                        "guessed the customer column 'customer', the date column 'date', the amount column 'amount'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Customer ID,Order Date,Price|Customer ID/Order Date/Price",
                "customer_id,order_date,total,price|customer_id/order_date/total",
                "value,id,timestamp|id/timestamp/value",
                "USER-ID,InvoiceDate,REVENUE|USER-ID/InvoiceDate/REVENUE",
                "master_customer,customer,date,cds,amount|customer/date/amount",
                "id,client,createdAt,net amount|client/createdAt/net amount"
            })
    void guessesColumns(String header, String expected) {
        int fields = header.split(",").length;
        LogFile log = read(
                TransactionCsv.builder(USD).maxProblems(9).build(), header + "\n" + "1,".repeat(fields - 1) + "1\n");

        assertThat(log.columns().customer() + "/" + log.columns().date() + "/"
                        + log.columns().amount())
                .isEqualTo(expected);
    }

    @Test
    void aGuessNamesTheOtherCandidates() {
        LogFile log = read("price,total,client,date\n1,2,a,2024-01-01\n");

        assertThat(log.notes())
                .containsExactly(
                        "guessed the customer column 'client', the date column 'date', the amount column 'total' (not price)");
        assertThat(total(log)).isEqualTo("USD 2.00");
    }

    @Test
    void namedColumnsAreNotGuessed() {
        TransactionCsv reader = TransactionCsv.builder(USD)
                .customer("WHO")
                .date("when")
                .amount("how much")
                .build();

        LogFile log = read(reader, "when,Who,how much,amount\n2024-01-01,a,7,8\n");

        assertThat(log.columns()).isEqualTo(new LogColumns("Who", "when", "how much", null));
        assertThat(log.notes()).isEmpty();
        assertThat(total(log)).isEqualTo("USD 7.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void guessesTheDelimiter(String delimiter) {
        String quoted = "\"" + ",;\t|".repeat(5) + "\"";
        LogFile log = read(String.join(delimiter, quoted, "customer", "date", "amount") + "\n"
                + String.join(delimiter, "x", "a", "2024-01-01", "5") + "\n");

        assertThat(total(log)).isEqualTo("USD 5.00");
    }

    @Test
    void saysWhichDelimiterItGuessed() {
        assertThat(read("customer;date;amount\na;2024-01-01;5\n").notes()).contains("guessed the delimiter ';'");
        assertThat(read("customer\tdate\tamount\na\t2024-01-01\t5\n").notes()).contains("guessed the delimiter tab");
    }

    @Test
    void takesTheDelimiterItIsTold() {
        TransactionCsv reader = TransactionCsv.builder(USD).delimiter('~').build();

        assertThat(total(read(reader, "customer~date~amount\na,b~2024-01-01~5\n")))
                .isEqualTo("USD 5.00");
    }

    @Test
    void readsAMarkAndWindowsLineEndsAndEmptyLines() {
        LogFile log = read("\uFEFF\r\ncustomer,date,amount\r\n\r\na,2024-01-01,5\r\n   \r\nb,2024-01-02,6\r\n\r\n");

        assertThat(ids(log)).isEqualTo("a b");
        assertThat(log.rows()).isEqualTo(2);
        assertThat(log.columns().customer()).isEqualTo("customer");
    }

    @Test
    void aLastLineNeedsNoLineEnd() {
        assertThat(total(read("customer,date,amount\na,2024-01-01,5"))).isEqualTo("USD 5.00");
    }

    @Test
    void blanksAroundFieldsDoNotCount() {
        assertThat(ids(read(" customer , date , amount \n a , 2024-01-01 , 5 \na,2024-01-02,6\n")))
                .isEqualTo("a");
    }

    @Test
    void numbersStandInTheirOrder() {
        assertThat(ids(read(
                        "customer,date,amount\n10,2024-01-01,5\n9,2024-01-01,5\n-3,2024-01-01,5\n0,2024-01-01,5\n")))
                .isEqualTo("-3 0 9 10");
    }

    @ParameterizedTest
    @CsvSource({
        "07,'07 10 9'",
        "+7,'+7 10 9'",
        "-0,'-0 10 9'",
        "a,'10 9 a'",
        "9999999999999999999,'10 9 9999999999999999999'"
    })
    void oneTextMakesAllIdsTexts(String text, String expected) {
        String rows = "10,2024-01-01,5\n9,2024-01-01,5\n";

        assertThat(ids(read("customer,date,amount\n" + rows + text + ",2024-01-01,5\n" + rows)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "customer ", "زبون"})
    void manyDistinctTextsStayApart(String prefix) {
        StringBuilder text = new StringBuilder("customer,date,amount\n");
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 5000; i++) {
                text.append(prefix)
                        .append(i)
                        .append(",2024-01-0")
                        .append(round + 1)
                        .append(",1\n");
            }
        }

        CustomerTable table = read(text.toString()).ledger().summarize(END);

        assertThat(table.size()).isEqualTo(5000);
        assertThat(table.repeatPurchases()).isEqualTo(5000);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2024-02-29",
        "20240229, 2024-02-29",
        "0001-01-01, 0001-01-01",
        "2024-02-29T23:59, 2024-02-29",
        "2024-02-29 23:59:59, 2024-02-29",
        "2024-02-29T23:59:59.123456789, 2024-02-29",
        "2024-02-29T23:59:59Z, 2024-02-29",
        "2024-02-29T23:59:59.5+03:00, 2024-02-29",
        "2024-02-29T23:59+0300, 2024-02-29",
        "2024-02-29 23:59 -05, 2024-02-29",
        "2024-02-29T23:59:59-05:00[America/New_York], 2024-02-29",
        "٢٠٢٤-٠٢-٢٩, 2024-02-29",
        "۲۰۲۴-۰۲-۲۹, 2024-02-29",
        "2023-02-29, none",
        "2024-13-01, none",
        "2024-00-01, none",
        "2024-01-32, none",
        "2024-1-1, none",
        "01.02.2024, none",
        "202402, none",
        "2024/02/29, none",
        "2024-02-29T, none",
        "2024-02-29T2, none",
        "2024-02-29T24:00, none",
        "2024-02-29T23:60, none",
        "2024-02-29T23:59:60, none",
        "2024-02-29T23:59:5, none",
        "2024-02-29T23:59:59., none",
        "2024-02-29T23:59:59+, none",
        "2024-02-29T23:59:59+3, none",
        "2024-02-29T23:59:59+03:60, none",
        "2024-02-29T23:59:59+19:00, none",
        "2024-02-29T23:59:59Q, none",
        "2024-02-29T23:59:59[Europe/Paris], none",
        "2024-02-29T23:59:59Z[Europe, none",
        "2024-02-29x23:59, none",
        "'', none"
    })
    void readsIsoDates(String text, String expected) {
        assertThat(date(TransactionCsv.of(USD), text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T23:59:59Z, 2024-03-01",
        "2024-02-29T20:59:59Z, 2024-02-29",
        "2024-02-29T21:00Z, 2024-03-01",
        "2024-03-01T02:59:59+06:00, 2024-02-29",
        "2024-02-29T23:59:59, 2024-02-29",
        "2024-02-29, 2024-02-29"
    })
    void aMomentHasItsDateInTheZone(String text, String expected) {
        assertThat(date(
                        TransactionCsv.builder(USD)
                                .zone(ZoneId.of("Asia/Riyadh"))
                                .build(),
                        text))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "dd.MM.yyyy, 29.02.2024, 2024-02-29",
        "dd.MM.yyyy, 30.02.2024, none",
        "dd.MM.yyyy, 2024-02-29, none",
        "d MMM yy, 3 feb 24, 2024-02-03",
        "M/d/yyyy H:mm, 12/1/2010 8:26, 2010-12-01",
        "dd/MM/yyyy, ٢٩/٠٢/٢٠٢٤, 2024-02-29",
        "yyyy-MM-dd'T'HH:mmXXX, 2024-02-29T23:30Z, 2024-02-29"
    })
    void readsDatesOfAPattern(String pattern, String text, String expected) {
        assertThat(date(TransactionCsv.builder(USD).datePattern(pattern).build(), text))
                .isEqualTo(expected);
    }

    @Test
    void aMomentOfAPatternHasItsDateInTheZone() {
        TransactionCsv reader = TransactionCsv.builder(USD)
                .datePattern("yyyy-MM-dd'T'HH:mmXXX")
                .zone(ZoneId.of("Asia/Riyadh"))
                .build();

        assertThat(date(reader, "2024-02-29T23:30Z")).isEqualTo("2024-03-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MM/yyyy", "HH:mm", "dd.MM.yyyy {", "bbb"})
    void refusesAPatternThatIsNoDate(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransactionCsv.builder(USD).datePattern(pattern))
                .withMessage("date format must be a pattern of year, month and day, as in dd.MM.yyyy, but was '"
                        + pattern + "'");
    }

    @Test
    void takesEachSettingOnce() {
        TransactionCsv.Builder builder =
                TransactionCsv.builder(USD).customer("id").delimiter(';').maxProblems(3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.customer("name"))
                .withMessage("customer column was already set to id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.delimiter(','))
                .withMessage("delimiter was already set to ;");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.maxProblems(4))
                .withMessage("max problems was already set to 3");
    }

    @Test
    void refusesSettingsThatCannotBe() {
        TransactionCsv.Builder builder = TransactionCsv.builder(USD);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.delimiter('x'))
                .withMessage("delimiter must not be a quote, letter, digit or line end, but was 'x'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.maxProblems(-1))
                .withMessage("max problems must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransactionCsv.of(Currency.getInstance("XAU")))
                .withMessage("currency XAU has no minor digits in ISO 4217 and cannot hold money");
    }

    @Test
    void problemsNameLineColumnAndValue() {
        LogFile log = read("""
                Id,Date,Price
                a,2024-01-01,1
                b,2024-02-30,2
                c,2024-01-03,abc

                "d
                d",2024-01-04,4
                ,2024-01-05,5
                e,yesterday,1.234
                f,2024-01-06
                g,2024-01-07,7,8
                h,2024-01-08,8,,
                """);

        assertThat(problems(log))
                .containsExactly(
                        "line 3, Date '2024-02-30': must be a date as in 1997-01-31",
                        "line 4, Price 'abc': must be a number",
                        "line 8, Id '': must not be blank",
                        "line 9, Date 'yesterday': must be a date as in 1997-01-31",
                        "line 9, Price '1.234': has 3 decimals, but USD allows 2",
                        "line 10: has 2 fields, but the header has 3",
                        "line 11: has 4 fields, but the header has 3");
        assertThat(ids(log)).isEqualTo("a d\nd h");
        assertThat(log.rows()).isEqualTo(9);
        assertThat(log.rowsWithProblems()).isEqualTo(6);
        assertThat(total(log)).isEqualTo("USD 13.00");
    }

    @Test
    void laterRowsAreProblemsIfRejected() {
        LogFile log = read(
                TransactionCsv.builder(USD)
                        .rejectAfter(LocalDate.of(2024, 1, 2))
                        .build(),
                "customer,date,amount\na,2024-01-02,4\n\na,2024-01-03,4\n");

        assertThat(problems(log))
                .containsExactly("line 4, date '2024-01-03': is after the end of observation, 2024-01-02");
        assertThat(log.ledger().size()).isEqualTo(1);
    }

    @Test
    void refundsAreProblemsUntilAPolicyIsChosen() {
        String text = "customer,date,amount\na,2024-01-01,10\na,2024-01-02,-4\n";

        LogFile rejected = read(text);
        assertThat(problems(rejected))
                .containsExactly(
                        "line 3, amount '-4': is a refund, which is rejected unless refunds are set to net or ignore");
        assertThat(total(rejected)).isEqualTo("USD 10.00");

        LogFile net = read(TransactionCsv.builder(USD).refunds(RefundPolicy.NET).build(), text);
        assertThat(net.problems()).isEmpty();
        assertThat(total(net)).isEqualTo("USD 6.00");
    }

    @Test
    void aColumnOfCurrenciesMustAgree() {
        LogFile log = read("""
                customer,date,amount,Currency
                a,2024-01-01,1,USD
                b,2024-01-01,2,usd
                c,2024-01-01,4,EUR
                d,2024-01-01,8,
                """);

        assertThat(log.columns().currency()).contains("Currency");
        assertThat(problems(log))
                .containsExactly(
                        "line 4, Currency 'EUR': is not USD, the currency of the log",
                        "line 5, Currency '': is not USD, the currency of the log");
        assertThat(total(log)).isEqualTo("USD 3.00");
    }

    @Test
    void longValuesAreShownInPart() {
        LogFile log = read("customer,date,amount\na,2024-01-01," + "x".repeat(500) + "\n");

        assertThat(problems(log)).containsExactly("line 2, amount '" + "x".repeat(80) + "...': must be a number");
    }

    @Test
    void hearsHowManyBytesWereRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log.csv");
        String row = "customer-with-a-long-name,2024-01-01,1.00\n";
        Files.writeString(file, "customer,date,amount\n" + row.repeat(60_000));
        List<String> heard = new ArrayList<>();

        TransactionCsv.builder(USD)
                .progress((stage, done, total) -> heard.add(stage + " " + done + "/" + total))
                .build()
                .read(file);

        long size = Files.size(file);
        assertThat(heard).hasSize(3);
        assertThat(heard)
                .allSatisfy(line -> assertThat(line).startsWith("reading ").endsWith("/" + size));
        assertThat(heard.get(2)).isEqualTo("reading " + size + "/" + size);
    }

    @Test
    void leavesTheStreamOpen() {
        List<String> closed = new ArrayList<>();
        var in = new ByteArrayInputStream("customer,date,amount\na,2024-01-01,5\n".getBytes(UTF_8)) {
            @Override
            public void close() {
                closed.add("closed");
            }
        };

        assertThat(TransactionCsv.of(USD).read(in, "standard input").ledger().size())
                .isEqualTo(1);
        assertThat(closed).isEmpty();
    }
}
