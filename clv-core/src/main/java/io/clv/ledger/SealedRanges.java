package io.clv.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days of which a state keeps counts only: ranges in order, with at least a day between any two.
 *
 * @param ranges the ranges
 */
record SealedRanges(List<DayRange> ranges) {

    static final SealedRanges NONE = new SealedRanges(List.of());

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** The last sealed day, if any is. */
    Optional<Integer> last() {
        return ranges.isEmpty()
                ? Optional.empty()
                : Optional.of(ranges.get(ranges.size() - 1).last());
    }

    /** The range that holds a day. */
    Optional<DayRange> holding(int day) {
        return ranges.stream().filter(range -> range.holds(day)).findFirst();
    }

    /** The first range that shares a day with another's. */
    Optional<DayRange> overlapping(DayRange other) {
        return ranges.stream().filter(range -> range.overlaps(other)).findFirst();
    }

    SealedRanges plus(DayRange added) {
        List<DayRange> all = new ArrayList<>();
        DayRange grown = added;
        for (DayRange range : ranges) {
            if (range.meets(added)) {
                grown = grown.hull(range);
            }
        }
        boolean placed = false;
        for (DayRange range : ranges) {
            if (!placed && range.first() > grown.last()) {
                all.add(grown);
                placed = true;
            }
            if (!range.overlaps(grown)) {
                all.add(range);
            }
        }
        if (!placed) {
            all.add(grown);
        }
        return new SealedRanges(List.copyOf(all));
    }

    SealedRanges plus(SealedRanges others) {
        SealedRanges all = this;
        for (DayRange range : others.ranges) {
            all = all.plus(range);
        }
        return all;
    }
}
