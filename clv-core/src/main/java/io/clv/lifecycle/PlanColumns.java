package io.clv.lifecycle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/** Touches that were placed and such that were not, in columns that grow: of a block of rows, or of all. */
final class PlanColumns {

    private static final int FIRST = 1024;
    /** Some places below the longest array that a JVM makes. */
    private static final int LONGEST = Integer.MAX_VALUE - 8;
    /** In the order of their codes. */
    private static final List<UnplacedTouch.Why> RULES = List.copyOf(EnumSet.allOf(UnplacedTouch.Why.class));

    int placed;
    int[] day = new int[FIRST];
    short[] reason = new short[FIRST];

    int unplaced;
    int[] unplacedRow = new int[FIRST];
    short[] unplacedReason = new short[FIRST];
    byte[] why = new byte[FIRST];
    /** The part of the plan that a regular contact would have been for, or {@link Placement#ALL_PARTS}. */
    int[] part = new int[FIRST];

    void place(int onDay, int forReason) {
        if (placed == day.length) {
            int capacity = grown(placed);
            day = Arrays.copyOf(day, capacity);
            reason = Arrays.copyOf(reason, capacity);
        }
        day[placed] = onDay;
        reason[placed++] = (short) forReason;
    }

    void leaveOut(int row, int forReason, int ofPart, UnplacedTouch.Why rule) {
        if (unplaced == why.length) {
            int capacity = grown(unplaced);
            unplacedRow = Arrays.copyOf(unplacedRow, capacity);
            unplacedReason = Arrays.copyOf(unplacedReason, capacity);
            part = Arrays.copyOf(part, capacity);
            why = Arrays.copyOf(why, capacity);
        }
        unplacedRow[unplaced] = row;
        unplacedReason[unplaced] = (short) forReason;
        part[unplaced] = ofPart;
        why[unplaced++] = (byte) RULES.indexOf(rule);
    }

    /** The rule that was against a touch. */
    UnplacedTouch.Why why(int index) {
        return RULES.get(why[index]);
    }

    private static int grown(int size) {
        if (size >= LONGEST) {
            throw tooMany();
        }
        return (int) Math.min(LONGEST, 2L * size);
    }

    private static ArithmeticException tooMany() {
        return new ArithmeticException("a plan holds at most " + PlanWording.count(LONGEST)
                + " touches: plan fewer customers at a time, or fewer days");
    }

    /** The blocks one after the other. */
    static PlanColumns joined(PlanColumns[] blocks) {
        PlanColumns all = new PlanColumns();
        long placed = 0;
        long unplaced = 0;
        for (PlanColumns block : blocks) {
            placed += block.placed;
            unplaced += block.unplaced;
        }
        if (placed > LONGEST || unplaced > LONGEST) {
            throw tooMany();
        }
        all.day = new int[(int) placed];
        all.reason = new short[(int) placed];
        all.unplacedRow = new int[(int) unplaced];
        all.unplacedReason = new short[(int) unplaced];
        all.part = new int[(int) unplaced];
        all.why = new byte[(int) unplaced];
        for (PlanColumns block : blocks) {
            System.arraycopy(block.day, 0, all.day, all.placed, block.placed);
            System.arraycopy(block.reason, 0, all.reason, all.placed, block.placed);
            System.arraycopy(block.unplacedRow, 0, all.unplacedRow, all.unplaced, block.unplaced);
            System.arraycopy(block.unplacedReason, 0, all.unplacedReason, all.unplaced, block.unplaced);
            System.arraycopy(block.part, 0, all.part, all.unplaced, block.unplaced);
            System.arraycopy(block.why, 0, all.why, all.unplaced, block.unplaced);
            all.placed += block.placed;
            all.unplaced += block.unplaced;
        }
        return all;
    }
}
