package io.clv.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Moments as the dates of a zone. The changes of the zone's offset within a log of human length stand in a table,
 * because asking the zone for every row would make an object for each.
 */
final class ZonedDays {

    private static final int MILLIS_OF_SECOND = 1000;
    private static final int SECONDS_OF_DAY = 86_400;

    /** The longest log, in seconds, whose changes of offset stand in a table: some four thousand years. */
    private static final long LONGEST_TABLE = 1L << 37;

    private final ZoneId zone;
    private final ZoneRules rules;
    private final long[] changes;
    private final int[] offsets;
    private int last;

    private ZonedDays(ZoneId zone, long[] changes, int[] offsets) {
        this.zone = zone;
        this.rules = zone.getRules();
        this.changes = changes;
        this.offsets = offsets;
    }

    static int[] of(long[] epochMillis, ZoneId zone) {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (long millis : epochMillis) {
            least = Math.min(least, millis);
            greatest = Math.max(greatest, millis);
        }
        ZonedDays days = of(zone, Math.floorDiv(least, MILLIS_OF_SECOND), Math.floorDiv(greatest, MILLIS_OF_SECOND));
        int[] result = new int[epochMillis.length];
        for (int row = 0; row < result.length; row++) {
            result[row] = days.day(row, epochMillis[row]);
        }
        return result;
    }

    private static ZonedDays of(ZoneId zone, long first, long last) {
        ZoneRules rules = zone.getRules();
        if (first > last || last - first > LONGEST_TABLE || last - first < 0) {
            return new ZonedDays(zone, new long[0], new int[0]);
        }
        long[] changes = {first};
        int[] offsets = {rules.getOffset(Instant.ofEpochSecond(first)).getTotalSeconds()};
        int size = 1;
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(first));
        while (next != null && next.toEpochSecond() <= last) {
            if (size == changes.length) {
                changes = Arrays.copyOf(changes, size * 2);
                offsets = Arrays.copyOf(offsets, size * 2);
            }
            changes[size] = next.toEpochSecond();
            offsets[size++] = next.getOffsetAfter().getTotalSeconds();
            next = rules.nextTransition(next.getInstant());
        }
        return new ZonedDays(zone, Arrays.copyOf(changes, size), Arrays.copyOf(offsets, size));
    }

    private int day(int row, long millis) {
        long second = Math.floorDiv(millis, MILLIS_OF_SECOND);
        long day = Math.floorDiv(second + offset(second), SECONDS_OF_DAY);
        if (day != (int) day) {
            throw new IllegalArgumentException("epochMillis of row " + (row + 1L) + " must be within "
                    + LocalDate.ofEpochDay(Integer.MIN_VALUE) + " to " + LocalDate.ofEpochDay(Integer.MAX_VALUE)
                    + " in " + zone + ", but was " + millis);
        }
        return (int) day;
    }

    private int offset(long second) {
        if (changes.length == 0) {
            return rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
        }
        boolean inLast = changes[last] <= second && (last + 1 == changes.length || second < changes[last + 1]);
        if (!inLast) {
            int place = Arrays.binarySearch(changes, second);
            last = place < 0 ? -place - 2 : place;
        }
        return offsets[last];
    }
}
