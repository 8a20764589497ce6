package io.clv.ledger;

/**
 * A sum of minor units as a value: a {@code long} that may have wrapped, and the number of times that it did. It holds
 * what {@link ExactSum} holds while it sums.
 *
 * @param wrapped the low 64 bits
 * @param wraps how often they ran over; the amount is {@code wraps x 2^64 + wrapped}
 */
record ExactAmount(long wrapped, long wraps) {

    static final ExactAmount ZERO = new ExactAmount(0, 0);

    static ExactAmount of(long minorUnits) {
        return minorUnits == 0 ? ZERO : new ExactAmount(minorUnits, 0);
    }

    ExactAmount plus(ExactAmount other) {
        long sum = wrapped + other.wrapped;
        long carry = ((wrapped ^ sum) & (other.wrapped ^ sum)) < 0 ? (wrapped < 0 ? -1 : 1) : 0;
        return new ExactAmount(sum, wraps + other.wraps + carry);
    }

    int signum() {
        return wraps != 0 ? Long.signum(wraps) : Long.signum(wrapped);
    }

    boolean fits() {
        return wraps == 0;
    }
}
