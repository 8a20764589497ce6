package io.clv.ledger;

import java.util.Arrays;

/** The columns of a log in the order in which its rows came, customers as codes of {@link Ids}. Never written to. */
final class CodedRows {

    final Ids ids;
    final int[] customer;
    final int[] day;
    final long[] minor;

    private CodedRows(Ids ids, int[] customer, int[] day, long[] minor) {
        this.ids = ids;
        this.customer = customer;
        this.day = day;
        this.minor = minor;
    }

    int size() {
        return customer.length;
    }

    static CodedRows of(KeyedRows rows, Keys space) {
        NumberCodes codes = new NumberCodes();
        int[] customer = new int[rows.size()];
        for (int row = 0; row < customer.length; row++) {
            customer[row] = codes.codeOf(rows.keys()[row]);
        }
        long[] keys = codes.numbers();
        long[] ascending = keys.clone();
        Arrays.sort(ascending);
        int[] rank = new int[keys.length];
        for (int code = 0; code < rank.length; code++) {
            rank[code] = Arrays.binarySearch(ascending, keys[code]);
        }
        for (int row = 0; row < customer.length; row++) {
            customer[row] = rank[customer[row]];
        }
        return new CodedRows(new Ids(space, ascending), customer, rows.days(), rows.amounts());
    }
}
