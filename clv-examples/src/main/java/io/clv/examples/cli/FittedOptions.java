package io.clv.examples.cli;

import io.clv.btyd.Fit;
import io.clv.btyd.FitOptions;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Prior;
import io.clv.btyd.SpendModel;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.io.TransactionCsv;
import io.clv.ledger.Acquisition;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.task.Parallelism;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of models that are fitted to the customers whom they value. */
final class FittedOptions {

    @Option(
            names = "--prior",
            paramLabel = "none|weak",
            description = "weak keeps a fit to few customers finite (default: none)")
    private @Nullable Prior prior;

    @Option(
            names = "--load",
            paramLabel = "MODEL",
            description = "file of a fit that was kept with clv fit --save, of purchases or of spend; may be repeated."
                    + " What is not loaded is fitted")
    private List<String> files = List.of();

    @Option(
            names = "--spend-includes-first",
            description = "spend is read off first purchases too, not off repeat purchases alone")
    private boolean spendIncludesFirst;

    @Mixin
    private final AcquisitionOptions acquisition = new AcquisitionOptions();

    /** Refuses the options of a model that is not fitted. */
    void requireNone(String why) {
        Refused.unlessNull("--prior", prior, why);
        Refused.unless(files.isEmpty(), "--load", why);
        Refused.unless(!spendIncludesFirst, "--spend-includes-first", why);
        requireNoColumns(why);
    }

    /** Refuses the options where there is no log. */
    void requireNoColumns(String why) {
        acquisition.requireNone(why);
    }

    void addColumns(TransactionCsv.Builder reader) {
        acquisition.addColumns(reader);
    }

    /** Reads what is to be loaded. */
    LoadedFits load(FoldingOptions folding) {
        LoadedFits loaded = LoadedFits.read(files, folding);
        if (loaded.isWhole()) {
            String why = "nothing is fitted where both models are loaded";
            Refused.unlessNull("--prior", prior, why);
            acquisition.requireNone(why);
        }
        return loaded;
    }

    /** The model that values the customers, of what was loaded and what is fitted to them. */
    FittedLtv model(
            LoadedFits loaded,
            TransactionFamily<?> family,
            CustomerTable customers,
            Attributes attributes,
            Console console) {
        Acquisition acquired = acquisition.of(customers, attributes, console);
        FittedLtv model;
        try {
            model = loaded.isEmpty()
                    ? fitted(family, customers, acquired)
                    : completed(loaded, family, new TableSample(customers, acquired));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(InOptions.say(e.getMessage()));
        }
        Fitting.warnUnlessConverged(model.transactions(), console);
        Fitting.warnUnlessConverged(model.spend(), console);
        return model;
    }

    private FittedLtv fitted(TransactionFamily<?> family, CustomerTable customers, Acquisition acquired) {
        FittedLtv.Builder fitted = FittedLtv.fit(customers)
                .transactions(family)
                .spend(GammaGamma.family())
                .acquired(acquired)
                .fitOptions(options());
        return (spendIncludesFirst ? fitted.spendIncludesFirstPurchase() : fitted).model();
    }

    private FittedLtv completed(LoadedFits loaded, TransactionFamily<?> family, Sample sample) {
        Fit<? extends TransactionModel> transactions = loaded.transactions();
        if (transactions == null) {
            transactions = Fitting.fit(family, sample, options());
        }
        Fit<? extends SpendModel> spend = loaded.spend();
        if (spend == null) {
            spend = Fitting.fit(GammaGamma.family(), sample, spendIncludesFirst, options());
        }
        FittedLtv.Valuation valuation = FittedLtv.of(transactions, spend).parallelism(Parallelism.available());
        return (spendIncludesFirst ? valuation.spendIncludesFirstPurchase() : valuation).model();
    }

    private FitOptions options() {
        FitOptions options = FitOptions.defaults().parallelism(Parallelism.available());
        return prior == null ? options : options.prior(prior);
    }
}
