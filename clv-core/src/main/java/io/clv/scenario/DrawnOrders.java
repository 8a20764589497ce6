package io.clv.scenario;

import io.clv.scenario.OrderForecast.Part;
import java.util.EnumMap;
import java.util.Map;

/** The orders of each part in each future and period. */
final class DrawnOrders {

    private final Map<Part, long[][]> parts = new EnumMap<>(Part.class);

    /** Takes ownership of the counts, by future and period. */
    DrawnOrders(long[][] known, long[][] first, long[][] again) {
        parts.put(Part.KNOWN, known);
        parts.put(Part.FIRST, first);
        parts.put(Part.AGAIN, again);
    }

    long of(Part part, int future, int period) {
        return parts.getOrDefault(part, new long[0][])[future][period];
    }

    long all(int future, int period) {
        return of(Part.KNOWN, future, period) + of(Part.FIRST, future, period) + of(Part.AGAIN, future, period);
    }
}
