package io.clv.examples.cli;

import io.clv.btyd.Fit;
import io.clv.btyd.Histories;
import io.clv.btyd.Predictions;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.io.ResultWriter;
import io.clv.task.Parallelism;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
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
            "The model is fitted to the same customers, unless --parameters or --load give one."
        },
        mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final SampleOptions sample = new SampleOptions();

    @Mixin
    private final FittingOptions fitting = new FittingOptions();

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
            description = "how far ahead, a number of time units or a span as in '12 months' (default: 12 months)")
    private @Nullable String horizon;

    @Option(
            names = "--delta",
            paramLabel = "D",
            description = "continuous discount rate per time unit, for the discounted expected residual transactions"
                    + " (dert)")
    private @Nullable Double delta;

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
        ModelSource modelSource = modelSource();
        double ahead = HorizonText.in(sample.folding().unit(), horizon, console);
        Sample customers = sample.read(console);
        Predictions predictions = predictions(modelSource.model(customers), customers, ahead);
        warnOfCertainty(predictions);
        switch (format) {
            case TABLE -> PredictionsForReading.print(predictions, customers.weights(), table, console.out());
            case CSV -> ResultWriter.csv(console.out()).write(predictions);
            case JSON -> ResultWriter.json(console.out()).write(predictions);
        }
        return 0;
    }

    /** Where the model comes from, which may be the customers themselves. */
    private interface ModelSource {
        TransactionModel model(Sample customers);
    }

    private ModelSource modelSource() {
        if (load == null && parameters == null) {
            TransactionFamily<?> family = family();
            return customers -> fitted(family, customers);
        }
        String why = (load == null ? "--parameters give" : "--load gives") + " the model, and nothing is fitted";
        fitting.requireNoPrior(why);
        sample.requireNoFit(why);
        TransactionModel given = load == null ? ofParameters(String.valueOf(parameters)) : loaded(load, why);
        return customers -> given;
    }

    private TransactionModel ofParameters(String text) {
        return Parameters.model(family(), "--parameters", text);
    }

    private TransactionModel loaded(String file, String why) {
        Refused.unlessNull("--parameters", parameters, why);
        fitting.requireNoModel(why);
        Fit<? extends TransactionModel> fit = SavedFit.read(file).transactions();
        if (fit == null) {
            throw new UsageException("--load: " + file + " holds a model of spend, which expects no purchases");
        }
        fit.unit().ifPresent(unit -> sample.folding().requireUnit(unit, file));
        return fit.model();
    }

    private TransactionFamily<?> family() {
        try {
            return TransactionFamily.named(fitting.model(console));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--model: " + e.getMessage());
        }
    }

    private <M extends TransactionModel> TransactionModel fitted(TransactionFamily<M> family, Sample customers) {
        Fit<M> fit = Fitting.fit(family, customers, fitting.options());
        console.note("fitted: " + fit);
        Fitting.warnUnlessConverged(fit, console);
        return fit.model();
    }

    private Predictions predictions(TransactionModel model, Sample customers, double ahead) {
        try {
            return Predictions.of(
                    model,
                    customers.histories(),
                    ahead,
                    delta == null ? OptionalDouble.empty() : OptionalDouble.of(delta),
                    Parallelism.available());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataException(e.getMessage());
        }
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
