package io.clv.ledger;

import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/** Growing columns of rows whose customers are text; {@link #log} is a snapshot. */
final class RowCollector {

    private static final int FIRST_CAPACITY = 1024;
    private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

    private final Map<String, Integer> codes = new HashMap<>();
    private int[] customer;
    private int[] day;
    private long[] minor;
    private int size;

    RowCollector() {
        this(FIRST_CAPACITY);
    }

    RowCollector(int capacity) {
        this.customer = new int[capacity];
        this.day = new int[capacity];
        this.minor = new long[capacity];
    }

    void add(String id, int epochDay, long minorUnits) {
        Integer code = codes.get(id);
        if (code == null) {
            code = codes.size();
            codes.put(Ids.requireText("customer of row " + (size + 1L), id), code);
        }
        if (size == day.length) {
            grow();
        }
        customer[size] = code;
        day[size] = epochDay;
        minor[size++] = minorUnits;
    }

    private void grow() {
        if (size == MOST_ROWS) {
            throw new IllegalArgumentException("a ledger holds at most " + MOST_ROWS + " rows");
        }
        int capacity = (int) Math.min(MOST_ROWS, Math.max(FIRST_CAPACITY, size * 3L / 2));
        customer = Arrays.copyOf(customer, capacity);
        day = Arrays.copyOf(day, capacity);
        minor = Arrays.copyOf(minor, capacity);
    }

    int size() {
        return size;
    }

    /** The rows so far, each customer's key being the place of the id among the ids in order. */
    Log log(Currency currency) {
        String[] ascending = codes.keySet().toArray(String[]::new);
        Arrays.sort(ascending, CodePoints.ORDER);
        int[] place = new int[ascending.length];
        for (int i = 0; i < place.length; i++) {
            place[codes.getOrDefault(ascending[i], 0)] = i;
        }
        long[] keys = new long[size];
        for (int row = 0; row < size; row++) {
            keys[row] = place[customer[row]];
        }
        KeyedRows rows = new KeyedRows(keys, Arrays.copyOf(day, size), Arrays.copyOf(minor, size));
        return new Log(currency, rows, Keys.ofDictionary(ascending));
    }
}
