package io.clv.ltv;

import io.clv.ledger.CustomerTable;
import io.clv.quantity.Estimate;
import java.util.Set;

/**
 * The plug: anything that can say what a customer is worth. The formulas of this package, a fitted model and a lambda
 * of your own go into the same place:
 *
 * <pre>{@code
 * LtvModel flat = profile -> Estimate.builder("flat", profile.currency())
 *         .part("margin", 0.3 * profile.amount(Input.TOTAL).orElse(0))
 *         .build();
 * CustomerValues values = flat.value(customers);
 * }</pre>
 *
 * <p>A model must be safe to call from any thread.
 */
@FunctionalInterface
public interface LtvModel {

    /**
     * The value of one customer.
     *
     * @param profile what is known of the customer
     * @return the estimate
     * @throws IllegalArgumentException if the profile lacks an input that the model cannot do without, or holds one
     *     that it cannot work with; the message names all that are missing
     */
    Estimate estimate(CustomerProfile profile);

    /**
     * The inputs it cannot do without.
     *
     * @return the inputs; empty for a lambda, unless {@link #requiring} declares them
     */
    default Set<Input<?>> requires() {
        return Set.of();
    }

    /**
     * Whether an input of a base or a profile can move its values: not one that the model does not have, nor one that
     * is set in the model itself, which wins. A scenario asks before it changes an input in vain.
     *
     * @param input the input
     * @return true for a lambda, of which nothing is known
     */
    default boolean reads(Input<?> input) {
        return true;
    }

    /**
     * The value of every customer of a base. This default asks {@link #estimate} for one customer after the other; a
     * model that can work in columns overrides it.
     *
     * @param base the base
     * @return the values, in the order of the base's rows
     * @throws IllegalArgumentException if {@link #estimate} refuses a customer, or gives estimates whose basis, measure
     *     or horizon differ, or whose discount does though the base sets none customer by customer
     */
    default CustomerValues value(CustomerBase base) {
        return RowByRow.value(this, base);
    }

    /**
     * The value of every customer of a table, with the inputs that {@link CustomerBase#of} reads off it.
     *
     * @param customers the table
     * @return the values, in the order of the table's rows
     * @throws IllegalArgumentException as {@link #value(CustomerBase)}
     */
    default CustomerValues value(CustomerTable customers) {
        return value(CustomerBase.of(customers));
    }

    /**
     * A model that declares what it needs, and refuses a profile without it, naming all that is missing at once.
     *
     * @param inputs the inputs it cannot do without
     * @param model the model
     * @return the model with the declaration
     */
    static LtvModel requiring(Set<Input<?>> inputs, LtvModel model) {
        return new RequiringModel(Set.copyOf(inputs), model);
    }
}
