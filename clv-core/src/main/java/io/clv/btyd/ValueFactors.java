package io.clv.btyd;

import io.clv.btyd.ValueExplanation.Driver;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The factors of a customer's value: {@code alive x (share x spend x purchases - cost)}.
 *
 * @param alive P(alive)
 * @param purchases those ahead of one who is there, discounted
 * @param spend on a purchase
 * @param share what is left of revenue
 * @param cost to serve one who is there, discounted
 */
record ValueFactors(double alive, double purchases, double spend, double share, double cost) {

    private static final List<Driver> DRIVERS = List.of(Driver.values());

    double value() {
        return alive * (share * spend * purchases - cost);
    }

    double get(Driver driver) {
        return switch (driver) {
            case P_ALIVE -> alive;
            case PURCHASES -> purchases;
            case SPEND -> spend;
            case MARGIN -> share;
            case COST_TO_SERVE -> cost;
        };
    }

    ValueFactors with(Driver driver, double value) {
        return switch (driver) {
            case P_ALIVE -> new ValueFactors(value, purchases, spend, share, cost);
            case PURCHASES -> new ValueFactors(alive, value, spend, share, cost);
            case SPEND -> new ValueFactors(alive, purchases, value, share, cost);
            case MARGIN -> new ValueFactors(alive, purchases, spend, value, cost);
            case COST_TO_SERVE -> new ValueFactors(alive, purchases, spend, share, value);
        };
    }

    /** What each factor adds to the value of another's factors, on the way from those to these. */
    Map<Driver, Double> addedTo(ValueFactors others) {
        double[] added = Shapley.of(DRIVERS.size(), mine -> mixed(others, mine).value());
        Map<Driver, Double> byDriver = new EnumMap<>(Driver.class);
        for (int i = 0; i < added.length; i++) {
            byDriver.put(DRIVERS.get(i), added[i] + 0.0);
        }
        return byDriver;
    }

    /**
     * What one unit of a factor adds: the value is linear in each factor, so that a factor adds this times the
     * difference, and a part of the difference adds a part of it.
     */
    double addedPerUnit(Driver driver, ValueFactors others) {
        return with(driver, 1).addedTo(others.with(driver, 0)).getOrDefault(driver, 0.0);
    }

    private ValueFactors mixed(ValueFactors others, int mine) {
        ValueFactors mixed = others;
        int bit = 1;
        for (Driver driver : DRIVERS) {
            mixed = (mine & bit) == 0 ? mixed : mixed.with(driver, get(driver));
            bit <<= 1;
        }
        return mixed;
    }
}
