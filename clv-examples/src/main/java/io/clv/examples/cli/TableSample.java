package io.clv.examples.cli;

import io.clv.btyd.CovariateEncoding;
import io.clv.btyd.CovariateTally;
import io.clv.btyd.Histories;
import io.clv.btyd.SpendTally;
import io.clv.btyd.Tally;
import io.clv.ledger.Acquisition;
import io.clv.ledger.Attributes;
import io.clv.ledger.CustomerTable;
import io.clv.ledger.IdPolicy;
import io.clv.ledger.JoinedAttributes;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The customers of a log, of whom those whose history the log cuts off are left out of fits.
 *
 * @param customers the log, folded
 * @param acquired whose history is whole
 * @param attributes what else the log says of customers
 */
record TableSample(CustomerTable customers, Acquisition acquired, Attributes attributes) implements Sample {

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

    /** The attributes by the rows of the table. */
    JoinedAttributes joined() {
        return attributes.join(customers, IdPolicy.ALLOW, IdPolicy.ALLOW);
    }

    /** As {@link #tally()}, of some of the rows. */
    Tally tally(IntPredicate rows) {
        return Tally.of(
                column(customers::frequency),
                column(customers::recency),
                column(customers::age),
                weights(rows),
                customers.unit());
    }

    /** As {@link #spend}, of some of the rows. */
    SpendTally spend(boolean firstIncluded, IntPredicate rows) {
        int first = firstIncluded ? 1 : 0;
        return SpendTally.of(
                column(row -> customers.frequency(row) + first),
                column(
                        firstIncluded
                                ? row -> customers.totalAmount(row) / (customers.frequency(row) + 1)
                                : customers::monetaryValue),
                weights(rows));
    }

    /** As {@link #tally()}, with what the covariates of each customer became. */
    CovariateTally tally(JoinedAttributes covariates, CovariateEncoding encoding) {
        double[][] terms = new double[customers.size()][];
        for (int row = 0; row < terms.length; row++) {
            terms[row] = encoding.encode(encoding.of(covariates, row));
        }
        return CovariateTally.of(
                column(customers::frequency),
                column(customers::recency),
                column(customers::age),
                weights(row -> true),
                terms,
                encoding,
                customers.unit());
    }

    private double[] weights(IntPredicate rows) {
        return column(row -> rows.test(row) && acquired.isWhole(customers, row) ? 1 : 0);
    }

    private double[] column(IntToDoubleFunction value) {
        return IntStream.range(0, customers.size()).mapToDouble(value).toArray();
    }
}
