package io.clv.spark;

import java.io.Serial;
import org.apache.spark.sql.api.java.UDF3;
import org.jspecify.annotations.Nullable;

/** {@code clv_p_alive(frequency, recency, age)}. */
record AliveFunction(SentFit fit)
        implements UDF3<@Nullable Object, @Nullable Object, @Nullable Object, @Nullable Double> {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public @Nullable Double call(@Nullable Object frequency, @Nullable Object recency, @Nullable Object age) {
        HistoryArguments history = HistoryArguments.of(frequency, recency, age);
        return history == null
                ? null
                : (Double) fit.model().probabilityAlive(history.frequency(), history.recency(), history.age());
    }
}
