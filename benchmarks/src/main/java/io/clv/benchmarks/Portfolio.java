package io.clv.benchmarks;

import io.clv.quantity.Money;
import java.math.BigDecimal;
import java.util.SplittableRandom;

/** Simulated values of customers in segments, the same amounts in three forms. */
final class Portfolio {

    static final int SEGMENTS = 20;

    private static final int MOST_MINOR_UNITS = 10_000_000;

    final int[] segments;
    final long[] minorUnits;
    final Money[] money;
    final BigDecimal[] decimals;

    Portfolio(int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        segments = random.ints(customers, 0, SEGMENTS).toArray();
        minorUnits = random.longs(customers, 0, MOST_MINOR_UNITS).toArray();
        money = new Money[customers];
        decimals = new BigDecimal[customers];
        for (int customer = 0; customer < customers; customer++) {
            money[customer] = Money.ofMinor(minorUnits[customer], SimulatedLog.CURRENCY);
            decimals[customer] = money[customer].amount();
        }
    }

    int size() {
        return segments.length;
    }
}
