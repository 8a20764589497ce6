package io.clv.io;

import java.io.InputStream;
import java.nio.file.Path;

/**
 * Reads customers who were summarised elsewhere: a CSV file with a header and one row for each customer, or for each
 * group of customers who are alike. A reader is immutable and safe to share between threads.
 *
 * <pre>{@code
 * SummaryFile summary = SummaryCsv.of().read(Path.of("customers.csv"));
 * }</pre>
 *
 * <p>The columns are {@code customer,frequency,recency,age,monetary_value,weight} among any others and in any order;
 * customer, monetary value and weight may be missing. They are found under these names, or as papers and other tools
 * write them: {@code id}, {@code x}, {@code t_x}, {@code T} (or for opportunities {@code n}, {@code periods}),
 * {@code zbar}, {@code weights}. {@link SummaryFile#notes()} says which were guessed. The conventions are those of
 * {@link io.clv.ledger.CustomerTable}: frequency counts repeat purchases and recency is the time from the first
 * purchase to the last, not the time since. The file does not tell the unit of time.
 *
 * <p>A row is a {@link io.clv.ledger.Problem} with its line, and is left out, if the frequency is not a whole number
 * from 0 on, the recency is not between 0 and the age or is not 0 exactly where the frequency is, a number is not
 * finite, a weight is negative, or the customer has a row already. A monetary value may be blank where the frequency is
 * 0.
 */
public final class SummaryCsv {

    private final RoleReader<SummaryRole, SummaryHandler> reader;

    private SummaryCsv(Builder builder) {
        reader = new RoleReader<>(builder, SummaryHandler::new);
    }

    /**
     * A reader that guesses columns and delimiter, and puts up with 1000 rows that have problems.
     *
     * @return the reader
     */
    public static SummaryCsv of() {
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
     * @throws UnreadableLogException if there is no summary to be had from the file; the message says why in one line
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public SummaryFile read(Path file) {
        return reader.read(file).toSummaryFile();
    }

    /**
     * Reads a stream to its end, and leaves it open.
     *
     * @param in the bytes of a summary
     * @param name what messages call it, such as "standard input"
     * @return what was read
     * @throws UnreadableLogException if there is no summary to be had from the stream; the message says why in one line
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public SummaryFile read(InputStream in, String name) {
        return reader.read(in, name).toSummaryFile();
    }

    /** Collects what a reader is told. Each setting can be made once. Not safe to share between threads. */
    public static final class Builder extends RoleReaderBuilder<SummaryRole, Builder> {

        private Builder() {
            super(SummaryRole.class);
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
            return name(SummaryRole.CUSTOMER, column);
        }

        /**
         * Names the column of the frequency, x.
         *
         * @param column its name in the header
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder frequency(String column) {
            return name(SummaryRole.FREQUENCY, column);
        }

        /**
         * Names the column of the recency, t_x.
         *
         * @param column its name in the header
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder recency(String column) {
            return name(SummaryRole.RECENCY, column);
        }

        /**
         * Names the column of the age, T.
         *
         * @param column its name in the header
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder age(String column) {
            return name(SummaryRole.AGE, column);
        }

        /**
         * Names the column of the mean amount of the repeat purchases.
         *
         * @param column its name in the header
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder monetaryValue(String column) {
            return name(SummaryRole.MONETARY_VALUE, column);
        }

        /**
         * Names the column that says how many customers a row stands for.
         *
         * @param column its name in the header
         * @return this builder
         * @throws IllegalArgumentException if it was set already
         */
        public Builder weight(String column) {
            return name(SummaryRole.WEIGHT, column);
        }

        /**
         * Makes the reader.
         *
         * @return the reader
         */
        public SummaryCsv build() {
            return new SummaryCsv(this);
        }
    }
}
