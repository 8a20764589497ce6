package io.clv.spark;

import io.clv.ledger.AfterEnd;
import io.clv.ledger.LedgerOptions;
import io.clv.ledger.RefundPolicy;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are taken that can be read at all. What is refused is worded as the single machine words it.
 *
 * @param sealedThrough the last date of which no more rows are taken, if there is one
 * @param lastDate the last date of which rows are taken, if there is one
 * @param refunds whether negative amounts are
 */
record Acceptance(
        @Nullable LocalDate sealedThrough, @Nullable LocalDate lastDate, boolean refunds) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    static final String REFUND_RULE =
            "is a refund; choose how refunds count: RefundPolicy.NET, NET_DROPPING_PERIODS or IGNORE";

    /** What states take that are sealed through a date. */
    static Acceptance of(LedgerOptions options, @Nullable LocalDate sealedThrough) {
        return new Acceptance(sealedThrough, null, options.refunds() != RefundPolicy.REJECT);
    }

    /** What a summary at a date takes. */
    static Acceptance ofSummary(LedgerOptions options, LocalDate observedThrough) {
        return new Acceptance(
                null,
                options.afterEnd() == AfterEnd.REJECT ? observedThrough : null,
                options.refunds() != RefundPolicy.REJECT);
    }

    /** What is wrong with a day, or "". */
    String faultOfDay(int epochDay) {
        if (sealedThrough != null && epochDay <= sealedThrough.toEpochDay()) {
            return "is too late: all is sealed through " + sealedThrough + ", and a sealed range takes no more rows";
        }
        if (lastDate != null && epochDay > lastDate.toEpochDay()) {
            return "is after the end of observation, " + lastDate;
        }
        return "";
    }

    /** What is wrong with an amount, or "". */
    String faultOfAmount(long minorUnits) {
        return minorUnits < 0 && !refunds ? REFUND_RULE : "";
    }
}
