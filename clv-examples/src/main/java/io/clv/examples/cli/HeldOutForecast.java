package io.clv.examples.cli;

import io.clv.btyd.Fit;
import io.clv.btyd.FitOptions;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.ledger.Ledger;
import io.clv.ledger.Split;
import io.clv.validation.Evaluation;
import io.clv.validation.Forecast;
import io.clv.validation.Tracking;
import java.util.Optional;

/**
 * What a fit to the first part of a log forecasts for the second, beside what came.
 *
 * @param evaluation by customer
 * @param tracking by unit of time, where that can be counted
 */
record HeldOutForecast(Evaluation evaluation, Optional<Tracking> tracking) {

    static HeldOutForecast of(
            Ledger ledger,
            Split split,
            TableSample sample,
            TransactionFamily<?> family,
            FitOptions options,
            boolean spendIncludesFirst,
            Console console) {
        Fit<? extends TransactionModel> fit = Fitting.fit(family, sample, options);
        Fitting.warnUnlessConverged(fit, console);
        try {
            Forecast forecast = Forecast.of(fit.model(), split, options.parallelism());
            Optional<Fit<GammaGamma>> spend = spend(sample, options, spendIncludesFirst, console);
            if (spend.isPresent()) {
                forecast = forecast.withSpend(spend.get().model(), split.calibration());
            }
            return new HeldOutForecast(Evaluation.of(split, forecast), tracking(ledger, split, fit.model(), console));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(family.name() + " cannot be evaluated: " + InOptions.say(e.getMessage()));
        }
    }

    /** The model of spend, unless there is nothing to fit it to or its mean is infinite, which is said. */
    static Optional<Fit<GammaGamma>> spend(
            TableSample sample, FitOptions options, boolean includesFirst, Console console) {
        Fit<GammaGamma> fit;
        try {
            fit = GammaGamma.family().fit(sample.spend(includesFirst), options);
        } catch (IllegalArgumentException | ArithmeticException e) {
            console.warn("money is not forecast: gamma-gamma cannot be fitted, " + e.getMessage());
            return Optional.empty();
        }
        if (!fit.model().hasFiniteMean()) {
            console.warn("money is not forecast: the mean spend of all customers is infinite by " + fit.model());
            return Optional.empty();
        }
        Fitting.warnUnlessConverged(fit, console);
        return Optional.of(fit);
    }

    static Optional<Tracking> tracking(Ledger ledger, Split split, TransactionModel model, Console console) {
        try {
            return Optional.of(Tracking.of(ledger, split, model));
        } catch (IllegalArgumentException e) {
            console.note("not tracked: " + e.getMessage());
            return Optional.empty();
        }
    }
}
