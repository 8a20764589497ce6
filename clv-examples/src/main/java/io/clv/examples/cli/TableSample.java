package io.clv.examples.cli;

import io.clv.btyd.Histories;
import io.clv.btyd.SpendTally;
import io.clv.btyd.Tally;
import io.clv.ledger.Acquisition;
import io.clv.ledger.CustomerTable;

/**
 * The customers of a log, of whom those whose history the log cuts off are left out of fits.
 *
 * @param customers the log, folded
 * @param acquired whose history is whole
 */
record TableSample(CustomerTable customers, Acquisition acquired) implements Sample {

    @Override
    public Tally tally() {
        return Tally.of(customers, acquired);
    }

    @Override
    public SpendTally spend(boolean firstIncluded) {
        return firstIncluded
                ? SpendTally.ofAllPurchases(customers, acquired)
                : SpendTally.ofRepeatPurchases(customers, acquired);
    }

    @Override
    public Histories histories() {
        return Histories.of(customers);
    }

    @Override
    public double[] weights() {
        return SummarySample.ones(customers.size());
    }
}
