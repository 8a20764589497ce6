package io.clv.io;

import io.clv.ledger.RefundPolicy;
import io.clv.quantity.Money;
import io.clv.task.Parallelism;
import io.clv.task.Progress;
import java.io.InputStream;
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
 *   <li>Further columns are read where they are asked for by name, into {@link LogFile#attributes()}: what they say is
 *       said of the customer and not of the transaction. A blank cell says nothing; a row that says something else than
 *       an earlier line is a problem, and what that line says stays.
 * </ul>
 *
 * <p>A row that breaks a rule becomes a {@link io.clv.ledger.Problem} with its line and is left out. The file is
 * streamed; in memory there are 20 bytes for each row and each distinct id once, and with further columns each id once
 * more and 16 bytes for each customer and column.
 */
public final class TransactionCsv {

    final Currency currency;
    final @Nullable String customer;
    final @Nullable String date;
    final @Nullable String amount;
    final @Nullable String currencyColumn;
    final List<FurtherColumn> further;
    final RefundPolicy refunds;
    final @Nullable LocalDate lastDate;
    final int maxProblems;
    final Parallelism parallelism;
    private final @Nullable String datePattern;
    private final @Nullable ZoneId zone;
    private final CsvFile csv;

    private TransactionCsv(Builder builder) {
        currency = builder.currency;
        customer = builder.customer;
        date = builder.date;
        amount = builder.amount;
        currencyColumn = builder.currencyColumn;
        further = List.copyOf(builder.further);
        datePattern = builder.datePattern;
        zone = builder.zone;
        refunds = builder.refunds == null ? RefundPolicy.REJECT : builder.refunds;
        lastDate = builder.lastDate;
        maxProblems = builder.settings.maxProblems();
        parallelism = builder.parallelism == null ? Parallelism.sequential() : builder.parallelism;
        csv = builder.settings.file();
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
        return csv.read(file, this::handler).toLogFile();
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
        return csv.read(in, name, this::handler).toLogFile();
    }

    private LogHandler handler(String name) {
        return new LogHandler(this, name);
    }

    DateField dateField() {
        return datePattern == null ? new IsoDates(zone) : new PatternDates(datePattern, zone);
    }

    /** Collects what a reader is told. Each setting can be made once. Not safe to share between threads. */
    public static final class Builder {

        private final Currency currency;
        private @Nullable String customer;
        private @Nullable String date;
        private @Nullable String amount;
        private @Nullable String currencyColumn;
        private final List<FurtherColumn> further = new ArrayList<>();
        private @Nullable String datePattern;
        private @Nullable ZoneId zone;
        private @Nullable RefundPolicy refunds;
        private @Nullable LocalDate lastDate;
        private @Nullable Parallelism parallelism;
        private final ReaderSettings settings = new ReaderSettings();

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
            customer = ReaderSettings.once("customer column", customer, column);
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
            date = ReaderSettings.once("date column", date, column);
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
            amount = ReaderSettings.once("amount column", amount, column);
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
            currencyColumn = ReaderSettings.once("currency column", currencyColumn, column);
            return this;
        }

        /**
         * Reads a further column of amounts in the log's currency, one for each customer, such as a cost of
         * acquisition. It may be called again for another column.
         *
         * @param column its name in the header, and in {@link LogFile#attributes()}
         * @return this builder
         * @throws IllegalArgumentException if the column was asked for already
         */
        public Builder money(String column) {
            return further(column, FurtherColumn.Kind.MONEY);
        }

        /**
         * Reads a further column of numbers, one for each customer, such as a margin of 0.3. Unlike amounts they may
         * have an exponent.
         *
         * @param column its name in the header, and in {@link LogFile#attributes()}
         * @return this builder
         * @throws IllegalArgumentException if the column was asked for already
         */
        public Builder number(String column) {
            return further(column, FurtherColumn.Kind.NUMBER);
        }

        /**
         * Reads a further column of categories, one for each customer, such as a plan or a country.
         *
         * @param column its name in the header, and in {@link LogFile#attributes()}
         * @return this builder
         * @throws IllegalArgumentException if the column was asked for already
         */
        public Builder category(String column) {
            return further(column, FurtherColumn.Kind.CATEGORY);
        }

        /**
         * Reads a further column of dates, one for each customer and written as those of the transactions, such as the
         * day on which a customer signed up.
         *
         * @param column its name in the header, and in {@link LogFile#attributes()}
         * @return this builder
         * @throws IllegalArgumentException if the column was asked for already
         */
        public Builder day(String column) {
            return further(column, FurtherColumn.Kind.DAY);
        }

        private Builder further(String column, FurtherColumn.Kind kind) {
            String name = column.strip();
            if (further.stream().anyMatch(asked -> asked.name().equals(name))) {
                throw new IllegalArgumentException("further column '" + name + "' was already asked for");
            }
            further.add(new FurtherColumn(name, kind));
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
            settings.delimiter(separator);
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
            datePattern = ReaderSettings.once("date pattern", datePattern, pattern);
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
            zone = ReaderSettings.once("zone", zone, value);
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
            refunds = ReaderSettings.once("refund policy", refunds, policy);
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
            lastDate = ReaderSettings.once("last date", lastDate, observedThrough);
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
            settings.maxProblems(count);
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
            parallelism = ReaderSettings.once("parallelism", parallelism, value);
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
            settings.progress(listener);
            return this;
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
