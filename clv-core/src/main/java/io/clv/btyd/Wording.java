package io.clv.btyd;

/** How notes and messages put numbers. */
final class Wording {

    private Wording() {}

    /** A number of customers, which weights may make one that is not whole. */
    static String count(double customers) {
        return customers == Math.rint(customers) && Math.abs(customers) < 1e15
                ? String.valueOf((long) customers)
                : String.valueOf(customers);
    }
}
