package io.clv.examples.cli;

import io.clv.io.TransactionCsv;
import io.clv.ledger.AfterEnd;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.RefundPolicy;
import io.clv.ledger.Split;
import io.clv.quantity.CalendarGrid;
import io.clv.task.Parallelism;
import io.clv.task.Progress;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a log becomes customers, and the folding. */
final class FoldingOptions {

    @Option(
            names = "--observed-through",
            paramLabel = "DATE",
            description = "last date that is observed (default: the last in the log, with a warning)")
    private @Nullable LocalDate observedThrough;

    @Option(
            names = "--after-end",
            paramLabel = "leave-out|reject",
            description = "rows after that date (default: leave-out)")
    private @Nullable AfterEnd afterEnd;

    @Option(
            names = "--granularity",
            paramLabel = "day|week|month|year",
            description = "all that a customer buys in one of these is one purchase (default: day)")
    private @Nullable ChronoUnit granularity;

    @Option(
            names = "--unit",
            paramLabel = "days|weeks|months|years",
            description = "unit of recency and age (default: weeks)")
    private @Nullable ChronoUnit unit;

    @Option(
            names = "--refunds",
            paramLabel = "reject|net|ignore",
            description = "how negative amounts count; net-dropping-periods is net, but a day that nets to nothing is"
                    + " no purchase (default: reject)")
    private @Nullable RefundPolicy refunds;

    ChronoUnit unit() {
        return unit == null ? ChronoUnit.WEEKS : unit;
    }

    /** Takes the unit of a model, and refuses any other. */
    void requireUnit(ChronoUnit ofModel, String file) {
        if (unit != null && unit != ofModel) {
            throw new UsageException("--unit: must be " + Words.plural(ofModel) + ", the unit of " + file + ", but was "
                    + Words.plural(unit));
        }
        unit = ofModel;
    }

    boolean hasUnit() {
        return unit != null;
    }

    /** Refuses a grid on which a customer may buy twice in a unit of time, or once in several. */
    void requireOnePeriod(String model) {
        ChronoUnit period = granularity == null ? ChronoUnit.DAYS : granularity;
        Refused.unless(
                period == unit(),
                "--granularity",
                "must be the period of --unit, as in --granularity month --unit months, because " + model
                        + " knows one opportunity to buy a period, but was " + Words.singular(period)
                        + ", and the unit "
                        + Words.plural(unit()));
    }

    /** Refuses a unit where time is not counted in one. */
    void requireNoUnit(String why) {
        Refused.unlessNull("--unit", unit, why);
    }

    /** Takes the periods of another option, and refuses any other. */
    void takePeriods(ChronoUnit periods, String option) {
        Refused.unlessNull("--granularity", granularity, option + " says in which periods purchases are counted");
        granularity = periods;
    }

    /** The log that was folded to customers, by customer and calendar period. */
    PeriodTable periods(Ledger ledger, CustomerTable customers, CalendarGrid grid) {
        try {
            return ledger.periods(customers.observedThrough(), grid, refunds());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(InOptions.say(e.getMessage()));
        }
    }

    /** Refuses what is of use for a log only, where there is none. */
    void requireNone(String why) {
        Refused.unlessNull("--observed-through", observedThrough, why);
        Refused.unlessNull("--after-end", afterEnd, why);
        Refused.unlessNull("--granularity", granularity, why);
        Refused.unlessNull("--refunds", refunds, why);
    }

    /** Refuses rows while they are read, so that a message can name their lines. */
    void refuseRows(TransactionCsv.Builder reader) {
        reader.refunds(refunds());
        if (afterEnd == AfterEnd.REJECT && observedThrough != null) {
            reader.rejectAfter(observedThrough);
        }
    }

    private RefundPolicy refunds() {
        return refunds == null ? RefundPolicy.REJECT : refunds;
    }

    /** Folds the log to customers, and says what was assumed and left out. */
    CustomerTable summarize(Ledger ledger, Console console) {
        return summarize(ledger, end(ledger, console), afterEnd(), console);
    }

    /** The end of observation, said where it was not given. */
    private LocalDate end(Ledger ledger, Console console) {
        if (observedThrough != null) {
            return observedThrough;
        }
        LocalDate last = ledger.lastDate().orElseThrow(() -> new DataException("no row could be read"));
        console.warn("observed through " + last + ", the last date in the log, because no --observed-through was"
                + " given");
        return last;
    }

    private AfterEnd afterEnd() {
        return afterEnd == null ? AfterEnd.LEAVE_OUT : afterEnd;
    }

    private LedgerOptions options() {
        return LedgerOptions.collapse(granularity == null ? ChronoUnit.DAYS : granularity)
                .unit(unit())
                .refunds(refunds());
    }

    /** Cuts a log in two, and says what was assumed and left out. */
    Split split(LocalDate cut, Ledger ledger, Console console) {
        LocalDate end = end(ledger, console);
        if (!cut.isBefore(end)) {
            throw new UsageException(notBefore(cut, end));
        }
        Split split;
        try {
            split = ledger.split(cut, end, options().afterEnd(afterEnd()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(InOptions.say(e.getMessage()));
        }
        if (!split.exclusions().isEmpty()) {
            console.note(LeftOut.of(split.exclusions(), end));
        }
        if (split.calibration().size() == 0) {
            throw new DataException("no customer has bought anything through " + cut);
        }
        return split;
    }

    /** Cuts a log in two that was folded to customers, of which all there is to say was said. */
    Split split(LocalDate cut, Ledger ledger, CustomerTable customers) {
        LocalDate end = customers.observedThrough();
        if (!cut.isBefore(end)) {
            throw new UsageException(notBefore(cut, end));
        }
        try {
            Split split = ledger.split(cut, end, options().afterEnd(AfterEnd.LEAVE_OUT));
            if (split.calibration().size() == 0) {
                throw new DataException("no customer has bought anything through " + cut);
            }
            return split;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(InOptions.say(e.getMessage()));
        }
    }

    private static String notBefore(LocalDate cut, LocalDate end) {
        return "--calibrate-through: must be before the end of observation, " + end
                + ", for something to be held out, but was " + cut;
    }

    /** As {@link #summarize(Ledger, Console)}, for a log of which it is known how long it was observed. */
    CustomerTable summarizeObserved(Ledger ledger, LocalDate through, Console console) {
        return summarize(ledger, observedThrough == null ? through : observedThrough, afterEnd(), console);
    }

    /** As {@link #summarize(Ledger, Console)}, of the part of the log through an earlier date. */
    CustomerTable summarizeThrough(LocalDate cut, Ledger ledger, Console console) {
        if (observedThrough != null && observedThrough.isBefore(cut)) {
            throw new UsageException("--calibrate-through: must not be after --observed-through, " + observedThrough
                    + ", but was " + cut);
        }
        return summarize(ledger, cut, AfterEnd.LEAVE_OUT, console);
    }

    private CustomerTable summarize(Ledger ledger, LocalDate end, AfterEnd later, Console console) {
        LedgerOptions options = options().afterEnd(later);
        CustomerTable customers;
        try {
            customers = ledger.summarize(end, options, Parallelism.available(), Progress.none());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(InOptions.say(e.getMessage()));
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
