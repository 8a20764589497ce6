package io.clv.examples.cli;

import io.clv.btyd.FitOptions;
import io.clv.btyd.Prior;
import io.clv.task.Parallelism;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model is fitted, and how. */
final class FittingOptions {

    private static final String DEFAULT_MODEL = "bg-nbd";

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "bg-nbd, mbg-nbd, pareto-nbd, ggompertz-nbd, nbd, bg-bb, sbg, bdw or another that is known"
                    + " (default: " + DEFAULT_MODEL + ")")
    private @Nullable String model;

    @Option(
            names = "--prior",
            paramLabel = "none|weak",
            description = "weak keeps a fit to few customers finite (default: none)")
    private @Nullable Prior prior;

    /** The name of the model, said if it was not given. */
    String model(Console console) {
        if (model == null) {
            console.note("by the " + DEFAULT_MODEL + " model, because no --model was given");
            return DEFAULT_MODEL;
        }
        return model;
    }

    FitOptions options() {
        FitOptions options = FitOptions.defaults().parallelism(Parallelism.available());
        return prior == null ? options : options.prior(prior);
    }

    /** Refuses what chooses a fit where none is made. */
    void requireNoPrior(String why) {
        Refused.unlessNull("--prior", prior, why);
    }

    /** Refuses the name of a model where another thing settles it. */
    void requireNoModel(String why) {
        Refused.unlessNull("--model", model, why);
    }
}
