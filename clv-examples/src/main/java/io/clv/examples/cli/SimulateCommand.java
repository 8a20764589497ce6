package io.clv.examples.cli;

import io.clv.btyd.BgNbd;
import io.clv.btyd.ContractFamily;
import io.clv.btyd.ContractModel;
import io.clv.btyd.GammaGamma;
import io.clv.btyd.ModelFamily;
import io.clv.btyd.Simulation;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.TransactionModel;
import io.clv.io.ResultWriter;
import io.clv.quantity.Money;
import io.clv.quantity.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clv simulate}: a log as a model has it. */
@Command(
        name = "simulate",
        description = {
            "Prints a log drawn from a model, of sbg and bdw renewals of customers, the same on every run:",
            "  clv simulate --model pareto-nbd --parameters r=.55,alpha=10.6,s=.61,beta=11.7 --customers 500 --seed 7"
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    private static final String DEFAULT_MODEL = "bg-nbd";

    /** Fitted to CDNOW in weeks: the first as published, the second for the amounts. */
    private static final String DEFAULT_PARAMETERS = "r=0.243,alpha=4.414,a=0.793,b=2.426";

    private static final String DEFAULT_SPEND = "p=6.25,q=3.74,v=15.44";

    private static final int DEFAULT_PERIODS = 12;

    private static final LocalDate DEFAULT_FROM = LocalDate.of(2024, 1, 1);

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
            description = "of the gamma-gamma model of amounts, in the currency (default: those of CDNOW: "
                    + DEFAULT_SPEND + ")")
    private @Nullable String spend;

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
            description = "first date on which a customer may come (default: 2024-01-01)")
    private @Nullable LocalDate from;

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
            description = "time unit of the parameters (default: weeks)")
    private @Nullable ChronoUnit unit;

    @Option(names = "--currency", paramLabel = "CODE", description = "currency of all amounts (default: USD)")
    private @Nullable Currency currency;

    @Option(
            names = "--periods",
            paramLabel = "P",
            description = "of sbg and bdw: how many renewals each customer comes to, unless he leaves before (default:"
                    + " " + DEFAULT_PERIODS + ")")
    private @Nullable Integer periods;

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
        Optional<ContractFamily<?>> contract = ContractFamily.all().stream()
                .filter(family -> family.name().equals(model))
                .findFirst();
        if (contract.isPresent()) {
            simulateRenewals(contract.get());
            return 0;
        }
        Refused.unlessNull("--periods", periods, "is of use for sbg and bdw only");
        Currency of = currency == null ? Money.currency("USD") : currency;
        Simulation simulation;
        try {
            simulation = simulation(of);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        console.note("simulated: " + simulation);
        try {
            switch (format) {
                case TABLE -> LogForReading.print(of, simulation.transactions(), table, console.out());
                case CSV -> ResultWriter.csv(console.out()).write(of, simulation.transactions());
                case JSON -> ResultWriter.json(console.out()).write(of, simulation.transactions());
            }
        } catch (ArithmeticException e) {
            throw new UsageException(e.getMessage());
        }
        return 0;
    }

    private void simulateRenewals(ContractFamily<?> family) {
        String why = "renewals have no dates and no amounts";
        Refused.unlessNull("--spend-parameters", spend, why);
        Refused.unlessNull("--from", from, why);
        Refused.unlessNull("--observed-through", observedThrough, why);
        Refused.unlessNull("--coming-over", comingOver, why);
        Refused.unlessNull("--unit", unit, why);
        Refused.unlessNull("--currency", currency, why);
        int offered = periods == null ? DEFAULT_PERIODS : periods;
        if (offered < 1 || customers < 1) {
            throw new UsageException(
                    offered < 1
                            ? "--periods: must be at least 1, but was " + offered
                            : "customers must be at least 1, but was " + customers);
        }
        ContractModel drawn = Parameters.model(family, "--parameters", required(family));
        console.note("simulated: " + Words.count(customers, "customer") + " of " + drawn + " who come to "
                + Words.count(offered, "renewal") + ", seed " + seed);
        new SimulatedRenewals(drawn, customers, seed, offered).print(format, table, console.out());
    }

    private Simulation simulation(Currency of) {
        LocalDate begin = from == null ? DEFAULT_FROM : from;
        LocalDate end = observedThrough == null ? begin.plusYears(2).minusDays(1) : observedThrough;
        String amounts = spend == null ? DEFAULT_SPEND : spend;
        Simulation.Builder simulation = Simulation.builder(model(), unit == null ? ChronoUnit.WEEKS : unit, of)
                .spend(Parameters.model(GammaGamma.family(), "--spend-parameters", amounts))
                .customers(customers)
                .seed(seed)
                .from(begin)
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
        if (parameters != null || !family.name().equals(DEFAULT_MODEL)) {
            return Parameters.model(family, "--parameters", required(family));
        }
        if (unit != null && unit != ChronoUnit.WEEKS) {
            throw new UsageException("--unit: the parameters that are used if none are given are in weeks; give"
                    + " --parameters in " + Words.plural(unit));
        }
        console.note("with the parameters of CDNOW, " + DEFAULT_PARAMETERS + ", because no --parameters were given");
        return Parameters.model(BgNbd.family(), "--parameters", DEFAULT_PARAMETERS);
    }

    private String required(ModelFamily<?> family) {
        if (parameters == null) {
            throw new UsageException("--parameters: " + family.name() + " needs "
                    + String.join(", ", family.parameterNames()) + ", as in --parameters "
                    + family.parameterNames().get(0) + "=0.5,...");
        }
        return parameters;
    }

    private TransactionFamily<?> family() {
        try {
            return TransactionFamily.named(model == null ? DEFAULT_MODEL : model);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--model: " + e.getMessage());
        }
    }
}
