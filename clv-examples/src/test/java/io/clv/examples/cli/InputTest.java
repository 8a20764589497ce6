package io.clv.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs as they come, and the options that say how to read them. */
class InputTest {

    private static final String LOG = """
            customer,date,amount
            a,2024-01-01,10
            a,2024-01-15,20.5
            b,2024-01-08,30
            """;

    private static final String TABLE = "customer,frequency,recency,age,monetary_value,total\n";

    private static final String EXPECTED =
            TABLE + "a,1,2.0,4.285714285714286,20.5,30.50\nb,0,0.0,3.2857142857142856,0.0,30.00\n";

    private static Run summarize(String log, String... options) {
        String[] args = new String[options.length + 4];
        args[0] = "summarize";
        args[1] = "-";
        args[2] = "--observed-through";
        args[3] = "2024-01-31";
        System.arraycopy(options, 0, args, 4, options.length);
        return Run.withInput(log, args);
    }

    private static void assertPrints(Run run, String out) {
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(out);
    }

    @Test
    void readsStandardInput() {
        assertPrints(summarize(LOG), EXPECTED);
    }

    @Test
    void readsAMarkAndWindowsLineEnds() {
        assertPrints(summarize("\uFEFF" + LOG.replace("\n", "\r\n")), EXPECTED);
    }

    @ParameterizedTest
    @CsvSource({"';'", "'|'", "'\t'"})
    void guessesTheDelimiter(String delimiter) {
        assertPrints(summarize(LOG.replace(",", delimiter)), EXPECTED);
    }

    @ParameterizedTest
    @CsvSource({"tab,'\t'", "\\t,'\t'", "~,~"})
    void takesADelimiter(String option, String delimiter) {
        assertPrints(summarize(LOG.replace(",", delimiter), "--delimiter", option), EXPECTED);
    }

    @Test
    void takesColumns() {
        String log = LOG.replace("customer,date,amount", "x,y,z");
        Run run = summarize(log, "--customer", "X", "--date", "y", "--amount", "z");

        assertPrints(run, EXPECTED);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void takesADateFormatAndAZone() {
        String log = "customer,date,amount\na,01.02.2024 23:30 +0000,5\n";

        assertPrints(
                Run.withInput(
                        log,
                        "summarize",
                        "-",
                        "--date-format",
                        "dd.MM.yyyy HH:mm Z",
                        "--zone",
                        "Europe/Paris",
                        "--observed-through",
                        "2024-02-09"),
                TABLE + "a,0,0.0,1.0,0.0,5.00\n");
    }

    @Test
    void readsArabicIndicDigits() {
        String log = "customer,date,amount\na,٢٠٢٤-٠١-٠١,١٠\na,2024-01-15,٢٠٫٥\nb,2024-01-08,\u200F٣٠\n";
        assertPrints(summarize(log), EXPECTED);
    }

    @Test
    void printsNamesThatRunFromRightToLeft() {
        String log = LOG.replace("a,2", "أحمد,2").replace("b,2", "דנה,2");

        assertPrints(
                summarize(log),
                TABLE + "דנה,0,0.0,3.2857142857142856,0.0,30.00\nأحمد,1,2.0,4.285714285714286,20.5,30.50\n");
        assertThat(summarize(log, "--format", "table").out())
                .contains("\n\u2068דנה\u2069               0     0.00  3.29            0.00  30.00\n")
                .contains("\n\u2068أحمد\u2069              1     2.00  4.29           20.50  30.50\n");
    }

    @Test
    void aTableSpellsOutControlCharacters() {
        Run run = summarize(LOG.replace("a,2", "a\u001B[2J,2"), "--format", "table");

        assertThat(run.out()).contains("\na\\u001B[2J ").doesNotContain("\u001B");
    }

    @Test
    void warnsThatTheEndIsTheLastDate() {
        Run run = Run.withInput(LOG, "summarize", "-");

        assertThat(run.err())
                .isEqualTo("note: guessed the customer column 'customer', the date column 'date', the amount column"
                        + " 'amount'\nwarning: observed through 2024-01-15, the last date in the log, because no"
                        + " --observed-through was given\n");
        assertPrints(run, TABLE + "a,1,2.0,2.0,20.5,30.50\nb,0,0.0,1.0,0.0,30.00\n");
    }

    @Test
    void leavesOutWhatIsAfterTheEnd() {
        Run run = Run.withInput(LOG, "summarize", "-", "--observed-through", "2024-01-07");

        assertThat(run.err()).contains("note: left out: 2 rows after 2024-01-07, with 1 customer who came later\n");
        assertPrints(run, TABLE + "a,0,0.0,0.8571428571428571,0.0,10.00\n");
    }

    @Test
    void takesGranularityAndUnit() {
        assertPrints(
                summarize(LOG, "--granularity", "month", "--unit", "days"),
                TABLE + "a,0,0.0,0.0,0.0,30.50\nb,0,0.0,0.0,0.0,30.00\n");
        assertPrints(summarize(LOG, "--unit", "days"), TABLE + "a,1,14.0,30.0,20.5,30.50\nb,0,0.0,23.0,0.0,30.00\n");
    }

    @ParameterizedTest
    @CsvSource({"net,1,15.5,25.50", "ignore,1,20.5,30.50", "net-dropping-periods,1,15.5,25.50"})
    void takesRefunds(String policy, int frequency, String value, String total) {
        Run run = summarize(LOG + "a,2024-01-20,-5\n", "--refunds", policy);

        assertPrints(
                run,
                TABLE + "a," + frequency + ",2.0,4.285714285714286," + value + "," + total
                        + "\nb,0,0.0,3.2857142857142856,0.0,30.00\n");
        assertThat(run.err().contains("note: left out: 1 refund of USD -5.00\n"))
                .isEqualTo(policy.equals("ignore"));
    }

    @Test
    void toleratesProblems() {
        Run run = summarize(LOG + "c,never,1\n", "--max-problems", "1");

        assertPrints(run, EXPECTED);
        assertThat(run.err()).endsWith("""
                        line 5, date 'never': must be a date as in 1997-01-31
                        warning: 1 row with problems left out, of 4 rows
                        """);
    }

    @Test
    void takesACurrency() {
        assertPrints(
                summarize("customer,date,amount,ccy\na,2024-01-01,1.234 KWD,KWD\n", "--currency", "KWD"),
                TABLE + "a,0,0.0,4.285714285714286,0.0,1.234\n");
    }

    @Test
    void readsAFile() throws IOException {
        Path file = Files.createTempFile("log", ".csv");
        try {
            Files.writeString(file, LOG);
            assertPrints(Run.of("summarize", file.toString(), "--observed-through", "2024-01-31"), EXPECTED);
        } finally {
            Files.delete(file);
        }
    }
}
