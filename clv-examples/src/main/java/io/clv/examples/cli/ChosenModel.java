package io.clv.examples.cli;

import io.clv.ledger.CustomerTable;
import io.clv.ltv.ChurnRule;
import io.clv.ltv.CustomerBase;
import io.clv.ltv.CustomerProfile;
import io.clv.ltv.CustomerValues;
import io.clv.ltv.Input;
import io.clv.ltv.NamedLtvModel;
import io.clv.quantity.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A model and what the user has given it.
 *
 * @param model the model
 * @param given inputs that are the same for every customer
 * @param rule when a customer is lost, if the user has said so
 */
record ChosenModel(
        NamedLtvModel model,
        CustomerProfile given,
        @Nullable ChurnRule rule) {

    /** Values every customer, and warns if the values are no profit. */
    CustomerValues value(CustomerTable customers, Console console) {
        CustomerValues values;
        try {
            values = model.value(base(customers));
        } catch (IllegalArgumentException e) {
            throw new UsageException(InOptions.say(e.getMessage()));
        } catch (ArithmeticException e) {
            throw new DataException(e.getMessage());
        }
        if (values.measure() == Measure.REVENUE) {
            console.warn(
                    model.accepts().contains(Input.GROSS_MARGIN)
                            ? "no --margin was given: the values are revenue, not profit"
                            : "the " + model.name() + " model knows no margin: the values are revenue, not profit");
        }
        return values;
    }

    private CustomerBase base(CustomerTable customers) {
        CustomerBase base = CustomerBase.of(customers);
        if (rule != null) {
            base = base.churn(rule);
        }
        for (Input<?> input : given.inputs()) {
            base = with(base, input);
        }
        return base;
    }

    private <T> CustomerBase with(CustomerBase base, Input<T> input) {
        return base.with(input, given.require(input));
    }
}
