package io.clv.scenario;

import io.clv.ltv.CustomerValues;
import io.clv.ltv.CustomerValues.Column;
import java.util.Arrays;

/** Values that are put together from others. */
final class Blended {

    private Blended() {}

    /** Other amounts of the same kind; of the columns only P(alive) still holds, which is of the past. */
    static CustomerValues of(CustomerValues values, double[] amounts, String assumption) {
        CustomerValues.Builder blended = CustomerValues.builder(values.model(), values.customers())
                .amounts(amounts)
                .acquisitionCost(values.acquisitionCost())
                .basis(values.basis())
                .measure(values.measure())
                .horizon(values.horizon());
        values.discount().ifPresentOrElse(blended::discount, blended::discountOfEach);
        if (values.has(Column.P_ALIVE)) {
            double[] alive = new double[values.size()];
            Arrays.setAll(alive, row -> values.get(Column.P_ALIVE, row));
            blended.column(Column.P_ALIVE, alive);
        }
        values.assumptions().forEach(blended::assumption);
        return blended.assumption(assumption).build();
    }
}
