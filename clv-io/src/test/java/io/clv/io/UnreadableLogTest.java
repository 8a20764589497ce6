package io.clv.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clv.io.UnreadableLogException.Reason;
import io.clv.quantity.Money;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableLogTest {

    private static final String HEADER = "customer,date,amount\n";

    private final TransactionCsv.Builder builder = TransactionCsv.builder(Money.currency("USD"));

    private void assertRefused(byte[] content, Reason reason, String message) {
        UnreadableLogException thrown = catchThrowableOfType(
                UnreadableLogException.class, () -> builder.build().read(new ByteArrayInputStream(content), "log.csv"));
        assertThat(thrown).hasMessage(message);
        assertThat(thrown.reason()).isEqualTo(reason);
    }

    private void assertRefused(String content, Reason reason, String message) {
        assertRefused(content.getBytes(UTF_8), reason, message);
    }

    @Test
    void aMissingFile(@TempDir Path folder) {
        Path file = folder.resolve("none.csv");
        assertThatExceptionOfType(UnreadableLogException.class)
                .isThrownBy(() -> builder.build().read(file))
                .withMessage("there is no file " + file);
    }

    @Test
    void aDirectory(@TempDir Path folder) {
        assertThatExceptionOfType(UnreadableLogException.class)
                .isThrownBy(() -> builder.build().read(folder))
                .withMessage(folder + " is a directory");
    }

    @Test
    void aStreamThatBreaks() {
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("the cable was cut");
            }
        };
        assertThatExceptionOfType(UnreadableLogException.class)
                .isThrownBy(() -> builder.build().read(broken, "log.csv"))
                .withMessage("log.csv cannot be read: the cable was cut");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n\r\n", "\uFEFF"})
    void anEmptyFile(String content) {
        assertRefused(content, Reason.CONTENT, "log.csv is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer,date,amount", "customer,date,amount\n", "customer,date,amount\r\n\r\n  \r\n"})
    void aHeaderOnly(String content) {
        assertRefused(content, Reason.CONTENT, "log.csv has a header and no rows");
    }

    @Test
    void aBinaryFile() {
        assertRefused(
                HEADER + "a,2024-01-01,1\n\0\1\2",
                Reason.CONTENT,
                "log.csv is not text: there is a NUL byte in line 3");
    }

    @Test
    void anotherEncoding() {
        assertRefused(
                (HEADER + "Jos\u00e9,2024-01-01,1\n").getBytes(ISO_8859_1),
                Reason.CONTENT,
                "log.csv is not UTF-8 text: byte 0xE9 in line 2 (save it as UTF-8)");
        assertRefused(HEADER.getBytes(UTF_16), Reason.CONTENT, "log.csv is UTF-16: save it as UTF-8");
    }

    @Test
    void aCharacterThatIsCutOff() {
        assertRefused(
                (HEADER + "\u00E2\u0082").getBytes(ISO_8859_1),
                Reason.CONTENT,
                "log.csv is not UTF-8 text: byte 0xE2 in line 2 (save it as UTF-8)");
    }

    @Test
    void aQuoteThatNeverCloses() {
        String message = "log.csv breaks the rules of CSV in the record that begins in line 3: "
                + "a quoted field must have a closing quote, but has none";
        String start = HEADER + "a,2024-01-01,1\n\"b,2024-01-01,1\n";
        assertRefused(start, Reason.CONTENT, message);
        assertRefused(start + "c,2024-01-01,1\n".repeat(100_000), Reason.CONTENT, message);
    }

    @Test
    void textAfterAClosingQuote() {
        assertRefused(
                HEADER + "\"a\"b,2024-01-01,1\n",
                Reason.CONTENT,
                "log.csv breaks the rules of CSV in the record that begins in line 2: "
                        + "a quoted field must end at its closing quote, but more follows");
    }

    @Test
    void aDuplicateHeader() {
        assertRefused(
                "customer,amount,date,amount\n",
                Reason.CONTENT,
                "log.csv has two columns named 'amount': columns 2 and 4");
    }

    @Test
    void anUnknownColumn() {
        builder.customer("custmer");
        assertRefused(
                "Id,Date,Price\na,2024-01-01,1\n",
                Reason.COLUMN,
                "unknown column 'custmer': the file has Id, Date, Price");
        assertRefused(
                "Customer,Date,Price\na,2024-01-01,1\n",
                Reason.COLUMN,
                "unknown column 'custmer': the file has Customer, Date, Price; did you mean 'Customer'?");
    }

    @Test
    void aColumnThatCannotBeGuessed() {
        assertRefused(
                "who,when,amount\na,2024-01-01,1\n",
                Reason.COLUMN,
                "cannot tell which column of log.csv is the customer: it has who, when, amount, so name it");
    }

    @Test
    void oneColumnForTwoRoles() {
        builder.customer("date");
        assertRefused(HEADER, Reason.COLUMN, "column 'date' cannot be both the customer and the date");
    }

    @Test
    void aNameThatDiffersInCaseOnly() {
        builder.customer("ID");
        assertRefused("Id,id,date,amount\n", Reason.COLUMN, "column 'ID' could be Id or id: write it as the file does");
    }

    @Test
    void tooManyProblems() {
        builder.maxProblems(2);
        UnreadableLogException thrown = catchThrowableOfType(
                UnreadableLogException.class,
                () -> builder.build()
                        .read(
                                new ByteArrayInputStream((HEADER + "a,2024-01-01,x\n".repeat(9)).getBytes(UTF_8)),
                                "log.csv"));

        assertThat(thrown).hasMessage("log.csv has more than 2 rows with problems: reading stopped in line 4");
        assertThat(thrown.reason()).isEqualTo(Reason.TOO_MANY_PROBLEMS);
        assertThat(thrown.problems()).hasSize(3);
        assertThat(thrown.problems().get(2)).hasToString("line 4, amount 'x': must be a number");
    }

    @Test
    void anInterruptedThread() {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> builder.build().read(new ByteArrayInputStream(HEADER.getBytes(UTF_8)), "log.csv"))
                    .withMessage("interrupted after 0 bytes of log.csv were read");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
