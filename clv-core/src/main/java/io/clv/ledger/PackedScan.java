package io.clv.ledger;

/**
 * Reads packed rows in order of key and period, and writes one row a customer. Without refunds the loop's one branch
 * that depends on the data is the change of customer; customers with so many rows that their sum might overflow, and
 * all where refunds count, go the careful way of {@link CustomerFold}.
 */
final class PackedScan {

    private final int keyShift;
    private final long keyMask;
    private final long keyMin;
    private final int amountBits;
    private final long amountMask;
    private final long amountMin;
    private final int periodMask;
    private final int periodMin;
    private final long safeRows;
    private final CustomerSink sink;
    private final CustomerFold fold;

    /**
     * A scan of one layout.
     *
     * @param safeRows how many amounts can be added without doubt; 0 where refunds count
     */
    PackedScan(Packing packing, long safeRows, CustomerSink sink, CustomerFold fold) {
        this.keyShift = packing.keyShift();
        this.keyMask = packing.keyMask();
        this.keyMin = packing.keyMin();
        this.amountBits = packing.amountBits();
        this.amountMask = packing.amountMask();
        this.amountMin = packing.amountMin();
        this.periodMask = packing.periodMask();
        this.periodMin = packing.periodMin();
        this.safeRows = safeRows;
        this.sink = sink;
        this.fold = fold;
    }

    /** Scans {@code rows[from, to)}, which hold the ranks of {@code keys} in place of keys, if there are any. */
    void scan(long[] rows, int from, int to, long[] keys) {
        for (int at = from; at < to; ) {
            long rank = (rows[at] >>> keyShift) & keyMask;
            long key = (keys.length == 0 ? rank : keys[(int) rank]) + keyMin;
            at = safeRows == 0 ? foldCustomer(rows, at, to, rank, key) : customer(rows, at, to, rank, key);
        }
    }

    /** One customer without refunds; returns where the next begins. */
    private int customer(long[] rows, int from, int to, long rank, long key) {
        long[] gaps = sink.gaps;
        int first = (int) (rows[from] >>> amountBits) & periodMask;
        int last = first;
        int changes = 0;
        int inFirst = 0;
        long firstSum = 0;
        long sum = 0;
        int at = from;
        do {
            long row = rows[at];
            int period = (int) (row >>> amountBits) & periodMask;
            long amount = row & amountMask;
            gaps[period - last]++;
            changes += period != last ? 1 : 0;
            last = period;
            sum += amount;
            boolean isFirst = period == first;
            firstSum += isFirst ? amount : 0;
            inFirst += isFirst ? 1 : 0;
            at++;
        } while (at < to && ((rows[at] >>> keyShift) & keyMask) == rank);
        int count = at - from;
        if (count > safeRows) {
            return foldAgain(rows, from, at, rank, key);
        }
        long repeatSum = sum - firstSum + (count - inFirst) * amountMin;
        sink.add(key, changes + 1, first + periodMin, last + periodMin, repeatSum, sum + count * amountMin);
        return at;
    }

    /** Takes back the gaps of a customer whose sum is in doubt, and folds it with care. */
    private int foldAgain(long[] rows, int from, int to, long rank, long key) {
        int last = (int) (rows[from] >>> amountBits) & periodMask;
        for (int at = from; at < to; at++) {
            int period = (int) (rows[at] >>> amountBits) & periodMask;
            sink.gaps[period - last]--;
            last = period;
        }
        return foldCustomer(rows, from, to, rank, key);
    }

    private int foldCustomer(long[] rows, int from, int to, long rank, long key) {
        fold.begin(key, period(rows[from]));
        int at = from;
        do {
            long row = rows[at];
            fold.add(period(row), (row & amountMask) + amountMin);
            at++;
        } while (at < to && ((rows[at] >>> keyShift) & keyMask) == rank);
        fold.end();
        return at;
    }

    private int period(long row) {
        return ((int) (row >>> amountBits) & periodMask) + periodMin;
    }
}
