package io.clv.io;

import io.clv.ledger.Ledger;
import io.clv.task.Parallelism;
import java.util.Arrays;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The rows that were read, in columns. Ids are numbers as long as each of them is written as a number is printed, so
 * that customers stand in the order of the numbers; from the first that is not, all are text.
 */
final class LogRows {

    private static final int FIRST_CAPACITY = 1 << 12;
    private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

    /** Eighteen digits fit a long whatever they are. */
    private static final int SAFE_DIGITS = 18;

    private final Currency currency;
    private long[] numbers = new long[FIRST_CAPACITY];
    private int @Nullable [] places;
    private final IdPlaces texts = new IdPlaces();
    private int[] days = new int[FIRST_CAPACITY];
    private long[] minorUnits = new long[FIRST_CAPACITY];
    private int size;

    LogRows(Currency currency) {
        this.currency = currency;
    }

    /** Adds a row whose id is the first characters, of which there is one at least. */
    void add(char[] id, int length, int day, long minor) {
        if (size == days.length) {
            grow();
        }
        if (places == null && !isNumber(id, length)) {
            places = placesOfNumbers();
            numbers = new long[0];
        }
        if (places == null) {
            numbers[size] = number(id, length);
        } else {
            places[size] = texts.of(id, length);
        }
        days[size] = day;
        minorUnits[size++] = minor;
    }

    private int[] placesOfNumbers() {
        int[] column = new int[days.length];
        for (int row = 0; row < size; row++) {
            char[] id = Long.toString(numbers[row]).toCharArray();
            column[row] = texts.of(id, id.length);
        }
        return column;
    }

    private void grow() {
        if (size == MOST_ROWS) {
            throw new IllegalArgumentException("a ledger holds at most " + MOST_ROWS + " rows");
        }
        resize((int) Math.min(MOST_ROWS, size * 2L));
    }

    private void resize(int capacity) {
        if (places == null) {
            numbers = Arrays.copyOf(numbers, capacity);
        } else {
            places = Arrays.copyOf(places, capacity);
        }
        days = Arrays.copyOf(days, capacity);
        minorUnits = Arrays.copyOf(minorUnits, capacity);
    }

    /** Hands the rows over; none can be added afterwards. */
    Ledger toLedger(Parallelism parallelism) {
        resize(size);
        return places == null
                ? Ledger.ofUnsafe(currency, numbers, days, minorUnits)
                : Ledger.ofUnsafe(currency, texts.ids(), places, days, minorUnits, parallelism);
    }

    /** Whether the text is that of a number: no leading zero, no plus, no minus before zero. */
    private static boolean isNumber(char[] id, int length) {
        int from = length > 1 && id[0] == '-' ? 1 : 0;
        if (length - from > SAFE_DIGITS || (id[from] == '0' && length > 1)) {
            return false;
        }
        for (int i = from; i < length; i++) {
            if (id[i] < '0' || id[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static long number(char[] id, int length) {
        boolean negative = id[0] == '-';
        long value = 0;
        for (int i = negative ? 1 : 0; i < length; i++) {
            value = value * 10 + (id[i] - '0');
        }
        return negative ? -value : value;
    }
}
