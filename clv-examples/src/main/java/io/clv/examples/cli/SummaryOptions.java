package io.clv.examples.cli;

import io.clv.io.RenewalsFile;
import io.clv.io.SummaryCsv;
import io.clv.io.SummaryFile;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that read a row a customer instead of a row a transaction. */
final class SummaryOptions {

    @Option(
            names = "--summary",
            description = "the file has a row a customer: frequency, recency and age, and as it may be customer,"
                    + " monetary_value and weight")
    private boolean asked;

    @Option(
            names = "--frequency",
            paramLabel = "COL",
            description = "column of repeat purchases in a summary (default: guessed)")
    private @Nullable String frequency;

    @Option(
            names = "--recency",
            paramLabel = "COL",
            description = "column of the time from first to last purchase in a summary (default: guessed)")
    private @Nullable String recency;

    @Option(
            names = "--age",
            paramLabel = "COL",
            description = "column of the time from the first purchase to the end of observation in a summary (default:"
                    + " guessed)")
    private @Nullable String age;

    @Option(
            names = "--monetary-value",
            paramLabel = "COL",
            description = "column of the mean amount of repeat purchases in a summary (default: guessed)")
    private @Nullable String monetaryValue;

    @Option(
            names = "--weights",
            paramLabel = "COL",
            description = "column of how many customers a row of a summary stands for (default: guessed)")
    private @Nullable String weights;

    boolean isAsked() {
        return asked;
    }

    /** Refuses what is of use for a summary only. */
    void requireNone(String why) {
        Refused.unlessNull("--frequency", frequency, why);
        Refused.unlessNull("--recency", recency, why);
        Refused.unlessNull("--age", age, why);
        Refused.unlessNull("--monetary-value", monetaryValue, why);
        Refused.unlessNull("--weights", weights, why);
    }

    /** Reads a file of renewals, which has no such columns but the weights. */
    RenewalsFile readRenewals(String file, InputOptions input, Console console) {
        String why = "renewals are no summary of a log";
        Refused.unless(!asked, "--summary", why);
        Refused.unlessNull("--frequency", frequency, why);
        Refused.unlessNull("--recency", recency, why);
        Refused.unlessNull("--age", age, why);
        Refused.unlessNull("--monetary-value", monetaryValue, why);
        RenewalsFile renewals = input.readRenewals(file, reader -> name(weights, reader::weight), console);
        if (renewals.rows() == renewals.rowsWithProblems()) {
            throw new DataException("no row could be read");
        }
        return renewals;
    }

    Sample read(String file, InputOptions input, Console console) {
        SummaryFile summary = input.readSummary(file, this::nameColumns, console);
        if (summary.size() == 0) {
            throw new DataException("no row could be read");
        }
        return new SummarySample(summary, input.folding().unit());
    }

    private void nameColumns(SummaryCsv.Builder reader) {
        name(frequency, reader::frequency);
        name(recency, reader::recency);
        name(age, reader::age);
        name(monetaryValue, reader::monetaryValue);
        name(weights, reader::weight);
    }

    private static void name(@Nullable String column, Consumer<String> role) {
        if (column != null) {
            role.accept(column);
        }
    }
}
