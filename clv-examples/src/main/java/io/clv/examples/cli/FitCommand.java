package io.clv.examples.cli;

import io.clv.btyd.Fit;
import io.clv.btyd.ModelFamily;
import io.clv.btyd.SpendFamily;
import io.clv.btyd.TransactionFamily;
import io.clv.io.ResultWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv fit}: the parameters of a model by maximum likelihood. */
@Command(
        name = "fit",
        description =
                "Fits a model of purchases, or gamma-gamma to what is spent on them, to a log or a summary of one.",
        mixinStandardHelpOptions = true)
final class FitCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final SampleOptions sample = new SampleOptions();

    @Mixin
    private final FittingOptions fitting = new FittingOptions();

    @Option(
            names = "--spend-includes-first",
            description = "a model of spend is fitted to first purchases too, not to repeat purchases alone")
    private boolean spendIncludesFirst;

    @Option(names = "--save", paramLabel = "MODEL", description = "file to keep the fit in, for --load")
    private @Nullable String save;

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "json",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.JSON;

    FitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Fit<?> fit = fit(fitting.model(console));
        Fitting.warnUnlessConverged(fit, console);
        if (save != null) {
            SavedFit.write(fit, save);
        }
        switch (format) {
            case TABLE -> FitForReading.print(fit, console.out());
            case CSV -> ResultWriter.csv(console.out()).write(fit);
            case JSON -> ResultWriter.json(console.out()).write(fit);
        }
        return 0;
    }

    private Fit<?> fit(String model) {
        Optional<SpendFamily<?>> spend = named(model, SpendFamily.all());
        if (spend.isPresent()) {
            return Fitting.fit(spend.get(), sample.read(console), spendIncludesFirst, fitting.options());
        }
        TransactionFamily<?> transactions = named(model, TransactionFamily.all())
                .orElseThrow(() -> new UsageException(
                        "--model: must be one of " + String.join(", ", names()) + ", but was '" + model + "'"));
        Refused.unless(!spendIncludesFirst, "--spend-includes-first", "the " + model + " model knows no spend");
        return Fitting.fit(transactions, sample.read(console), fitting.options());
    }

    private static <F extends ModelFamily<?>> Optional<F> named(String model, List<F> families) {
        return families.stream().filter(family -> family.name().equals(model)).findFirst();
    }

    private static List<String> names() {
        return Stream.concat(TransactionFamily.all().stream(), SpendFamily.all().stream())
                .map(ModelFamily::name)
                .sorted()
                .toList();
    }
}
