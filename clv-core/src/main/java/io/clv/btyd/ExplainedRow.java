package io.clv.btyd;

import io.clv.btyd.ValueExplanation.History;
import io.clv.ltv.CustomerValues;
import io.clv.quantity.Money;

/**
 * A customer to be explained.
 *
 * @param values those of the base
 * @param row the customer's
 * @param terms the customer's
 * @param history what was seen of him
 * @param average what was seen of the base
 */
record ExplainedRow(CustomerValues values, int row, CustomerTerms terms, History history, History average) {

    /** The value of the base's average customer. */
    double averageAmount() {
        return values.totalAmount() / values.size();
    }

    Money averageMoney() {
        return Money.ofRounded(averageAmount(), values.currency());
    }

    String id() {
        return values.id(row);
    }
}
