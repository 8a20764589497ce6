package io.clv.examples.cli;

import io.clv.btyd.TransactionFamily;
import io.clv.io.LogFile;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.IdPolicy;
import io.clv.ltv.ChurnRule;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerProfile;
import io.clv.ltv.Input;
import io.clv.ltv.LtvModel;
import io.clv.ltv.NamedLtvModel;
import io.clv.quantity.Measure;
import io.clv.scenario.WhatIf;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A log that is valued once, to be asked what if. */
final class ValuedBase {

    private static final String NOT_SAID = "(not said)";

    @Parameters(paramLabel = "LOG.csv", description = "the log, or - for standard input")
    private String file = "";

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final PerCustomerOptions perCustomer = new PerCustomerOptions();

    @Mixin
    private final FittedOptions fitted = new FittedOptions();

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(names = "--by", paramLabel = "COL", description = "a row for each value of a column, too")
    private @Nullable String by;

    Currency currency() {
        return input.currency();
    }

    /** Reads the log, fits what is to be fitted, and values it as it is. */
    WhatIf read(Console console) {
        LoadedFits loaded = fitted.load(input.folding());
        NamedLtvModel chosen = model.model(loaded, console);
        Optional<TransactionFamily<?>> family = TransactionFamily.all().stream()
                .filter(each -> each.name().equals(chosen.name()))
                .findFirst();
        if (family.isPresent()) {
            fitted.requireKnown(family.get());
            Opportunities.require(family.get(), input.folding());
        } else {
            fitted.requireNone("the " + chosen.name() + " model is a formula, and nothing is fitted");
        }
        perCustomer.requireAccepted(chosen);
        CustomerProfile given = model.given(chosen, input.currency(), console);
        ChurnRule rule = model.rule(chosen);
        LogFile log = log(console);
        CustomerTable customers = input.folding().summarize(log.ledger(), console);
        CustomerBase base = base(customers, log, given, rule);
        LtvModel ltv = chosen;
        if (family.isPresent()) {
            FittedOptions.Fitted fit = fitted.model(loaded, family.get(), customers, log.attributes(), console);
            ltv = fit.model();
            base = fit.with(base);
        }
        WhatIf whatIf = valued(ltv, base);
        if (whatIf.values().measure() == Measure.REVENUE) {
            console.warn("no gross margin was given: the values are revenue, not profit");
        }
        return by == null ? whatIf : whatIf.by(groups(log, customers, by));
    }

    private static WhatIf valued(LtvModel model, CustomerBase base) {
        try {
            return WhatIf.of(model, base);
        } catch (IllegalArgumentException e) {
            throw new UsageException(InOptions.say(e.getMessage()));
        } catch (ArithmeticException e) {
            throw new DataException(e.getMessage());
        }
    }

    private LogFile log(Console console) {
        return input.read(
                file,
                reader -> {
                    perCustomer.addColumns(reader);
                    fitted.addColumns(reader);
                    if (by != null) {
                        reader.category(by);
                    }
                },
                console);
    }

    private CustomerBase base(CustomerTable customers, LogFile log, CustomerProfile given, @Nullable ChurnRule rule) {
        CustomerBase base = CustomerBase.of(customers);
        if (rule != null) {
            base = base.churn(rule);
        }
        for (Input<?> each : given.inputs()) {
            base = with(base, given, each);
        }
        return perCustomer.with(base, log.attributes());
    }

    private static <T> CustomerBase with(CustomerBase base, CustomerProfile given, Input<T> input) {
        return base.with(input, given.require(input));
    }

    private static Groups groups(LogFile log, CustomerTable customers, String column) {
        return log.attributes().join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW).groups(column.strip(), NOT_SAID);
    }
}
