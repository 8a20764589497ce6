package io.clv.ledger;

/**
 * What is known of one period of a customer, to which more may come.
 *
 * @param period the period's number
 * @param purchase whether it holds a purchase
 * @param refund whether it holds a refund that counts
 * @param net the sum of both
 */
record PeriodCell(int period, boolean purchase, boolean refund, ExactAmount net) {

    /** The same period with what another part of it holds. */
    PeriodCell plus(PeriodCell other) {
        return new PeriodCell(period, purchase || other.purchase, refund || other.refund, net.plus(other.net));
    }

    /** Whether it is a purchase period once nothing more can come to it. */
    boolean counts(boolean dropping) {
        return purchase && !(dropping && refund && net.signum() <= 0);
    }
}
