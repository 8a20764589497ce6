package io.clv.ledger;

import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;

/**
 * A sum of minor units that is never wrong: a {@code long} that may wrap, and the number of times that it did, so that
 * only the final value decides whether it fits, in whatever order the terms come.
 */
final class ExactSum {

    private long wrapped;
    private long wraps;

    void clear() {
        wrapped = 0;
        wraps = 0;
    }

    void add(long term) {
        long sum = wrapped + term;
        if (((wrapped ^ sum) & (term ^ sum)) < 0) {
            wraps += term < 0 ? -1 : 1;
        }
        wrapped = sum;
    }

    void add(ExactSum other) {
        add(other.wrapped);
        wraps += other.wraps;
    }

    void add(ExactAmount amount) {
        add(amount.wrapped());
        wraps += amount.wraps();
    }

    int signum() {
        return wraps != 0 ? Long.signum(wraps) : Long.signum(wrapped);
    }

    boolean fits() {
        return wraps == 0;
    }

    /** The value in minor units, if it fits. */
    long toLong() {
        return wrapped;
    }

    /** The refusal of a sum that does not fit; {@code what} names it. */
    ArithmeticException beyond(String what, Currency currency) {
        BigInteger exact = BigInteger.valueOf(wraps).shiftLeft(Long.SIZE).add(BigInteger.valueOf(wrapped));
        BigDecimal amount = new BigDecimal(exact, currency.getDefaultFractionDigits());
        String code = currency.getCurrencyCode();
        return new ArithmeticException(
                what + " is " + code + " " + amount.toPlainString() + ", beyond the range of " + code + " money");
    }

    /** The value as money; {@code what} names it if it does not fit. */
    Money toMoney(String what, Currency currency) {
        if (!fits()) {
            throw beyond(what, currency);
        }
        return Money.ofMinor(wrapped, currency);
    }
}
