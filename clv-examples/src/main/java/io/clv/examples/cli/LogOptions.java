package io.clv.examples.cli;

import io.clv.io.RenewalsCsv;
import io.clv.io.SummaryCsv;
import io.clv.io.TransactionCsv;
import io.clv.quantity.Money;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a log is written. */
final class LogOptions {

    /** So many problems are listed even where fewer are tolerated, so that they can be mended together. */
    private static final int LISTED_PROBLEMS = 100;

    @Option(names = "--customer", paramLabel = "COL", description = "column of customer ids (default: guessed)")
    private @Nullable String customer;

    @Option(names = "--date", paramLabel = "COL", description = "column of dates (default: guessed)")
    private @Nullable String date;

    @Option(names = "--amount", paramLabel = "COL", description = "column of amounts (default: guessed)")
    private @Nullable String amount;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "how dates are written, as in dd.MM.yyyy (default: ISO 8601)")
    private @Nullable String dateFormat;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "zone of the dates of timestamps with an offset, as in Europe/Paris (default: as written)")
    private @Nullable ZoneId zone;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "what separates fields, or 'tab' (default: guessed among , ; tab |)")
    private @Nullable Character delimiter;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "USD",
            description = "currency of all amounts (default: ${DEFAULT-VALUE})")
    private Currency currency = Money.currency("USD");

    @Option(
            names = "--max-problems",
            paramLabel = "N",
            defaultValue = "0",
            description = "how many rows with problems are tolerated (default: ${DEFAULT-VALUE})")
    private int maxProblems;

    Currency currency() {
        return currency;
    }

    int maxProblems() {
        return maxProblems;
    }

    /** How many problems are worth collecting. */
    int collectedProblems() {
        if (maxProblems < 0) {
            throw new UsageException("--max-problems: must not be negative, but was " + maxProblems);
        }
        return Math.max(maxProblems, LISTED_PROBLEMS);
    }

    /** Refuses what is of use for a log only, where there is none. */
    void requireNoLog(String why) {
        Refused.unlessNull("--date", date, why);
        Refused.unlessNull("--amount", amount, why);
        Refused.unlessNull("--date-format", dateFormat, why);
        Refused.unlessNull("--zone", zone, why);
    }

    /** As {@link #requireNoLog}, where nothing at all is read. */
    void requireNothingToRead(String why) {
        Refused.unlessNull("--customer", customer, why);
        requireNoLog(why);
        Refused.unlessNull("--delimiter", delimiter, why);
    }

    /** What reads renewals: they have customers and delimiters too. */
    RenewalsCsv.Builder renewalsReader() {
        RenewalsCsv.Builder reader = RenewalsCsv.builder().maxProblems(collectedProblems());
        try {
            if (customer != null) {
                reader.customer(customer);
            }
            if (delimiter != null) {
                reader.delimiter(delimiter);
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        return reader;
    }

    /** What reads a summary: it has customers and delimiters too. */
    SummaryCsv.Builder summaryReader() {
        SummaryCsv.Builder reader = SummaryCsv.builder().maxProblems(collectedProblems());
        try {
            if (customer != null) {
                reader.customer(customer);
            }
            if (delimiter != null) {
                reader.delimiter(delimiter);
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        return reader;
    }

    TransactionCsv.Builder reader() {
        TransactionCsv.Builder reader = TransactionCsv.builder(currency).maxProblems(collectedProblems());
        try {
            if (customer != null) {
                reader.customer(customer);
            }
            if (date != null) {
                reader.date(date);
            }
            if (amount != null) {
                reader.amount(amount);
            }
            if (dateFormat != null) {
                reader.datePattern(dateFormat);
            }
            if (zone != null) {
                reader.zone(zone);
            }
            if (delimiter != null) {
                reader.delimiter(delimiter);
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        return reader;
    }
}
