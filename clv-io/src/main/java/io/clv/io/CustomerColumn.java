package io.clv.io;

import io.clv.ledger.Attributes;
import io.clv.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One value for each customer, by the places of their ids: a word of 64 bits, and the line where it stood first. The
 * cell of the row that is being read waits until that row is known to have no problem.
 */
final class CustomerColumn {

    private static final int FIRST_CAPACITY = 1 << 10;

    private final FurtherColumn asked;
    private final Currency currency;
    private final AmountField amounts;
    private final NumberField numbers = new NumberField();
    private final DateField dates;
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> labels = new ArrayList<>();

    private long[] words = new long[FIRST_CAPACITY];
    private long[] lines = new long[FIRST_CAPACITY];

    private char[] cell = new char[16];
    private int cellLength;
    private long word;

    CustomerColumn(FurtherColumn asked, Currency currency, DateField dates) {
        this.asked = asked;
        this.currency = currency;
        this.amounts = new AmountField(currency);
        this.dates = dates;
    }

    /** Reads a cell; gives what is wrong with it, or "". */
    String read(char[] buffer, int from, int to) {
        cellLength = 0;
        if (isBlank(buffer, from, to)) {
            return "";
        }
        String fault = parse(buffer, from, to);
        if (cell.length < to - from) {
            cell = new char[2 * (to - from)];
        }
        System.arraycopy(buffer, from, cell, 0, to - from);
        cellLength = to - from;
        return fault;
    }

    private static boolean isBlank(char[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(buffer[i])) {
                return false;
            }
        }
        return true;
    }

    private String parse(char[] buffer, int from, int to) {
        switch (asked.kind()) {
            case MONEY -> {
                if (!amounts.read(buffer, from, to)) {
                    return amounts.fault();
                }
                word = amounts.minorUnits();
            }
            case NUMBER -> {
                if (!numbers.read(buffer, from, to)) {
                    return numbers.fault();
                }
                word = Double.doubleToLongBits(numbers.value());
            }
            case DAY -> {
                word = dates.epochDay(buffer, from, to);
                if (word == DateField.NO_DATE) {
                    return dates.rule();
                }
            }
            case CATEGORY -> word = code(new String(buffer, from, to - from));
        }
        return "";
    }

    private int code(String label) {
        Integer code = codes.get(label);
        if (code == null) {
            code = labels.size();
            codes.put(label, code);
            labels.add(label);
        }
        return code;
    }

    /** Whether the row's cell says anything. */
    boolean isGiven() {
        return cellLength > 0;
    }

    /** Says what is wrong with the row's cell beside what is known of the customer, or "". */
    String conflict(int place) {
        boolean known = isGiven() && place < lines.length && lines[place] != 0;
        return known && words[place] != word
                ? "is not " + written(words[place]) + ", the value of this customer in line " + lines[place]
                : "";
    }

    private String written(long known) {
        return switch (asked.kind()) {
            case MONEY -> Money.ofMinor(known, currency).amount().toPlainString();
            case NUMBER -> PlainNumber.of(Double.longBitsToDouble(known));
            case DAY -> LocalDate.ofEpochDay(known).toString();
            case CATEGORY -> labels.get((int) known);
        };
    }

    /** The row's cell. */
    char[] cell() {
        return cell;
    }

    int cellLength() {
        return cellLength;
    }

    /** Keeps the row's cell unless the customer has a value. */
    void keep(int place, long line) {
        if (!isGiven()) {
            return;
        }
        if (place >= lines.length) {
            int capacity = Math.max(place + 1, 2 * lines.length);
            words = Arrays.copyOf(words, capacity);
            lines = Arrays.copyOf(lines, capacity);
        }
        if (lines[place] == 0) {
            words[place] = word;
            lines[place] = line;
        }
    }

    /** Sets the column, which is there even if nobody has a value. */
    void addTo(Attributes.Builder attributes, String[] ids) {
        String name = asked.name();
        switch (asked.kind()) {
            case MONEY -> attributes.moneyColumn(name, currency);
            case NUMBER -> attributes.numberColumn(name);
            case DAY -> attributes.dateColumn(name);
            case CATEGORY -> attributes.categoryColumn(name);
        }
        for (int place = 0; place < Math.min(ids.length, lines.length); place++) {
            if (lines[place] != 0) {
                set(attributes, ids[place], words[place]);
            }
        }
    }

    private void set(Attributes.Builder attributes, String id, long known) {
        String name = asked.name();
        switch (asked.kind()) {
            case MONEY -> attributes.money(name, id, Money.ofMinor(known, currency));
            case NUMBER -> attributes.number(name, id, Double.longBitsToDouble(known));
            case DAY -> attributes.date(name, id, LocalDate.ofEpochDay(known));
            case CATEGORY -> attributes.category(name, id, labels.get((int) known));
        }
    }
}
