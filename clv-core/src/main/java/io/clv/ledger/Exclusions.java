package io.clv.ledger;

import io.clv.quantity.Money;

/**
 * What a summary left out, so that nothing goes missing in silence: the table's total, the ignored refunds and the
 * refunds of those who never bought sum to the money of all rows up to the end of observation.
 *
 * @param rowsAfterEnd rows dated after the end of observation
 * @param customersAfterEnd customers all of whose rows are dated after it
 * @param refundRowsIgnored refunds up to the end left out by {@link RefundPolicy#IGNORE}
 * @param refundsIgnored their sum, zero or less
 * @param customersWithRefundsOnly customers with rows up to the end but no purchase period
 * @param refundsOfThoseCustomers what their rows that were not ignored sum to, zero or less
 */
public record Exclusions(
        long rowsAfterEnd,
        int customersAfterEnd,
        long refundRowsIgnored,
        Money refundsIgnored,
        int customersWithRefundsOnly,
        Money refundsOfThoseCustomers) {

    /**
     * Whether every row and every customer is in the table.
     *
     * @return true if nothing was left out
     */
    public boolean isEmpty() {
        return rowsAfterEnd == 0 && refundRowsIgnored == 0 && customersWithRefundsOnly == 0;
    }

    @Override
    public String toString() {
        return isEmpty()
                ? "nothing left out"
                : "left out: " + rowsAfterEnd + " rows after the end (" + customersAfterEnd
                        + " customers have no other), "
                        + refundRowsIgnored + " refunds of " + refundsIgnored + ", " + customersWithRefundsOnly
                        + " customers without a purchase, " + refundsOfThoseCustomers;
    }
}
