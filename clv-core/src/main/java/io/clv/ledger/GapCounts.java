package io.clv.ledger;

import io.clv.quantity.CalendarGrid;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts gaps between purchases while customers are scanned: an array for the usual lengths, a map for the rest. */
final class GapCounts {

    private static final int USUAL = 4096;

    private final long[] usual = new long[USUAL];
    private final TreeMap<Long, Long> longer = new TreeMap<>();

    void add(long periods) {
        add(periods, 1);
    }

    void add(long periods, long count) {
        if (periods < USUAL) {
            usual[(int) periods] += count;
        } else if (count > 0) {
            longer.merge(periods, count, Long::sum);
        }
    }

    Optional<PurchaseGaps> toGaps(CalendarGrid grid) {
        long[] lengths = new long[USUAL + longer.size()];
        long[] counts = new long[lengths.length];
        int size = 0;
        for (int periods = 0; periods < USUAL; periods++) {
            if (usual[periods] > 0) {
                lengths[size] = periods;
                counts[size++] = usual[periods];
            }
        }
        for (Map.Entry<Long, Long> gap : longer.entrySet()) {
            lengths[size] = gap.getKey();
            counts[size++] = gap.getValue();
        }
        return size == 0
                ? Optional.empty()
                : Optional.of(new PurchaseGaps(grid.unit(), Arrays.copyOf(lengths, size), Arrays.copyOf(counts, size)));
    }
}
