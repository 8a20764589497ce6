package io.clv.spark;

/** To which of so many partitions a customer goes; the same on every machine. */
final class Targets {

    private static final long ODD = 0x9E3779B97F4A7C15L;

    private Targets() {}

    static int of(long customer, int targets) {
        long mixed = (customer ^ (customer >>> 32)) * ODD;
        return (int) Math.floorMod(mixed >>> 20, (long) targets);
    }

    static int of(String customer, int targets) {
        return of(customer.hashCode(), targets);
    }
}
