package io.clv.btyd;

import io.clv.btyd.CustomerIntervals.Quantity;

/** What is said of one customer after another in each draw from the posterior. One thread's. */
interface CustomerDraws {

    /**
     * Fills a list of numbers, one a draw, for each quantity that is wanted, at its {@link Quantity#ordinal}.
     *
     * @param row a customer; those alike in history come cheapest one after the other
     */
    void fill(int row, double[][] draws);
}
