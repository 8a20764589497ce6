package io.clv.io;

import java.io.InputStream;
import java.nio.file.Path;

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

    private final RoleReader<RenewalsRole, RenewalsHandler> reader;

    private RenewalsCsv(Builder builder) {
        reader = new RoleReader<>(builder, RenewalsHandler::new);
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
        return reader.read(file).toRenewalsFile();
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
        return reader.read(in, name).toRenewalsFile();
    }

    /** Collects what a reader is told. Each setting can be made once. Not safe to share between threads. */
    public static final class Builder extends RoleReaderBuilder<RenewalsRole, Builder> {

        private Builder() {
            super(RenewalsRole.class);
        }

        @Override
        Builder self() {
            return this;
        }

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
