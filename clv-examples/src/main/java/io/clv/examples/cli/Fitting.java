package io.clv.examples.cli;

import io.clv.btyd.ContractFamily;
import io.clv.btyd.ContractModel;
import io.clv.btyd.Fit;
import io.clv.btyd.FitOptions;
import io.clv.btyd.Prior;
import io.clv.btyd.SpendFamily;
import io.clv.btyd.SpendModel;
import io.clv.btyd.Survivors;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;

/** The fits of the library, failing as a command does. */
final class Fitting {

    private Fitting() {}

    static <M extends TransactionModel> Fit<M> fit(TransactionFamily<M> family, Sample sample, FitOptions options) {
        try {
            return family.fit(sample.tally(), options);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(family.name() + " cannot be fitted: " + InOptions.say(e.getMessage()));
        }
    }

    static <M extends ContractModel> Fit<M> fit(ContractFamily<M> family, Survivors survivors, FitOptions options) {
        try {
            return family.fit(survivors, options);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(family.name() + " cannot be fitted: " + InOptions.say(e.getMessage()));
        }
    }

    /** Fits to what was spent on repeat purchases, or on all. */
    static <M extends SpendModel> Fit<M> fit(
            SpendFamily<M> family, Sample sample, boolean firstIncluded, FitOptions options) {
        try {
            return family.fit(sample.spend(firstIncluded), options);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(family.name() + " cannot be fitted: " + InOptions.say(e.getMessage()));
        }
    }

    /** A fit without a maximum is a result, and one to be wary of. */
    static void warnUnlessConverged(Fit<?> fit, Console console) {
        if (!fit.diagnosis().converged()) {
            console.warn("the " + fit.family() + " fit is " + fit.diagnosis() + ": it has no standard errors"
                    + (fit.prior().equals(Prior.NONE) ? "; --prior weak keeps a fit finite" : ""));
        }
    }
}
