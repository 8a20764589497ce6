package io.clv.examples.cli;

import io.clv.btyd.FittedLtv;
import io.clv.btyd.Simulation;
import io.clv.btyd.TransactionFamily;
import io.clv.btyd.ValueExplanation;
import io.clv.btyd.ValueExplanations;
import io.clv.io.LogFile;
import io.clv.io.ResultWriter;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ltv.ChurnRule;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerProfile;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.Input;
import io.clv.ltv.LtvModel;
import io.clv.ltv.NamedLtvModel;
import io.clv.quantity.Measure;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clv value}: from a log to the value of every customer. */
@Command(
        name = "value",
        description = "Values every customer of a log, or of a simulated one if no log is given.",
        mixinStandardHelpOptions = true)
final class ValueCommand implements Callable<Integer> {

    private static final String NO_LOG = "there is no log to read it from; name one after the command";

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "LOG.csv",
            description = "the log, or - for standard input (default: a log that is simulated, always the same)")
    private @Nullable String file;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final PerCustomerOptions perCustomer = new PerCustomerOptions();

    @Mixin
    private final FittedOptions fitted = new FittedOptions();

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final TableOptions table = new TableOptions();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "how the result is printed (default: ${DEFAULT-VALUE})")
    private OutputFormat format = OutputFormat.TABLE;

    @Option(
            names = "--explain",
            paramLabel = "CUSTOMER",
            description = "instead of all values, why this customer's is above or below the average: what P(alive),"
                    + " purchases, spend and costs add, in money")
    private @Nullable String explained;

    ValueCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Job job = job();
        if (explained == null) {
            print(job);
        } else {
            explain(job, explained);
        }
        return 0;
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException e) {
            throw new UsageException(InOptions.say(e.getMessage()));
        } catch (ArithmeticException e) {
            throw new DataException(e.getMessage());
        }
    }

    private void print(Job job) {
        CustomerValues values = asked(() -> job.ltv().value(job.base()));
        warnOfRevenue(values.measure(), job.chosen());
        switch (format) {
            case TABLE -> ValuesForReading.print(values, table, console.out());
            case CSV -> ResultWriter.csv(console.out()).write(values);
            case JSON -> ResultWriter.json(console.out()).write(values);
        }
    }

    private void explain(Job job, String customer) {
        ValueExplanations all = asked(() -> job.fitted().orElseThrow().explain(job.base()));
        ValueExplanation why = one(all, customer);
        warnOfRevenue(why.measure(), job.chosen());
        switch (format) {
            case TABLE -> ExplanationForReading.print(why, console.out());
            case CSV -> ResultWriter.csv(console.out()).write(why);
            case JSON -> ResultWriter.json(console.out()).write(why);
        }
    }

    private static ValueExplanation one(ValueExplanations all, String customer) {
        try {
            return all.of(customer);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--explain: " + e.getMessage());
        }
    }

    private void warnOfRevenue(Measure measure, NamedLtvModel chosen) {
        if (measure == Measure.REVENUE) {
            console.warn(
                    chosen.accepts().contains(Input.GROSS_MARGIN)
                            ? "no --margin was given: the values are revenue, not profit"
                            : "the " + chosen.name() + " model knows no margin: the values are revenue, not profit");
        }
    }

    /** Customers, and what values them: a formula, or what was fitted. */
    private record Job(NamedLtvModel chosen, Optional<FittedLtv> fitted, CustomerBase base) {

        LtvModel ltv() {
            return fitted.<LtvModel>map(model -> model).orElse(chosen);
        }
    }

    private Job job() {
        LoadedFits loaded = fitted.load(input.folding());
        NamedLtvModel chosen = model.model(loaded, console);
        Optional<TransactionFamily<?>> family = family(chosen);
        if (family.isEmpty()) {
            String why = "the " + chosen.name() + " model is a formula, and nothing is fitted";
            fitted.requireNone(why);
            Refused.unlessNull("--explain", explained, why);
        }
        if (explained != null) {
            fitted.leaveOutIntervals("--explain says why a value is what it is, and not how sure that is");
        }
        perCustomer.requireAccepted(chosen);
        if (family.isPresent()) {
            fitted.requireKnown(family.get());
            Opportunities.require(family.get(), input.folding());
        }
        CustomerProfile given = model.given(chosen, input.currency(), console);
        ChurnRule rule = model.rule(chosen);
        Customers customers = customers();
        CustomerBase base = base(customers, given, rule);
        if (family.isEmpty()) {
            return new Job(chosen, Optional.empty(), base);
        }
        FittedOptions.Fitted model =
                fitted.model(loaded, family.get(), customers.table(), customers.attributes(), console);
        return new Job(chosen, Optional.of(model.model()), model.with(base));
    }

    private static Optional<TransactionFamily<?>> family(NamedLtvModel model) {
        return TransactionFamily.all().stream()
                .filter(family -> family.name().equals(model.name()))
                .findFirst();
    }

    /** The customers of the log, with what else it says of them. */
    private record Customers(CustomerTable table, Attributes attributes) {}

    private Customers customers() {
        if (file != null) {
            LogFile log = input.read(
                    file,
                    reader -> {
                        perCustomer.addColumns(reader);
                        fitted.addColumns(reader);
                    },
                    console);
            return new Customers(input.folding().summarize(log.ledger(), console), log.attributes());
        }
        input.requireNoColumns(NO_LOG);
        perCustomer.requireNone(NO_LOG);
        fitted.requireNoColumns(NO_LOG);
        Simulation simulation = SimulatedLog.of(input.currency());
        Ledger simulated = simulation.ledger();
        console.note("no log was given: this is a simulated one, " + simulated);
        return new Customers(
                input.folding().summarizeObserved(simulated, simulation.observedThrough(), console),
                Attributes.builder().build());
    }

    private CustomerBase base(Customers customers, CustomerProfile given, @Nullable ChurnRule rule) {
        CustomerBase base = CustomerBase.of(customers.table());
        if (rule != null) {
            base = base.churn(rule);
        }
        for (Input<?> each : given.inputs()) {
            base = with(base, given, each);
        }
        return perCustomer.with(base, customers.attributes());
    }

    private static <T> CustomerBase with(CustomerBase base, CustomerProfile given, Input<T> input) {
        return base.with(input, given.require(input));
    }
}
