package io.clv.examples.cli;

import io.clv.btyd.FitOptions;
import io.clv.btyd.ModelComparison;
import io.clv.btyd.Prior;
import io.clv.btyd.TransactionFamily;
import io.clv.task.Parallelism;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv compare}: which model of purchases a log speaks for. */
@Command(
        name = "compare",
        description = {
            "Fits the models of purchases that apply to a log, or to a summary of one, and ranks them by BIC.",
            "Purchases at any moment and purchases at opportunities are ranked apart: their likelihoods do not compare."
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final SampleOptions sample = new SampleOptions();

    @Option(
            names = "--models",
            paramLabel = "NAME,...",
            split = ",",
            description = "which models, as in bg-nbd,pareto-nbd (default: all)")
    private List<String> models = List.of();

    @Option(
            names = "--prior",
            paramLabel = "none|weak",
            description = "weak keeps a fit to few customers finite (default: none)")
    private @Nullable Prior prior;

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<TransactionFamily<?>> families = ModelNames.families(models);
        FitOptions options = FitOptions.defaults().parallelism(Parallelism.available());
        Ranking ranking;
        try {
            ranking = new Ranking(ModelComparison.of(
                    sample.read(console).tally(), families, prior == null ? options : options.prior(prior)));
        } catch (ArithmeticException e) {
            throw new DataException(e.getMessage());
        }
        switch (format) {
            case TABLE -> ranking.table(console.out());
            case CSV -> ranking.csv(console.out());
            case JSON -> ranking.json(console.out());
        }
        return 0;
    }
}
