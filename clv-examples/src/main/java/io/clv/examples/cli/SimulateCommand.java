package io.clv.examples.cli;

import io.clv.btyd.BgNbd;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.Simulation;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.io.ResultWriter;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv simulate}: a log as a model has it. */
@Command(
        name = "simulate",
        description = {
            "Prints a log drawn from a model, the same on every run:",
            "  clv simulate --model pareto-nbd --parameters r=.55,alpha=10.6,s=.61,beta=11.7 --customers 500 --seed 7"
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    private static final String DEFAULT_MODEL = "bg-nbd";

    /** Fitted to CDNOW in weeks: the first as published, the second for the amounts. */
    private static final String DEFAULT_PARAMETERS = "r=0.243,alpha=4.414,a=0.793,b=2.426";

    private static final String DEFAULT_SPEND = "p=6.25,q=3.74,v=15.44";

    private final Console console;

    @Option(names = "--model", paramLabel = "NAME", description = "when customers buy (default: " + DEFAULT_MODEL + ")")
    private @Nullable String model;

    @Option(
            names = "--parameters",
            paramLabel = "NAME=VALUE,...",
            description = "of the model, in the time unit (default: those of CDNOW for " + DEFAULT_MODEL + ": "
                    + DEFAULT_PARAMETERS + ")")
    private @Nullable String parameters;

    @Option(
            names = "--spend-parameters",
            paramLabel = "p=..,q=..,v=..",
            defaultValue = DEFAULT_SPEND,
            description = "of the gamma-gamma model of amounts, in the currency (default: those of CDNOW:"
                    + " ${DEFAULT-VALUE})")
    private String spend = DEFAULT_SPEND;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "1000",
            description = "how many come (default: ${DEFAULT-VALUE})")
    private int customers;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "another seed, another log (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            defaultValue = "2024-01-01",
            description = "first date on which a customer may come (default: ${DEFAULT-VALUE})")
    private LocalDate from = LocalDate.EPOCH;

    @Option(
            names = "--observed-through",
            paramLabel = "DATE",
            description = "last date of the log (default: two years from the first)")
    private @Nullable LocalDate observedThrough;

    @Option(
            names = "--coming-over",
            paramLabel = "SPAN",
            description = "customers come evenly over this time, as in '12 weeks' (default: until the last date)")
    private @Nullable String comingOver;

    @Option(
            names = "--unit",
            paramLabel = "days|weeks|months|years",
            defaultValue = "weeks",
            description = "time unit of the parameters (default: ${DEFAULT-VALUE})")
    private ChronoUnit unit = ChronoUnit.WEEKS;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "USD",
            description = "currency of all amounts (default: ${DEFAULT-VALUE})")
    private Currency currency = Money.currency("USD");

    @Mixin
    private final TableOptions table = new TableOptions();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "csv",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.CSV;

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Simulation simulation;
        try {
            simulation = simulation();
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        console.note("simulated: " + simulation);
        try {
            switch (format) {
                case TABLE -> LogForReading.print(currency, simulation.transactions(), table, console.out());
                case CSV -> ResultWriter.csv(console.out()).write(currency, simulation.transactions());
                case JSON -> ResultWriter.json(console.out()).write(currency, simulation.transactions());
            }
        } catch (ArithmeticException e) {
            throw new UsageException(e.getMessage());
        }
        return 0;
    }

    private Simulation simulation() {
        LocalDate end = observedThrough == null ? from.plusYears(2).minusDays(1) : observedThrough;
        Simulation.Builder simulation = Simulation.builder(model(), unit, currency)
                .spend(Parameters.model(GammaGamma.family(), "--spend-parameters", spend))
                .customers(customers)
                .seed(seed)
                .from(from)
                .observedThrough(end);
        if (comingOver != null) {
            simulation.comingOver(Span.parse(comingOver));
        }
        return simulation.build();
    }

    private TransactionModel model() {
        if (model == null) {
            console.note("drawn from the " + DEFAULT_MODEL + " model, because no --model was given");
        }
        TransactionFamily<?> family = family();
        if (parameters != null) {
            return Parameters.model(family, "--parameters", parameters);
        }
        if (!family.name().equals(DEFAULT_MODEL)) {
            throw new UsageException("--parameters: " + family.name() + " needs "
                    + String.join(", ", family.parameterNames()) + ", as in --parameters "
                    + family.parameterNames().get(0) + "=0.5,...");
        }
        if (unit != ChronoUnit.WEEKS) {
            throw new UsageException("--unit: the parameters that are used if none are given are in weeks; give"
                    + " --parameters in " + Words.plural(unit));
        }
        console.note("with the parameters of CDNOW, " + DEFAULT_PARAMETERS + ", because no --parameters were given");
        return Parameters.model(BgNbd.family(), "--parameters", DEFAULT_PARAMETERS);
    }

    private TransactionFamily<?> family() {
        try {
            return TransactionFamily.named(model == null ? DEFAULT_MODEL : model);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--model: " + e.getMessage());
        }
    }
}
