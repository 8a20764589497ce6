package io.clv.examples.cli;

import io.clv.io.TransactionCsv;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import io.clv.ltv.ChurnRule;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerProfile;
import io.clv.ltv.Input;
import io.clv.ltv.NamedLtvModel;
import io.clv.quantity.MoneyRate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Inputs that differ by customer, in columns of the log. */
final class PerCustomerOptions {

    @Option(
            names = "--margin-column",
            paramLabel = "COL",
            description =
                    "column of each customer's gross margin, as in 30%% or 0.3; who has none has that of --margin")
    private @Nullable String margin;

    @Option(
            names = "--discount-column",
            paramLabel = "COL",
            description = "column of each customer's discount, as in 15%%; who has none has that of --discount")
    private @Nullable String discount;

    @Option(
            names = "--cost",
            paramLabel = "COL",
            description = "column of what it costs to serve each customer, in the currency")
    private @Nullable String cost;

    @Option(
            names = "--cost-per",
            paramLabel = "day|week|month|year",
            description = "the time that the cost to serve is for (default: month)")
    private @Nullable ChronoUnit costPer;

    /** Refuses columns of inputs that the model does not use. */
    void requireAccepted(NamedLtvModel model) {
        requireAccepted(model, "--margin-column", margin, Input.GROSS_MARGIN);
        requireAccepted(model, "--discount-column", discount, Input.DISCOUNT);
        requireAccepted(model, "--cost", cost, Input.COST_TO_SERVE);
        Refused.unless(costPer == null || cost != null, "--cost-per", "is of use beside --cost only");
    }

    private static void requireAccepted(NamedLtvModel model, String option, @Nullable String column, Input<?> input) {
        Refused.unless(
                column == null || model.accepts().contains(input),
                option,
                "the " + model.name() + " model has no input '" + input + "'");
    }

    /** Refuses the options where there is no log. */
    void requireNone(String why) {
        Refused.unlessNull("--margin-column", margin, why);
        Refused.unlessNull("--discount-column", discount, why);
        Refused.unlessNull("--cost", cost, why);
    }

    /** Refuses what only a model uses, where none values customers. */
    void requireMarginOnly(String why) {
        Refused.unlessNull("--discount-column", discount, why);
        Refused.unlessNull("--cost", cost, why);
        Refused.unlessNull("--cost-per", costPer, why);
    }

    void addColumns(TransactionCsv.Builder reader) {
        if (margin != null) {
            reader.category(margin);
        }
        if (discount != null) {
            reader.category(discount);
        }
        if (cost != null) {
            reader.money(cost);
        }
    }

    /** The base of a table: what is the same for all, the rule of churn if there is one, and what the columns say. */
    CustomerBase with(CustomerTable customers, CustomerProfile given, @Nullable ChurnRule rule, Attributes attributes) {
        CustomerBase base = CustomerBase.of(customers);
        if (rule != null) {
            base = base.churn(rule);
        }
        for (Input<?> each : given.inputs()) {
            base = with(base, given, each);
        }
        return with(base, attributes);
    }

    private static <T> CustomerBase with(CustomerBase base, CustomerProfile given, Input<T> input) {
        return base.with(input, given.require(input));
    }

    /** The base with what the columns say. */
    CustomerBase with(CustomerBase base, Attributes attributes) {
        CustomerTable customers = base.customers();
        JoinedAttributes joined = attributes.join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW);
        CustomerBase result = base;
        if (margin != null) {
            result = withText(result, Input.GROSS_MARGIN, "--margin-column", joined, margin);
        }
        if (discount != null) {
            result = withText(result, Input.DISCOUNT, "--discount-column", joined, discount);
        }
        if (cost != null) {
            String column = cost;
            ChronoUnit unit = costPer == null ? ChronoUnit.MONTHS : costPer;
            result = result.withEach(
                    Input.COST_TO_SERVE, row -> joined.money(column, row).map(money -> MoneyRate.of(money, unit)));
        }
        return result;
    }

    private static <T> CustomerBase withText(
            CustomerBase base, Input<T> input, String option, JoinedAttributes joined, String column) {
        CustomerTable customers = base.customers();
        return base.withEach(input, row -> {
            Optional<String> text = joined.category(column, row);
            try {
                return text.map(value -> input.parse(value, customers.currency()));
            } catch (IllegalArgumentException e) {
                throw new DataException(option + ": customer '" + customers.id(row) + "': " + e.getMessage());
            }
        });
    }
}
