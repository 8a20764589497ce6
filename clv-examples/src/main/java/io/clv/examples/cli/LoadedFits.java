package io.clv.examples.cli;

import io.clv.btyd.Fit;
import io.clv.btyd.SpendModel;
import io.clv.btyd.TransactionModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fits that were kept in files: of each kind at most one.
 *
 * @param transactions how customers buy, if it was kept
 * @param spend what they spend, if it was kept
 */
record LoadedFits(
        @Nullable Fit<? extends TransactionModel> transactions,
        @Nullable Fit<? extends SpendModel> spend) {

    /** Reads the files; the one of purchases settles the time unit. */
    static LoadedFits read(List<String> files, FoldingOptions folding) {
        LoadedFits loaded = new LoadedFits(null, null);
        for (String file : files) {
            SavedFit saved = SavedFit.read(file);
            if (saved.transactions() == null) {
                Refused.unlessNull("--load", loaded.spend, file + " holds a second model of spend");
                loaded = new LoadedFits(loaded.transactions, saved.spend());
            } else {
                Refused.unlessNull("--load", loaded.transactions, file + " holds a second model of purchases");
                saved.transactions().unit().ifPresent(unit -> folding.requireUnit(unit, file));
                loaded = new LoadedFits(saved.transactions(), loaded.spend);
            }
        }
        return loaded;
    }

    boolean isEmpty() {
        return transactions == null && spend == null;
    }

    boolean isWhole() {
        return transactions != null && spend != null;
    }
}
