package io.clv.io;

import static io.clv.io.UnreadableLogException.Reason.CONTENT;
import static io.clv.io.UnreadableLogException.Reason.FILE;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.Money;
import io.clv.task.Parallelism;
import io.clv.task.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads transaction logs from CSV files: a header, then one row for each transaction with a customer, a date and an
 * amount, among any other columns. A reader is immutable and safe to share between threads.
 *
 * <pre>{@code
 * LogFile log = TransactionCsv.of(usd).read(Path.of("orders.csv"));
 * CustomerTable customers = log.ledger().summarize(LocalDate.of(1997, 9, 30));
 * }</pre>
 *
 * <p>What is not told is guessed from the header, and {@link LogFile#notes()} says what was: the columns from their
 * usual names, the delimiter among comma, semicolon, tab and bar.
 *
 * <ul>
 *   <li>Text is UTF-8, with a byte order mark or without; line ends may be of any system; blanks around a field do not
 *       count.
 *   <li>Dates are as in 1997-01-31 or 19970131, the first also with a time and an offset, or of a pattern. A date
 *       stands as written unless it is a moment, with an offset, and a zone was given.
 *   <li>Amounts are decimals with a point, never with an exponent; a sign may come first and the currency's code or
 *       sign on either side. Arabic-Indic and Persian digits are read, with the Arabic signs for decimals and
 *       thousands, in dates too.
 *   <li>Ids that are all whole numbers, written without leading zeros, are numbers and stand in their order; if one is
 *       not, all are text and stand in code point order.
 *   <li>A column of currencies, where there is one, must name the currency of the log in each row.
 * </ul>
 *
 * <p>A row that breaks a rule becomes a {@link io.clv.ledger.Problem} with its line and is left out. The file is
 * streamed; in memory there are 20 bytes for each row and each distinct id once.
 */
public final class TransactionCsv {

    /** A field longer than this is no field, but a quote that was not closed. */
    private static final int LONGEST_FIELD = 1 << 20;

    private static final long UNKNOWN_SIZE = -1;

    final Currency currency;
    final @Nullable String customer;
    final @Nullable String date;
    final @Nullable String amount;
    final @Nullable String currencyColumn;
    final RefundPolicy refunds;
    final @Nullable LocalDate lastDate;
    final int maxProblems;
    final Parallelism parallelism;
    private final @Nullable Character delimiter;
    private final @Nullable String datePattern;
    private final @Nullable ZoneId zone;
    private final Progress progress;

    private TransactionCsv(Builder builder) {
        currency = builder.currency;
        customer = builder.customer;
        date = builder.date;
        amount = builder.amount;
        currencyColumn = builder.currencyColumn;
        delimiter = builder.delimiter;
        datePattern = builder.datePattern;
        zone = builder.zone;
        refunds = builder.refunds == null ? RefundPolicy.REJECT : builder.refunds;
        lastDate = builder.lastDate;
        maxProblems = builder.maxProblems == null ? Builder.MAX_PROBLEMS : builder.maxProblems;
        parallelism = builder.parallelism == null ? Parallelism.sequential() : builder.parallelism;
        progress = builder.progress == null ? Progress.none() : builder.progress;
    }

    /**
     * A reader that guesses columns and delimiter, refuses refunds and puts up with 1000 rows that have problems.
     *
     * @param currency the currency of all amounts
     * @return the reader
     * @throws IllegalArgumentException if the currency has no minor digits in ISO 4217
     */
    public static TransactionCsv of(Currency currency) {
        return builder(currency).build();
    }

    /**
     * Starts a reader that is told more than the currency.
     *
     * @param currency the currency of all amounts
     * @return a builder
     * @throws IllegalArgumentException if the currency has no minor digits in ISO 4217
     */
    public static Builder builder(Currency currency) {
        return new Builder(Money.zero(currency).currency());
    }

    /**
     * Reads a file.
     *
     * @param file the path of the file
     * @return what was read
     * @throws UnreadableLogException if there is no log to be had from the file; the message says why in one line
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public LogFile read(Path file) {
        String name = file.toString();
        if (!Files.exists(file)) {
            throw new UnreadableLogException(FILE, "there is no file " + name);
        }
        if (Files.isDirectory(file)) {
            throw new UnreadableLogException(FILE, name + " is a directory");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, name, Files.isRegularFile(file) ? Files.size(file) : UNKNOWN_SIZE);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /**
     * Reads a stream to its end, and leaves it open.
     *
     * @param in the bytes of a log
     * @param name what messages call the log, such as "standard input"
     * @return what was read
     * @throws UnreadableLogException if there is no log to be had from the stream; the message says why in one line
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public LogFile read(InputStream in, String name) {
        try {
            return read(in, name, UNKNOWN_SIZE);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private LogFile read(InputStream in, String name, long size) throws IOException {
        TextSource source = new TextSource(in, name, size, progress);
        List<String> notes = new ArrayList<>();
        char separator = delimiter == null ? DelimiterGuess.of(source.head()) : delimiter;
        if (delimiter == null && separator != ',') {
            notes.add("guessed the delimiter " + (separator == '\t' ? "tab" : "'" + separator + "'"));
        }
        LogHandler handler = new LogHandler(this, name);
        // Closing the parser would close the caller's stream; it holds nothing else.
        CsvReader<Object> parser = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .build(handler, source);
        try {
            // The handler keeps what it needs and hands nothing on, so that this one call reads to the end.
            if (parser.iterator().hasNext()) {
                throw new IllegalStateException("a record of " + name + " was handed on");
            }
        } catch (CsvParseException e) {
            throw broken(name, handler.line(), e);
        } catch (UncheckedIOException e) {
            throw unreadable(name, e.getCause() == null ? e : e.getCause());
        }
        return handler.toLogFile(notes);
    }

    /** The parser's own exceptions are told apart by their words alone; it also wraps what the handler throws. */
    private static RuntimeException broken(String name, long line, CsvParseException e) {
        if (e.getCause() instanceof RuntimeException thrown && !(thrown instanceof CsvParseException)) {
            return thrown;
        }
        String message = e + " " + e.getCause();
        String rule = message.contains("after closing quote")
                ? "a quoted field must end at its closing quote, but more follows"
                : "a quoted field must have a closing quote, but has none";
        return new UnreadableLogException(
                CONTENT, name + " breaks the rules of CSV in the record that begins in line " + line + ": " + rule);
    }

    private static UnreadableLogException unreadable(String name, Exception e) {
        String why = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
        return new UnreadableLogException(FILE, name + " cannot be read: " + why);
    }

    DateField dateField() {
        return datePattern == null ? new IsoDates(zone) : new PatternDates(datePattern, zone);
    }

    /** Collects what a reader is told. Each setting can be made once. Not safe to share between threads. */
    public static final class Builder {

        private static final int MAX_PROBLEMS = 1000;

        private final Currency currency;
        private @Nullable String customer;
        private @Nullable String date;
        private @Nullable String amount;
        private @Nullable String currencyColumn;
        private @Nullable Character delimiter;
        private @Nullable String datePattern;
        private @Nullable ZoneId zone;
        private @Nullable RefundPolicy refunds;
        private @Nullable LocalDate lastDate;
        private @Nullable Integer maxProblems;
        private @Nullable Parallelism parallelism;
        private @Nullable Progress progress;

        private Builder(Currency currency) {
            this.currency = currency;
        }

        /**
         * Names the column of customer ids.
         *
         * @param column its name in the header; the case counts only if two differ in nothing else
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder customer(String column) {
            customer = once("customer column", customer, column);
            return this;
        }

        /**
         * Names the column of dates.
         *
         * @param column its name in the header
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder date(String column) {
            date = once("date column", date, column);
            return this;
        }

        /**
         * Names the column of amounts.
         *
         * @param column its name in the header
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder amount(String column) {
            amount = once("amount column", amount, column);
            return this;
        }

        /**
         * Names the column of currency codes, each of which must be the log's.
         *
         * @param column its name in the header
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder currencyColumn(String column) {
            currencyColumn = once("currency column", currencyColumn, column);
            return this;
        }

        /**
         * Says what stands between two fields.
         *
         * @param separator a character that is no quote, letter, digit or line end
         * @return this builder
         * @throws IllegalArgumentException if the character is another, or it was set already
         */
        public Builder delimiter(char separator) {
            if (separator == '"' || separator == '\n' || separator == '\r' || Character.isLetterOrDigit(separator)) {
                throw new IllegalArgumentException(
                        "delimiter must not be a quote, letter, digit or line end, but was '" + separator + "'");
            }
            delimiter = once("delimiter", delimiter, separator);
            return this;
        }

        /**
         * Says how dates are written, where it is not as ISO 8601 has it.
         *
         * @param pattern a pattern of {@link DateTimeFormatter}, with English names, such as {@code dd.MM.yyyy}; dates
         *     that do not exist are problems
         * @return this builder
         * @throws IllegalArgumentException if the pattern is none or lacks a part of the date, or it was set already
         */
        public Builder datePattern(String pattern) {
            PatternDates.formatter(pattern);
            datePattern = once("date pattern", datePattern, pattern);
            return this;
        }

        /**
         * Says in which zone a moment, a time with an offset, is a date.
         *
         * @param value the zone
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder zone(ZoneId value) {
            zone = once("zone", zone, value);
            return this;
        }

        /**
         * Says how refunds will count. Unless they are rejected, which makes each a problem, they are read as they
         * stand, and the same policy must be given when the ledger is summarised.
         *
         * @param policy how negative amounts count
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder refunds(RefundPolicy policy) {
            refunds = once("refund policy", refunds, policy);
            return this;
        }

        /**
         * Says that no row may be dated after the end of observation: each that is has a problem. Unless it is said,
         * later rows are read, and {@link io.clv.ledger.AfterEnd} says what becomes of them when the ledger is
         * summarised.
         *
         * @param observedThrough the last date that is observed
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder rejectAfter(LocalDate observedThrough) {
            lastDate = once("last date", lastDate, observedThrough);
            return this;
        }

        /**
         * Says how many rows with problems are put up with before reading stops.
         *
         * @param count the most such rows that a log may have, 0 or more
         * @return this builder
         * @throws IllegalArgumentException if the count is negative, or it was set already
         */
        public Builder maxProblems(int count) {
            if (count < 0) {
                throw new IllegalArgumentException("max problems must not be negative, but was " + count);
            }
            maxProblems = once("max problems", maxProblems, count);
            return this;
        }

        /**
         * Says how many threads make the ledger once its rows are read; one if it is not said. Reading takes one.
         *
         * @param value how many, and whose
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder parallelism(Parallelism value) {
            parallelism = once("parallelism", parallelism, value);
            return this;
        }

        /**
         * Says who hears how many bytes were read.
         *
         * @param listener told every megabyte or so, and at the end
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder progress(Progress listener) {
            progress = once("progress listener", progress, listener);
            return this;
        }

        private static <T> T once(String name, @Nullable T before, T value) {
            if (before != null) {
                throw new IllegalArgumentException(name + " was already set to " + before);
            }
            return value;
        }

        /**
         * Makes the reader.
         *
         * @return the reader
         */
        public TransactionCsv build() {
            return new TransactionCsv(this);
        }
    }
}
