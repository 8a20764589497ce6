package io.clv.ledger;

import java.util.Arrays;
import java.util.Map;

/** The columns of a log in the order in which its rows came, customers as codes of {@link Ids}. Never written to. */
final class Rows {

    final Ids ids;
    final int[] customer;
    final int[] day;
    final long[] minor;

    private Rows(Ids ids, int[] customer, int[] day, long[] minor) {
        this.ids = ids;
        this.customer = customer;
        this.day = day;
        this.minor = minor;
    }

    int size() {
        return customer.length;
    }

    /** Takes ownership of {@code day} and {@code minor}; reads {@code id} only. */
    static Rows ofNumbers(long[] id, int[] day, long[] minor) {
        NumberCodes codes = new NumberCodes();
        int[] customer = new int[id.length];
        for (int row = 0; row < id.length; row++) {
            customer[row] = codes.codeOf(id[row]);
        }
        long[] numbers = codes.numbers();
        long[] ascending = numbers.clone();
        Arrays.sort(ascending);
        int[] rank = new int[numbers.length];
        for (int code = 0; code < rank.length; code++) {
            rank[code] = Arrays.binarySearch(ascending, numbers[code]);
        }
        return new Rows(Ids.ofNumbers(ascending), recode(customer, rank), day, minor);
    }

    /** Takes ownership of the arrays; {@code codes} holds the code of each id in {@code customer}. */
    static Rows ofTexts(Map<String, Integer> codes, int[] customer, int[] day, long[] minor) {
        String[] ascending = codes.keySet().toArray(String[]::new);
        Arrays.sort(ascending, CodePoints.ORDER);
        int[] rank = new int[ascending.length];
        for (int code = 0; code < rank.length; code++) {
            rank[codes.getOrDefault(ascending[code], 0)] = code;
        }
        return new Rows(Ids.ofTexts(ascending), recode(customer, rank), day, minor);
    }

    private static int[] recode(int[] customer, int[] rank) {
        for (int row = 0; row < customer.length; row++) {
            customer[row] = rank[customer[row]];
        }
        return customer;
    }
}
