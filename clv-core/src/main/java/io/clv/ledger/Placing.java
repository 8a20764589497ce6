package io.clv.ledger;

/** The range of each row, asked for twice: to count, and to write. What had to be searched for is kept meanwhile. */
final class Placing {

    private final KeyRanges ranges;
    private final boolean kept;
    private final short[] places;

    Placing(EngineTask task, KeyRanges ranges) {
        this.ranges = ranges;
        this.kept = ranges.searched();
        this.places = new short[kept ? task.rows().size() : 0];
    }

    int ranges() {
        return ranges.count();
    }

    int place(int row, long key) {
        int range = ranges.of(key);
        if (kept) {
            places[row] = (short) range;
        }
        return range;
    }

    int placeAgain(int row, long key) {
        return kept ? places[row] : ranges.of(key);
    }
}
