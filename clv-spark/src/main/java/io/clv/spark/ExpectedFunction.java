package io.clv.spark;

import java.io.Serial;
import org.apache.spark.sql.api.java.UDF4;
import org.jspecify.annotations.Nullable;

/** {@code clv_expected_transactions(frequency, recency, age, horizon)}. */
record ExpectedFunction(SentFit fit)
        implements UDF4<@Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object, @Nullable Double> {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public @Nullable Double call(
            @Nullable Object frequency, @Nullable Object recency, @Nullable Object age, @Nullable Object horizon) {
        HistoryArguments history = HistoryArguments.of(frequency, recency, age);
        return history == null || horizon == null
                ? null
                : (Double) fit.model()
                        .expectedTransactions(
                                history.frequency(),
                                history.recency(),
                                history.age(),
                                HistoryArguments.number("horizon", horizon));
    }
}
