package io.clv.ledger;

import java.util.Arrays;

/** The columns of a {@link CustomerTable}: one entry for each customer with a purchase, in ascending id order. */
final class CustomerColumns {

    final Ids ids;
    final int[] periods;
    final int[] first;
    final int[] last;
    final long[] total;
    final long[] repeatTotal;

    CustomerColumns(Ids ids, int[] periods, int[] first, int[] last, long[] total, long[] repeatTotal) {
        this.ids = ids;
        this.periods = periods;
        this.first = first;
        this.last = last;
        this.total = total;
        this.repeatTotal = repeatTotal;
    }

    /** Keeps the customers who purchased, {@code codes} being theirs; copies nothing if those are all. */
    static CustomerColumns of(Ids ids, PurchaseScan scan, int[] codes) {
        if (codes.length == ids.size()) {
            return new CustomerColumns(ids, scan.periods, scan.first, scan.last, scan.total, scan.repeatTotal);
        }
        return new CustomerColumns(
                ids.select(codes),
                select(scan.periods, codes),
                select(scan.first, codes),
                select(scan.last, codes),
                select(scan.total, codes),
                select(scan.repeatTotal, codes));
    }

    int size() {
        return periods.length;
    }

    static int[] select(int[] column, int[] codes) {
        return Arrays.stream(codes).map(code -> column[code]).toArray();
    }

    static long[] select(long[] column, int[] codes) {
        return Arrays.stream(codes).mapToLong(code -> column[code]).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerColumns columns
                && ids.equals(columns.ids)
                && Arrays.equals(periods, columns.periods)
                && Arrays.equals(first, columns.first)
                && Arrays.equals(last, columns.last)
                && Arrays.equals(total, columns.total)
                && Arrays.equals(repeatTotal, columns.repeatTotal);
    }

    @Override
    public int hashCode() {
        return 31 * ids.hashCode() + Arrays.hashCode(total);
    }
}
