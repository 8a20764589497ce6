package io.clv.examples.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bad input ends in one clear message and its exit code, with no result and no stack trace. */
class BadInputTest {

    private static final int DATA = 1;
    private static final int USAGE = 2;
    private static final String HEADER = "Id,Date,Price\n";

    private static final String GUESSED =
            "note: guessed the customer column 'Id', the date column 'Date', the amount column 'Price'\n";

    private static void assertFails(Run run, int code, String err) {
        assertThat(run.err()).isEqualTo(err);
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
    }

    private static Run summarize(String log, String... options) {
        return summarize(log.getBytes(UTF_8), options);
    }

    private static Run summarize(byte[] log, String... options) {
        List<String> args = new ArrayList<>(List.of("summarize", "-"));
        args.addAll(List.of(options));
        return Run.withInput(log, args.toArray(String[]::new));
    }

    @Test
    void aMissingFile(@TempDir Path folder) {
        String file = folder.resolve("none.csv").toString();
        assertFails(Run.of("summarize", file), USAGE, "clv: there is no file " + file + "\n");
    }

    @Test
    void aDirectory(@TempDir Path folder) {
        assertFails(Run.of("summarize", folder.toString()), USAGE, "clv: " + folder + " is a directory\n");
    }

    @Test
    void aFileNameThatCannotBe() {
        assertFails(Run.of("summarize", "a\0b"), USAGE, "clv: there is no file a\\u0000b\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n"})
    void anEmptyFile(String content) {
        assertFails(summarize(content), DATA, "clv: standard input is empty\n");
    }

    @Test
    void aHeaderOnly() {
        assertFails(summarize(HEADER), DATA, "clv: standard input has a header and no rows\n");
    }

    @Test
    void anUnknownColumn() {
        assertFails(
                summarize(HEADER + "a,2024-01-01,1\n", "--customer", "custmer"),
                USAGE,
                "clv: unknown column 'custmer': the file has Id, Date, Price\n");
        assertFails(
                summarize(HEADER + "a,2024-01-01,1\n", "--amount", "pirce"),
                USAGE,
                "clv: unknown column 'pirce': the file has Id, Date, Price; did you mean 'Price'?\n");
    }

    @Test
    void aColumnThatCannotBeGuessed() {
        assertFails(
                summarize("Who,Date,Price\na,2024-01-01,1\n"),
                USAGE,
                "clv: cannot tell which column of standard input is the customer: it has Who, Date, Price, so name it\n");
    }

    @Test
    void aBadDate() {
        assertFails(
                summarize(HEADER + "a,2024-01-01,1\nb,2024-02-30,1\n"),
                DATA,
                GUESSED
                        + "line 3, Date '2024-02-30': must be a date as in 1997-01-31\n"
                        + "clv: standard input has 1 row with problems, and --max-problems is 0\n");
    }

    @Test
    void aDateThatIsNotOfTheFormat() {
        assertFails(
                summarize(HEADER + "a,2024-01-01,1\n", "--date-format", "dd.MM.yyyy"),
                DATA,
                GUESSED
                        + "line 2, Date '2024-01-01': must be a date as in dd.MM.yyyy\n"
                        + "clv: standard input has 1 row with problems, and --max-problems is 0\n");
    }

    @Test
    void aBadAmount() {
        assertFails(
                summarize(HEADER + "a,2024-01-01,abc\n"),
                DATA,
                GUESSED
                        + "line 2, Price 'abc': must be a number\n"
                        + "clv: standard input has 1 row with problems, and --max-problems is 0\n");
    }

    @Test
    void anAmountWithTooManyDecimals() {
        assertFails(
                summarize(HEADER + "a,2024-01-01,1.005\n"),
                DATA,
                GUESSED
                        + "line 2, Price '1.005': has 3 decimals, but USD allows 2\n"
                        + "clv: standard input has 1 row with problems, and --max-problems is 0\n");
        assertFails(
                summarize(HEADER + "a,2024-01-01,1.5\n", "--currency", "JPY"),
                DATA,
                GUESSED
                        + "line 2, Price '1.5': has 1 decimals, but JPY allows 0\n"
                        + "clv: standard input has 1 row with problems, and --max-problems is 0\n");
    }

    @Test
    void twoCurrencies() {
        assertFails(
                summarize("Id,Date,Price,Currency\na,2024-01-01,1,USD\nb,2024-01-01,1,EUR\n"),
                DATA,
                "note: guessed the customer column 'Id', the date column 'Date', the amount column 'Price', "
                        + "the currency column 'Currency'\n"
                        + "line 3, Currency 'EUR': is not USD, the currency of the log\n"
                        + "clv: standard input has 1 row with problems, and --max-problems is 0\n");
        assertFails(
                summarize(HEADER + "a,2024-01-01,$1\nb,2024-01-01,EUR 1\n"),
                DATA,
                GUESSED
                        + "line 3, Price 'EUR 1': is in EUR, but the log is in USD\n"
                        + "clv: standard input has 1 row with problems, and --max-problems is 0\n");
    }

    @Test
    void aRefund() {
        assertFails(
                summarize(HEADER + "a,2024-01-01,5\na,2024-01-02,-5\n"),
                DATA,
                GUESSED
                        + "line 3, Price '-5': is a refund, which is rejected unless refunds are set to net or ignore\n"
                        + "clv: standard input has 1 row with problems, and --max-problems is 0\n");
    }

    @Test
    void aDuplicateHeader() {
        assertFails(
                summarize("Id,Date,Price,Date\na,2024-01-01,1,2024-01-01\n"),
                DATA,
                "clv: standard input has two columns named 'Date': columns 2 and 4\n");
    }

    @Test
    void aBinaryFile() {
        assertFails(
                summarize(HEADER + "a,2024-01-01,1\n\0\1\2\3"),
                DATA,
                "clv: standard input is not text: there is a NUL byte in line 3\n");
        assertFails(
                summarize("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1)),
                DATA,
                "clv: standard input is not UTF-8 text: byte 0x89 in line 1 (save it as UTF-8)\n");
    }

    @Test
    void aQuotedFieldThatNeverCloses() {
        assertFails(
                summarize(HEADER + "\"a,2024-01-01,1\nb,2024-01-01,1\n"),
                DATA,
                "clv: standard input breaks the rules of CSV in the record that begins in line 2: "
                        + "a quoted field must have a closing quote, but has none\n");
    }

    @Test
    void rowsAfterTheEndWhereTheyAreRejected() {
        assertFails(
                summarize(
                        HEADER + "a,2024-01-01,1\nb,2024-01-05,1\n",
                        "--observed-through",
                        "2024-01-03",
                        "--after-end",
                        "reject"),
                DATA,
                GUESSED
                        + "line 3, Date '2024-01-05': is after the end of observation, 2024-01-03\n"
                        + "clv: standard input has 1 row with problems, and --max-problems is 0\n");
    }

    @Test
    void oneCustomerWhoCameOnce() {
        Run run = Run.withInput(
                HEADER + "a,2024-01-01,1\n",
                "value",
                "-",
                "--observed-through",
                "2024-12-31",
                "--model",
                "margin-adjusted",
                "--margin",
                "30%");

        assertFails(
                run,
                USAGE,
                GUESSED
                        + "clv: a window of inactivity cannot be read off the gaps between purchases, because no"
                        + " customer has bought in two periods; choose one, as in --inactivity '60 days'\n");
    }

    @Test
    void nobodyBeforeTheEnd() {
        assertFails(
                summarize(HEADER + "a,2024-01-01,1\n", "--observed-through", "2023-12-31"),
                DATA,
                GUESSED
                        + "note: left out: 1 row after 2023-12-31, with 1 customer who came later\n"
                        + "clv: no customer has bought anything through 2023-12-31\n");
    }

    @Test
    void everyRowBad() {
        assertFails(
                summarize(HEADER + "a,2024-01-01,x\n", "--max-problems", "5"),
                DATA,
                GUESSED
                        + "line 2, Price 'x': must be a number\n"
                        + "warning: 1 row with problems left out, of 1 row\n"
                        + "clv: no row could be read\n");
    }

    @Test
    void moreProblemsThanAreWorthListing() {
        Run run = summarize(HEADER + "a,2024-01-01,x\n".repeat(500));

        assertThat(run.code()).isEqualTo(DATA);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(102);
        assertThat(run.err())
                .startsWith("line 2, Price 'x': must be a number\n")
                .endsWith("""
                        line 102, Price 'x': must be a number
                        clv: standard input has more than 100 rows with problems: reading stopped in line 102
                        """);
    }

    @Test
    void aTotalBeyondTheRangeOfMoney() {
        String most = "92233720368547758.07";
        assertFails(
                summarize(
                        HEADER + "a,2024-01-01," + most + "\na,2024-01-02," + most + "\n",
                        "--observed-through",
                        "2024-01-03"),
                DATA,
                GUESSED
                        + "clv: the total of customer 'a' is USD 184467440737095516.14, beyond the range of USD money\n");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        Run run = summarize(HEADER + "a,2024-01-01,\u001B[31mred\u0007\n");

        assertThat(run.err()).contains("line 2, Price '\\u001B[31mred\\u0007': must be a number");
        assertThat(run.err().chars()).allMatch(c -> c >= ' ' || c == '\n');
    }
}
