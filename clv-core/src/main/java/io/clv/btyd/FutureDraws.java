package io.clv.btyd;

import io.clv.numerics.RandomStream;

/**
 * Draws what a customer with a known history does after T, without an object and without a check: the histories of a
 * base are checked once, and drawn hundreds of times.
 */
interface FutureDraws {

    /**
     * Draws one future. A customer sure to be there costs no random number for it.
     *
     * @param alive P(alive) of the history, as the model gives it
     * @param horizon how far ahead, finite; a whole number where the model counts opportunities
     * @param times is cleared, and filled with the times after T of the purchases in (0, horizon]
     * @return how long the customer stays after T, at most the horizon; 0 if he has left
     * @throws ArithmeticException if there are more than ten million purchases
     */
    double draw(RandomStream random, int x, double tx, double age, double alive, double horizon, PurchaseTimes times);

    /** The draws of a model: its own where it is one of this package, else by its {@code simulate}. */
    static FutureDraws of(TransactionModel model) {
        return model instanceof ConjugateModel own
                ? (random, x, tx, age, alive, horizon, times) -> own.drawAhead(random, x, age, alive, horizon, times)
                : new SimulatedFuture(model);
    }

    /** The stream of a customer's future: another at each T, a newcomer's at 0. */
    static RandomStream stream(long seed, long customer, double age) {
        return RandomStream.of(seed ^ Double.doubleToLongBits(age), customer);
    }

    /** As far ahead as anything counts at a discount above 0: {@code e^(-delta h)} is 1e-6 there; a whole number. */
    static double horizonForEver(double delta) {
        return Math.ceil(-Math.log(1e-6) / delta);
    }
}
