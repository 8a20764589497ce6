package io.clv.examples.cli;

import io.clv.io.LogFile;
import io.clv.io.TransactionCsv;
import io.clv.io.UnreadableLogException;
import io.clv.ledger.AfterEnd;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.Problem;
import io.clv.ledger.RefundPolicy;
import io.clv.quantity.Money;
import io.clv.task.Parallelism;
import io.clv.task.Progress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that reads a log, and the reading. */
final class InputOptions {

    private static final String STANDARD_INPUT = "-";

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
            names = "--observed-through",
            paramLabel = "DATE",
            description = "last date that is observed (default: the last in the log, with a warning)")
    private @Nullable LocalDate observedThrough;

    @Option(
            names = "--after-end",
            paramLabel = "leave-out|reject",
            defaultValue = "leave-out",
            description = "rows after that date (default: ${DEFAULT-VALUE})")
    private AfterEnd afterEnd = AfterEnd.LEAVE_OUT;

    @Option(
            names = "--granularity",
            paramLabel = "day|week|month",
            defaultValue = "day",
            description = "all that a customer buys in one of these is one purchase (default: ${DEFAULT-VALUE})")
    private ChronoUnit granularity = ChronoUnit.DAYS;

    @Option(
            names = "--unit",
            paramLabel = "days|weeks|months|years",
            defaultValue = "weeks",
            description = "unit of recency and age (default: ${DEFAULT-VALUE})")
    private ChronoUnit unit = ChronoUnit.WEEKS;

    @Option(
            names = "--refunds",
            paramLabel = "reject|net|ignore",
            defaultValue = "reject",
            description = "how negative amounts count; net-dropping-periods is net, but a day that nets to nothing is"
                    + " no purchase (default: ${DEFAULT-VALUE})")
    private RefundPolicy refunds = RefundPolicy.REJECT;

    @Option(
            names = "--max-problems",
            paramLabel = "N",
            defaultValue = "0",
            description = "how many rows with problems are tolerated (default: ${DEFAULT-VALUE})")
    private int maxProblems;

    Currency currency() {
        return currency;
    }

    /** Refuses what is of use for a log only, where none was given. */
    void requireNoColumns() {
        requireNone("--customer", customer);
        requireNone("--date", date);
        requireNone("--amount", amount);
        requireNone("--date-format", dateFormat);
        requireNone("--zone", zone);
        requireNone("--delimiter", delimiter);
    }

    private static void requireNone(String option, @Nullable Object value) {
        if (value != null) {
            throw new UsageException(option + ": there is no log to read it from; name one after the command");
        }
    }

    /** Reads a log, says what was guessed, and lists what is wrong with it. */
    Ledger read(String file, Console console) {
        boolean piped = file.equals(STANDARD_INPUT);
        String name = piped ? "standard input" : file;
        LogFile log;
        try (ReadingBar bar = console.bar()) {
            TransactionCsv reader = reader(bar);
            log = piped ? reader.read(console.in(), name) : reader.read(path(file));
        } catch (UnreadableLogException e) {
            list(e.problems(), console);
            throw e;
        }
        log.notes().forEach(console::note);
        list(log.problems(), console);
        long problems = log.rowsWithProblems();
        if (problems > maxProblems) {
            throw new DataException(name + " has " + Words.count(problems, "row")
                    + " with problems, and --max-problems is " + maxProblems);
        }
        if (problems > 0) {
            console.warn(
                    Words.count(problems, "row") + " with problems left out, of " + Words.count(log.rows(), "row"));
        }
        return log.ledger();
    }

    private static void list(List<Problem> problems, Console console) {
        problems.forEach(problem -> console.say(problem.toString()));
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UsageException("there is no file " + file);
        }
    }

    private TransactionCsv reader(ReadingBar bar) {
        if (maxProblems < 0) {
            throw new UsageException("--max-problems: must not be negative, but was " + maxProblems);
        }
        TransactionCsv.Builder reader = TransactionCsv.builder(currency)
                .refunds(refunds)
                .maxProblems(Math.max(maxProblems, LISTED_PROBLEMS))
                .parallelism(Parallelism.available())
                .progress(bar);
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
        return reader.build();
    }

    /** Folds the log to customers, and says what was assumed and left out. */
    CustomerTable summarize(Ledger ledger, Console console) {
        LocalDate end = observedThrough;
        if (end == null) {
            end = ledger.lastDate().orElseThrow(() -> new DataException("no row could be read"));
            console.warn("observed through " + end + ", the last date in the log, because no --observed-through was"
                    + " given");
        }
        return summarize(ledger, end, console);
    }

    /** As {@link #summarize(Ledger, Console)}, for a log of which it is known how long it was observed. */
    CustomerTable summarize(Ledger ledger, LocalDate through, Console console) {
        LocalDate end = observedThrough == null ? through : observedThrough;
        LedgerOptions options =
                LedgerOptions.collapse(granularity).unit(unit).refunds(refunds).afterEnd(afterEnd);
        CustomerTable customers;
        try {
            customers = ledger.summarize(end, options, Parallelism.available(), Progress.none());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(e.getMessage());
        }
        if (!customers.exclusions().isEmpty()) {
            console.note(LeftOut.of(customers));
        }
        if (customers.size() == 0) {
            throw new DataException("no customer has bought anything through " + end);
        }
        return customers;
    }
}
