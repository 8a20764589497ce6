package io.clv.examples.cli;

import io.clv.btyd.Fit;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.LtvValuation;
import io.clv.btyd.SpendModel;
import io.clv.btyd.TransactionModel;
import io.clv.btyd.WithCovariates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fits that were kept in files: of each kind at most one.
 *
 * @param transactions how customers buy, if it was kept without covariates
 * @param covariates how customers buy, if it was kept with covariates
 * @param spend what they spend, if it was kept
 */
record LoadedFits(
        @Nullable Fit<? extends TransactionModel> transactions,
        @Nullable Fit<? extends WithCovariates<? extends TransactionModel>> covariates,
        @Nullable Fit<? extends SpendModel> spend) {

    /** Reads the files; the one of purchases settles the time unit. */
    static LoadedFits read(List<String> files, FoldingOptions folding) {
        LoadedFits loaded = new LoadedFits(null, null, null);
        for (String file : files) {
            loaded = loaded.with(SavedFit.read(file), file, folding);
        }
        return loaded;
    }

    private LoadedFits with(SavedFit saved, String file, FoldingOptions folding) {
        if (saved instanceof SavedFit.OfSpend one) {
            Refused.unlessNull("--load", spend, file + " holds a second model of spend");
            return new LoadedFits(transactions, covariates, one.fit());
        }
        if (saved instanceof SavedFit.OfPurchases one) {
            requireFirst(one.fit(), file, folding);
            return new LoadedFits(one.fit(), null, spend);
        }
        if (saved instanceof SavedFit.WithCovariatesOf one) {
            requireFirst(one.fit(), file, folding);
            return new LoadedFits(null, one.fit(), spend);
        }
        throw new UsageException("--load: " + file + " holds a model of renewals, and a log knows none");
    }

    private void requireFirst(Fit<?> fit, String file, FoldingOptions folding) {
        Refused.unless(!hasPurchases(), "--load", file + " holds a second model of purchases");
        fit.unit().ifPresent(unit -> folding.requireUnit(unit, file));
    }

    boolean hasPurchases() {
        return transactions != null || covariates != null;
    }

    /** The name of the model of purchases, if one was kept. */
    @Nullable
    String model() {
        if (covariates != null) {
            return covariates.model().base().name();
        }
        return transactions == null ? null : transactions.family();
    }

    boolean isEmpty() {
        return !hasPurchases() && spend == null;
    }

    boolean isWhole() {
        return hasPurchases() && spend != null;
    }

    /** A valuation by the model of purchases that was kept, and one of spend. */
    @Nullable
    LtvValuation valuation(Fit<? extends SpendModel> ofSpend) {
        if (covariates != null) {
            return FittedLtv.withCovariates(covariates, ofSpend);
        }
        return transactions == null ? null : FittedLtv.of(transactions, ofSpend);
    }
}
