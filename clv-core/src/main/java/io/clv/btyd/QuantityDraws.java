package io.clv.btyd;

import io.clv.btyd.CustomerIntervals.Quantity;

/** A number for each draw, of each quantity: of one customer, or summed over some. */
final class QuantityDraws {

    private final double[] alive;
    private final double[] transactions;
    private final double[] spend;
    private final double[] value;

    QuantityDraws(int draws) {
        alive = new double[draws];
        transactions = new double[draws];
        spend = new double[draws];
        value = new double[draws];
    }

    /** The draws of a quantity, to be read and written. */
    double[] of(Quantity quantity) {
        return switch (quantity) {
            case P_ALIVE -> alive;
            case TRANSACTIONS -> transactions;
            case SPEND -> spend;
            case VALUE -> value;
        };
    }

    void add(Quantity quantity, double[] more) {
        double[] sums = of(quantity);
        for (int draw = 0; draw < sums.length; draw++) {
            sums[draw] += more[draw];
        }
    }

    void add(QuantityDraws more) {
        for (Quantity quantity : Quantity.values()) {
            add(quantity, more.of(quantity));
        }
    }
}
