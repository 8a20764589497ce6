package io.clv.examples.cli;

import io.clv.btyd.RenewalMoment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is of use for predictions of renewals only. */
final class RenewalOptions {

    private static final int DEFAULT_HORIZON = 12;
    private static final int LONGEST = 10_000;

    @Option(
            names = "--renewal-moment",
            paramLabel = "just-before|just-after",
            description = "of sbg and bdw: whether customers are valued just before their next renewal, or just after"
                    + " their last one (default: just-before)")
    private @Nullable RenewalMoment moment;

    /** Refuses the options of other models. */
    void requireNone() {
        Refused.unlessNull("--renewal-moment", moment, "is of use for sbg and bdw only");
    }

    RenewalMoment moment() {
        return moment == null ? RenewalMoment.JUST_BEFORE : moment;
    }

    /** So many renewals. */
    int horizon(@Nullable String text, Console console) {
        if (text == null) {
            console.note("over " + DEFAULT_HORIZON + " renewals, because no --horizon was given");
            return DEFAULT_HORIZON;
        }
        int renewals;
        try {
            renewals = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            renewals = -1;
        }
        if (renewals < 1 || renewals > LONGEST) {
            throw new UsageException(
                    "--horizon: must be a number of renewals from 1 to " + LONGEST + ", but was '" + text + "'");
        }
        return renewals;
    }
}
