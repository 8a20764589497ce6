package io.clv.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Growing columns of rows whose customers are text; {@link #rows()} is a snapshot. */
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

    Rows rows() {
        return Rows.ofTexts(codes, Arrays.copyOf(customer, size), Arrays.copyOf(day, size), Arrays.copyOf(minor, size));
    }
}
