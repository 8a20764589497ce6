package io.clv.btyd;

/** What is said of one customer after another in each draw from the posterior. One thread's. */
interface CustomerDraws {

    /**
     * Fills in the quantities that are wanted.
     *
     * @param row a customer; those alike in history come cheapest one after the other
     */
    void fill(int row, QuantityDraws draws);
}
