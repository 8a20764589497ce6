package io.clv.btyd;

import io.clv.numerics.RandomStream;

/** The amounts of a model that is known by its interface only. */
final class SimulatedAmounts implements AmountDraws {

    private final SpendModel model;
    private double[] amounts = new double[0];
    private int next;

    SimulatedAmounts(SpendModel model) {
        this.model = model;
    }

    @Override
    public void customer(RandomStream random, int x, double mean, int purchases) {
        amounts = model.simulate(random.bits(), 0, x, mean, purchases);
        next = 0;
    }

    @Override
    public double sum(RandomStream random, int purchases) {
        double sum = 0;
        for (int last = next + purchases; next < last; next++) {
            sum += amounts[next];
        }
        return sum;
    }
}
