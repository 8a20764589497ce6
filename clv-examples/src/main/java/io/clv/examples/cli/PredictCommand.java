package io.clv.examples.cli;

import io.clv.btyd.ContractFamily;
import io.clv.btyd.ContractModel;
import io.clv.btyd.Fit;
import io.clv.btyd.Histories;
import io.clv.btyd.Predictions;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.btyd.WithCovariates;
import io.clv.io.RenewalsFile;
import io.clv.io.ResultWriter;
import io.clv.ledger.JoinedAttributes;
import io.clv.task.Parallelism;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv predict}: what a model expects of every customer. */
@Command(
        name = "predict",
        description = {
            "Says of every customer of a log, or of a summary of one, what a model expects: P(alive), purchases over a"
                    + " horizon and, with --delta, without end.",
            "Of renewals sbg and bdw say how many customers stay, and how likely each is to renew.",
            "The model is fitted to the same customers, unless --parameters or --load give one."
        },
        mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {

    private static final String NO_COVARIATES = "models of renewals take none";
    private static final String PARAMETERS = "--parameters give the model, and nothing is fitted";

    private final Console console;

    @Mixin
    private final SampleOptions sample = new SampleOptions();

    @Mixin
    private final FittingOptions fitting = new FittingOptions();

    @Mixin
    private final CovariateOptions covariates = new CovariateOptions();

    @Option(
            names = "--parameters",
            paramLabel = "NAME=VALUE,...",
            description = "of the model, in the time unit, as in r=0.243,alpha=4.414,a=0.793,b=2.426 (default: fitted)")
    private @Nullable String parameters;

    @Option(names = "--load", paramLabel = "MODEL", description = "file of a fit that was kept with --save")
    private @Nullable String load;

    @Option(
            names = "--horizon",
            paramLabel = "H",
            description = "how far ahead, a number of time units or a span as in '12 months' (default: 12 months); of"
                    + " sbg and bdw a number of renewals (default: 12)")
    private @Nullable String horizon;

    @Option(
            names = "--delta",
            paramLabel = "D",
            description = "continuous discount rate per time unit, for the discounted expected residual transactions"
                    + " (dert); of sbg and bdw per renewal, for the discounted expected residual lifetime (derl)")
    private @Nullable Double delta;

    @Mixin
    private final RenewalOptions renewals = new RenewalOptions();

    @Mixin
    private final TableOptions table = new TableOptions();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "csv",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.CSV;

    PredictCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (delta != null && !(delta > 0 && delta <= Double.MAX_VALUE)) {
            throw new UsageException("--delta: must be finite and above 0, but was " + delta);
        }
        if (load != null) {
            predictByLoaded(load);
            return 0;
        }
        String model = fitting.model(console);
        Optional<ContractFamily<?>> contract = ContractFamily.all().stream()
                .filter(family -> family.name().equals(model))
                .findFirst();
        if (contract.isPresent()) {
            predictRenewals(contract.get());
        } else {
            predictPurchases(purchases(model));
        }
        return 0;
    }

    private void predictByLoaded(String file) {
        String why = "--load gives the model, and nothing is fitted";
        Refused.unlessNull("--parameters", parameters, why);
        fitting.requireNoModel(why);
        requireNothingFitted(why);
        SavedFit saved = SavedFit.read(file);
        if (saved instanceof SavedFit.OfRenewals kept) {
            covariates.requireNone(NO_COVARIATES);
            printRenewals(of -> kept.fit().model());
        } else if (saved instanceof SavedFit.OfPurchases kept) {
            covariates.requireNone("the model that is loaded knows none");
            kept.fit().unit().ifPresent(unit -> sample.folding().requireUnit(unit, file));
            print(sample::read, (customers, ahead) -> predictions(kept.fit().model(), customers, ahead));
        } else if (saved instanceof SavedFit.WithCovariatesOf kept) {
            covariates.take(kept.fit().model().encoding());
            kept.fit().unit().ifPresent(unit -> sample.folding().requireUnit(unit, file));
            printByCovariates("--load", (log, known) -> kept.fit().model());
        } else {
            throw new UsageException("--load: " + file + " holds a model of spend, which expects no purchases");
        }
    }

    private void requireNothingFitted(String why) {
        fitting.requireNoPrior(why);
        sample.requireNoFit(why);
    }

    private void predictPurchases(TransactionFamily<?> family) {
        if (parameters != null) {
            requireNothingFitted(PARAMETERS);
            covariates.requireNone("--parameters give one model for all customers");
            TransactionModel given = Parameters.model(family, "--parameters", parameters);
            Opportunities.require(family, sample, console);
            print(sample::read, (customers, ahead) -> predictions(given, customers, ahead));
        } else if (covariates.areAsked()) {
            covariates.requireKnown(family);
            printByCovariates(
                    "--covariates",
                    (log, known) -> said(covariates.fit(family, log, known, fitting.options()))
                            .model());
        } else {
            Opportunities.require(family, sample, console);
            print(sample::read, (customers, ahead) -> {
                Opportunities.warn(family, customers, console);
                return predictions(
                        said(Fitting.fit(family, customers, fitting.options())).model(), customers, ahead);
            });
        }
    }

    private static TransactionFamily<?> purchases(String model) {
        try {
            return TransactionFamily.named(model);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--model: " + e.getMessage());
        }
    }

    private <M> Fit<M> said(Fit<M> fit) {
        console.note("fitted: " + fit);
        Fitting.warnUnlessConverged(fit, console);
        return fit;
    }

    /** The model of customers by what is known of them. */
    private interface ModelByCovariates {
        WithCovariates<? extends TransactionModel> of(TableSample log, JoinedAttributes known);
    }

    private void printByCovariates(String option, ModelByCovariates model) {
        print(says -> sample.readLog(option, covariates::addColumns, says), (log, ahead) -> {
            JoinedAttributes known = covariates.of(log.customers(), log.attributes(), console);
            WithCovariates<? extends TransactionModel> ofCustomers = model.of(log, known);
            return Predictions.of(
                    row -> ofCustomers.at(ofCustomers.encoding().of(known, row)),
                    log.histories(),
                    ahead,
                    rate(),
                    Parallelism.available());
        });
    }

    private Predictions predictions(TransactionModel model, Sample customers, double ahead) {
        return Predictions.of(model, customers.histories(), ahead, rate(), Parallelism.available());
    }

    private OptionalDouble rate() {
        return delta == null ? OptionalDouble.empty() : OptionalDouble.of(delta);
    }

    /** What is asked about customers over a horizon in units of time. */
    private interface Asking<S> {
        Predictions of(S customers, double ahead);
    }

    private <S extends Sample> void print(Function<Console, S> reading, Asking<S> asking) {
        renewals.requireNone();
        double ahead = HorizonText.in(sample.folding().unit(), horizon, console);
        S customers = reading.apply(console);
        Predictions predictions;
        try {
            predictions = asking.of(customers, ahead);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(InOptions.say(e.getMessage()));
        }
        warnOfCertainty(predictions);
        switch (format) {
            case TABLE -> PredictionsForReading.print(predictions, customers.weights(), table, console.out());
            case CSV -> ResultWriter.csv(console.out()).write(predictions);
            case JSON -> ResultWriter.json(console.out()).write(predictions);
        }
    }

    private void predictRenewals(ContractFamily<?> family) {
        covariates.requireNone(NO_COVARIATES);
        if (parameters == null) {
            printRenewals(read -> said(Fitting.fit(family, read.survivors(), fitting.options()))
                    .model());
        } else {
            requireNothingFitted(PARAMETERS);
            ContractModel given = Parameters.model(family, "--parameters", parameters);
            printRenewals(read -> given);
        }
    }

    private void printRenewals(Function<RenewalsFile, ContractModel> model) {
        int periods = renewals.horizon(horizon, console);
        RenewalsFile read = sample.readRenewals(console);
        new RenewalPredictions(model.apply(read), read, periods, rate(), renewals.moment())
                .print(format, table, console);
    }

    /** A model under which nobody can leave before the second purchase is sure of those who have not made it. */
    private void warnOfCertainty(Predictions predictions) {
        Histories customers = predictions.histories();
        int sure = 0;
        boolean ofAll = true;
        for (int row = 0; row < customers.size(); row++) {
            boolean alive = predictions.probabilityAlive(row) == 1 && customers.age(row) > 0;
            sure += alive && customers.x(row) == 0 ? 1 : 0;
            ofAll &= alive || customers.x(row) == 0;
        }
        if (sure > 0 && !ofAll) {
            console.note("P(alive) is 1 by construction of the "
                    + predictions.model(0).name() + " model for " + Words.count(sure, "customer")
                    + " without a repeat purchase: it says nothing of them");
        }
    }
}
