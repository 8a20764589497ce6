package io.clv.examples.cli;

import io.clv.btyd.TransactionFamily;
import io.clv.io.LogFile;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.Groups;
import io.clv.ledger.IdPolicy;
import io.clv.ltv.ChurnRule;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerProfile;
import io.clv.ltv.NamedLtvModel;
import io.clv.quantity.Measure;
import io.clv.scenario.WhatIf;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Supplier;
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
        Optional<TransactionFamily<?>> family = ValueOptions.family(chosen);
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
        CustomerBase base = perCustomer.with(customers, given, rule, log.attributes());
        Supplier<WhatIf> question = () -> WhatIf.of(chosen, base);
        if (family.isPresent()) {
            FittedOptions.Fitted fit = fitted.model(loaded, family.get(), customers, log.attributes(), console);
            question = () -> WhatIf.of(fit.model(), fit.with(base));
        }
        WhatIf whatIf = ValueOptions.asked(question);
        if (whatIf.values().measure() == Measure.REVENUE) {
            console.warn("no gross margin was given: the values are revenue, not profit");
        }
        return by == null ? whatIf : whatIf.by(groups(log, customers, by));
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

    private static Groups groups(LogFile log, CustomerTable customers, String column) {
        return log.attributes().join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW).groups(column.strip(), NOT_SAID);
    }
}
