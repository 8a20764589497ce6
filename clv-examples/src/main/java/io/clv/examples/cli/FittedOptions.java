package io.clv.examples.cli;

import io.clv.btyd.CovariateEncoding;
import io.clv.btyd.Fit;
import io.clv.btyd.FitOptions;
import io.clv.btyd.FittedLtv;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.LtvFitting;
import io.clv.btyd.LtvValuation;
import io.clv.btyd.Prior;
import io.clv.btyd.SpendModel;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.WithCovariates;
import io.clv.io.TransactionCsv;
import io.clv.ledger.Acquisition;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.JoinedAttributes;
import io.clv.ledger.Split;
import io.clv.ltv.CustomerBase;
import io.clv.task.Parallelism;
import java.util.List;
import java.util.Optional;
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
    private final IntervalOptions intervals = new IntervalOptions();

    @Mixin
    private final CovariateOptions covariates = new CovariateOptions();

    @Mixin
    private final AcquisitionOptions acquisition = new AcquisitionOptions();

    /** Draws no more than the interval of a whole base needs, where those of customers are not shown. */
    void drawForBase() {
        intervals.drawForBase();
    }

    /** Whose history is whole; what there is to say of it was said when the model was fitted. */
    Acquisition acquired(CustomerTable customers, Attributes attributes) {
        return acquisition.of(customers, attributes);
    }

    /** What a fit to the first part of a log forecasts for the second. */
    HeldOutForecast heldOut(TransactionFamily<?> family, Split split, ValueOptions.Job job, Console console) {
        String option = "--calibrate-through";
        Refused.unless(files.isEmpty(), option, "what a model that is loaded has seen is not known");
        covariates.requireNone(option + " tries models without them");
        TableSample sample =
                new TableSample(split.calibration(), acquired(split.calibration(), job.attributes()), job.attributes());
        return HeldOutForecast.of(job.ledger(), split, sample, family, options(), spendIncludesFirst, console);
    }

    /** Refuses the options of a model that is not fitted. */
    void requireNone(String why) {
        Refused.unlessNull("--prior", prior, why);
        Refused.unless(files.isEmpty(), "--load", why);
        Refused.unless(!spendIncludesFirst, "--spend-includes-first", why);
        intervals.requireNone(why);
        requireNoColumns(why);
    }

    /** Refuses what says how sure the values are. */
    void leaveOutIntervals(String why) {
        intervals.leaveOut(why);
    }

    /** Refuses the options where there is no log. */
    void requireNoColumns(String why) {
        acquisition.requireNone(why);
        covariates.requireNone(why);
    }

    /** Refuses what differs by customer, where one model is to serve all. */
    void requireNoCovariates(String why) {
        covariates.requireNone(why);
    }

    /** Refuses what the model of purchases cannot do. */
    void requireKnown(TransactionFamily<?> family) {
        covariates.requireKnown(family);
    }

    void addColumns(TransactionCsv.Builder reader) {
        acquisition.addColumns(reader);
        covariates.addColumns(reader);
    }

    /** Reads what is to be loaded. */
    LoadedFits load(FoldingOptions folding) {
        LoadedFits loaded = LoadedFits.read(files, folding);
        if (!loaded.isEmpty()) {
            intervals.requireNoneOfLoaded();
        }
        if (loaded.covariates() != null) {
            covariates.take(loaded.covariates().model().encoding());
        } else if (loaded.transactions() != null) {
            covariates.requireNone("the model that is loaded knows none");
        }
        if (loaded.isWhole()) {
            String why = "nothing is fitted where both models are loaded";
            Refused.unlessNull("--prior", prior, why);
            acquisition.requireNone(why);
        }
        return loaded;
    }

    /** The model that values the customers, of what was loaded and what is fitted to them. */
    Fitted model(
            LoadedFits loaded,
            TransactionFamily<?> family,
            CustomerTable customers,
            Attributes attributes,
            Console console) {
        TableSample sample = new TableSample(customers, acquisition.of(customers, attributes, console), attributes);
        JoinedAttributes known = covariates.columns().isEmpty() ? null : covariates.of(customers, attributes, console);
        FittedLtv model;
        try {
            model = loaded.isEmpty() ? fitted(family, sample, known) : completed(loaded, family, sample, known);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(InOptions.say(e.getMessage()));
        }
        if (!loaded.isEmpty()) {
            intervals.tellOfLoaded(console);
        }
        Fitting.warnUnlessConverged(model.transactions(), console);
        Fitting.warnUnlessConverged(model.spend(), console);
        return new Fitted(model, known);
    }

    /**
     * A fitted model.
     *
     * @param model the model
     * @param known what it uses of its customers beside their histories
     */
    record Fitted(FittedLtv model, @Nullable JoinedAttributes known) {

        /** The base with what the model uses of each customer. */
        CustomerBase with(CustomerBase base) {
            JoinedAttributes attributes = known;
            if (attributes == null || !(model.transactions().model() instanceof WithCovariates<?> ofCustomers)) {
                return base;
            }
            CovariateEncoding encoding = ofCustomers.encoding();
            return base.withEach(FittedLtv.COVARIATES, row -> Optional.of(encoding.of(attributes, row)));
        }
    }

    private FittedLtv fitted(TransactionFamily<?> family, TableSample sample, @Nullable JoinedAttributes known) {
        LtvFitting fitted = FittedLtv.fit(sample.customers())
                .transactions(family)
                .spend(GammaGamma.family())
                .acquired(sample.acquired())
                .fitOptions(options());
        intervals.addTo(fitted, sample.customers().size());
        if (known != null) {
            fitted.covariates(known, covariates.columns());
        }
        return (spendIncludesFirst ? fitted.spendIncludesFirstPurchase() : fitted).model();
    }

    private FittedLtv completed(
            LoadedFits loaded, TransactionFamily<?> family, TableSample sample, @Nullable JoinedAttributes known) {
        Fit<? extends SpendModel> spend = loaded.spend();
        if (spend == null) {
            spend = Fitting.fit(GammaGamma.family(), sample, spendIncludesFirst, options());
        }
        LtvValuation valuation = loaded.valuation(spend);
        if (valuation == null) {
            valuation = known == null
                    ? FittedLtv.of(Fitting.fit(family, sample, options()), spend)
                    : FittedLtv.withCovariates(covariates.fit(family, sample, known, options()), spend);
        }
        valuation.parallelism(Parallelism.available());
        return (spendIncludesFirst ? valuation.spendIncludesFirstPurchase() : valuation).model();
    }

    private FitOptions options() {
        FitOptions options = FitOptions.defaults().parallelism(Parallelism.available());
        return prior == null ? options : options.prior(prior);
    }
}
