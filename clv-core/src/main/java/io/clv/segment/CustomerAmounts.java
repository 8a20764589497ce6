package io.clv.segment;

import io.clv.ledger.CustomerTable;
import io.clv.ledger.Split;
import io.clv.ltv.CustomerValues;
import io.clv.numerics.CompensatedSum;
import io.clv.quantity.Money;
import java.util.Arrays;
import java.util.Currency;
import java.util.function.IntToDoubleFunction;

/**
 * An amount of money for each customer of a table, and what it is: the value that a model expects, what was brought to
 * date, between two dates or in a hold-out. Segments, tiers and concentration are made of such amounts, and their texts
 * say of which.
 *
 * <p>Immutable and safe to share between threads. An accessor given a row that the table does not have throws
 * {@link IndexOutOfBoundsException}.
 */
public final class CustomerAmounts {

    private final String what;
    private final CustomerTable customers;
    private final double[] amounts;
    private final double total;

    private CustomerAmounts(String what, CustomerTable customers, IntToDoubleFunction amount) {
        this.what = what;
        this.customers = customers;
        amounts = new double[customers.size()];
        for (int row = 0; row < amounts.length; row++) {
            // Adding zero turns -0.0 into 0.0.
            amounts[row] = amount.applyAsDouble(row) + 0.0;
            if (!Double.isFinite(amounts[row])) {
                throw new IllegalArgumentException(
                        what + " of customer " + customers.id(row) + " must be finite, but was " + amounts[row]);
            }
        }
        total = CompensatedSum.of(amounts);
        Money.ofRounded(total, customers.currency());
    }

    /**
     * The values of a base.
     *
     * @param values by a formula or a fitted model
     * @return their amounts, unrounded
     */
    public static CustomerAmounts of(CustomerValues values) {
        return new CustomerAmounts(
                values.measure().label() + ", " + values.basis().label() + ", by the " + values.model() + " model",
                values.customers(),
                values::amount);
    }

    /**
     * What customers have brought up to the end of observation, their first purchase included.
     *
     * @param customers the table
     * @return their totals
     */
    public static CustomerAmounts toDate(CustomerTable customers) {
        return new CustomerAmounts(
                "revenue through " + customers.observedThrough(), customers, row -> customers.totalAmount(row));
    }

    /**
     * What customers have brought after the end of one observation and up to that of a later one: a later total less
     * the earlier, exactly. Who was not there at the earlier date has brought all of it since.
     *
     * @param earlier the table at the earlier date
     * @param later the table of the same log at the later date
     * @return the differences, in the rows of the later table
     * @throws IllegalArgumentException if the dates are not in this order, or the currencies differ
     */
    public static CustomerAmounts between(CustomerTable earlier, CustomerTable later) {
        if (!earlier.observedThrough().isBefore(later.observedThrough())) {
            throw new IllegalArgumentException("the earlier table must be observed through a date before "
                    + later.observedThrough() + ", that of the later, but was through " + earlier.observedThrough());
        }
        if (!earlier.currency().equals(later.currency())) {
            throw new IllegalArgumentException("both tables must be in the same currency, but were in "
                    + earlier.currency() + " and " + later.currency());
        }
        double minorPerMajor = Math.pow(10, later.currency().getDefaultFractionDigits());
        return new CustomerAmounts(
                "revenue after " + earlier.observedThrough() + " through " + later.observedThrough(), later, row -> {
                    int then = earlier.indexOf(later.id(row));
                    long before = then < 0 ? 0 : earlier.totalMinorUnits(then);
                    return Math.subtractExact(later.totalMinorUnits(row), before) / minorPerMajor;
                });
    }

    /**
     * What the customers of a calibration brought in the hold-out.
     *
     * @param split the log cut in two
     * @return the amounts, in the rows of the calibration
     */
    public static CustomerAmounts heldOut(Split split) {
        return new CustomerAmounts(
                "revenue after " + split.calibratedThrough() + " through " + split.observedThrough(),
                split.calibration(),
                row -> split.holdoutTotal(row).toDouble());
    }

    /**
     * Any other amounts.
     *
     * @param what they are, as texts shall say it: "gross profit of 2025"
     * @param customers the table in whose rows they stand
     * @param amounts one a row, in major units of the table's currency; copied
     * @return the amounts
     * @throws IllegalArgumentException if there are more or fewer than rows, one is not finite, or it is not said what
     *     they are
     * @throws ArithmeticException if their sum is beyond what the currency's money can hold
     */
    public static CustomerAmounts of(String what, CustomerTable customers, double[] amounts) {
        if (what.isBlank()) {
            throw new IllegalArgumentException("what the amounts are must be said, but was blank");
        }
        if (amounts.length != customers.size()) {
            throw new IllegalArgumentException(what + " must have one amount for each of the " + customers.size()
                    + " customers, but had " + amounts.length);
        }
        return new CustomerAmounts(what, customers, row -> amounts[row]);
    }

    /**
     * What the amounts are.
     *
     * @return words that follow "of"
     */
    public String what() {
        return what;
    }

    /**
     * The table in whose rows they stand.
     *
     * @return the customers
     */
    public CustomerTable customers() {
        return customers;
    }

    /**
     * The currency of all amounts.
     *
     * @return that of the table
     */
    public Currency currency() {
        return customers.currency();
    }

    /**
     * How many customers there are.
     *
     * @return 0 or more
     */
    public int size() {
        return amounts.length;
    }

    /**
     * A customer's amount.
     *
     * @param row from 0
     * @return in major units, unrounded
     */
    public double amount(int row) {
        return amounts[row];
    }

    /**
     * All amounts added up, unrounded.
     *
     * @return their compensated sum, in major units
     */
    public double totalAmount() {
        return total;
    }

    /**
     * All amounts added up and rounded once.
     *
     * @return the money
     */
    public Money total() {
        return money(total);
    }

    /** Rounds an amount. */
    Money money(double amount) {
        return Money.ofRounded(amount, currency());
    }

    /** The amounts from the lowest to the highest. */
    double[] ascending() {
        double[] sorted = amounts.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Refuses a total of which no shares can be taken. */
    void requireTotalAboveZero(String purpose) {
        if (!(total > 0)) {
            throw new IllegalArgumentException(purpose + " must be of a total above 0, but was " + total() + " (" + what
                    + ", of " + Wording.customers(size()) + ")");
        }
    }

    /** Refuses what stands in other rows. */
    void requireRows(String name, int rows) {
        if (rows != size()) {
            throw new IllegalArgumentException(
                    name + " must have a row for each of the " + size() + " customers, but had " + rows);
        }
    }

    @Override
    public String toString() {
        return total() + ", " + what + ", of " + Wording.customers(size());
    }
}
