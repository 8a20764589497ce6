package io.clv.examples.cli;

import io.clv.btyd.ContractFamily;
import io.clv.ltv.ChurnRule;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerProfile;
import io.clv.ltv.Input;
import io.clv.ltv.NamedLtvModel;
import io.clv.quantity.Ratio;
import io.clv.quantity.Span;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose a model and give it what a log cannot. */
final class ModelOptions {

    private static final String DEFAULT_MODEL = "bg-nbd";

    private static final String DEFAULT_HORIZON = "12 months";

    /** What a base measures by its rule of churn. */
    private static final Set<Input<?>> MEASURED = Set.of(Input.CHURN, Input.LIFESPAN, Input.ORDERS);

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description =
                    "bg-nbd, mbg-nbd, pareto-nbd, ggompertz-nbd, nbd or bg-bb, fitted to the customers; a formula, which is simple,"
                            + " margin-adjusted, discounted or subscription; or your own (default: " + DEFAULT_MODEL
                            + ")")
    private @Nullable String name;

    @Option(
            names = "--margin",
            paramLabel = "RATIO",
            description = "gross margin, as in 30%% (default: none, and the result is revenue)")
    private @Nullable String margin;

    @Option(
            names = "--discount",
            paramLabel = "RATE",
            description = "what a year's wait takes off, as in 15%%, or '1%% per month'")
    private @Nullable String discount;

    @Option(names = "--horizon", paramLabel = "SPAN", description = "as in '12 months', or forever")
    private @Nullable String horizon;

    @Option(
            names = "--inactivity",
            paramLabel = "SPAN",
            description = "a customer without a purchase for so long is lost, as in '60 days' (default: twice the 90th"
                    + " percentile of the gaps between purchases)")
    private @Nullable String inactivity;

    @Option(
            names = "--set",
            paramLabel = "INPUT=VALUE",
            description = "an input of the model that the log cannot give, as in cost-to-serve='2 per month'; may be"
                    + " repeated")
    private List<String> inputs = List.of();

    /** The model that was asked for, or that was loaded. */
    NamedLtvModel model(LoadedFits loaded, Console console) {
        return model(loaded, "valued", console);
    }

    /** As {@link #model(LoadedFits, Console)}, for other work than valuing. */
    NamedLtvModel model(LoadedFits loaded, String done, Console console) {
        String kept = loaded.model();
        if (kept != null) {
            Refused.unlessNull("--model", name, "--load gives it");
            return named(kept);
        }
        if (name == null) {
            console.note(done + " by the " + DEFAULT_MODEL
                    + " model, with gamma-gamma for spend, because no --model was" + " given");
        }
        return named(name == null ? DEFAULT_MODEL : name);
    }

    private static NamedLtvModel named(String name) {
        if (ContractFamily.all().stream().anyMatch(family -> family.name().equals(name))) {
            throw new UsageException("--model: " + name + " counts renewals, and a log knows purchases: who has not"
                    + " bought for a while has cancelled nothing; give renewals to clv predict --model " + name);
        }
        try {
            return NamedLtvModel.named(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** What the model is given for all customers alike, checked before a log is read. */
    CustomerProfile given(NamedLtvModel model, Currency currency, Console console) {
        CustomerProfile.Builder given = CustomerProfile.builderFor(model, currency);
        set(given, "--margin", Input.GROSS_MARGIN.name(), margin);
        set(given, "--discount", Input.DISCOUNT.name(), discount);
        set(given, "--horizon", Input.HORIZON.name(), horizon);
        for (String input : inputs) {
            int equals = input.indexOf('=');
            if (equals < 1) {
                throw new UsageException(
                        "--set: must be input=value, as in churn-per-month=3%, but was '" + input + "'");
            }
            set(given, "--set", input.substring(0, equals).strip(), input.substring(equals + 1));
        }
        if (needsHorizon(model, given.build())) {
            set(given, "--horizon", Input.HORIZON.name(), DEFAULT_HORIZON);
            console.note("over " + DEFAULT_HORIZON + ", because no --horizon was given");
        }
        return given.build();
    }

    private static boolean needsHorizon(NamedLtvModel model, CustomerProfile given) {
        return model.requires().contains(Input.HORIZON) && !given.has(Input.HORIZON);
    }

    private static void set(CustomerProfile.Builder given, String option, String input, @Nullable String text) {
        if (text == null) {
            return;
        }
        try {
            given.set(input, text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + ": " + e.getMessage());
        }
    }

    /** The gross margin of all customers alike, if it was given. */
    Optional<Ratio> margin() {
        return Asked.find("--margin", margin, Ratio::parse);
    }

    /** When a customer is lost, if that was said. */
    @Nullable
    ChurnRule rule(NamedLtvModel model) {
        if (inactivity == null) {
            return null;
        }
        if (model.accepts().stream().noneMatch(MEASURED::contains)) {
            throw new UsageException("--inactivity: the " + model.name() + " model uses no churn, lifespan or pace");
        }
        return rule();
    }

    /** When a customer is lost, if that was said, whether or not a model uses it. */
    @Nullable
    ChurnRule rule() {
        if (inactivity == null) {
            return null;
        }
        try {
            return ChurnRule.inactiveFor(Span.parse(inactivity));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--inactivity: " + e.getMessage());
        }
    }

    /** Refuses all that a model uses but the margin, where none values customers. */
    void requireNoModel(String why) {
        Refused.unlessNull("--model", name, why);
        Refused.unlessNull("--discount", discount, why);
        Refused.unlessNull("--horizon", horizon, why);
        Refused.unless(inputs.isEmpty(), "--set", why);
    }

    /** Refuses all that turns purchases into value. */
    void requireNoTerms(String why) {
        Refused.unlessNull("--margin", margin, why);
        Refused.unlessNull("--discount", discount, why);
        Refused.unlessNull("--horizon", horizon, why);
        Refused.unlessNull("--inactivity", inactivity, why);
        Refused.unless(inputs.isEmpty(), "--set", why);
    }

    /** The base with the margin of all and the rule of churn, if they were given. */
    CustomerBase withMarginAndChurn(CustomerBase base) {
        CustomerBase result = base;
        try {
            if (margin != null) {
                result = result.with(Input.GROSS_MARGIN, Input.GROSS_MARGIN.parse(margin, base.currency()));
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException("--margin: " + e.getMessage());
        }
        ChurnRule rule = rule();
        return rule == null ? result : result.churn(rule);
    }
}
