package io.clv.cohort;

import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Sums of minor units that are never wrong: how often each wrapped is noted once any has. */
final class MoneyCells {

    private static final double WRAP = 0x1p64;

    private final long[] wrapped;
    private int @Nullable [] wraps;

    MoneyCells(int size) {
        this.wrapped = new long[size];
    }

    void add(int cell, long minor) {
        long sum = wrapped[cell] + minor;
        if (((wrapped[cell] ^ sum) & (minor ^ sum)) < 0) {
            int[] counts = wraps == null ? new int[wrapped.length] : wraps;
            counts[cell] += minor < 0 ? -1 : 1;
            wraps = counts;
        }
        wrapped[cell] = sum;
    }

    /** Takes a cell of others in to the only cell of this. */
    void addFrom(MoneyCells others, int cell) {
        add(0, others.wrapped[cell]);
        if (others.wraps != null && others.wraps[cell] != 0) {
            int[] counts = wraps == null ? new int[wrapped.length] : wraps;
            counts[0] += others.wraps[cell];
            wraps = counts;
        }
    }

    /** In minor units, rounded once. */
    double toDouble(int cell) {
        return wraps == null ? wrapped[cell] : wraps[cell] * WRAP + wrapped[cell];
    }

    /** The sum as money; {@code what} names it if it is beyond. */
    Money toMoney(int cell, Currency currency, String what) {
        if (wraps != null && wraps[cell] != 0) {
            BigInteger exact =
                    BigInteger.valueOf(wraps[cell]).shiftLeft(Long.SIZE).add(BigInteger.valueOf(wrapped[cell]));
            throw new ArithmeticException(what + " is " + currency + " "
                    + new BigDecimal(exact, currency.getDefaultFractionDigits()).toPlainString()
                    + ", beyond the range of " + currency + " money");
        }
        return Money.ofMinor(wrapped[cell], currency);
    }
}
