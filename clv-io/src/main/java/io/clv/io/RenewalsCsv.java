package io.clv.io;

import io.clv.task.Progress;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads who renewed a contract and who cancelled it: a CSV file with a header, in one of two forms that the header
 * tells apart. A reader is immutable and safe to share between threads.
 *
 * <pre>{@code
 * Fit<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.fit(RenewalsCsv.of().read(Path.of("plans.csv")).survivors());
 * }</pre>
 *
 * <ul>
 *   <li>Customers: {@code renewals,active} and as it may be {@code customer} and {@code weight}, a row for each
 *       customer or for so many customers who are alike. Active is yes, true or 1 for one who is still there, and no,
 *       false or 0 for one who left at the renewal after those he made.
 *   <li>Cohorts: {@code period,survivors} and as it may be {@code cohort}, a row for each period of each cohort in any
 *       order: in period 0 how many came, in period 1 how many of them made the first renewal, and so on without a gap.
 * </ul>
 *
 * <p>A row is a {@link io.clv.ledger.Problem} with its line, and is left out, if renewals or a period are not a whole
 * number from 0 on, a number is negative or not finite, active is another word, or the customer, or the period of the
 * cohort, has a row already.
 */
public final class RenewalsCsv {

    private final Map<RenewalsRole, String> named;
    private final int maxProblems;
    private final CsvFile csv;

    private RenewalsCsv(Builder builder) {
        named = new EnumMap<>(builder.named);
        maxProblems = builder.settings.maxProblems();
        csv = builder.settings.file();
    }

    /**
     * A reader that guesses columns and delimiter, and puts up with 1000 rows that have problems.
     *
     * @return the reader
     */
    public static RenewalsCsv of() {
        return builder().build();
    }

    /**
     * Starts a reader that is told more.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads a file.
     *
     * @param file the path of the file
     * @return what was read
     * @throws UnreadableLogException if there are no renewals to be had from the file, or the cohorts in it have gaps;
     *     the message says why in one line
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public RenewalsFile read(Path file) {
        return csv.read(file, this::handler).toRenewalsFile();
    }

    /**
     * Reads a stream to its end, and leaves it open.
     *
     * @param in the bytes of a file
     * @param name what messages call it, such as "standard input"
     * @return what was read
     * @throws UnreadableLogException as for a file
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public RenewalsFile read(InputStream in, String name) {
        return csv.read(in, name, this::handler).toRenewalsFile();
    }

    private RenewalsHandler handler(String name) {
        return new RenewalsHandler(name, maxProblems, named);
    }

    /** Collects what a reader is told. Each setting can be made once. Not safe to share between threads. */
    public static final class Builder {

        private final Map<RenewalsRole, String> named = new EnumMap<>(RenewalsRole.class);
        private final ReaderSettings settings = new ReaderSettings();

        private Builder() {}

        /**
         * Names the column of customer ids.
         *
         * @param column its name in the header; the case counts only if two differ in nothing else
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder customer(String column) {
            return name(RenewalsRole.CUSTOMER, column);
        }

        /**
         * Names the column that says how many customers a row stands for.
         *
         * @param column its name in the header
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder weight(String column) {
            return name(RenewalsRole.WEIGHT, column);
        }

        /**
         * Names the column of cohorts.
         *
         * @param column its name in the header
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder cohort(String column) {
            return name(RenewalsRole.COHORT, column);
        }

        private Builder name(RenewalsRole role, String column) {
            named.put(role, ReaderSettings.once(role.word() + " column", named.get(role), column));
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
         * Says how many rows with problems are put up with before reading stops.
         *
         * @param count the most such rows that a file may have, 0 or more
         * @return this builder
         * @throws IllegalArgumentException if the count is negative, or it was set already
         */
        public Builder maxProblems(int count) {
            settings.maxProblems(count);
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
        public RenewalsCsv build() {
            return new RenewalsCsv(this);
        }
    }
}
