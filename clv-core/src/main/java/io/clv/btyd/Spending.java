package io.clv.btyd;

import io.clv.ledger.CustomerTable;
import io.clv.ltv.CustomerProfile;
import io.clv.ltv.Input;
import io.clv.quantity.Money;
import java.util.OptionalDouble;

/**
 * What a customer is expected to spend on a purchase: by the model where there is a history it can use, else the mean
 * of all customers.
 *
 * @param model the model
 * @param firstIncluded whether the first purchase belongs to the history
 * @param mean the mean of all customers
 * @param factor what the purchases to come are multiplied with; the mean of all is multiplied already
 */
record Spending(SpendModel model, boolean firstIncluded, double mean, double factor) {

    static Spending of(SpendModel model, boolean firstIncluded) {
        try {
            return new Spending(model, firstIncluded, model.expectedSpendOfNewCustomer(), 1);
        } catch (ArithmeticException e) {
            ArithmeticException named = new ArithmeticException("the " + model.name()
                    + " model has no mean over all customers, and cannot value those of whose spend"
                    + " nothing is known: " + e.getMessage());
            named.initCause(e);
            throw named;
        }
    }

    /** The same with all purchases to come so many times as large. */
    Spending times(double more) {
        return new Spending(model, firstIncluded, mean * more, factor * more);
    }

    /** How many purchases of a customer with x repeats have a known amount. */
    int known(int x) {
        return firstIncluded ? x + 1 : x;
    }

    /** Their mean amount. */
    double mean(CustomerTable customers, int row) {
        return firstIncluded
                ? customers.totalAmount(row) / (customers.frequency(row) + 1)
                : customers.monetaryValue(row);
    }

    /** The input that says the mean amount. */
    Input<Money> input() {
        return firstIncluded ? Input.TOTAL : Input.MONETARY_VALUE;
    }

    /** The mean amount as a profile says it; empty if it does not. */
    OptionalDouble mean(CustomerProfile profile, int x) {
        OptionalDouble amount = profile.amount(input());
        return firstIncluded && amount.isPresent() ? OptionalDouble.of(amount.getAsDouble() / (x + 1)) : amount;
    }

    /** Whether a history says anything. */
    static boolean tells(int known, double mean) {
        return known > 0 && mean > 0;
    }

    /** What a row of a table tells of spend; empty if nothing. */
    OptionalDouble seen(CustomerTable customers, int row) {
        int known = known(customers.frequency(row));
        double mean = mean(customers, row);
        return tells(known, mean) ? OptionalDouble.of(mean) : OptionalDouble.empty();
    }

    double expected(int known, double mean) {
        return tells(known, mean) ? factor * model.expectedSpend(known, mean) : this.mean;
    }
}
