package io.clv.examples.cli;

import io.clv.btyd.FittedLtv;
import io.clv.btyd.Simulation;
import io.clv.btyd.TransactionFamily;
import io.clv.io.LogFile;
import io.clv.io.TransactionCsv;
import io.clv.ledger.Acquisition;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Ledger;
import io.clv.ledger.PeriodTable;
import io.clv.ledger.Split;
import io.clv.ltv.ChurnRule;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerProfile;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.Input;
import io.clv.ltv.LtvModel;
import io.clv.ltv.NamedLtvModel;
import io.clv.quantity.CalendarGrid;
import io.clv.quantity.Measure;
import io.clv.quantity.Ratio;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which customers are to be valued, and by what. */
final class ValueOptions {

    private static final String NO_LOG = "there is no log to read it from; name one after the command";

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

    /** Customers, and what values them: a formula, or what was fitted; and what was given for all alike. */
    record Job(
            NamedLtvModel chosen,
            Optional<FittedLtv> fitted,
            CustomerBase base,
            Attributes attributes,
            Ledger ledger,
            CustomerProfile given) {

        LtvModel ltv() {
            return fitted.<LtvModel>map(model -> model).orElse(chosen);
        }

        CustomerValues values() {
            return asked(() -> ltv().value(base));
        }
    }

    /** The customers of a log, with what else it says of them. */
    record Customers(Ledger ledger, CustomerTable table, Attributes attributes) {}

    /** What the library refuses is a wrong command, and what cannot be computed is in the data. */
    static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException e) {
            throw new UsageException(InOptions.say(e.getMessage()));
        } catch (ArithmeticException e) {
            throw new DataException(e.getMessage());
        }
    }

    static void warnOfRevenue(Measure measure, NamedLtvModel chosen, Console console) {
        if (measure == Measure.REVENUE) {
            console.warn(
                    chosen.accepts().contains(Input.GROSS_MARGIN)
                            ? "no --margin was given: the values are revenue, not profit"
                            : "the " + chosen.name() + " model knows no margin: the values are revenue, not profit");
        }
    }

    /** A further column that is read, where there is a log to read. */
    record Column(String option, @Nullable String name) {

        static final Column NONE = new Column("", null);
    }

    FoldingOptions folding() {
        return input.folding();
    }

    /** What is to be valued; of a formula the reason is told why nothing is fitted. */
    Job job(Consumer<String> ofFormula, Console console) {
        return job(Column.NONE, false, ofFormula, Optional.empty(), console);
    }

    /** What is to be put into segments, with a column more, and with churn that is shown whatever the model uses. */
    Job job(Column column, String noIntervals, Console console) {
        return job(column, true, why -> {}, Optional.of(noIntervals), console);
    }

    /** As {@link #job(Consumer, Console)}, where the base alone is shown with an interval, with a column more. */
    Job jobOfBase(Column column, Console console) {
        fitted.drawForBase();
        return job(column, false, why -> {}, Optional.empty(), console);
    }

    /** What is forecast by a fit to the log up to a date, beside what came later. */
    HeldOutForecast heldOut(Job job, LocalDate cut, Console console) {
        TransactionFamily<?> family = family(job.chosen())
                .orElseThrow(() -> new UsageException("--calibrate-through: the "
                        + job.chosen().name() + " model is a formula, and nothing is fitted"));
        Split split = input.folding().split(cut, job.ledger(), job.base().customers());
        return fitted.heldOut(family, split, job, console);
    }

    /** The log by customer and calendar period. */
    PeriodTable periods(Job job, CalendarGrid grid) {
        return input.folding().periods(job.ledger(), job.base().customers(), grid);
    }

    Currency currency() {
        return input.currency();
    }

    /** The gross margin of all customers alike, if it was given. */
    Optional<Ratio> margin() {
        return model.margin();
    }

    /** Whose history is whole. */
    Acquisition acquired(Job job) {
        return fitted.acquired(job.base().customers(), job.attributes());
    }

    private Job job(
            Column column,
            boolean churnShown,
            Consumer<String> ofFormula,
            Optional<String> noIntervals,
            Console console) {
        LoadedFits loaded = fitted.load(input.folding());
        NamedLtvModel chosen = model.model(loaded, console);
        Optional<TransactionFamily<?>> family = family(chosen);
        if (family.isEmpty()) {
            String why = "the " + chosen.name() + " model is a formula, and nothing is fitted";
            fitted.requireNone(why);
            ofFormula.accept(why);
        }
        noIntervals.ifPresent(fitted::leaveOutIntervals);
        perCustomer.requireAccepted(chosen);
        if (family.isPresent()) {
            fitted.requireKnown(family.get());
            Opportunities.require(family.get(), input.folding());
        }
        CustomerProfile given = model.given(chosen, input.currency(), console);
        ChurnRule rule = churnShown ? model.rule() : model.rule(chosen);
        Customers customers = customers(column, console);
        CustomerBase base = perCustomer.with(customers.table(), given, rule, customers.attributes());
        if (family.isEmpty()) {
            return new Job(chosen, Optional.empty(), base, customers.attributes(), customers.ledger(), given);
        }
        FittedOptions.Fitted model =
                fitted.model(loaded, family.get(), customers.table(), customers.attributes(), console);
        return new Job(
                chosen,
                Optional.of(model.model()),
                model.with(base),
                customers.attributes(),
                customers.ledger(),
                given);
    }

    /** What is fitted for a model; empty for a formula. */
    static Optional<TransactionFamily<?>> family(NamedLtvModel model) {
        return TransactionFamily.all().stream()
                .filter(family -> family.name().equals(model.name()))
                .findFirst();
    }

    /** Customers whom nothing values, with what else the log says of them. */
    record Bought(CustomerBase base, Attributes attributes) {}

    /** The customers as they are, with the margin and the rule of churn that were given: nothing is valued. */
    Bought bought(Column column, String why, Console console) {
        model.requireNoModel(why);
        perCustomer.requireMarginOnly(why);
        fitted.requireNone(why);
        Customers customers = customers(column, console);
        CustomerBase base = model.withMarginAndChurn(CustomerBase.of(customers.table()));
        return new Bought(perCustomer.with(base, customers.attributes()), customers.attributes());
    }

    /** A log, and the models that are to be fitted to a part of it, as far as they are not loaded. */
    record Unfitted(Customers customers, TransactionFamily<?> family, LoadedFits loaded) {}

    /** Reads a log to which models are fitted later, and refuses all that values customers. */
    Unfitted unfitted(String why, Console console) {
        model.requireNoTerms(why);
        perCustomer.requireNone(why);
        fitted.requireNoCovariates(why);
        LoadedFits loaded = fitted.load(input.folding());
        Refused.unless(loaded.covariates() == null, "--load", "the model differs by customer, and " + why);
        fitted.leaveOutIntervals(why);
        NamedLtvModel chosen = model.model(loaded, "expected", console);
        TransactionFamily<?> family = family(chosen)
                .orElseThrow(() -> new UsageException(
                        "--model: must be a model of purchases, but " + chosen.name() + " is a formula"));
        Opportunities.require(family, input.folding());
        return new Unfitted(customers(Column.NONE, console), family, loaded);
    }

    /** Fits the models to the customers of a part of the log. */
    FittedLtv fit(Unfitted unfitted, CustomerTable customers, Console console) {
        return fitted.model(
                        unfitted.loaded(),
                        unfitted.family(),
                        customers,
                        unfitted.customers().attributes(),
                        console)
                .model();
    }

    private Customers customers(Column column, Console console) {
        if (file != null) {
            LogFile log = input.read(file, reader -> addColumns(column, reader), console);
            return new Customers(log.ledger(), input.folding().summarize(log.ledger(), console), log.attributes());
        }
        input.requireNoColumns(NO_LOG);
        perCustomer.requireNone(NO_LOG);
        fitted.requireNoColumns(NO_LOG);
        Refused.unlessNull(column.option(), column.name(), NO_LOG);
        Simulation simulation = SimulatedLog.of(input.currency());
        Ledger simulated = simulation.ledger();
        console.note("no log was given: this is a simulated one, " + simulated);
        return new Customers(
                simulated,
                input.folding().summarizeObserved(simulated, simulation.observedThrough(), console),
                Attributes.builder().build());
    }

    private void addColumns(Column column, TransactionCsv.Builder reader) {
        perCustomer.addColumns(reader);
        fitted.addColumns(reader);
        if (column.name() != null) {
            reader.category(column.name());
        }
    }
}
