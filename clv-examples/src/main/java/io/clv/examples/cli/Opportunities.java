package io.clv.examples.cli;

import io.clv.btyd.PurchaseProcess;
import io.clv.btyd.TransactionFamily;

/** What models ask of time that know opportunities to buy, one a period, and nothing between them. */
final class Opportunities {

    private Opportunities() {}

    /** Refuses a log on a grid that the model does not know; a summary is taken to be on one. */
    static void require(TransactionFamily<?> family, SampleOptions sample, Console console) {
        if (!sample.isSummary()) {
            require(family, sample.folding());
        } else if (are(family) && !sample.folding().hasUnit()) {
            console.note("each opportunity of the " + family.name() + " model is taken for a "
                    + Words.singular(sample.folding().unit()) + ", because no --unit was given");
        }
    }

    /** As {@link #require(TransactionFamily, SampleOptions, Console)}, of a log. */
    static void require(TransactionFamily<?> family, FoldingOptions folding) {
        if (are(family)) {
            folding.requireOnePeriod(family.name());
        }
    }

    private static boolean are(TransactionFamily<?> family) {
        return family.process() == PurchaseProcess.OPPORTUNITIES;
    }

    /** Says what a reader of a fit must know of the table it is fitted to. */
    static void warn(TransactionFamily<?> family, Sample sample, Console console) {
        if (sample instanceof TableSample table) {
            family.notesOn(table.customers()).forEach(note -> console.warn("assumed that " + note));
        }
    }
}
