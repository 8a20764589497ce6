package io.clv.btyd;

import io.clv.numerics.RandomStream;

/**
 * Draws the amounts of one customer after another, without an object and without a check. It holds the customer it is
 * at, and so belongs to one thread.
 */
interface AmountDraws {

    /**
     * Turns to a customer, and draws what his amounts have in common.
     *
     * @param x purchases whose amounts are known
     * @param mean their mean amount; 0 if there are none
     * @param purchases of how many purchases amounts will be asked at most
     */
    void customer(RandomStream random, int x, double mean, int purchases);

    /**
     * The sum of the amounts of the customer's next purchases; 1 of them is one amount.
     *
     * @param purchases how many, at least 1
     * @return the sum; infinite if it is beyond a double
     */
    double sum(RandomStream random, int purchases);

    /** The draws of a model, and what they are multiplied with where customers are to spend more or less. */
    static AmountDraws of(Spending spending) {
        AmountDraws own = of(spending.model());
        double factor = spending.factor();
        if (factor == 1) {
            return own;
        }
        return new AmountDraws() {
            @Override
            public void customer(RandomStream random, int x, double mean, int purchases) {
                own.customer(random, x, mean, purchases);
            }

            @Override
            public double sum(RandomStream random, int purchases) {
                return factor * own.sum(random, purchases);
            }
        };
    }

    /** The draws of a model: its own where it is of this package, else by its {@code simulate}. */
    static AmountDraws of(SpendModel model) {
        return model instanceof GammaGamma own ? new GammaGammaDraws(own) : new SimulatedAmounts(model);
    }
}
