package io.clv.ledger;

import java.util.Arrays;

/**
 * The ids of two lists in order, each once, and where each stands in either. What lies between two ids of the right,
 * the shorter list as a rule, is found by halving, so that a small batch costs little beside a large list.
 */
final class IdMerge {

    private static final int NOWHERE = -1;

    private final Ids left;
    private final Ids right;
    private final int[] inLeft;
    private final int[] inRight;
    private int size;

    /** Merges ids of one kind. */
    IdMerge(Ids left, Ids right) {
        this.left = left;
        this.right = right;
        int most = Math.addExact(left.size(), right.size());
        inLeft = new int[most];
        inRight = new int[most];
        int at = 0;
        for (int r = 0; r < right.size(); r++) {
            int place = placeOf(r, at);
            while (at < place) {
                put(at++, NOWHERE);
            }
            boolean both = at < left.size() && compare(at, r) == 0;
            put(both ? at++ : NOWHERE, r);
        }
        while (at < left.size()) {
            put(at++, NOWHERE);
        }
    }

    private void put(int l, int r) {
        inLeft[size] = l;
        inRight[size++] = r;
    }

    /** The first place of the left, from {@code from} on, that is not before an id of the right. */
    private int placeOf(int r, int from) {
        int low = from;
        int high = left.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, r) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int l, int r) {
        return left.areNumbers()
                ? Long.compare(left.key(l), right.key(r))
                : CodePoints.ORDER.compare(left.text(l), right.text(r));
    }

    /** Compares the first ids of two lists; numbers stand before text. */
    static int compareFirst(Ids a, Ids b) {
        if (a.areNumbers() != b.areNumbers()) {
            return a.areNumbers() ? -1 : 1;
        }
        return a.areNumbers() ? Long.compare(a.key(0), b.key(0)) : CodePoints.ORDER.compare(a.text(0), b.text(0));
    }

    int size() {
        return size;
    }

    /** Where an id of the result stands in the left list, or below zero. */
    int inLeft(int row) {
        return inLeft[row];
    }

    /** Where an id of the result stands in the right list, or below zero. */
    int inRight(int row) {
        return inRight[row];
    }

    Ids ids() {
        if (size == left.size()) {
            return left;
        }
        if (left.areNumbers()) {
            long[] numbers = new long[size];
            Arrays.setAll(numbers, row -> inLeft[row] < 0 ? right.key(inRight[row]) : left.key(inLeft[row]));
            return Ids.ofNumbers(numbers);
        }
        String[] texts = new String[size];
        Arrays.setAll(texts, row -> inLeft[row] < 0 ? right.text(inRight[row]) : left.text(inLeft[row]));
        return Ids.ofTexts(texts);
    }
}
