package io.clv.examples.cli;

import io.clv.btyd.ContractFamily;
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
        description = {
            "Fits a model of purchases, or gamma-gamma to what is spent on them, to a log or a summary of one;",
            "or a contract model, sbg or bdw, to renewals."
        },
        mixinStandardHelpOptions = true)
final class FitCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final SampleOptions sample = new SampleOptions();

    @Mixin
    private final FittingOptions fitting = new FittingOptions();

    @Mixin
    private final CovariateOptions covariates = new CovariateOptions();

    @Option(
            names = "--spend-includes-first",
            description = "a model of spend is fitted to first purchases too, not to repeat purchases alone")
    private boolean spendIncludesFirst;

    @Option(
            names = "--group",
            paramLabel = "COL",
            description =
                    "a column with the store, country or plan of each customer: a fit for each, beside that of all")
    private @Nullable String group;

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
        String model = fitting.model(console);
        if (group != null) {
            Refused.unlessNull("--save", save, "keeps one fit, and --group makes several");
            covariates.requireNone("are those of one fit, and --group makes several");
            grouped(model, group).print(format, console.out());
            return 0;
        }
        Fit<?> fit = fit(model);
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
            covariates.requireNone("the " + model + " model takes none");
            return Fitting.fit(spend.get(), sample.read(console), spendIncludesFirst, fitting.options());
        }
        Refused.unless(!spendIncludesFirst, "--spend-includes-first", "the " + model + " model knows no spend");
        Optional<ContractFamily<?>> contract = named(model, ContractFamily.all());
        if (contract.isPresent()) {
            covariates.requireNone("the " + model + " model takes none");
            return Fitting.fit(contract.get(), sample.readRenewals(console).survivors(), fitting.options());
        }
        TransactionFamily<?> transactions = transactions(model);
        if (covariates.areAsked()) {
            covariates.requireKnown(transactions);
            TableSample log = sample.readLog("--covariates", covariates::addColumns, console);
            return covariates.fit(
                    transactions, log, covariates.of(log.customers(), log.attributes(), console), fitting.options());
        }
        Opportunities.require(transactions, sample, console);
        Sample read = sample.read(console);
        Opportunities.warn(transactions, read, console);
        return Fitting.fit(transactions, read, fitting.options());
    }

    private GroupFits grouped(String model, String column) {
        Optional<SpendFamily<?>> spend = named(model, SpendFamily.all());
        if (spend.isPresent()) {
            TableSample log = sample.readLog("--group", reader -> reader.category(column), console);
            return GroupFits.of(
                    column.strip(),
                    log,
                    rows -> spend.get().fit(log.spend(spendIncludesFirst, rows), fitting.options()));
        }
        Refused.unless(!spendIncludesFirst, "--spend-includes-first", "the " + model + " model knows no spend");
        Refused.unless(
                named(model, ContractFamily.all()).isEmpty(), "--group", "is read off a log, and renewals are none");
        TransactionFamily<?> transactions = transactions(model);
        Opportunities.require(transactions, sample, console);
        TableSample log = sample.readLog("--group", reader -> reader.category(column), console);
        Opportunities.warn(transactions, log, console);
        return GroupFits.of(column.strip(), log, rows -> transactions.fit(log.tally(rows), fitting.options()));
    }

    private static TransactionFamily<?> transactions(String model) {
        return FitCommand.<TransactionFamily<?>>named(model, TransactionFamily.all())
                .orElseThrow(() -> new UsageException(
                        "--model: must be one of " + String.join(", ", names()) + ", but was '" + model + "'"));
    }

    private static <F extends ModelFamily<?>> Optional<F> named(String model, List<F> families) {
        return families.stream().filter(family -> family.name().equals(model)).findFirst();
    }

    private static List<String> names() {
        return Stream.of(TransactionFamily.all(), SpendFamily.all(), ContractFamily.all())
                .flatMap(List::stream)
                .map(ModelFamily::name)
                .sorted()
                .toList();
    }
}
