package io.clv.btyd;

import java.util.List;

/** The families of models whose times may be any numbers, and not only numbers of opportunities. */
final class ContinuousTime {

    private ContinuousTime() {}

    static List<TransactionFamily<?>> families() {
        return TransactionFamily.all().stream()
                .filter(family -> family.process() == PurchaseProcess.CONTINUOUS_TIME)
                .toList();
    }
}
