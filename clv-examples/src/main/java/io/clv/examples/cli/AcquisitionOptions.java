package io.clv.examples.cli;

import io.clv.io.TransactionCsv;
import io.clv.ledger.Acquisition;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say whose history the log holds from its beginning. */
final class AcquisitionOptions {

    @Option(
            names = "--acquired",
            paramLabel = "COL",
            description = "column of the dates on which customers came; who came before the log begins is left out of"
                    + " the fit (default: everybody came with the first purchase in the log)")
    private @Nullable String acquired;

    @Option(
            names = "--complete-from",
            paramLabel = "DATE",
            description = "the log holds all purchases from this date on; who bought before it is left out of the fit")
    private @Nullable LocalDate completeFrom;

    void addColumns(TransactionCsv.Builder reader) {
        if (acquired != null) {
            reader.day(acquired);
        }
    }

    /** Refuses the options where nothing is fitted to a log. */
    void requireNone(String why) {
        Refused.unlessNull("--acquired", acquired, why);
        Refused.unlessNull("--complete-from", completeFrom, why);
    }

    /** Whose history is whole; says whose is not, and whose may not be. */
    Acquisition of(CustomerTable customers, Attributes attributes, Console console) {
        return of(customers, attributes, "fits", console);
    }

    /** As {@link #of(CustomerTable, Attributes, Console)}, where something else is made of customers. */
    Acquisition of(CustomerTable customers, Attributes attributes, String what, Console console) {
        Acquisition acquisition = of(customers, attributes);
        long cutOff = acquisition.cutOff(customers);
        if (cutOff > 0) {
            console.note("the histories of " + Words.count(cutOff) + " of " + Words.count(customers.size(), "customer")
                    + " are cut off (" + acquisition + "): they are left out of " + what);
        }
        acquisition
                .warning(customers)
                .ifPresent(assumption -> console.warn("assumed that " + assumption + " (--complete-from, --acquired)"));
        return acquisition;
    }

    /** Whose history is whole, without a word. */
    Acquisition of(CustomerTable customers, Attributes attributes) {
        if (acquired == null) {
            return completeFrom == null ? Acquisition.inLog() : Acquisition.completeFrom(completeFrom);
        }
        try {
            JoinedAttributes joined = attributes.join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW);
            String column = acquired.strip();
            return completeFrom == null
                    ? Acquisition.dates(joined, column)
                    : Acquisition.dates(joined, column, completeFrom);
        } catch (IllegalArgumentException e) {
            throw new DataException("--acquired: " + e.getMessage());
        }
    }
}
