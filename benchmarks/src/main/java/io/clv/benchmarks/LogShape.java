package io.clv.benchmarks;

import java.util.Locale;
import java.util.SplittableRandom;

/** How a simulated log is spread over its customers, and in which order its rows stand. */
public enum LogShape {

    /** Every customer is as likely as any other to be a row's; rows in random order. */
    UNIFORM,

    /**
     * The k-th busiest customer buys in proportion to 1/k, so that one has some 5% of all rows; rows in random order.
     */
    ZIPF,

    /** As {@link #UNIFORM}, in the order of days: a log as it was written. */
    DAY_ORDERED,

    /** As {@link #UNIFORM}, sorted by customer and day: what a database index hands out. */
    SORTED;

    /** A prime beyond any number of customers, so that multiples of it visit all of them. */
    private static final long STRIDE = Integer.MAX_VALUE;

    int customer(SplittableRandom random, int customers) {
        if (this != ZIPF) {
            return random.nextInt(customers);
        }
        // StrictMath, because the logs shall be the same on every machine.
        double rank = StrictMath.exp(random.nextDouble() * StrictMath.log(customers + 1.0));
        return (int) (Math.min(customers - 1, (int) rank - 1) * STRIDE % customers);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
