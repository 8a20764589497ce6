package io.clv.economics;

import io.clv.quantity.Money;

/**
 * Periods in which so many customers are won at such a cost.
 *
 * @param name such as "land grab"
 * @param periods how long, at least 1
 * @param customers won at the start of each period, not negative
 * @param cac the loaded cost of acquisition of one of them
 * @param curve the margin to be expected of one of them
 */
public record GrowthPhase(String name, int periods, long customers, Money cac, MarginCurve curve) {

    /**
     * Checks the numbers.
     *
     * @param name such as "land grab"
     * @param periods how long
     * @param customers won in each period
     * @param cac the loaded cost of acquisition
     * @param curve the margin to be expected
     * @throws IllegalArgumentException if there is no period, customers or cost are negative, or the currencies differ
     */
    public GrowthPhase {
        if (periods < 1) {
            throw new IllegalArgumentException("phase '" + name + "' must last at least 1 period, but was " + periods);
        }
        if (customers < 0) {
            throw new IllegalArgumentException(
                    "customers of phase '" + name + "' must not be negative, but were " + customers);
        }
        Payback.requireCost(cac, curve);
    }

    /**
     * Whether customers cost more than they will ever bring.
     *
     * @return true if the lifetime margin is below the cost
     */
    public boolean isLossMaking() {
        return payback().net().isNegative();
    }

    /**
     * When a customer of this phase has paid back his cost.
     *
     * @return the payback, not discounted
     */
    public Payback payback() {
        return Payback.of(cac, curve);
    }

    /** "land grab: 6 months, 500 customers a month at USD 120.00 each, who bring USD 100.00: a loss of USD 20.00". */
    @Override
    public String toString() {
        String unit = Wording.singular(curve.unit());
        Payback payback = payback();
        Money net = payback.net();
        return name + ": " + Wording.periods(periods, curve.unit()) + ", " + Wording.count(customers, "customer")
                + " a "
                + unit + " at " + cac + " each, who bring " + payback.lifetimeMargin() + ": "
                + (net.isNegative() ? "a loss of " + net.negated() + " on each" : net + " earned on each");
    }
}
