package io.clv.economics;

import io.clv.quantity.Estimate;
import io.clv.quantity.Money;
import java.util.Optional;

/**
 * A channel that a budget may go to: how it responds, what its customers are worth, and how little or much it must or
 * can take. Immutable.
 *
 * @param name not blank
 * @param response the customers that spend wins
 * @param value what one of them is worth over a whole life, before the cost of acquisition
 * @param floor the least to be spent
 * @param cap the most that can be spent, if there is a limit
 */
public record BudgetChannel(String name, ResponseCurve response, Money value, Money floor, Optional<Money> cap) {

    /**
     * Checks the bounds.
     *
     * @param name not blank
     * @param response the customers that spend wins
     * @param value what one of them is worth
     * @param floor the least to be spent
     * @param cap the most that can be spent
     * @throws IllegalArgumentException if the name is blank, the value or the floor is negative, the cap is below the
     *     floor, or the currencies differ
     */
    public BudgetChannel {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("channel of a budget must have a name, but it was blank");
        }
        Money zero = Money.zero(value.currency());
        require(name, "value of a customer", value, zero, "zero");
        require(name, "floor", floor, zero, "zero");
        if (cap.isPresent()) {
            require(name, "cap", cap.get(), floor, "its floor, " + floor);
        }
    }

    private static void require(String channel, String what, Money money, Money least, String rule) {
        if (money.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    what + " of " + channel + " must not be below " + rule + ", but was " + money);
        }
    }

    /**
     * A channel without floor and cap.
     *
     * @param name not blank
     * @param response the customers that spend wins
     * @param newcomer what one of them is worth: the lifetime value as profit; a cost of acquisition in it is left out
     * @return the channel
     * @throws IllegalArgumentException if the name is blank, or the value is residual, revenue or negative
     */
    public static BudgetChannel of(String name, ResponseCurve response, Estimate newcomer) {
        NewcomerValue value = NewcomerValue.of(newcomer);
        return of(name, response, Money.ofRounded(value.amount(), value.currency()));
    }

    /**
     * A channel without floor and cap, whose customers' value is known from elsewhere.
     *
     * @param name not blank
     * @param response the customers that spend wins
     * @param value what one of them is worth over a whole life: profit, before the cost of acquisition
     * @return the channel
     * @throws IllegalArgumentException if the name is blank or the value negative
     */
    public static BudgetChannel of(String name, ResponseCurve response, Money value) {
        return new BudgetChannel(name, response, value, Money.zero(value.currency()), Optional.empty());
    }

    /**
     * The channel with a least spend, as a contract may ask for.
     *
     * @param money the least
     * @return the channel with it
     * @throws IllegalArgumentException if it is negative or above the cap, or of another currency
     */
    public BudgetChannel floor(Money money) {
        return new BudgetChannel(name, response, value, money, cap);
    }

    /**
     * The channel with a most spend.
     *
     * @param money the most
     * @return the channel with it
     * @throws IllegalArgumentException if it is below the floor, or of another currency
     */
    public BudgetChannel cap(Money money) {
        return new BudgetChannel(name, response, value, floor, Optional.of(money));
    }

    /** The channel with another curve. */
    BudgetChannel respondingBy(ResponseCurve other) {
        return new BudgetChannel(name, other, value, floor, cap);
    }

    /** What the customers are worth that a spend in minor units wins. */
    double worth(long minorUnits, double minorPerMajor) {
        double customers = response.customers(minorUnits / minorPerMajor);
        if (!(customers >= 0 && customers <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("response of " + name + " must be finite and not negative, but at "
                    + minorUnits / minorPerMajor + " was " + customers);
        }
        return value.toDouble() * customers;
    }
}
